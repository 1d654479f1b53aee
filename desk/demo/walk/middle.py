"""From the panel to the learning event: people, terms, timelines, family, the event itself."""

import datetime as dt
from collections.abc import Sequence
from typing import Self

from desk.demo.walk.beginning import Beginning
from learning_events import services as learning_events
from learning_events.models import Length
from panels.family import services as family
from panels.models import AgencyReturn, Outcome, Relation, ReturnState
from panels.panel import services as panel
from panels.timelines import services as timelines
from reviews.capacities import Capacity
from reviews.models import ReviewKind

WEEK = dt.timedelta(weeks=1)


class Middle(Beginning):
    """What the panel does. `chair` and `writer`: the roles that chair it and write its report."""

    chair = "panel-chair"
    writer = "reviewer"

    def set_up_panel(
        self,
        *,
        on: dt.date,
        members: Sequence[str] = ("panel-member",),
        authors: Sequence[str] = (),
    ) -> Self:
        """The chair, the members with their agencies, the reviewers that this kind asks for."""
        self.appoint(
            self.chair,
            Capacity.PANEL_CHAIR,
            on=on,
            independence="Had no part in the case and did not oversee anybody who had.",
        )
        for role in members:
            self.appoint(role, Capacity.PANEL_MEMBER, on=on)
        for role in authors:
            self.appoint(role, Capacity.AGENCY_AUTHOR, on=on)
        if self.review.kind == ReviewKind.EXTENDED:
            self.writer = "reviewer-external"
            reviewers = {
                self.writer: Capacity.REVIEWER_EXTERNAL,
                "reviewer-local": Capacity.REVIEWER_LOCAL,
            }
        else:
            reviewers = {self.writer: Capacity.REVIEWER}
        for role, capacity in reviewers.items():
            self.appoint(
                role, capacity, on=on, independence="Independent of the management of the case."
            )
        return self

    def agree_terms(
        self,
        *,
        on: dt.date,
        questions: str = "How did agencies share what they knew, and how did they hear the child?",
        changes: str = "",
    ) -> Self:
        """The period is the recommended one."""
        review, earlier = self.refresh(), panel.current_terms(self.review)
        first, last = review.recommendation.period_from_on, review.recommendation.period_until_on
        assert first is not None
        assert last is not None
        panel.agree_terms(
            review,
            by=self.cast.user(self.chair),
            on=on,
            version=earlier.version if earlier else 0,
            questions=questions,
            period_from_on=first,
            period_until_on=last,
            has_core_questions=review.kind == ReviewKind.EXTENDED,
            period_why=review.recommendation.period_why,
            changes=changes,
        )
        return self

    def ask_agencies(self, *agencies: str, on: dt.date, due_on: dt.date | None = None) -> Self:
        timelines.ask_agencies(
            self.refresh(),
            by=self.cast.user(self.chair),
            on=on,
            agencies=[self.cast.agency(code) for code in agencies],
            due_on=due_on or on + 5 * WEEK,
        )
        return self

    def return_timeline(
        self,
        agency: str,
        *,
        on: dt.date,
        author: str,
        entries: int = 24,
        searched: str = "The agency's case system and its paper records.",
        analysis: str = "Visits were made on time. What was seen was not always passed on.",
    ) -> Self:
        """An author with an account returns it; for one without, the co-ordinator does.

        No entries: there was nothing to return.
        """
        person = self.cast.person(author)
        timelines.give_return(
            self.asked(agency),
            by=person.user or self.cast.user("coordinator"),
            on=on,
            state=ReturnState.RETURNED if entries else ReturnState.NIL,
            searched=searched,
            entries=entries or None,
            analysis=analysis if entries else "",
            was_involved=False,
            author=person,
        )
        return self

    def asked(self, agency: str) -> AgencyReturn:
        return AgencyReturn.objects.select_related("review__board", "review__timetable").get(
            review=self.review, agency=self.cast.agency(agency)
        )

    def go_on_without(self, agency: str, *, on: dt.date, why: str, waived: bool = False) -> Self:
        timelines.waive_return(
            self.refresh(),
            by=self.cast.user(self.chair),
            on=on,
            agency_return=self.asked(agency),
            state=ReturnState.WAIVED if waived else ReturnState.GOING_ON_WITHOUT,
            why=why,
        )
        return self

    def release_timelines(self, *, on: dt.date) -> Self:
        timelines.release_timelines(self.refresh(), by=self.cast.user(self.chair), on=on)
        return self

    def meet_family(
        self,
        relation: Relation = Relation.MOTHER,
        *,
        on: dt.date,
        outcome: Outcome = Outcome.CONTRIBUTED,
        message: str = "",
        why_not: str = "",
        by: str = "",
        who: str = "",
    ) -> Self:
        """Record one member of the family, `who` by a relative's pseudonym.

        With `why_not` they were not approached.
        """
        family.record_family(
            self.refresh(),
            by=self.cast.user(by or self.writer),
            on=on,
            relation=relation,
            relative=self.review.relatives.get(pseudonym=who) if who else None,
            approached=not why_not,
            approached_on=None if why_not else on - WEEK,
            why_not=why_not,
            outcome="" if why_not else outcome,
            message=message,
            wants_feedback=outcome == Outcome.CONTRIBUTED and not why_not,
        )
        return self

    def hold_event(
        self,
        *,
        on: dt.date,
        venue: str = "Canolfan y Castell, the large hall",
        invited: int = 18,
        attended: int = 16,
        absent_why: str = "Two on leave; their managers came.",
        learning_points: str = "What one agency knew did not reach the next.",
    ) -> Self:
        learning_events.hold_event(
            self.refresh(),
            by=self.cast.user(self.writer),
            on=on,
            venue=venue,
            length=Length.ONE,
            facilitators=[self.cast.person(self.writer)],
            note_taker=self.cast.person("coordinator"),
            invited=invited,
            attended=attended,
            absent_why=absent_why if attended < invited else "",
            learning_points=learning_points,
        )
        return self
