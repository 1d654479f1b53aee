"""What follows when a person's account is opened: a room with something ready registers it."""

from collections.abc import Callable

from boards.models import Person

Follows = Callable[[Person], None]
FOLLOWS: list[Follows] = []


def when_opened(follows: Follows) -> Follows:
    FOLLOWS.append(follows)
    return follows


def opened(person: Person) -> None:
    """In the transaction that opens the account."""
    for follows in FOLLOWS:
        follows(person)
