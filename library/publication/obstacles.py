"""What publication still misses for each of its deeds, and for closing the review.

The gates ask everything; of what has already happened the door itself makes warnings.
"""

import datetime as dt
from collections.abc import Callable, Iterator

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from common.deeds import Deed, Obstacle, Sentence
from library.publication.beside_models import Audience
from library.publication.deeds import (
    AGREE_EARLIER,
    ANSWER,
    CHECK,
    DECIDE_NOT,
    PLACE,
    PUBLISH,
    RECEIVE,
    SEND,
    TAKE_DOWN,
    TELL_OF_DECISION,
    TEXT_READY,
    WAIVE_WELSH,
)
from library.publication.models import Language, Publication, Submission
from library.publication.progress import Progress
from reviews.models import Review

NO_TEXT = {
    Language.ENGLISH: _("The English text has not been recorded as ready."),
    Language.WELSH: _("The Welsh text has not been recorded as ready, and it has not been waived."),
}
NOT_CHECKED = {
    Language.ENGLISH: _("The English text has not passed a disclosure check."),
    Language.WELSH: _("The Welsh text has not passed a disclosure check."),
}
NOT_CONFIRMED = {
    Language.ENGLISH: _(
        "The disclosure check of the English text was recorded for somebody who has not confirmed"
        " it."
    ),
    Language.WELSH: _(
        "The disclosure check of the Welsh text was recorded for somebody who has not confirmed it."
    ),
}
NOT_TOLD = {
    Audience.FAMILY: _("There is no record that the family was told before publication."),
    Audience.STAFF: _("There is no record that staff were told before publication."),
}
CLOSE = "reviews.closed"


def obstacles(review: Review, kind: Deed, on: dt.date) -> Iterator[Obstacle]:
    """What stands in the way of `kind` on that day."""
    progress = Progress(review)
    if kind.code in NOTHING_TO_DO:
        yield from nothing_to_do(progress, kind)
    if kind in GATES:
        yield from GATES[kind](progress, on)
    if kind.code == CLOSE:
        yield from closing(progress)


def nothing_to_do(progress: Progress, kind: Deed) -> Iterator[Obstacle]:
    for holds, sentence in NOTHING_TO_DO[kind.code]:
        if holds(progress):
            yield Obstacle("nothing_to_do", sentence, is_impossible=True)
            return


def is_set(row: Submission | Publication | None, day: str) -> bool:
    return getattr(row, day, None) is not None


Reason = tuple[Callable[[Progress], bool], Sentence]
IS_PUBLISHED: Reason = (
    lambda p: p.publication is not None,
    _("The publication has already been recorded."),
)
IS_REFUSED: Reason = (
    lambda p: p.not_published is not None,
    _("It was decided not to publish the report."),
)
NOT_SENT: Reason = (
    lambda p: p.submission is None,
    _("There is no record yet that the report was sent."),
)
NO_PUBLICATION: Reason = (lambda p: p.publication is None, _("No publication is recorded."))

NOTHING_TO_DO: dict[str, list[Reason]] = {
    TEXT_READY.code: [
        (
            lambda p: len(p.there) == len(Language),
            _("Both texts have already been recorded as ready."),
        ),
    ],
    CHECK.code: [(lambda p: not p.texts, _("No text has been recorded as ready yet."))],
    WAIVE_WELSH.code: [
        (
            lambda p: Language.WELSH in p.there,
            _("The Welsh text has already been recorded as ready."),
        ),
        (lambda p: p.waiver is not None, _("The Welsh text has already been waived.")),
        IS_PUBLISHED,
    ],
    SEND.code: [
        (lambda p: p.submission is not None, _("The report has already been recorded as sent."))
    ],
    RECEIVE.code: [
        NOT_SENT,
        (
            lambda p: is_set(p.submission, "received_on"),
            _("The receipt has already been recorded."),
        ),
    ],
    AGREE_EARLIER.code: [
        NOT_SENT,
        (
            lambda p: is_set(p.submission, "agreed_earlier_on"),
            _("The agreement has already been recorded."),
        ),
        IS_PUBLISHED,
    ],
    ANSWER.code: [NOT_SENT],
    PLACE.code: [NO_PUBLICATION],
    PUBLISH.code: [IS_PUBLISHED, IS_REFUSED],
    TAKE_DOWN.code: [
        NO_PUBLICATION,
        (
            lambda p: is_set(p.publication, "taken_down_on"),
            _("The report has already been taken down."),
        ),
    ],
    DECIDE_NOT.code: [IS_PUBLISHED, IS_REFUSED],
    TELL_OF_DECISION.code: [
        (
            lambda p: p.not_published is None,
            _("There is no decision not to publish the report."),
        ),
    ],
}


def texts(progress: Progress) -> Iterator[Obstacle]:
    url = reverse("publication:text_ready", args=[progress.review.slug])
    for language in progress.lacking:
        yield Obstacle(f"no_text_{language}", NO_TEXT[language], url)


def sending(progress: Progress, on: dt.date) -> Iterator[Obstacle]:
    """Welsh Government gets the report in both languages, unless the Welsh is waived."""
    yield from texts(progress)


def publishing(progress: Progress, on: dt.date) -> Iterator[Obstacle]:
    """Sent two weeks before, both languages there, each checked for disclosure (§5.19)."""
    slug = progress.review.slug
    first = progress.first_day()
    if progress.submission is None:
        yield Obstacle(
            "not_sent",
            _("There is no record that the report was sent to Welsh Government."),
            reverse("publication:send", args=[slug]),
        )
    elif first and on < first:
        yield Obstacle(
            "too_early",
            _("On that date Welsh Government will not have had the report for two weeks."),
            reverse("publication:agree_earlier", args=[slug]),
        )
    yield from texts(progress)
    unsure = {each.language for each in progress.checks if each.act in progress.unconfirmed}
    for language in progress.unchecked(on):
        waits = language in unsure
        yield Obstacle(
            f"unconfirmed_{language}" if waits else f"unchecked_{language}",
            (NOT_CONFIRMED if waits else NOT_CHECKED)[language],
            reverse("publication:check", args=[slug]),
        )
    for audience in progress.untold(on):
        yield Obstacle(
            f"not_told_{audience}",
            NOT_TOLD[audience],
            reverse("publication:tell_first", args=[slug]),
            is_warning=True,
        )


GATES = {SEND: sending, PUBLISH: publishing}


def closing(progress: Progress) -> Iterator[Obstacle]:
    """A review is closed once its report went out, or it was decided that it does not."""
    room = reverse("publication:room", args=[progress.review.slug])
    if progress.submission is None:
        yield Obstacle(
            "not_sent", _("There is no record that the report was sent to Welsh Government."), room
        )
    if not progress.is_settled:
        yield Obstacle(
            "not_published",
            _("The report has not been published, and there is no decision not to publish it."),
            room,
        )
