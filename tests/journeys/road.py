"""The road of a review, as forms that people fill in. How they do it (a client of Django's, or
Chromium) is the actor's affair: `does` follows a link on one page to a form and sends it."""

import datetime as dt
from collections.abc import Callable
from typing import Any, Protocol
from uuid import UUID

from django.urls import reverse

from action_plans.models import Action
from boards.models import Agency, Person
from panels.models import AgencyReturn
from reviews.capacities import Capacity
from reviews.models import Review, Subject

WEEK = dt.timedelta(weeks=1)


class Actor(Protocol):
    """Somebody at a browser."""

    def does(self, path: str, *, found_on: str = "", **answers: Any) -> str: ...


class Road:
    """One review. Each step is a week later; `at` sets the clock to its day."""

    def __init__(self, actor: Callable[[str], Actor], at: Callable[[dt.date], None]) -> None:
        self.actor, self.at = actor, at
        self.day = dt.date(2024, 1, 8)
        self.slug = ""

    @property
    def review(self) -> Review:
        _board, number, year = self.slug.split("-")
        return Review.objects.get(board__code="be", number=number, year=year)

    def url(self, name: str, *args: Any) -> str:
        return reverse(name, args=args or [self.slug])

    def step(self, role: str, form: str, room: str, *, days: int = 7, **answers: Any) -> str:
        """`role` opens `room`, follows the link to `form`, fills it in and sends it."""
        self.day += dt.timedelta(days=days)
        self.at(self.day)
        return self.actor(role).does(self.url(form), found_on=self.url(room), **answers)

    # From the referral to the decision

    def refer(self, *, forward_after: int = 7) -> None:
        self.at(self.day)
        place = self.actor("coordinator").does(
            reverse("reviews:log"),
            found_on=reverse("reviews:list"),
            source="telephone",
            sentence="A child of three was badly hurt at home.",
            harm="life_threatening",
            event_on=dt.date(2023, 12, 30),
        )
        self.slug = place.rstrip("/").rsplit("/", 1)[-1]
        self.step("coordinator", "reviews:add_child", "reviews:children", days=0)
        self.step("coordinator", "reviews:forward", "reviews:overview", days=forward_after)

    def recommend(self, course: str, *, dissent: str = "", by: str = "coordinator") -> None:
        """The co-ordinator drafts it; the chair checks it and signs, with what stays open."""
        self.step(
            by,
            "reviews:recommend",
            "reviews:overview",
            course=course,
            vote="majority" if dissent else "unanimous",
            dissent=dissent,
            outline="Child A was three and was hurt at home.",
            rationale="The criteria were considered one by one.",
            period_from_on=dt.date(2022, 12, 30),
            period_until_on=dt.date(2023, 12, 30),
            period_why="The twelve months before the event.",
        )
        self.step(
            "subgroup-chair",
            "reviews:check_recommendation",
            "reviews:overview",
            days=0,
            reason="The panel chair is still sought.",
        )

    def decide(self, **answers: Any) -> None:
        self.step("board-chair", "reviews:decide", "reviews:overview", **answers)

    def tell(self, about: str) -> None:
        self.step("coordinator", "reviews:send_notice", "reviews:decision", days=1, about=about)

    # The panel and its work

    def appoint(self, role: str, capacity: Capacity, agency: Agency | None = None) -> None:
        person = Person.objects.get(email=f"{role}@be.test")
        self.step(
            "coordinator",
            "reviews:appoint",
            "reviews:people",
            days=0,
            person=person.pk,
            capacity=capacity.value,
            agency=agency.pk if agency else "",
            is_independent="yes",
            independence="No part in the case, and no oversight of it.",
        )

    def agree_terms(self, **answers: Any) -> None:
        self.step(
            "panel-chair",
            "panels:agree_terms",
            "panels:panel",
            questions="Who knew what, and who was told?",
            **answers,
        )

    def ask_agencies(self, *agencies: Agency) -> None:
        self.step(
            "panel-chair",
            "panels:ask_agencies",
            "panels:timelines",
            agencies=[agency.pk for agency in agencies],
            due_on=self.day + 5 * WEEK,
        )

    def return_timeline(self, role: str, agency: Agency) -> None:
        row = AgencyReturn.objects.get(review=self.review, agency=agency)
        self.day += WEEK
        self.at(self.day)
        self.actor(role).does(
            self.url("panels:give_return", row.uuid),
            found_on=row.get_absolute_url(),
            state="returned",
            entries=12,
            analysis="What was seen was not passed on.",
            searched="The case system and the paper file.",
            was_involved="no",
        )

    def hear_family(self) -> None:
        self.step(
            "reviewer",
            "panels:record_family",
            "panels:family",
            relation="mother",
            approached="yes",
            approached_on=self.day - WEEK,
            outcome="contributed",
            message="Nobody asked me.",
        )
        self.hear_child()

    def hear_child(self) -> None:
        self.step(
            "reviewer",
            "reviews:record_voice",
            "reviews:children",
            days=0,
            child=Subject.objects.get(review=self.review).pk,
            voice="spoken_to",
            lived_experience="In part two.",
        )

    def hold_event(self) -> None:
        self.step(
            "reviewer",
            "learning_events:hold",
            "learning_events:room",
            length="one",
            venue="The town hall",
            facilitators=[Person.objects.get(email="reviewer@be.test").pk],
            invited=12,
            attended=12,
            learning_points="Information stayed where it was.",
        )

    # The report and the plan

    def write(self, role: str = "reviewer") -> None:
        self.step(
            role,
            "reports:write",
            "reports:room",
            outline_en="What happened, month by month.",
            learning_en="Information stayed where it was.",
            conclusions_en="Pass it on the same day.",
        )

    def sign(self, role: str = "reviewer") -> None:
        self.step(
            role,
            "reports:sign",
            "reports:room",
            days=1,
            independence="I had no part in the case.",
            qualification="Trained as a reviewer.",
        )

    def agree(self) -> None:
        self.step("panel-chair", "reports:agree", "reports:room")

    def accept(self) -> None:
        self.step(
            "board-chair",
            "reports:accept",
            "reports:room",
            how="without_vote",
            decision="The Board accepts the report.",
        )

    def outline(self) -> None:
        self.step(
            "panel-chair",
            "action_plans:outline",
            "action_plans:room",
            outline="Each agency changes how it passes on what it sees.",
        )

    def plan(self, agency: Agency) -> None:
        self.step(
            "panel-chair",
            "action_plans:add",
            "action_plans:room",
            days=1,
            learning_point="Information stayed where it was.",
            text="Agree what is passed on the same day.",
            agency=agency.pk,
            owner=Person.objects.get(email="action-owner@be.test").pk,
            due_on=self.day + 12 * WEEK,
        )
        self.step("panel-chair", "action_plans:finalise", "action_plans:room", days=1)
        self.step("board-chair", "action_plans:approve", "action_plans:room")
        self.step("coordinator", "action_plans:send", "action_plans:room", days=1)

    @property
    def action(self) -> UUID:
        return Action.objects.get(plan__review=self.review).uuid

    def on_action(self, role: str, deed: str, **answers: Any) -> None:
        """The owner comes from their own actions, everybody else from the plan."""
        self.day += WEEK
        self.at(self.day)
        self.actor(role).does(
            self.url(f"action_plans:{deed}", self.action),
            found_on=self.url("action_plans:action", self.action),
            **answers,
        )

    # Publication and the end

    def make_ready(self) -> None:
        self.step(
            "coordinator",
            "publication:text_ready",
            "publication:room",
            days=1,
            languages=["en", "cy"],
        )
        for language in ("en", "cy"):
            self.step(
                "subgroup-chair",
                "publication:check",
                "publication:room",
                days=1,
                language=language,
                finding="clear",
            )

    def send_and_wait(self) -> None:
        self.step("coordinator", "publication:send", "publication:room", days=1)
        self.step("coordinator", "publication:receive", "publication:room", days=1)

    def tell_first(self, audience: str) -> None:
        self.step(
            "coordinator",
            "publication:tell_first",
            "publication:room",
            days=0,
            audience=audience,
            how="By letter.",
        )

    def publish(self, *, days: int = 15, by: str = "coordinator") -> None:
        self.day += dt.timedelta(days=days - 1)
        self.at(self.day)
        for audience in ("family", "staff"):
            self.tell_first(audience)
        self.step(
            by,
            "publication:publish",
            "publication:room",
            days=1,
            address="https://www.bro-eithin.example/reviews/1",
        )

    def end_plan(self) -> None:
        self.step(
            "coordinator",
            "action_plans:disseminate",
            "action_plans:room",
            how="briefing",
            audience="All schools.",
        )
        self.step(
            "board-chair", "action_plans:close", "action_plans:room", decision="All of it is done."
        )
        self.step(
            "coordinator",
            "action_plans:difference",
            "action_plans:room",
            difference="It is passed on the same day now.",
        )

    def close(self) -> None:
        self.end_plan()
        self.step(
            "coordinator",
            "reviews:close",
            "reviews:overview",
            difference="It is passed on the same day now.",
        )
