"""The action plan: its outline, its actions, and what becomes of each."""

import datetime as dt
from typing import Any, Self

from action_plans.action import services as action
from action_plans.ending import services as ending
from action_plans.models import Action
from action_plans.plan import services as plan
from desk.demo.walk.middle import Middle


class Planning(Middle):
    """The panel plans; owners act; somebody else verifies."""

    def outline_plan(
        self, *, on: dt.date, outline: str = "What each agency will change, and by when."
    ) -> Self:
        plan.write_outline(
            self.refresh(), by=self.cast.user(self.chair), on=on, version=0, outline=outline
        )
        return self

    def add_action(
        self, *, on: dt.date, owner: str, due_on: dt.date, agency: str = "", **facts: str
    ) -> Self:
        """`facts`: learning_point, text, intended_outcome, measure."""
        words: dict[str, Any] = {
            "learning_point": "Information does not reach the next agency.",
            "text": "Agree one way of passing on what was seen.",
        }
        plan.add_action(
            self.refresh(),
            by=self.cast.user(self.chair),
            on=on,
            facts=words
            | facts
            | {
                "agency": self.cast.agency(agency) if agency else self.cast.agency_of(owner),
                "owner": self.cast.person(owner),
                "due_on": due_on,
            },
        )
        return self

    def finalise_plan(self, *, on: dt.date) -> Self:
        plan.finalise(self.refresh(), by=self.cast.user(self.chair), on=on)
        return self

    def approve_plan(self, *, on: dt.date, by: str = "board-chair") -> Self:
        plan.approve(self.refresh(), by=self.cast.user(by), on=on)
        return self

    def send_plan(self, *, on: dt.date) -> Self:
        plan.send(self.refresh(), by=self.cast.user("coordinator"), on=on)
        return self

    def action(self, number: int) -> Action:
        found: Action = Action.objects.select_related("plan__review__board", "owner__user").get(
            plan__review=self.review, number=number
        )
        return found

    def progress(self, number: int, *, on: dt.date, note: str) -> Self:
        row = self.action(number)
        by = row.owner.user or self.cast.user("coordinator")
        action.record_progress(row, by=by, on=on, note=note)
        return self

    def complete(self, number: int, *, on: dt.date, evidence: str) -> Self:
        row = self.action(number)
        by = row.owner.user or self.cast.user("coordinator")
        action.complete(row, by=by, on=on, evidence=evidence)
        return self

    def verify(
        self, number: int, *, on: dt.date, note: str = "The evidence was looked at."
    ) -> Self:
        action.verify(self.action(number), by=self.cast.user("subgroup-chair"), on=on, note=note)
        return self

    def carry_over(self, number: int, *, on: dt.date, reasons: str) -> Self:
        action.carry_over(
            self.action(number),
            by=self.cast.user("subgroup-chair"),
            on=on,
            outcome="carried_over",
            reasons=reasons,
        )
        return self

    def end_plan(self, *, on: dt.date, difference: str = "") -> Self:
        """The learning is passed on, the Board closes the plan, its difference is reported."""
        by = self.cast.user("coordinator")
        ending.disseminate(
            self.refresh(),
            by=by,
            on=on,
            how="briefing",
            audience="Every agency of the Board, by a seven-minute briefing.",
        )
        ending.close_plan(
            self.refresh(),
            by=self.cast.user("board-chair"),
            on=on,
            decision="Every action has come to its end.",
        )
        ending.report_difference(
            self.refresh(),
            by=by,
            on=on,
            difference=difference or "It is too early to see a difference.",
        )
        return self
