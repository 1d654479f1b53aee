"""Taking on a review that began outside the system, at the stage it has reached."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from audit import ledger
from boards.models import Board, Person
from common import clock
from common.deeds import NOT_PERMITTED, Act, Refused
from common.uploads.field import Upload
from deadlines import services as deadlines
from guidance.editions import DEFAULT
from guidance.milestones import Milestone
from reviews import board_door
from reviews.capacities import Capacity
from reviews.children.deeds import RECORD_NAMES
from reviews.children.matching import keep_keys
from reviews.documents.writing import keep_uploaded
from reviews.door import move
from reviews.journey import COMMISSIONED
from reviews.models import (
    Appointment,
    DocumentKind,
    Marking,
    OlderReference,
    Review,
    Subject,
    SubjectName,
    TakenOn,
)
from reviews.people.services import grant
from reviews.referral.services import next_number
from reviews.standing import standing_on_board
from reviews.taking_on.deeds import TAKE_ON
from reviews.taking_on.milestones import ASKED, LEAVING, lies_before, passed


def take_on(
    board: Board,
    *,
    by: Any,
    on: dt.date,
    stage: str,
    days: Mapping[Milestone, dt.date],
    kind: str = "",
    course: str = "",
    since: dt.date | None = None,
    code: str = DEFAULT,
    older: Iterable[str] = (),
    outline: str = "",
    children: Iterable[str] = (),
    names: Sequence[str] = (),
    papers: Iterable[tuple[Upload, str]] = (),
    marking: str = Marking.NAMES,
    panel_chair: Person | None = None,
    reviewers: Iterable[Person] = (),
) -> Review:
    """Open the case at its stage with its true days. The clocks follow from these alone: what is
    not known is counted from nothing, and no guard that lies before is asked again. `names` are
    the children's, in their order; each of the `papers` comes with its kind."""
    act = Act(details={"stage": stage, "kind": kind})
    with board_door.door.deed(board, TAKE_ON, by=by, on=on, act=act) as fresh:
        known = dict(days)
        unknown = [str(m) for m in ASKED if lies_before(m, stage) and m not in known]
        reached_on = since or last_before(stage, known) or on
        year = min([*known.values(), reached_on]).year
        review: Review = Review.objects.create(
            board=fresh,
            year=year,
            number=next_number(fresh, year),
            timetable=deadlines.open_timetable(fresh, code, passed=passed(unknown, stage)),
            stage_since=reached_on,
        )
        act.review = review.pk
        TakenOn.objects.create(
            review=review,
            stage=stage,
            on=on,
            course=course,
            outline=outline,
            unknown=unknown,
            act=act.uuid,
            recorded_by=by,
        )
        OlderReference.objects.bulk_create(
            OlderReference(review=review, written=each) for each in dict.fromkeys(older)
        )
        _children(review, act, by, on, list(dict.fromkeys(children)), names)
        for upload, paper in papers:
            title = str(DocumentKind(paper).label)
            keep_uploaded(review, upload=upload, title=title, kind=paper, marking=marking, by=by)
        move(review, "take_on", act, by=by, on=reached_on, words={"to": stage, "kind": kind})
        _date(review, known, reached_on)
        _appoint(review, panel_chair, reviewers, known.get(Milestone.DECIDED, reached_on))
    return review


def _children(
    review: Review, act: Act, by: Any, on: dt.date, children: list[str], names: Sequence[str]
) -> None:
    """By pseudonym, and those names that are known apart and encrypted."""
    for number, pseudonym in enumerate(children):
        child = Subject.objects.create(review=review, pseudonym=pseudonym)
        name = names[number] if number < len(names) else ""
        if name:
            keep_keys(SubjectName.objects.create(subject=child, full_name=name))
    if any(names):
        if not standing_on_board(by, review.board).may(RECORD_NAMES.may):
            raise Refused(NOT_PERMITTED)
        ledger.record(
            RECORD_NAMES.code,
            by=by.pk,
            capacity=standing_on_board(by, review.board).capacity(RECORD_NAMES.may),
            board=review.board_id,
            review=review.pk,
            on=on,
            act=act.uuid,
        )


def last_before(stage: str, days: Mapping[Milestone, dt.date]) -> dt.date | None:
    """The day that led into the stage, else the last that is known."""
    leading = [LEAVING[each] for each in LEAVING if lies_before(LEAVING[each], stage)]
    if leading and leading[-1] in days:
        return days[leading[-1]]
    return max(days.values(), default=None)


def _date(review: Review, days: Mapping[Milestone, dt.date], reached_on: dt.date) -> None:
    """Write the known days and let the clocks follow."""
    if review.kind:
        deadlines.set_kind(review.timetable, review.kind)
    found = dict(days)
    if Milestone.DECIDED in found and review.stage in COMMISSIONED:
        found[Milestone.COMMISSIONED] = found[Milestone.DECIDED]
    if not review.is_running:
        found[Milestone.CLOSED] = reached_on
    for milestone, day in found.items():
        deadlines.reach(review.timetable, milestone, day)


def _appoint(
    review: Review, chair: Person | None, reviewers: Iterable[Person], from_on: dt.date
) -> None:
    """Write the appointments as they stand, with their guardian rows."""
    if review.stage not in COMMISSIONED:
        return
    people = [(chair, Capacity.PANEL_CHAIR)] if chair else []
    people += [(person, Capacity.REVIEWER) for person in reviewers]
    for person, capacity in people:
        row = Appointment.objects.create(
            review=review,
            person=person,
            capacity=capacity,
            from_on=min(from_on, clock.today()),
        )
        grant(row)
