"""Referrals on their way to a recommendation: written over three sittings, joined, undone."""

from desk.demo.case import case, day
from desk.demo.cases.undecided import BROKEN_LEG
from desk.demo.walk import Walk
from reviews.models import Abuse, EarlyActionKind, Harm, Mode, ScopingState, Source, Vote, YesNo


@case(
    "dc",
    "telephoned; its recommendation is being written, three sittings so far",
    on=day(2024, 9, 30),
    sentence="A girl of nine with epilepsy stopped breathing at a respite home. She is at home.",
    source=Source.TELEPHONE,
    referrer="Children's community nurse",
    harm=Harm.LIFE_THREATENING,
    event_on=day(2024, 9, 27),
)
def three_sittings(walk: Walk) -> None:
    walk.act_at_once(
        on=day(2024, 9, 27),
        kind=EarlyActionKind.SAFEGUARDING,
        what="The home takes no children overnight until every worker has been trained.",
        other_agency="Inspectorate",
    )
    walk.complete_referral(
        on=day(2024, 10, 1),
        referrer_role="Children's community nurse",
        referrer_telephone="01632 960 145",
        might_be_forum=YesNo.NO,
        abuse=[Abuse.NEGLECT],
        circumstances="Her medicine was in her bag and nobody on the night shift knew of it.",
        why_criteria="It could have killed her.",
        agencies_known="Community nursing, a special school, children's services.",
    )
    walk.add_child(on=day(2024, 10, 2), full_name="Seren Llwyfen", born_on="17 July 2015")
    walk.know(
        on=day(2024, 10, 2),
        born_year=2015,
        born_month=7,
        age_at_event=9,
        age_unit="years",
        sex="female",
        setting="special",
        lived_with="both_parents",
    )
    walk.join_referral(
        on=day(2024, 10, 8),
        received_on=day(2024, 10, 7),
        source=Source.LETTER,
        sentence="A pupil came back to school frightened after a night at a respite home.",
        referrer="Head of the special school",
        referrer_role="Head teacher",
    )
    walk.forward(on=day(2024, 10, 9))
    health, services = walk.cast.agency("health"), walk.cast.agency("social-services")
    walk.scope(
        {"health": "", "social-services": "panel-member"},
        on=day(2024, 10, 10),
        due_on=day(2024, 10, 28),
    )
    walk.answer_scoping(
        "social-services",
        on=day(2024, 10, 25),
        by="panel-member",
        state=ScopingState.ANSWERED,
        contact="Respite was arranged in 2022 and reviewed once.",
        register="Never on the register; not looked after.",
    )
    walk.draft(
        on=day(2024, 10, 14),
        outline="Child A was nine, has epilepsy, and stayed at a respite home for one night.",
        period_from_on=["27", "9", "2023"],
    )
    walk.draft(
        on=day(2024, 10, 29),
        legal_status="Not on the register, not looked after.",
        agencies=[str(health.pk), str(services.pk)],
        period_until_on=["27", "9", "2024"],
        period_why="The twelve months before.",
        safeguarding_action="She stays at home; a nurse comes on three nights a week.",
    )
    walk.draft(
        on=day(2024, 11, 18),
        sitting_on=["14", "11", "2024"],
        sitting_mode=Mode.ONLINE,
        course="concise",
        vote=Vote.UNANIMOUS,
        rationale=(
            "Neglect is suspected and the event was potentially life-threatening (reg. 4(3)(a))."
        ),
        by="subgroup-chair",
    )


@case(
    "be",
    "logged twice: joined to the case that was open already",
    on=day(2024, 11, 19),
    sentence="A baby of seven months came to the emergency department with a broken femur.",
    referrer="Sergeant, Bro Eithin Police",
    harm=Harm.LIFE_THREATENING,
    event_on=day(2024, 11, 14),
)
def logged_twice(walk: Walk) -> None:
    walk.join_to(BROKEN_LEG, on=day(2024, 11, 20), why="The hospital and the police both called.")


@case(
    "dc",
    "forwarded by mistake, which was undone",
    on=day(2024, 11, 4),
    sentence="A boy of 16 who lives alone was burned in a fire. He left hospital after two days.",
    referrer="Youth worker, Llwybr Young People's Project",
    event_on=day(2024, 11, 1),
)
def forwarded_by_mistake(walk: Walk) -> None:
    walk.add_child(on=day(2024, 11, 5))
    walk.forward(on=day(2024, 11, 11))
    walk.undo(
        on=day(2024, 11, 12), why="The wrong case was opened. This one waits for the fire officer."
    )
