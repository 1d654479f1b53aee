"""Where a person stands on one review: offices, appointments, refusals. Four queries at most."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from boards.models import Board, Hold, Holding, Office, Person
from common import clock
from common.rights import Right
from reviews.capacities import PARTICIPATING, Capacity, Grade, Participating
from reviews.models import Appointment, Interest, Participation, Review
from reviews.permissions import BY_APPOINTMENT, BY_OFFICE, BY_PARTICIPATION, JUDGING, May

BARRED = _("You cannot open this case because of a declared interest.")
MANAGED = _(
    "You managed or oversaw this work. You can read the case, but somebody else must"
    " decide, chair and review."
)


@dataclass(frozen=True)
class Standing:
    """What somebody is to a review today. `held` is (office or capacity code, as deputy)."""

    person_id: int | None
    held: tuple[tuple[str, bool], ...] = ()
    grade: str = ""
    agency_ids: frozenset[int] = frozenset()

    def may(self, right: Right) -> bool:
        return self.refusal(right) is None and bool(self.capacity(right))

    def refusal(self, right: Right) -> Promise | None:
        """Why this person may not, whatever they hold."""
        if self.grade == Grade.OUT:
            return BARRED
        if self.grade == Grade.MANAGED and right in JUDGING:
            return MANAGED
        return None

    def capacity(self, right: Right) -> str:
        """In which office or appointment the right is held; '' where in none."""
        for code, is_deputy in self.held:
            if right in RIGHTS.get(code, ()):
                return f"{code}.deputy" if is_deputy else code
        return ""

    @property
    def capacities(self) -> list[str]:
        return [code for code, _deputy in self.held]


RIGHTS: dict[str, set[May]] = BY_OFFICE | BY_APPOINTMENT | BY_PARTICIPATION
STRANGER = Standing(None)


def standing_of(user: Any, review: Review) -> Standing:
    """The standing of an account on a review, kept on the instance for as long as it lives."""
    kept: dict[Any, Standing] = review.__dict__.setdefault("_standings", {})
    if user.pk not in kept:
        kept[user.pk] = standings_of(user, [review])[review.pk]
    return kept[user.pk]


def standings_of(user: Any, reviews: Sequence[Review]) -> dict[int, Standing]:
    """The same for many reviews, in four queries however many."""
    person = getattr(user, "person", None) if user.is_active else None
    if person is None:
        return {review.pk: STRANGER for review in reviews}
    granted = Appointment.objects.granted_to(user, clock.today())
    return _load(person, reviews, granted)


def standing_of_person(person: Person, review: Review, on: dt.date | None = None) -> Standing:
    """The same for a person whose acts somebody else records; they may have no account. `on` asks
    of a day past, for the record of what they did then."""
    appointed = Appointment.objects.current(on or clock.today()).filter(person=person)
    return _load(person, [review], appointed, on)[review.pk]


def standing_on_board(user: Any, board: Board) -> Standing:
    """The offices of an account on a board, for what is done before there is a review."""
    person = getattr(user, "person", None) if user.is_active else None
    if person is None:
        return STRANGER
    held = _offices(Holding.objects.current(clock.today()).filter(person=person, board=board))
    return Standing(person.pk, held)


def _offices(holdings: Iterable[Holding]) -> tuple[tuple[str, bool], ...]:
    """Held in one's own right before held as a deputy, then in the order of the offices."""
    rank = {office: number for number, office in enumerate(Office)}
    pairs = {(row.office, row.hold == Hold.DEPUTY) for row in holdings}
    return tuple(sorted(pairs, key=lambda pair: (pair[1], rank[Office(pair[0])])))


def _load(
    person: Person,
    reviews: Sequence[Review],
    appointed: QuerySet[Appointment],
    on: dt.date | None = None,
) -> dict[int, Standing]:
    ids = [review.pk for review in reviews]
    holdings = list(Holding.objects.current(on or clock.today()).filter(person=person))
    appointments = list(appointed.filter(review__in=ids))
    grades = dict(
        Interest.objects.standing()
        .filter(review__in=ids, person=person)
        .values_list("review_id", "grade")
    )
    rank = {capacity: number for number, capacity in enumerate(Capacity)}
    beside = _participating(holdings, ids)
    found = {}
    for review in reviews:
        mine = [row for row in appointments if row.review_id == review.pk]
        mine.sort(key=lambda row: rank[Capacity(row.capacity)])
        offices = _offices(row for row in holdings if row.board_id == review.board_id)
        found[review.pk] = Standing(
            person.pk,
            (
                *dict.fromkeys((row.capacity, False) for row in mine),
                *offices,
                *beside.get(review.pk, ()),
            ),
            grades.get(review.pk, ""),
            frozenset(row.agency_id for row in mine if row.agency_id),
        )
    return found


def _participating(
    holdings: Sequence[Holding], ids: Sequence[int]
) -> dict[int, tuple[tuple[str, bool], ...]]:
    """What somebody's offices elsewhere make them on reviews in which that board takes part."""
    elsewhere = [row for row in holdings if row.office in PARTICIPATING]
    if not elsewhere:
        return {}
    joined = Participation.objects.current(clock.today()).filter(
        review__in=ids, board__in={row.board_id for row in elsewhere}
    )
    found: dict[int, tuple[tuple[str, bool], ...]] = {}
    for each in joined:
        pairs = {
            (code, row.hold == Hold.DEPUTY)
            for row in elsewhere
            if row.board_id == each.board_id
            for code in Participating.of_office(row.office, sees_names=each.sees_names)
        }
        found[each.review_id] = (
            *found.get(each.review_id, ()),
            *sorted(pairs, key=lambda pair: (pair[1], pair[0])),
        )
    return found


def participating_holders(review: Review, right: Right) -> QuerySet[Holding]:
    """The offices of participating boards in which a right on the review is held today."""
    today = clock.today()
    joined = Participation.objects.current(today).filter(review=review)
    asked = Q(pk__in=())
    for office in PARTICIPATING:
        for sees_names in (False, True):
            codes = Participating.of_office(office, sees_names=sees_names)
            if any(right in BY_PARTICIPATION[code] for code in codes):
                boards = joined.filter(sees_names=sees_names)
                asked |= Q(office=office, board__in=boards.values("board"))
    found: QuerySet[Holding] = Holding.objects.current(today).filter(asked)
    return found


def persons_entitled(review: Review, right: Right) -> QuerySet[Person]:
    """Everybody who holds a right on a review today, with or without an account, none barred."""
    today = clock.today()
    offices = [code for code, rights in BY_OFFICE.items() if right in rights]
    capacities = [code for code, rights in BY_APPOINTMENT.items() if right in rights]
    holdings = Holding.objects.current(today).filter(board=review.board_id, office__in=offices)
    appointed = Appointment.objects.current(today).filter(review=review, capacity__in=capacities)
    keeping_out = [Grade.OUT, Grade.MANAGED] if right in JUDGING else [Grade.OUT]
    barred = Interest.objects.standing().filter(review=review, grade__in=keeping_out)
    return Person.objects.filter(
        Q(pk__in=holdings.values("person"))
        | Q(pk__in=appointed.values("person"))
        | Q(pk__in=participating_holders(review, right).values("person"))
    ).exclude(pk__in=barred.values("person"))
