"""The holds that stand: what the case page, the deeds and the desk say of them."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils import formats
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from common.deeds import Deed, Obstacle, Sentence
from reviews.models import Held, ProceedingHold, Review


def holds_on(reviews: Iterable[Review], on: dt.date) -> QuerySet[ProceedingHold]:
    """The holds of these reviews that stand on a day, in one query."""
    return ProceedingHold.objects.filter(
        Q(lifted_on=None) | Q(lifted_on__gt=on),
        proceeding__review__in=[review.pk for review in reviews],
        since_on__lte=on,
    ).select_related("proceeding")


CLOSE = "reviews.closed"
# Which deed is done against which hold. Publication is a hard gate and waits for it; everywhere
# else the deed goes ahead with a reason.
AGAINST: dict[str, tuple[Held, ...]] = {
    "panels.family_recorded": (Held.FAMILY, Held.ALL),
    "learning_events.held": (Held.EVENT, Held.STAFF, Held.ALL),
    "learning_events.another_recorded": (Held.EVENT, Held.STAFF, Held.ALL),
    "library.published": (Held.PUBLICATION, Held.ALL),
}
SENTENCES: dict[str, Sentence] = {
    Held.FAMILY: _("Contact with the family is on hold because of other proceedings."),
    Held.STAFF: _("Interviews with staff are on hold because of other proceedings."),
    Held.EVENT: _("The learning event is on hold because of other proceedings."),
    Held.PUBLICATION: _("Publication is on hold because of other proceedings."),
    Held.ALL: _("Everything is on hold because of other proceedings."),
}


@dataclass(frozen=True)
class HeldBack:
    """What waits for another body: for which proceedings, and when that is looked at again. Codes
    and dates only, so that it can stand on lists."""

    held: Held
    proceedings: str
    next_look_on: dt.date

    def __str__(self) -> str:
        day = formats.date_format(self.next_look_on, "j F Y")
        return " · ".join(
            (
                f"{gettext('On hold:')} {self.held.label}",
                self.proceedings,
                f"{gettext('Next look:')} {day}",
            )
        )


def held_back(hold: ProceedingHold) -> HeldBack:
    return HeldBack(Held(hold.held), str(hold.proceeding.get_kind_display()), hold.next_look_on)


def on_deed(holds: Sequence[ProceedingHold], kind: Deed | None) -> HeldBack | None:
    """Of the holds of one review, the nearest look first, the one against which this deed would go
    longest."""
    against = AGAINST.get(kind.code, ()) if kind else ()
    found = [hold for hold in holds if hold.held in against]
    return held_back(found[-1]) if found else None


def seen_holds(review: Review, on: dt.date) -> list[ProceedingHold]:
    """The holds of one review, the nearest look first, for a page that only shows them: kept on
    the instance for as long as it lives."""
    kept: dict[dt.date, list[ProceedingHold]] = review.__dict__.setdefault("_holds", {})
    if on not in kept:
        kept[on] = list(holds_on([review], on).order_by("next_look_on", "pk"))
    return kept[on]


class Holds:
    """The holds that stand on a day over many reviews, read once: what each keeps back."""

    def __init__(self, reviews: Iterable[Review], on: dt.date) -> None:
        self.rows: dict[int, list[ProceedingHold]] = {}
        for hold in holds_on(reviews, on).order_by("next_look_on", "pk"):
            self.rows.setdefault(hold.proceeding.review_id, []).append(hold)

    def on_deed(self, review: Review, kind: Deed | None) -> HeldBack | None:
        """The hold against which this deed would go; of several the one that stands longest."""
        return on_deed(self.rows.get(review.pk, ()), kind)

    def on_review(self, review: Review) -> list[HeldBack]:
        return [held_back(hold) for hold in self.rows.get(review.pk, ())]


def obstacles(review: Review, kind: Deed, on: dt.date, today: dt.date) -> Iterator[Obstacle]:
    """What is held on the day of the deed. Of a day past it is the record of what happened."""
    if kind.code == CLOSE and holds_on([review], on).exists():
        yield Obstacle(
            "hold_stands",
            _("Something is still on hold because of other proceedings."),
            reverse("reviews:proceedings", args=[review.slug]),
            is_warning=True,
        )
    against = AGAINST.get(kind.code)
    if against is None:
        return
    found = holds_on([review], on).filter(held__in=against).values_list("held", flat=True)
    for held in [each for each in Held if each in set(found)]:
        yield Obstacle(
            f"hold_{held}",
            SENTENCES[held],
            reverse("reviews:proceedings", args=[review.slug]),
            is_warning=on < today,
        )
