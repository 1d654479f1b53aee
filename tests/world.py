"""The world: two boards and their people, and in Bro Eithin a review at every stage.

It is walked once a run, by the real services, as the people who would do it; tests take the fixture
`world` (tests.stage) and ask it for `review_at(Stage.DECISION)` or `user("coordinator")`.
"""

import datetime as dt
from collections.abc import Callable, Iterator
from typing import Any

from django.test import override_settings

from boards.models import Board, Hold, Office, Person, User
from common import clock
from panels.register.services import enter
from reviews.journey import Stage
from reviews.models import Course, Reply, Review, ReviewKind
from tests.cast import make_agency, make_board, make_person, make_user
from tests.walking import APPOINTED, BEGAN, CHILD, FOR_AN_AGENCY, Case

__all__ = ["CHILD", "TODAY", "World", "to", "walk"]

TODAY = "2026-03-02"
CONCISE, EXTENDED = ReviewKind.CONCISE, ReviewKind.EXTENDED

OFFICES: dict[str, tuple[str, str]] = {
    "coordinator": (Office.COORDINATOR, Hold.HOLDER),
    "excluded": (Office.COORDINATOR, Hold.JOINT),  # barred from every review of the board
    "board-chair": (Office.BOARD_CHAIR, Hold.HOLDER),
    "vice-chair": (Office.BOARD_CHAIR, Hold.DEPUTY),
    "subgroup-chair": (Office.SUBGROUP_CHAIR, Hold.HOLDER),
    "subgroup-member": (Office.SUBGROUP_MEMBER, Hold.HOLDER),
    "board-member": (Office.BOARD_MEMBER, Hold.HOLDER),
    "auditor": (Office.AUDITOR, Hold.HOLDER),
}


def people() -> None:
    """Both boards with their offices filled, and one person for each part in a review."""
    be, dc = make_board("be"), make_board("dc")
    for board in (be, dc):
        for role, (office, hold) in OFFICES.items():
            make_user(board, role, office, hold)
    agency = make_agency(be)
    make_agency(be, "health", "health_board")
    for role in (*APPOINTED, "action-owner", "outsider"):
        make_user(be, role, agency=agency if role in FOR_AN_AGENCY else None)
    make_person(be, "no-account")
    enter(
        be,
        by=User.objects.get(email="coordinator@be.test"),
        on=BEGAN,
        person=Person.objects.get(email="reviewer@be.test"),
        facts={"skills": ["facilitation"], "welsh": "fluent"},
    )
    User.objects.create_superuser("root@service.test")


Step = Callable[[Case], object]
# The usual road: what brings a case to each stage. A room adds its step; nothing else changes.
ROAD: dict[str, Step] = {
    Stage.REFERRAL: Case.refer,
    Stage.RECOMMENDATION: Case.forward,
    Stage.DECISION: Case.recommend,
    Stage.PANEL: Case.agree,
    Stage.TIMELINES: Case.ask_agencies,
    Stage.LEARNING: Case.release,
    Stage.REPORT: Case.hold_event,
    Stage.ACCEPTANCE: Case.agree_report,
    Stage.FOLLOW_THROUGH: Case.accept_report,
    Stage.CLOSED: Case.close,
}
# Off the road: from which stage, and by what.
ASIDE: dict[str, tuple[str, Step]] = {
    Stage.BOARD_DISCUSSION: (Stage.DECISION, lambda case: case.answer(Reply.DISAGREE)),
    Stage.NO_REVIEW: (Stage.DECISION, lambda case: case.answer(Reply.AMEND, Course.NO_REVIEW)),
    Stage.FORUM: (Stage.DECISION, lambda case: case.answer(Reply.AMEND, Course.FORUM)),
    Stage.ANOTHER_LEADS: (
        Stage.DECISION,
        lambda case: case.answer(Reply.AMEND, Course.ANOTHER_LEADS),
    ),
    Stage.TRANSFERRED: (Stage.PANEL, lambda case: case.end("transfer")),
    Stage.DISCONTINUED: (Stage.PANEL, lambda case: case.end("discontinue")),
    Stage.CONVERTED: (Stage.RECOMMENDATION, lambda case: case.end("convert")),
    Stage.JOINED: (Stage.REFERRAL, Case.join),
}


def to(stage: str, kind: str = CONCISE) -> Review:
    """A case, taken from its referral to this stage."""
    case = Case(kind)
    until, aside = ASIDE.get(stage, (stage, None))
    for reached, step in ROAD.items():
        step(case)
        if reached == until:
            break
    if aside:
        aside(case)
    return Review.objects.get(pk=case.review.pk)


def stages() -> Iterator[tuple[str, str]]:
    """Every stage that can be walked to, once; from commissioning on once a kind."""
    before = True
    for stage in ROAD:
        before = before and stage != Stage.PANEL
        yield from [(stage, CONCISE)] if before else [(stage, CONCISE), (stage, EXTENDED)]
    yield from ((stage, CONCISE) for stage in ASIDE)


def walk() -> None:
    """Everything above, in the database that is connected."""
    with override_settings(DEMO_TODAY=TODAY):
        people()
        for stage, kind in stages():
            reached = to(stage, kind)
            assert reached.stage == stage, f"{reached} came to {reached.stage}, not {stage}"


class World:
    """What a test asks of the world."""

    @property
    def board(self) -> Board:
        return Board.objects.get(code="be")

    @property
    def other_board(self) -> Board:
        return Board.objects.get(code="dc")

    def user(self, role: str, board: str = "be") -> Any:
        """The account of a role; `root` is the superuser."""
        email = "root@service.test" if role == "root" else f"{role}@{board}.test"
        return User.objects.select_related("person").get(email=email)

    def person(self, role: str, board: str = "be") -> Person:
        return Person.objects.get(email=f"{role}@{board}.test")

    def review_at(self, stage: str, kind: str = CONCISE) -> Review:
        found = Review.objects.select_related("board", "timetable").filter(stage=stage)
        return found.filter(kind__in=["", kind]).earliest("pk")

    def reviews(self) -> list[Review]:
        return list(Review.objects.select_related("board", "timetable").order_by("pk"))

    @property
    def today(self) -> dt.date:
        return clock.today()
