"""The cast: the demo's people as accounts, persons and offices, found by role."""

from dataclasses import dataclass, field
from functools import cache

from django.contrib.auth.hashers import make_password

from boards.demo_accounts import PASSWORD, email_of
from boards.models import Agency, Board, Holding, Listing, Membership, Person, User
from desk.demo.agencies import SINCE, make_agencies, make_board
from desk.demo.people import PEOPLE, WITHOUT_ACCOUNT, Part


@dataclass
class Cast:
    """The people of one board, by role, and its agencies, by code."""

    board: Board
    people: dict[str, Person] = field(default_factory=dict)
    agencies: dict[str, Agency] = field(default_factory=dict)

    def person(self, role: str) -> Person:
        return self.people[role]

    def user(self, role: str) -> User:
        """The account of a role. Raises LookupError for somebody without one."""
        user = self.people[role].user
        if user is None:
            raise LookupError(role)
        return user

    def agency(self, code: str) -> Agency:
        return self.agencies[code]

    def agency_of(self, role: str) -> Agency:
        """The agency a person works for."""
        return Agency.objects.filter(memberships__person=self.people[role]).first() or next(
            iter(self.agencies.values())
        )


def make_cast(code: str) -> Cast:
    """The board, its agencies and its people. What is there already stays as it is."""
    board = make_board(code)
    cast = Cast(board, agencies=make_agencies(board))
    for part in PEOPLE[code]:
        cast.people[part.role] = _person(cast, part, with_account=True)
    for part in WITHOUT_ACCOUNT[code]:
        cast.people[part.role] = _person(cast, part, with_account=False)
    return cast


def introduce(guest: Person, board: Board) -> None:
    """Put somebody from the other board on this board's list too."""
    if not Listing.objects.filter(person=guest, board=board).exists():
        Listing.objects.create(person=guest, board=board, from_on=SINCE)


def _person(cast: Cast, part: Part, *, with_account: bool) -> Person:
    email = email_of(part.role, cast.board)
    person, made = Person.objects.get_or_create(
        email=email, defaults={"name": part.name, "title": part.title, "language": part.language}
    )
    if not made:
        return person
    if with_account:
        person.user = User.objects.create(email=email, password=_password())
        person.save(update_fields=["user"])
    introduce(person, cast.board)
    if part.agency:
        Membership.objects.create(person=person, agency=cast.agency(part.agency), from_on=SINCE)
    if part.office:
        Holding.objects.create(
            person=person, board=cast.board, office=part.office, hold=part.hold, from_on=SINCE
        )
    return person


@cache
def _password() -> str:
    """Hashed once for all: it is no secret, and hashing is slow on purpose."""
    return make_password(PASSWORD)
