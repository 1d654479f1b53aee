"""The whole notice to Welsh Government in one language: Annex 2 in its order, filled from the case.

It names no child: what is written in it are the sub-group's, the Chair's and the Board's own words.
"""

import datetime as dt
from collections.abc import Iterator

from django.utils.translation import gettext as _

from boards.models import Person
from common.templatetags.page import day
from reviews.decision.annex import decided, recommended
from reviews.decision.annex.blocks import Block, Facts, Form, Grid, Heading, Note
from reviews.decision.answers import passed
from reviews.decision.notices import Matter, current
from reviews.models import Method, Notice, Reply, Review


def form(review: Review, matter: Matter, *, sender: Person | None, made_on: dt.date) -> Form:
    """The paper for one matter. `sender` and `made_on` stand in until it is recorded as sent."""
    notice = current(review).get(matter.key)
    return Form(
        title=_titles()[matter.about],
        letterhead=str(review.board),
        blocks=[
            _sending(review, notice, sender, made_on),
            Note(_("What people wrote is shown in the language in which they wrote it.")),
            *_body(review, matter, notice),
            *_government(notice),
        ],
    )


def _titles() -> dict[str, str]:
    return {
        Notice.About.RECOMMENDATION: _("Notice of a recommendation about a child practice review"),
        Notice.About.OUTCOME: _("Notice of the outcome of a referral for a child practice review"),
        Notice.About.KIND: _("Notice of a change of type of a child practice review"),
    }


def _sending(
    review: Review, notice: Notice | None, sender: Person | None, made_on: dt.date
) -> Facts:
    who = notice.sender if notice else sender
    when = (_("Sent on"), day(notice.sent_on)) if notice else (_("Prepared on"), day(made_on))
    method = str(Method(notice.method).label) if notice and notice.method else ""
    return Facts(
        _("About this notice"),
        [
            (_("To"), _("Welsh Government")),
            (_("From"), str(review.board)),
            (_("Case identifier"), str(review.reference)),
            (_("Sent by"), recommended.named(who)),
            when,
            *([(_("How it was sent"), method)] if method else []),
        ],
    )


def _body(review: Review, matter: Matter, notice: Notice | None) -> Iterator[Block]:
    if matter.about == Notice.About.KIND:
        yield from decided.change_of_kind(review, review.kind_changes.get(number=matter.number))
        return
    paper = getattr(review, "recommendation", None)
    if paper is not None:
        yield from recommended.blocks(review, paper)
    rows = list(review.decisions.select_related("decided_by").prefetch_related("amendments"))
    if matter.about == Notice.About.RECOMMENDATION:
        yield from decided.blocks(None, None, None, None)
        return
    final = next((row for row in rows if row.reply != Reply.DISAGREE), None)
    first = next((row for row in rows if row.reply == Reply.DISAGREE), final)
    yield from decided.blocks(first, final, getattr(review, "board_discussion", None), notice)


def _government(notice: Notice | None) -> Iterator[Block]:
    yield Heading(_("For Welsh Government use only"), on_new_page=True)
    yield Facts(
        _("Receipt"),
        [
            (_("Date information received"), day(notice.received_on) if notice else ""),
            (
                _("Date acknowledgement sent to the Board Chair"),
                day(notice.acknowledged_on) if notice else "",
            ),
            (
                _("Date circulated to inspectorates and policy leads"),
                day(notice.circulated_on) if notice else "",
            ),
        ],
    )
    yield Grid(
        _("Circulated to"),
        [_("Inspectorate"), _("Yes or no"), _("Reason")],
        [[row.name, row.answer, row.reason] for row in passed(notice)],
    )
