"""Planning the dates, extending the plan, looking at the causes again."""

import datetime as dt
from typing import Self

from desk.demo.walk.parts import Parts
from reviews.timing import services as timing
from reviews.timing.proposing import proposed
from reviews.timing.standing import whole_of


class Timing(Parts):
    """What is said of the time a review takes. No date of the guidance moves by it."""

    def plan_dates(self, *, on: dt.date, by: str = "coordinator") -> Self:
        """The plan as it is proposed that day."""
        whole = whole_of(self.refresh(), on)
        days = proposed(self.review, whole)
        timing.plan_dates(self.review, by=self.cast.user(by), on=on, days=days)
        return self

    def extend_plan(
        self,
        *causes: str,
        on: dt.date,
        until: dt.date,
        next_look_on: dt.date,
        words: str = "",
        agreed_by: str = "Sub-group chair",
        by: str = "coordinator",
    ) -> Self:
        timing.extend_plan(
            self.refresh(),
            by=self.cast.user(by),
            on=on,
            until_on=until,
            causes=causes,
            words=words,
            agreed_by=agreed_by,
            next_look_on=next_look_on,
        )
        return self

    def look_at_causes(
        self, *causes: str, on: dt.date, next_look_on: dt.date, by: str = "coordinator"
    ) -> Self:
        timing.look_at_causes(
            self.refresh(),
            by=self.cast.user(by),
            on=on,
            causes=causes,
            next_look_on=next_look_on,
        )
        return self
