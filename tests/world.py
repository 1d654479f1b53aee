"""The world: two boards and their people, and in Bro Eithin a review at every stage.

It is walked once a run, by the real services, as the people who would do it; tests take the fixture
`world` (tests.stage) and ask it for `review_at(Stage.DECISION)` or `user("coordinator")`.
"""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.test import override_settings

from boards.models import Agency, Board, Hold, Office, Person, User
from common import clock
from learning_events.services import hold_event
from panels.family.services import record_family
from panels.models import AgencyReturn, ReturnState
from panels.panel.services import agree_terms
from panels.timelines.services import (
    ask_agencies,
    give_return,
    release_timelines,
    waive_return,
)
from reviews.capacities import Capacity, Grade
from reviews.children.services import add_child, record_voice
from reviews.closing.services import end_otherwise
from reviews.decision.services import decide
from reviews.journey import Stage
from reviews.models import Course, Reply, Review, ReviewKind, Source, Voice, Vote
from reviews.people.services import appoint, end_appointment, set_interest
from reviews.recommendation.services import recommend
from reviews.referral.services import forward, log_referral
from tests.cast import make_agency, make_board, make_person, make_user

TODAY = "2026-03-02"
BEGAN = dt.date(2024, 1, 8)
CHILD = "Gwenllian Canari"  # the name that must be seen nowhere but where names are shown
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
APPOINTED: dict[str, str] = {
    "panel-chair": Capacity.PANEL_CHAIR,
    "reviewer": Capacity.REVIEWER,
    "reviewer-two": Capacity.REVIEWER_EXTERNAL,
    "panel-member": Capacity.PANEL_MEMBER,
    "former-member": Capacity.PANEL_MEMBER,
    "agency-author": Capacity.AGENCY_AUTHOR,
}
FOR_AN_AGENCY = {"panel-member", "former-member", "agency-author", "action-owner"}


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
    User.objects.create_superuser("root@service.test")


@dataclass
class Case:
    """One review being walked; each step a week after the one before."""

    kind: str = CONCISE
    on: dt.date = BEGAN
    review: Review = field(init=False)

    def by(self, role: str) -> Any:
        return User.objects.select_related("person").get(email=f"{role}@be.test")

    def words(self, role: str) -> dict[str, Any]:
        self.on += dt.timedelta(weeks=1)
        return {"by": self.by(role), "on": self.on}

    def refer(self) -> None:
        self.review = log_referral(
            Board.objects.get(code="be"),
            **self.words("coordinator"),
            source=Source.TELEPHONE,
            sentence="A baby was found badly hurt.",
        )
        add_child(self.review, **self.words("coordinator"), pseudonym="Child A", full_name=CHILD)
        set_interest(
            self.review,
            **self.words("board-chair"),
            person=Person.objects.get(email="excluded@be.test"),
            grade=Grade.OUT,
            reason="Knows the family.",
        )

    def forward(self) -> None:
        forward(self.review, **self.words("coordinator"))

    def recommend(self, course: str = "") -> None:
        recommend(
            self.review,
            **self.words("subgroup-chair"),
            course=course or self.kind,
            vote=Vote.UNANIMOUS,
            outline="Child A was hurt.",
            rationale="The criteria are met.",
            period_from_on=dt.date(2023, 1, 1),
            period_until_on=dt.date(2023, 12, 31),
            period_why="The twelve months before.",
        )

    def answer(self, reply: str, course: str = "") -> None:
        reasons = "" if reply == Reply.AGREE else "For these reasons."
        decide(
            self.review, **self.words("board-chair"), reply=reply, course=course, reasons=reasons
        )

    def agree(self) -> None:
        """Commissioned; and everybody is appointed, one for a while."""
        self.answer(Reply.AGREE)
        for role, capacity in APPOINTED.items():
            person = Person.objects.get(email=f"{role}@be.test")
            member = person.memberships.first() if role in FOR_AN_AGENCY else None
            words = self.words("coordinator")
            appointment = appoint(
                self.review,
                **words,
                person=person,
                capacity=capacity,
                agency=member.agency if member else None,
                is_independent=not member,
            )
            if role == "former-member":
                end_appointment(self.review, **words, appointment=appointment)

    def end(self, way: str) -> None:
        end_otherwise(
            self.review, **self.words("board-chair"), way=way, reasons="It goes another way."
        )

    def agree_terms(self) -> None:
        agree_terms(
            self.review,
            **self.words("panel-chair"),
            version=0,
            questions="What was known, and by whom?",
            has_core_questions=True,
            period_from_on=dt.date(2023, 1, 1),
            period_until_on=dt.date(2023, 12, 31),
        )

    def ask_agencies(self) -> None:
        self.agree_terms()
        words = self.words("panel-chair")
        agencies = Agency.objects.filter(code__startswith="be-")
        due_on = self.on + dt.timedelta(weeks=4)
        ask_agencies(self.review, **words, agencies=agencies, due_on=due_on)

    def release(self) -> None:
        """One agency returns its timeline, the other is waived; then both are released."""
        for row in AgencyReturn.objects.filter(review=self.review):
            if row.agency.code == "be-health":
                waive_return(
                    self.review,
                    **self.words("panel-chair"),
                    agency_return=row,
                    state=ReturnState.WAIVED,
                    why="Nobody there knew the child.",
                )
            else:
                give_return(
                    row,
                    **self.words("agency-author"),
                    state=ReturnState.RETURNED,
                    searched="All records.",
                    entries=12,
                    analysis="Calls were not joined up.",
                )
        release_timelines(self.review, **self.words("panel-chair"))

    def hold_event(self) -> None:
        record_voice(
            self.review,
            **self.words("reviewer"),
            child=self.review.subjects.get(),
            voice=Voice.SPOKEN_TO,
        )
        record_family(
            self.review,
            **self.words("reviewer"),
            relation="mother",
            approached=False,
            why_not="The police asked us not to.",
        )
        hold_event(
            self.review,
            **self.words("reviewer"),
            venue="The hall",
            length="one",
            facilitators=[Person.objects.get(email="reviewer@be.test")],
            invited=14,
            attended=12,
            learning_points="Nobody asked the child.",
        )


Step = Callable[[Case], object]
# The usual road: what brings a case to each stage. A room adds its step; nothing else changes.
ROAD: dict[str, Step] = {
    Stage.REFERRAL: Case.refer,
    Stage.RECOMMENDATION: Case.forward,
    Stage.DECISION: Case.recommend,
    Stage.PANEL: Case.agree,
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
