"""Cases before the decision: a referral, one with the sub-group, one with the Chair, one with the
Board."""

from decimal import Decimal

from desk.demo.case import case, day
from desk.demo.walk import Walk
from reviews.capacities import Grade
from reviews.models import (
    Abuse,
    Channel,
    Course,
    Harm,
    Media,
    Mode,
    Notice,
    Reply,
    ScopingState,
    Source,
    YesNo,
)
from reviews.recommendation.facts import Involved, Sitting

BROKEN_LEG = "A girl of seven months has a broken leg. The explanation given does not fit it."


@case(
    "be",
    "referral",
    on=day(2024, 11, 18),
    sentence=BROKEN_LEG,
    source=Source.TELEPHONE,
    referrer="Named doctor for safeguarding, Gorse Coast University Health Board",
    harm=Harm.LIFE_THREATENING,
    event_on=day(2024, 11, 14),
)
def just_referred(walk: Walk) -> None:
    """It came by telephone three days ago; no child is recorded yet."""


@case(
    "dc",
    "referral",
    on=day(2024, 11, 12),
    sentence="Bachgen 13 oed a fu'n byw gyda'i dad-cu. Bu farw yn yr ysbyty wedi salwch hir.",
    source=Source.LETTER,
    referrer="Pennaeth yr ysgol",
    harm=Harm.DIED,
    event_on=day(2024, 10, 27),
)
def referred_in_welsh(walk: Walk) -> None:
    walk.add_child("Plentyn A", on=day(2024, 11, 13), by="coordinator")


@case(
    "be",
    "with the sub-group",
    on=day(2024, 10, 15),
    sentence=(
        "A boy of 15 in supported lodgings was found unconscious after taking tablets. He is"
        " recovering."
    ),
    referrer="Team Manager, Bro Eithin Children's Services",
    harm=Harm.LIFE_THREATENING,
    event_on=day(2024, 10, 9),
)
def with_the_subgroup(walk: Walk) -> None:
    walk.add_child(on=day(2024, 10, 16), full_name="Ifan Mwsogl", born_on="2 May 2009")
    walk.know(
        on=day(2024, 10, 16),
        born_year=2009,
        born_month=5,
        age_at_event=15,
        age_unit="years",
        sex="male",
        first_language="welsh",
        setting="eotas",
        legal_status="voluntary",
        lived_with="other",
        lived_with_more="Supported lodgings with a host since July.",
        homes=["2"],
    )
    walk.spell(
        on=day(2024, 10, 16), between=(day(2022, 9, 1), day(2023, 6, 14)), categories=("neglect",)
    )
    walk.spell(on=day(2024, 10, 16), between=(day(2023, 6, 14), None), basis="section_76")
    walk.relative(
        "Mother of Child A",
        "mother",
        on=day(2024, 10, 17),
        full_name="Lleucu Mwsogl",
        has_responsibility="yes",
        lived_with="no",
        homes=["1"],
    )
    walk.relative(
        "Father of Child A",
        "father",
        on=day(2024, 10, 17),
        has_responsibility="unknown",
        lived_with="no",
        homes=["unknown"],
        note="Not in touch since Child A was six.",
    )
    walk.relative("Sibling 1", "half_sibling", on=day(2024, 10, 17), homes=["1"])
    walk.relative("Host of Child A", "other_carer", on=day(2024, 10, 17), homes=["2"])
    walk.act_at_once(
        on=day(2024, 10, 9),
        what="The other young people of the lodgings were moved to a safe place the same night.",
        other_agency="Emergency duty team",
        learning="The lodgings' contact list was out of date; every provider has checked its own.",
    )
    walk.complete_referral(
        on=day(2024, 10, 18),
        referrer_role="Team Manager",
        referrer_agency="Bro Eithin Children's Services",
        circumstances="Child A had moved three times in a year. The host found him in the morning.",
        why_criteria="The injury could have killed him; neglect is suspected.",
        abuse=[Abuse.NEGLECT],
        agencies_known="Children's services, a school, a mental health team.",
        proceedings_known="The police have opened an inquiry.",
    )
    walk.forward(on=day(2024, 10, 22))
    walk.answer_criteria(
        on=day(2024, 10, 29),
        abuse="suspected",
        abuse_kinds=["neglect"],
        happened="life_threatening",
        event_on=day(2024, 10, 9),
    )
    asked = {"health": "agency-author", "police": "panel-member", "education": ""}
    walk.scope(asked, on=day(2024, 10, 29), due_on=day(2024, 11, 12))
    walk.answer_scoping(
        "health",
        on=day(2024, 11, 8),
        by="agency-author",
        state=ScopingState.ANSWERED,
        contact="Seen twice in the emergency department, and once by the school nurse.",
        register="Not known to have been on the register. Looked after from March 2024.",
        proceedings="None known.",
        actions="A place in hospital until a home was found.",
        who_can_say="Lowri Briallu, Named nurse",
    )
    walk.answer_scoping(
        "education",
        on=day(2024, 11, 11),
        by="coordinator",
        state=ScopingState.NOTHING_KNOWN,
        channel=Channel.TELEPHONE,
        answered_by="Head of Inclusion",
    )
    walk.draft(
        on=day(2024, 11, 14),
        outline=(
            "Child A was 15 and lived in supported lodgings. He was found unconscious after taking"
            " tablets on 9 October and has recovered."
        ),
        legal_status="Looked after since March 2024.",
        period_from_on=["1", "10", "2023"],
        period_until_on=["9", "10", "2024"],
    )


