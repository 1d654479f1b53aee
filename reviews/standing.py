"""Where a person stands on one review: offices, appointments, refusals. Three queries at most."""

from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from boards.models import Board, Hold, Holding, Office, Person
from common import clock
from reviews.capacities import Capacity, Grade
from reviews.models import Appointment, Interest, Review
from reviews.permissions import BY_APPOINTMENT, BY_OFFICE, JUDGING, May

BARRED = _("An interest has been recorded that keeps you out of this case.")
MANAGED = _(
    "It is recorded that you managed or oversaw this work. You may read the case; somebody else"
    " decides, chairs and reviews."
)


@dataclass(frozen=True)
class Standing:
    """What somebody is to a review today. `held` is (office or capacity code, as deputy)."""

    person_id: int | None
    held: tuple[tuple[str, bool], ...] = ()
    grade: str = ""
    agency_ids: frozenset[int] = frozenset()

    def may(self, right: May) -> bool:
        return self.refusal(right) is None and bool(self.capacity(right))

    def refusal(self, right: May) -> Promise | None:
        """Why this person may not, whatever they hold."""
        if self.grade == Grade.OUT:
            return BARRED
        if self.grade == Grade.MANAGED and right in JUDGING:
            return MANAGED
        return None

    def capacity(self, right: May) -> str:
        """In which office or appointment the right is held; '' where in none."""
        for code, is_deputy in self.held:
            rights = BY_OFFICE.get(code) or BY_APPOINTMENT.get(code) or set()
            if right in rights:
                return f"{code}.deputy" if is_deputy else code
        return ""

    @property
    def capacities(self) -> list[str]:
        return [code for code, _deputy in self.held]


STRANGER = Standing(None)


def standing_of(user: Any, review: Review) -> Standing:
    """The standing of an account on a review, kept on the instance for as long as it lives."""
    kept: dict[Any, Standing] = review.__dict__.setdefault("_standings", {})
    if user.pk not in kept:
        person = getattr(user, "person", None) if user.is_active else None
        kept[user.pk] = _load(person, review, user) if person else STRANGER
    return kept[user.pk]


def standing_of_person(person: Person, review: Review) -> Standing:
    """The same for a person whose acts somebody else records; they may have no account."""
    return _load(person, review, None)


def standing_on_board(user: Any, board: Board) -> Standing:
    """The offices of an account on a board, for what is done before there is a review."""
    person = getattr(user, "person", None) if user.is_active else None
    return Standing(person.pk, _offices(person, board.pk)) if person else STRANGER


def _offices(person: Person, board_id: int) -> tuple[tuple[str, bool], ...]:
    held = Holding.objects.current(clock.today()).filter(person=person, board=board_id)
    rank = {office: number for number, office in enumerate(Office)}
    pairs = {(row.office, row.hold == Hold.DEPUTY) for row in held}
    return tuple(sorted(pairs, key=lambda pair: (pair[1], rank[Office(pair[0])])))


def _load(person: Person, review: Review, user: Any) -> Standing:
    today = clock.today()
    appointments = Appointment.objects.filter(review=review)
    if user is None:
        appointments = appointments.current(today).filter(person=person)
    else:
        appointments = appointments.granted_to(user, today)
    rank = {capacity: number for number, capacity in enumerate(Capacity)}
    mine = sorted(appointments, key=lambda row: rank[Capacity(row.capacity)])
    interest = Interest.objects.standing().filter(review=review, person=person).first()
    return Standing(
        person.pk,
        (
            *dict.fromkeys((row.capacity, False) for row in mine),
            *_offices(person, review.board_id),
        ),
        interest.grade if interest else "",
        frozenset(row.agency_id for row in mine if row.agency_id),
    )
