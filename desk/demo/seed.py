"""Loading the demo: the people first, then every case that is not there yet, by its day."""

from collections.abc import Callable

from django.db import transaction

from desk.demo.at_work import hand_over, stand_in
from desk.demo.beside import beside
from desk.demo.case import Case
from desk.demo.cases import CASES
from desk.demo.cast import Cast, introduce, make_cast
from desk.demo.register import keep_register
from desk.demo.walk import Walk
from reviews.models import PublicReferral, Referral, TakenOn
from reviews.referral.public.services import send, start


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
        walk.tell_the_referrer()
        made += 1
        say(f"{walk.review.reference}: {case.told}")
    beside(casts)
    stand_in(casts["dc"])
    hand_over(casts["be"])
    refer_on_the_public_page(casts["be"])
    return made


def refer_on_the_public_page(cast: Cast) -> None:
    """One that waits to be read."""
    if not PublicReferral.objects.filter(board=cast.board).exists():
        send(start(cast.board, email="deputy.head@school.demo", language=""), ANSWERS)


ANSWERS = {
    "referrer": "Mari Rhedyn",
    "referrer_role": "Deputy head teacher",
    "referrer_agency": "Ysgol Gynradd Rhosyn",
    "child_name": "Twm Redynfa",
    "other_children_number": "1",
    "other_1_name": "Nel Redynfa",
    "other_1_age": "3",
    "other_1_kin": "sibling",
    "sentence": "A pupil of six was brought to hospital with burns. He had been absent for weeks.",
    "harm": "life_threatening",
    "event_on_day": "19",
    "event_on_month": "11",
    "event_on_year": "2024",
    "abuse": ["neglect"],
    "circumstances": "The school had called twice about the absence. The child is in hospital.",
    "safeguarding": "The police and children's services were told at once.",
    "agencies_known": "School, health visitor, children's services in 2022.",
}


def share_reviewers(casts: dict[str, Cast]) -> None:
    """Each board's reviewer is the other's external one: one person, known to both."""
    for code, other in (("be", "dc"), ("dc", "be")):
        guest = casts[other].person("reviewer")
        introduce(guest, casts[code].board)
        casts[code].people["reviewer-external"] = guest


def is_there(case: Case) -> bool:
    if case.is_taken_on:
        rows = TakenOn.objects.filter(review__board__code=case.board, outline=case.sentence)
        return rows.exists()
    return Referral.objects.filter(
        review__board__code=case.board, received_on=case.received_on, sentence=case.sentence
    ).exists()


def begin(case: Case, cast: Cast) -> Walk:
    """Log its referral. A case that is taken on has none: its walk opens it."""
    if case.is_taken_on:
        return Walk(cast)
    return Walk(cast).refer(
        on=case.received_on,
        sentence=case.sentence,
        source=case.source,
        referrer=case.referrer,
        harm=case.harm,
        event_on=case.event_on,
    )
