"""The children's facts, their family, and what the criteria suggest."""

import datetime as dt
from typing import Any, Self

from desk.demo.walk.parts import Parts
from panels.family import services as family
from panels.family.asking import promised
from reviews.children import services as children
from reviews.criteria import services as criteria
from reviews.models import Review, SpellKind, Subject
from reviews.names import services as names
from reviews.relatives import services as relatives
from reviews.spells import services as spells


def child_of(review: Review, pseudonym: str) -> Subject:
    return review.subjects.get(pseudonym=pseudonym)


class Children(Parts):
    """What is recorded of the children beside their pseudonyms."""

    def know(self, pseudonym: str = "Child A", *, on: dt.date, **facts: Any) -> Self:
        """Record the facts of one child, the first time."""
        review = self.refresh()
        children.record_facts(
            review,
            by=self.cast.user("coordinator"),
            on=on,
            child=child_of(review, pseudonym),
            facts=facts,
        )
        return self

    def spell(
        self,
        pseudonym: str = "Child A",
        *,
        on: dt.date,
        between: tuple[dt.date, dt.date | None],
        categories: tuple[str, ...] = (),
        basis: str = "",
    ) -> Self:
        """On the register, if a category is given; else looked after."""
        review = self.refresh()
        spells.record_spell(
            review,
            by=self.cast.user("coordinator"),
            on=on,
            child=child_of(review, pseudonym),
            kind=SpellKind.REGISTER if categories else SpellKind.LOOKED_AFTER,
            from_on=between[0],
            until_on=between[1],
            categories=categories,
            basis=basis,
        )
        return self

    def relative(
        self, pseudonym: str, kin: str, *, on: dt.date, full_name: str = "", **facts: Any
    ) -> Self:
        """Somebody of the family, to every child of the case."""
        words: dict[str, Any] = {"by": self.cast.user("coordinator"), "on": on}
        row = relatives.record_relative(
            self.refresh(), **words, pseudonym=pseudonym, kin=kin, **facts
        )
        if full_name:
            names.record_names(self.refresh(), **words, of=row, facts={"full_name": full_name})
        return self

    def answer_criteria(self, *, on: dt.date, **answers: Any) -> Self:
        criteria.answer_criteria(
            self.refresh(), by=self.cast.user("subgroup-chair"), on=on, **answers
        )
        return self

    def tell_family(self, *, on: dt.date) -> Self:
        """Whoever of the family wished to hear has heard what came of it."""
        review = self.refresh()
        for row in promised(review):
            family.record_family(
                review,
                by=self.cast.user("coordinator"),
                on=on,
                contact=row,
                version=row.version,
                relation=row.relation,
                relative=row.relative,
                approached=row.approached,
                approached_on=row.approached_on,
                outcome=row.outcome,
                message=row.message,
                wants_feedback=True,
                feedback_on=on,
            )
        return self
