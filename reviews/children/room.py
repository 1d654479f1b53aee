"""What the children's room says of its reviews."""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Any

from django.db.models import Count, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from common.deeds import Deed, Obstacle
from reviews import deeds, journey
from reviews.children.deeds import RECORD_RELATIVE, RECORD_SPELL
from reviews.criteria.room import looks_due
from reviews.models import Review, Subject, Voice
from reviews.rooms import Part, Room, State, Turn, register

# Between the sub-group and the gate of commissioning.
AHEAD = (journey.Stage.RECOMMENDATION, *journey.UNDECIDED)


def child_states(reviews: Sequence[Review], user: Any) -> dict[int, State]:
    """How many children, and whether each one's voice is answered."""
    counts = (
        Subject.objects.filter(review__in=[review.pk for review in reviews])
        .order_by()
        .values("review")
        .annotate(all=Count("pk"), answered=Count("pk", filter=~Q(voice=Voice.NOT_YET)))
    )
    return {
        row["review"]: State(
            f"{row['answered']} / {row['all']}", "done" if row["answered"] == row["all"] else ""
        )
        for row in counts
    }


NO_CHILD = Obstacle(
    "nothing_to_do",
    _("No child is recorded yet."),
    is_impossible=True,
)


def obstacles(review: Review, kind: Deed, on: dt.date) -> Iterator[Obstacle]:
    if kind is RECORD_SPELL and not review.subjects.exists():
        yield NO_CHILD
    if kind.code == "reports.accepted":
        yield from lives_untold(review)


def lives_untold(review: Review) -> Iterator[Obstacle]:
    """Where each child's lived experience appears is said before the Board accepts the report."""
    heard = review.subjects.exclude(voice=Voice.NOT_YET)
    if heard.filter(lived_experience="").exists():
        yield Obstacle(
            "lived_experience_not_placed",
            _("It is not recorded where each child's lived experience appears in the report."),
            reverse("reviews:record_voice", args=[review.slug]),
        )


def turns(reviews: Sequence[Review], user: Any, on: dt.date) -> Iterator[Turn]:
    yield from looks_due(reviews, user, on)
    yield from nobody_yet(reviews)


def nobody_yet(reviews: Sequence[Review]) -> Iterator[Turn]:
    """A review is of at least one child: said while it is recommended and decided on, so that the
    Chair does not come to a gate that nobody has prepared."""
    soon = {review.pk: review for review in reviews if review.stage in AHEAD}
    known = Subject.objects.filter(review__in=list(soon)).values_list("review", flat=True)
    for pk in sorted(soon.keys() - set(known)):
        yield Turn(
            soon[pk],
            _("Record the child, by pseudonym"),
            reverse("reviews:add_child", args=[soon[pk].slug]),
            deeds.ADD_CHILD.may,
            soon[pk].stage_since,
            kind=deeds.ADD_CHILD,
            rank=5,
        )


register(
    Room(
        "children",
        _("Children"),
        "reviews:children",
        10,
        Part.CASE,
        states=child_states,
        obstacles=obstacles,
        turns=turns,
        deeds=(deeds.ADD_CHILD, RECORD_SPELL, RECORD_RELATIVE, deeds.RECORD_VOICE),
    )
)
