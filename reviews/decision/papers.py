"""The notice to Welsh Government as papers: one a matter (§5.7), a language and a format.

One language a file, because a file has one. The worker makes them.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from boards.models import User
from common import clock, word
from common.papers.makers import Paper, Subject
from common.templatetags.page import day
from reviews.access import record_reading
from reviews.decision.annex.form import form
from reviews.decision.annex.word import written
from reviews.decision.notices import Matter
from reviews.models import Notice, Review
from reviews.permissions import May
from reviews.standing import standing_of

KIND, WORD = "reviews.notice", "reviews.notice_word"
# A paper's subject holds numbers only.
ABOUT = {1: Notice.About.RECOMMENDATION, 2: Notice.About.OUTCOME, 3: Notice.About.KIND}
LANGUAGES = {0: "en", 1: "cy"}
CODES = {0: "en-gb", 1: "cy"}


def subject_of(review: Review, matter: Matter, *, is_welsh: bool, by: Any) -> dict[str, int]:
    """What the worker needs: ids only. `by` is who asks, named as sender until it is sent."""
    number = next(key for key, each in ABOUT.items() if each == matter.about)
    return {
        "review": review.pk,
        "about": number,
        "number": matter.number,
        "welsh": int(is_welsh),
        "by": by.pk,
    }


def matter_of(subject: Subject) -> Matter:
    return Matter(ABOUT[subject["about"]], subject.get("number", 0))


def review_of(subject: Subject) -> Review:
    review: Review = Review.objects.select_related("board", "timetable").get(pk=subject["review"])
    return review


def context(subject: Subject) -> Mapping[str, Any]:
    """The form of Annex 2, in the language that is switched on, with what stands in the margins."""
    review = review_of(subject)
    sender = getattr(User.objects.get(pk=subject["by"]), "person", None)
    made_on = clock.today()
    filled = form(review, matter_of(subject), sender=sender, made_on=made_on)
    foot = gettext("Made on %(day)s. SHA-256 of the text: %(checksum)s") % {
        "day": day(made_on),
        "checksum": filled.checksum,
    }
    return {"reference": str(review.reference), "form": filled, "foot": foot, "made_on": made_on}


def in_word(subject: Subject, language: str) -> bytes:
    found = context(subject)
    return written(
        found["form"],
        reference=found["reference"],
        title=f"{gettext('Notice to Welsh Government')} \N{EN DASH} {found['reference']}",
        language=language,
        foot=found["foot"],
    )


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
NOTICE_IN_WORD = replace(
    NOTICE, kind=WORD, make=in_word, extension="docx", content_type=word.CONTENT_TYPE
)
