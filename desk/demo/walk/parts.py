"""Who is in a case: its children and their voices, appointments, declared interests."""

import datetime as dt
from typing import Self

from desk.demo.cast import Cast
from reviews.capacities import Capacity, Grade
from reviews.children import services as children
from reviews.models import Review, Voice
from reviews.people import services as people


class Parts:
    """Each method of a walk does one act on its day and gives the walk back; `by` names a role."""

    review: Review

    def __init__(self, cast: Cast) -> None:
        self.cast = cast

    def refresh(self) -> Review:
        """The review as it stands now: each service leaves its own instance stale."""
        self.review = Review.objects.select_related("board", "timetable").get(pk=self.review.pk)
        return self.review

    def add_child(
        self,
        pseudonym: str = "Child A",
        *,
        on: dt.date,
        full_name: str = "",
        born_on: str = "",
        by: str = "coordinator",
    ) -> Self:
        children.add_child(
            self.refresh(),
            by=self.cast.user(by),
            on=on,
            pseudonym=pseudonym,
            full_name=full_name,
            born_on=born_on,
        )
        return self

    def hear(
        self,
        pseudonym: str = "Child A",
        *,
        on: dt.date,
        voice: str = Voice.SPOKEN_TO,
        why: str = "",
        told: str = "The section on the child's life, in the child's own words.",
        by: str = "reviewer",
    ) -> Self:
        """Record one child's voice."""
        children.record_voice(
            self.refresh(),
            by=self.cast.user(by),
            on=on,
            child=self.review.subjects.get(pseudonym=pseudonym),
            voice=voice,
            voice_why=why,
            lived_experience=told,
        )
        return self

    def declare(self, grade: Grade, *, on: dt.date, reason: str, by: str) -> Self:
        """Somebody declares an interest of their own."""
        people.declare_interest(
            self.refresh(), by=self.cast.user(by), on=on, grade=grade, what=reason
        )
        return self

    def set_interest(
        self, role: str, grade: Grade, *, on: dt.date, reason: str, by: str = "coordinator"
    ) -> Self:
        people.set_interest(
            self.refresh(),
            by=self.cast.user(by),
            on=on,
            person=self.cast.person(role),
            grade=grade,
            what=reason,
        )
        return self

    def appoint(
        self,
        role: str,
        capacity: Capacity,
        *,
        on: dt.date,
        agency: str = "",
        independence: str = "",
        by: str = "coordinator",
    ) -> Self:
        speaks = capacity in (Capacity.PANEL_MEMBER, Capacity.AGENCY_AUTHOR)
        people.appoint(
            self.refresh(),
            by=self.cast.user(by),
            on=on,
            person=self.cast.person(role),
            capacity=capacity,
            agency=(self.cast.agency(agency) if agency else self.cast.agency_of(role))
            if speaks
            else None,
            is_independent=bool(independence),
            independence=independence,
        )
        return self
