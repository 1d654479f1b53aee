"""What the reviewers of a review still lack: how many they are, and in which roles (§6.7)."""

from collections.abc import Iterable, Iterator

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from common.deeds import Obstacle
from guidance.editions import edition
from reviews.capacities import Capacity
from reviews.journey import Stage
from reviews.models import Appointment, Review, ReviewKind

ROLES = {
    Capacity.REVIEWER_EXTERNAL: _(
        "There is no external reviewer. One reviewer must come from outside the Board's agencies."
    ),
    Capacity.REVIEWER_LOCAL: _("There is no reviewer with local knowledge."),
}


def is_short(review: Review, reviewers: int) -> bool:
    """Whether so many reviewers are fewer than this kind of review has."""
    wanted = edition(review.timetable.edition).limit(f"reviewers_{review.kind}")
    return wanted is not None and reviewers < wanted.value


def reviewers_lacking(review: Review, appointments: Iterable[Appointment]) -> Iterator[Obstacle]:
    """What is missing of the reviewers, of these appointments that hold today. Only warnings: the
    guidance is met as soon as it can be, and the work goes on."""
    held = [row for row in appointments if row.capacity in Capacity.reviewers()]
    people = len({row.person_id for row in held})
    found = []
    if not people:
        found.append(("no_reviewer", _("No reviewer is appointed yet.")))
    elif is_short(review, people):
        sentence = _("An extended review has at least two reviewers, and one is appointed.")
        found.append(("too_few_reviewers", sentence))
    if people and review.kind == ReviewKind.EXTENDED:
        roles = {row.capacity for row in held}
        found += [(f"no_{role}", ROLES[role]) for role in ROLES if role not in roles]
    for code, sentence in found:
        yield Obstacle(
            code,
            sentence,
            reverse("reviews:appoint", args=[review.slug]),
            is_warning=True,
            belongs_to=Stage.PANEL,
        )
