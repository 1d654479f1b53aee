"""What publication says of its reviews: how they stand, what is missing, whose turn it is."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from common import clock
from common.deeds import Deed, Sentence
from deadlines.models import Reached
from deadlines.plans import planned_days_of
from deadlines.services import SetDay
from guidance.limits import add_weeks
from guidance.milestones import Milestone
from guidance.waits import OWN_TRANSLATION_WEEKS
from library.publication import undoing
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
    TELL_FIRST,
    TELL_OF_DECISION,
    TEXT_READY,
    WAIVE_WELSH,
)
from library.publication.models import (
    Language,
    NotPublished,
    Publication,
    Submission,
    Text,
    WelshWaiver,
)
from library.publication.obstacles import obstacles
from library.publication.progress import Progress, progress_of
from library.publication.two_people import alone
from reviews.journey import COMMISSIONED, Stage
from reviews.models import Review
from reviews.rooms import Room, State, Turn, register

TAKEN_DOWN = State(_("taken down"), "done")
PUBLISHED = State(_("published"), "done")
NOT_PUBLISHED = State(_("not published"), "done")
SENT = State(_("sent"))


def states(reviews: Sequence[Review], user: Any) -> dict[int, State]:
    ids = [review.pk for review in reviews]
    found = {row.pk: SENT for row in Submission.objects.filter(review__in=ids)}
    found |= {row.pk: NOT_PUBLISHED for row in NotPublished.objects.filter(review__in=ids)}
    found |= {
        row.pk: TAKEN_DOWN if row.taken_down_on else PUBLISHED
        for row in Publication.objects.filter(review__in=ids)
    }
    return found


def done(review: Review) -> Mapping[str, dt.date]:
    """The errands of the plan: each language is checked for disclosure and there, and the family
    was told."""
    progress = Progress(review)
    checks = {row.language: row for row in progress.checks}
    found = {}
    if progress.checks and not progress.unchecked(clock.today()):
        found["disclosure_check"] = max(checks[each].checked_on for each in progress.wanted)
    if progress.there == set(Language):
        found["translation"] = max(text.ready_on for text in progress.texts)
    told = [row.told_on for row in progress.told_first if row.audience == Audience.FAMILY]
    if told:
        found["family_told"] = min(told)
    return found


def turns(reviews: Sequence[Review], user: Any, on: dt.date) -> Iterator[Turn]:
    """From acceptance to publication; a report decided not to be published is still sent."""
    here = [review for review in reviews if review.stage == Stage.FOLLOW_THROUGH]
    for progress in progress_of(here):
        yield from turns_of(progress, on)


def turns_of(progress: Progress, on: dt.date) -> Iterator[Turn]:
    accepted_on, submission = progress.review.stage_since, progress.submission
    if progress.lacking and not progress.is_settled:
        yield turn(progress, TEXT_READY, _("Record that the texts are ready"), accepted_on, rank=10)
    if progress.texts and progress.unchecked(on) and not progress.is_settled:
        ready_on = max(text.ready_on for text in progress.texts)
        yield turn(
            progress, CHECK, _("Carry out a disclosure check on the report"), ready_on, rank=20
        )
    if submission is None:
        yield turn(progress, SEND, _("Send the report to Welsh Government"), accepted_on, rank=0)
        return
    if submission.received_on is None and not progress.is_settled:
        sent_on = submission.sent_on
        yield turn(progress, RECEIVE, _("Record Welsh Government's receipt"), sent_on, rank=15)
    if not progress.is_settled:
        first, planned = progress.first_day(), submission.planned_publication_on
        ready = progress.texts and not progress.unchecked(on) and not progress.lacking
        yield turn(
            progress,
            PUBLISH,
            _("Publish the report"),
            submission.received_on or submission.sent_on,
            rank=5 if ready else 25,
            due_on=max((day for day in (first, planned) if day), default=None),
        )


def turn(
    progress: Progress,
    kind: Deed,
    sentence: Sentence,
    since: dt.date,
    *,
    rank: int,
    due_on: dt.date | None = None,
) -> Turn:
    url = reverse(kind.url_name, args=[progress.review.slug])
    return Turn(
        progress.review, sentence, url, kind.may, since, due_on=due_on, kind=kind, rank=rank
    )


def set_days(reviews: Sequence[Review]) -> Iterator[SetDay]:
    """The report in both languages: by the day of the plan, or some time after its acceptance."""
    here = {review.timetable_id: review for review in reviews if review.stage in COMMISSIONED}
    if not here:
        return
    days = dict(
        Reached.objects.filter(
            timetable__in=here, milestone=Milestone.REPORT_ACCEPTED, part=""
        ).values_list("timetable", "on")
    )
    days = {pk: add_weeks(on, OWN_TRANSLATION_WEEKS) for pk, on in days.items()}
    for pk, planned in planned_days_of(here).items():
        if "translation" in planned:
            days[pk] = planned["translation"]
    pks = [here[timetable].pk for timetable in days]
    ready = Counter(Text.objects.filter(review__in=pks).values_list("review", flat=True))
    settled = {
        pk
        for model in (WelshWaiver, Publication, NotPublished)
        for pk in model.objects.filter(review__in=pks).values_list("review", flat=True)
    }
    for timetable, on in days.items():
        pk = here[timetable].pk
        if pk not in settled and ready[pk] < len(Language):
            yield SetDay(timetable, Milestone.TRANSLATION_DUE, "both", on)


register(
    Room(
        "publication",
        _("Publication"),
        "publication:room",
        80,
        states=states,
        obstacles=obstacles,
        alone=alone,
        turns=turns,
        deeds=(
            TEXT_READY,
            CHECK,
            WAIVE_WELSH,
            SEND,
            RECEIVE,
            ANSWER,
            AGREE_EARLIER,
            TELL_FIRST,
            PUBLISH,
            PLACE,
            TAKE_DOWN,
            DECIDE_NOT,
            TELL_OF_DECISION,
        ),
        rests=undoing.rests,
        dated=undoing.dated,
        set_days=set_days,
        done=done,
    )
)
