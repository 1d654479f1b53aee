"""What undoing a move takes back, and what stands in its way."""

import datetime as dt
from collections.abc import Iterator, Sequence

from django.core import serializers
from django.db import models, router
from django.db.models.deletion import Collector, ProtectedError, RestrictedError
from django.utils.translation import gettext_lazy as _

from common.deeds import Obstacle
from deadlines import services as deadlines
from deadlines.models import Reached
from guidance.milestones import Milestone
from reviews.models import Correction, Review, StageChange, Withdrawn
from reviews.rooms import in_order

# What a move dates, where its row does not say so itself.
DATES: dict[str, tuple[Milestone, ...]] = {
    "forward": (Milestone.FORWARDED,),
    "recommend": (Milestone.RECOMMENDED,),
    "commission": (Milestone.DECIDED, Milestone.COMMISSIONED),
    "end_without_review": (Milestone.DECIDED,),
    "hold_forum": (Milestone.DECIDED,),
    "let_another_lead": (Milestone.DECIDED,),
    "ask_agencies": (Milestone.AGENCIES_ASKED,),
    "release_timelines": (Milestone.TIMELINES_RELEASED,),
    "hold_event": (Milestone.EVENT_HELD,),
    "agree_report": (Milestone.REPORT_AGREED,),
    "accept_report": (Milestone.REPORT_ACCEPTED,),
    "close": (Milestone.CLOSED,),
}
ENDINGS = ("end_without_review", "hold_forum", "let_another_lead")


def dated_by(change: StageChange) -> list[Milestone]:
    """The milestones that a move dated."""
    found = [Milestone(each) for each in change.reached] or list(DATES.get(change.move, ()))
    return [*found, Milestone.CLOSED] if change.move in ENDINGS else found


def last_move(review: Review) -> StageChange | None:
    """The move that brought the review where it stands."""
    found: StageChange | None = StageChange.objects.standing().filter(review=review).last()
    return found


def written_by(review: Review, change: StageChange) -> list[models.Model]:
    """The rows that the move had written, in every room."""
    return [row for room in in_order() for row in room.undone(review, change.move, change.on)]


def in_the_way(review: Review) -> Iterator[Obstacle]:
    """Why the last move cannot be undone."""
    change = last_move(review)
    if change is None or change.move == "take_on":
        yield impossible("nothing_moved", _("There is no stage change to undo."))
        return
    sentences = [s for room in in_order() for s in room.rests(review, change.move, change.on)]
    for number, sentence in enumerate(dict.fromkeys(sentences)):
        yield impossible(f"rests_{number}", sentence)
    if not sentences:
        try:
            collected(written_by(review, change))
        except (ProtectedError, RestrictedError):
            yield impossible(
                "rests",
                _(
                    "You cannot undo this stage change, because something recorded later"
                    " depends on it."
                ),
            )


def impossible(code: str, sentence: object) -> Obstacle:
    return Obstacle(code, sentence, is_impossible=True)  # type: ignore[arg-type]  # lazy sentences


def collected(rows: Sequence[models.Model]) -> list[models.Model]:
    """These rows with all that hangs on them alone. Raises ProtectedError where more does."""
    found: list[models.Model] = []
    for row in rows:
        collector = Collector(using=router.db_for_write(type(row)), origin=row)
        try:
            collector.collect([row])
        except ProtectedError as error:
            if not set(error.protected_objects) <= set(rows):  # what goes with it holds nothing
                raise
        hanging = [each for several in collector.data.values() for each in several]
        hanging += [each for several in collector.fast_deletes for each in several]
        found += [
            each
            for each in hanging
            if each not in found and not type(each)._meta.auto_created  # told by its owner's list
        ]
    return found


def withdraw(correction: Correction, rows: Sequence[models.Model]) -> None:
    """Keep the rows whole beside the correction, and take them out of what stands."""
    for row in collected(rows):
        (kept,) = serializers.serialize("python", [row])
        Withdrawn.objects.create(
            correction=correction,
            kind=row._meta.label_lower,
            row=str(row.pk),
            content=kept["fields"],
        )
    for row in rows:
        row.delete()


def forget(review: Review, change: StageChange) -> None:
    """Take back the days that the move had reached; a sending back gives its agreement back."""
    for milestone in dated_by(change):
        deadlines.unreach(review.timetable, milestone)
    standing = StageChange.objects.standing().filter(review=review).exclude(pk=change.pk)
    for earlier in standing.exclude(move="send_back").order_by("pk"):
        for milestone in dated_by(earlier):
            if milestone in dated_by(change) or (
                change.move == "send_back" and milestone == Milestone.REPORT_AGREED
            ):
                deadlines.reach(review.timetable, milestone, earlier.on, correcting=True)


def since_before(review: Review, change: StageChange) -> dt.date:
    """Since when the review had stood where the move had found it."""
    before = StageChange.objects.standing().filter(review=review, pk__lt=change.pk)
    earlier: StageChange | None = before.last()
    if earlier:
        return earlier.on
    referred = Reached.objects.filter(
        timetable=review.timetable_id, milestone=str(Milestone.REFERRED), part=""
    ).first()
    return min(referred.on, change.on) if referred else change.on
