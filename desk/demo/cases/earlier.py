"""What else a board's list holds: short cases of three years, by one table."""

import datetime as dt
from functools import partial
from typing import NamedTuple

from desk.demo.case import case, day
from desk.demo.walk import Walk
from reviews.models import Course, Harm, Source


class Short(NamedTuple):
    """A referral that ended without a review of the board's own, or waits for an answer."""

    board: str
    on: dt.date
    sentence: str
    referrer: str
    course: str
    rationale: str
    source: str = Source.EMAIL
    harm: str = Harm.UNKNOWN


ROWS = (
    Short(
        "be",
        day(2021, 6, 14),
        "A boy of 12 was bitten by a dog in a neighbour's yard.",
        "Sister, Gorse Coast University Health Board",
        Course.NO_REVIEW,
        "An accident; the owner was charged. Nobody had neglected him.",
        harm=Harm.LIFE_THREATENING,
    ),
    Short(
        "dc",
        day(2022, 1, 31),
        "Three pupils of one school harmed themselves within a month.",
        "Dyffryn Celyn Learning Service",
        Course.FORUM,
        "None was seriously harmed. Schools and clinics want to learn from it together.",
    ),
    Short(
        "be",
        day(2022, 11, 21),
        "A girl of 17 who had left care died in a road collision.",
        "Coroner's officer",
        Course.NO_REVIEW,
        "She died in a collision; neither abuse nor neglect is known or suspected.",
        Source.TELEPHONE,
        Harm.DIED,
    ),
    Short(
        "dc",
        day(2022, 3, 28),
        "Bachgen pedair oed a gollodd ei olwg wedi haint na chafodd ei drin.",
        "Pediatregydd Ymgynghorol",
        Course.NO_REVIEW,
        "Nid oes esgeulustod: ceisiodd ei rieni gymorth deirgwaith. Ymchwilia'r bwrdd iechyd.",
        Source.LETTER,
        Harm.IMPAIRMENT,
    ),
    Short(
        "be",
        day(2023, 8, 7),
        "A young woman of 16 gave birth alone; nobody had known that she was pregnant.",
        "Midwife, Gorse Coast University Health Board",
        Course.FORUM,
        "Mother and child are well. Five services had met her in the months before.",
    ),
    Short(
        "dc",
        day(2023, 9, 11),
        "A man was killed by his former partner; his children were with their grandmother.",
        "Detective Superintendent, Dyffryn Celyn Police",
        Course.ANOTHER_LEADS,
        "A domestic homicide review has begun and looks at the children's part as well.",
        Source.TELEPHONE,
    ),
    Short(
        "be",
        day(2024, 4, 29),
        "A boy of 15 was found carrying drugs in another region for the third time.",
        "Head of Service, Bro Eithin Youth Justice Service",
        Course.NO_REVIEW,
        "He has not been seriously harmed. The exploitation strategy group follows it.",
        Source.MEETING,
    ),
    Short(
        "dc",
        day(2024, 10, 21),
        "A girl of two was left in a nursery's bus for an hour and was unconscious when found.",
        "Manager of the nursery",
        "",
        "",
        Source.TELEPHONE,
        Harm.LIFE_THREATENING,
    ),
)


def walk_short(row: Short, walk: Walk) -> None:
    """Forwarded within a week, recommended within six, answered within eight."""
    week = dt.timedelta(weeks=1)
    walk.add_child(on=row.on + dt.timedelta(days=1))
    walk.forward(on=row.on + week)
    if not row.course:
        return
    walk.recommend(
        on=row.on + 6 * week,
        course=row.course,
        outline=f"{row.sentence} What the agencies know was heard.",
        rationale=row.rationale,
    )
    walk.tell("recommendation", on=row.on + 6 * week + dt.timedelta(days=2))
    walk.decide(on=row.on + 8 * week)
    walk.tell("outcome", on=row.on + 8 * week + dt.timedelta(days=2))


for each in ROWS:
    case(
        each.board,
        "short: " + (each.course.replace("_", " ") or "with the sub-group"),
        on=each.on,
        sentence=each.sentence,
        source=each.source,
        referrer=each.referrer,
        harm=each.harm,
    )(partial(walk_short, each))


@case(
    "dc",
    "discontinued: the family and the police asked for it, Welsh Government was told",
    on=day(2023, 4, 17),
    sentence="A boy of 13 went missing on the coast and has not been found.",
    source=Source.TELEPHONE,
    referrer="Missing persons co-ordinator, Dyffryn Celyn Police",
    event_on=day(2023, 4, 9),
)
def discontinued(walk: Walk) -> None:
    walk.add_child(on=day(2023, 4, 18))
    walk.forward(on=day(2023, 4, 24))
    walk.recommend(
        on=day(2023, 5, 22),
        outline="Child A was 13. He is presumed to have died. His school was worried about him.",
        rationale="Neglect is suspected, and it is taken that he has died.",
        period=(day(2022, 4, 9), day(2023, 4, 9)),
        period_why="The twelve months before he went missing.",
    )
    walk.decide(on=day(2023, 5, 30))
    walk.tell_both(recommended_on=day(2023, 5, 24), outcome_on=day(2023, 6, 1))
    walk.end(
        "discontinue",
        on=day(2023, 8, 14),
        reasons="He was found alive and well with relatives abroad. Nobody had harmed him.",
        advice="The sub-group, unanimously.",
        told="His parents, the agencies of the panel, the referrer.",
        told_on=day(2023, 8, 16),
        government_told_on=day(2023, 8, 15),
    )
