"""Loading the demo: the people first, then every case that is not there yet, by its day."""

from collections.abc import Callable

from django.db import transaction

from desk.demo.beside import beside
from desk.demo.case import Case
from desk.demo.cases import CASES
from desk.demo.cast import Cast, introduce, make_cast
from desk.demo.register import keep_register
from desk.demo.walk import Walk
from reviews.models import Referral


@transaction.atomic
def seed(say: Callable[[str], None]) -> int:
    """Make what is missing, all of it or nothing; the number of cases made."""
    casts = {code: make_cast(code) for code in ("be", "dc")}
    share_reviewers(casts)
    for cast in casts.values():
        keep_register(cast)
    made = 0
    for case in sorted(CASES, key=lambda case: case.received_on):
        if is_there(case):
            continue
        walk = begin(case, casts[case.board])
        case.walk(walk)
        made += 1
        say(f"{walk.review.reference}: {case.told}")
    beside(casts)
    return made


def share_reviewers(casts: dict[str, Cast]) -> None:
    """Each board's reviewer is the other's external one: one person, known to both."""
    for code, other in (("be", "dc"), ("dc", "be")):
        guest = casts[other].person("reviewer")
        introduce(guest, casts[code].board)
        casts[code].people["reviewer-external"] = guest


def is_there(case: Case) -> bool:
    return Referral.objects.filter(
        review__board__code=case.board, received_on=case.received_on, sentence=case.sentence
    ).exists()


def begin(case: Case, cast: Cast) -> Walk:
    return Walk(cast).refer(
        on=case.received_on,
        sentence=case.sentence,
        source=case.source,
        referrer=case.referrer,
        harm=case.harm,
        event_on=case.event_on,
    )