@case(
    "dc",
    "with the sub-group; a member's agency was involved",
    on=day(2024, 9, 24),
    sentence="A baby of five weeks died at home. A brother of two is safe with an aunt.",
    source=Source.MEETING,
    referrer="Detective Superintendent, Dyffryn Celyn Police",
    harm=Harm.DIED,
    event_on=day(2024, 9, 12),
)
def a_members_agency_was_involved(walk: Walk) -> None:
    walk.add_child(on=day(2024, 9, 25))
    walk.add_child("Child B", on=day(2024, 9, 25))
    walk.forward(on=day(2024, 10, 1))
    walk.defer(
        on=day(2024, 10, 17),
        next_on=day(2024, 11, 28),
        why="The pathologist's findings are expected in November.",
    )
    walk.set_interest(
        "subgroup-member",
        grade=Grade.INVOLVED,
        on=day(2024, 10, 3),
        reason="The family are tenants of the association for which this member works.",
        by="board-chair",
    )


@case(
    "be",
    "waiting for the Board Chair",
    on=day(2024, 8, 19),
    sentence="A girl of four was badly burned at home while her mother was in hospital.",
    referrer="Ward manager, Gorse Coast University Health Board",
    harm=Harm.IMPAIRMENT,
    event_on=day(2024, 8, 3),
)
def waiting_for_the_chair(walk: Walk) -> None:
    walk.add_child(on=day(2024, 8, 20), full_name="Elsi Cennin", born_on="11 March 2020")
    walk.forward(on=day(2024, 9, 3))
    walk.answer_criteria(
        on=day(2024, 11, 5),
        abuse="suspected",
        abuse_kinds=["neglect"],
        happened="impairment",
        event_on=day(2024, 8, 3),
        identified_on=day(2024, 8, 12),
        permanence="permanent",
    )
    walk.recommend(
        on=day(2024, 11, 7),
        course=Course.CONCISE,
        outline=(
            "Child A was four. She lived with her mother, who has epilepsy, and was cared for by a"
            " neighbour when her mother was admitted. She was scalded in the bath on the second"
            " evening and will need treatment for years. She was not on the child protection"
            " register and not looked after. Since then she has lived with her grandmother."
        ),
        rationale=(
            "Neglect is suspected and the impairment is serious and permanent (reg. 4(3)(a)). No"
            " limb of the extended criteria is met. The health board's own inquiry looks at the"
            " discharge and not at how agencies worked together, so it does not take the place of a"
            " review."
        ),
        period=(day(2023, 8, 1), day(2024, 8, 3)),
        period_why="The twelve months before the event, in which the mother was admitted twice.",
        sitting=Sitting(
            day(2024, 11, 5),
            Mode.ONLINE,
            [walk.cast.person("subgroup-chair"), walk.cast.person("coordinator")],
            ["Named doctor, Gorse Coast University Health Board"],
            interests="None.",
        ),
        legal_status="Not on the register, not looked after.",
        safeguarding_action="She has lived with her grandmother since she left hospital.",
        reviews_considered="The health board's own inquiry; a forum.",
        alternatives_considered="A forum would not hear the family.",
        agencies=[
            Involved(walk.cast.agency("health"), "", "Lowri Briallu", "Named nurse"),
            Involved(walk.cast.agency("social-services")),
            Involved(None, "Epilepsy nursing charity"),
        ],
        chairing_agency=walk.cast.agency("education"),
        chair_who="Nia Helyg, Head of Inclusion",
        chair_is_independent=YesNo.YES,
        chair_why="Her service had no part in the case and does not oversee those who had.",
        questions="Who knew that the mother cared alone?\nWho planned for her admissions?",
        reviewer_needed=YesNo.YES,
        reviewer_known=YesNo.NO,
        reviewer_cost=Decimal("4500.00"),
        reviewer_cost_met_by="The Board's budget for reviews.",
        first_panel_on=day(2024, 12, 5),
        is_in_time=YesNo.YES,
        report_expected_on=day(2025, 2, 1),
        media=Media.NONE_KNOWN,
        signed_title="Head of Safeguarding",
        signed_telephone="01632 960 123",
    )
    walk.tell(Notice.About.RECOMMENDATION, on=day(2024, 11, 11))


@case(
    "dc",
    "the Chair disagreed, the Board has still to discuss it",
    on=day(2024, 6, 10),
    sentence="A boy of nine missed eleven months of school. He was found undernourished.",
    referrer="Education welfare officer, Dyffryn Celyn Learning Service",
    harm=Harm.IMPAIRMENT,
    event_on=day(2024, 5, 28),
)
def waiting_for_the_board(walk: Walk) -> None:
    walk.add_child(on=day(2024, 6, 11), full_name="Gruff Danadl", born_on="30 January 2015")
    walk.forward(on=day(2024, 6, 18))
    walk.recommend(
        on=day(2024, 9, 9),
        course=Course.CONCISE,
        outline=(
            "Child A was nine and educated at home after leaving his school. He was seen by a"
            " dentist in May, who was worried by his weight. He was admitted for three weeks and"
            " has put on weight since. He was not known to children's services."
        ),
        rationale=(
            "Neglect is suspected and the paediatrician expects a lasting effect on his growth. No"
            " agency saw him for eleven months, and it is not clear who should have."
        ),
        period=(day(2023, 5, 28), day(2024, 5, 28)),
        period_why="The twelve months before the event: he left his school in June 2023.",
    )
    walk.tell(Notice.About.RECOMMENDATION, on=day(2024, 9, 12))
    walk.decide(
        on=day(2024, 9, 20),
        reply=Reply.DISAGREE,
        reasons=(
            "It is not established that the impairment is permanent. I propose a multi-agency"
            " professional forum on children who are educated at home."
        ),
    )
