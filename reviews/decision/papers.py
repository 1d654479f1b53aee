"""The notice to Welsh Government as a paper: one of the recommendation, one of the outcome (§5.7).

One PDF per language, because a PDF has one language. It names no child: the outline and the
rationale are the sub-group's own words.
"""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from boards.models import User
from common import clock
from common.papers.makers import Paper, Subject
from reviews.access import record_reading
from reviews.models import Notice, Reply, Review
from reviews.permissions import May
from reviews.standing import standing_of

KIND = "reviews.notice"
# A paper's subject holds numbers only.
ABOUT = {1: Notice.About.RECOMMENDATION, 2: Notice.About.OUTCOME}
LANGUAGES = {0: "en", 1: "cy"}
CODES = {0: "en-gb", 1: "cy"}
# Named today; the form of 2011 still has their predecessors.
INSPECTORATES = [
    _("Care Inspectorate Wales"),
    _("Estyn"),
    _("Healthcare Inspectorate Wales"),
    _("HM Inspectorate of Constabulary and Fire & Rescue Services"),
    _("HM Inspectorate of Probation"),
]


def subject_of(review: Review, about: str, *, is_welsh: bool, by: Any) -> dict[str, int]:
    """What the worker needs: ids only. `by` is who asks, named as sender until it is sent."""
    number = next(key for key, each in ABOUT.items() if each == about)
    return {"review": review.pk, "about": number, "welsh": int(is_welsh), "by": by.pk}


def matters(review: Review) -> list[Notice.About]:
    """What there is to be told: the recommendation once made, the outcome once decided."""
    found = []
    if hasattr(review, "recommendation"):
        found.append(Notice.About.RECOMMENDATION)
    if review.decisions.exclude(reply=Reply.DISAGREE).exists():
        found.append(Notice.About.OUTCOME)
    return found


def review_of(subject: Subject) -> Review:
    review: Review = Review.objects.select_related("board", "timetable").get(pk=subject["review"])
    return review


def context(subject: Subject) -> Mapping[str, Any]:
    """The facts of Annex 2. Labels are looked up by the template, in the paper's language."""
    review, about = review_of(subject), ABOUT[subject["about"]]
    decisions = list(review.decisions.select_related("decided_by"))
    final = next((row for row in decisions if row.reply != Reply.DISAGREE), None)
    sent = review.notices.filter(about=about).select_related("sent_by").first()
    sender = sent.sent_by if sent else User.objects.get(pk=subject["by"])
    is_outcome = about == Notice.About.OUTCOME
    return {
        "reference": str(review.reference),
        "made_on": clock.today(),
        "review": review,
        "board": review.board,
        "is_outcome": is_outcome,
        "recommendation": review.recommendation,
        "first": next((row for row in decisions if row.reply == Reply.DISAGREE), None)
        if is_outcome
        else None,
        "discussion": getattr(review, "board_discussion", None) if is_outcome else None,
        "decision": final if is_outcome else None,
        "sent_on": sent.sent_on if sent else None,
        "sender": getattr(sender, "person", None),
        "inspectorates": INSPECTORATES,
    }


def may_have(user: Any, subject: Subject) -> bool:
    """Whoever tells Welsh Government, and nobody whom an interest keeps out."""
    return standing_of(user, review_of(subject)).may(May.TELL_GOVERNMENT)


def filename(subject: Subject) -> str:
    reference = review_of(subject).reference
    language = LANGUAGES[subject["welsh"]]
    return f"{reference.prefix}-{reference.number}-{reference.year}-notice-{language}"


def record_download(user: Any, subject: Subject) -> None:
    record_reading(user, review_of(subject), "notice-pdf")


NOTICE = Paper(
    kind=KIND,
    label=_("Notice to Welsh Government"),
    template="pdf/notice.html",
    context=context,
    may=may_have,
    filename=filename,
    on_download=record_download,
)
