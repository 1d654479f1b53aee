"""The second part of the form: the decision of the Board Chair, the Board's discussion, the final
answer; and the notice of a change of type."""

import datetime as dt
from collections.abc import Iterator

from django.utils.translation import gettext as _

from boards.models import Office
from boards.standing_in import acted_for
from common.templatetags.page import day
from reviews.criteria.event import event_day
from reviews.decision.amending import as_decided, as_value, shown
from reviews.decision.annex.blocks import (
    Block,
    Box,
    Boxes,
    Facts,
    Grid,
    Heading,
    Note,
    Words,
)
from reviews.decision.annex.recommended import named, signature
from reviews.models import (
    Amended,
    BoardDiscussion,
    Decision,
    KindChange,
    Notice,
    PeriodBand,
    Reply,
    Review,
)
from reviews.recommendation.gaps import band_of


def blocks(
    answer: Decision | None,
    final: Decision | None,
    discussion: BoardDiscussion | None,
    notice: Notice | None,
) -> Iterator[Block]:
    """The three boxes with what belongs to each. `answer` is the Chair's first one."""
    yield Heading(_("Decision of the Board Chair"))
    if answer is None and final is None:
        yield Note(_("There is a separate notice for the outcome."))
    reply = answer.reply if answer else ""
    yield Boxes(
        _("Answer of the Board Chair"),
        [
            Box(_("I agree with the recommendation"), reply == Reply.AGREE),
            Box(
                _("I agree with the recommendation, with the following amendments"),
                reply == Reply.AMEND,
            ),
            Box(_("I disagree with the recommendation"), reply == Reply.DISAGREE),
        ],
    )
    yield Words(
        _("Amendments"),
        answer.reasons if answer is not None and reply == Reply.AMEND else "",
        may_be_blank=True,
    )
    if answer is not None:
        yield from _changed(answer)
    disagrees = answer if answer is not None and reply == Reply.DISAGREE else None
    yield Words(_("If you disagree: reasons"), disagrees.reasons if disagrees else "", True)
    proposed = []
    if disagrees:
        course = disagrees.get_proposed_course_display() if disagrees.proposed_course else ""
        proposed = [each for each in (str(course), disagrees.proposed_action) if each]
    yield Words(_("If you disagree: proposed action"), "\n".join(proposed), True)
    yield (
        signature(
            answer.decided_by, answer.signed_title, answer.decided_on, answer.signed_telephone
        )
        if answer
        else signature(None, "", None, "")
    )
    yield Facts(
        _("In discussion with the chair of the sub-group"),
        [
            (
                _("Date information to be presented to the Board"),
                day(answer.present_to_board_on) if answer else "",
            ),
            (_("Date information sent to Welsh Government"), day(notice.sent_on) if notice else ""),
        ],
    )
    if discussion:
        yield Heading(_("Discussion by the Board"), 3)
        yield Facts(_("Discussion by the Board"), [(_("Held on"), day(discussion.held_on))])
        yield Words(_("Views expressed by the Board"), discussion.views)
        yield Words(_("Dissent"), discussion.dissent, may_be_blank=True)
    if final is not None:
        yield from _outcome(final, is_after_discussion=final.reply == Reply.FINAL)


def _changed(decision: Decision) -> Iterator[Block]:
    """What holds as decided, each part in full, with what it replaces beside it."""
    rows = [
        [str(Amended(row.field).label), shown(row, row.new), shown(row, row.old)]
        for row in decision.amendments.all()
    ]
    if rows:
        head = [_("Part of the form"), _("As decided"), _("As recommended")]
        yield Grid(_("Amendments of the Board Chair, part by part"), head, [*rows, *_box(decision)])


def _box(decision: Decision) -> Iterator[list[str]]:
    """The box for the length of the period, where the Chair's days fall into another."""
    paper = getattr(decision.review, "recommendation", None)
    if paper is None:
        return
    holds = as_decided(decision.review, paper)
    days = [as_value(field, holds[field]) for field in (Amended.PERIOD_FROM, Amended.PERIOD_UNTIL)]
    first, last = (day if isinstance(day, dt.date) else None for day in days)
    band = band_of(first, last, event_day(decision.review))
    if band != paper.period_band:
        label = _("Time period to be covered by the review")
        yield [label, *(str(PeriodBand(each).label) for each in (band, paper.period_band))]


def _outcome(final: Decision, *, is_after_discussion: bool) -> Iterator[Block]:
    yield Heading(_("Outcome"), 3)
    yield Facts(
        _("Outcome"),
        [
            (_("Decided"), str(final.get_course_display())),
            (_("Date"), day(final.decided_on)),
            (_("Decided by"), _by(final)),
        ],
    )
    if is_after_discussion:
        yield Words(_("Reasons for the final answer"), final.reasons)
        yield from _changed(final)
        yield Words(_("Conflicting views"), final.conflicting_views)
        yield signature(
            final.decided_by, final.signed_title, final.decided_on, final.signed_telephone
        )


def _by(decision: Decision) -> str:
    """Who decided; a deputy is named with the holder for whom they acted."""
    who, on = decision.decided_by, decision.decided_on
    holder = acted_for(decision.review.board_id, Office.BOARD_CHAIR, who.pk, on)
    return f"{named(who)}, {_('for the holder:')} {holder}" if holder else named(who)


def change_of_kind(review: Review, change: KindChange) -> Iterator[Block]:
    """The short notice that a review became of the other type."""
    yield Heading(_("Change of type of a commissioned review"))
    yield Facts(
        _("The change"),
        [
            (_("Case identifier"), str(review.reference)),
            (_("Type before"), str(change.get_old_display())),
            (_("Type now"), str(change.get_new_display())),
            (_("Date"), day(change.changed_on)),
            (_("Decided by"), named(change.decided_by)),
        ],
    )
    yield Words(_("Reasons"), change.reasons)
