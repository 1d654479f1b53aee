"""Decisions out of the usual order: urgent, the other way, by a deputy, recorded for the Chair."""

from common.deeds import Proof
from desk.demo.case import case, day
from desk.demo.walk import Walk
from reviews.capacities import Capacity
from reviews.models import (
    Abuse,
    Amended,
    Body,
    Course,
    Harm,
    Media,
    Notice,
    Reply,
    Source,
    YesNo,
)
from reviews.recommendation.facts import Involved


@case(
    "be",
    "urgent: commissioned on the day of the referral, its recommendation completed later",
    on=day(2024, 8, 27),
    sentence="Two brothers of three and five were found alone; the younger one died that night.",
    source=Source.TELEPHONE,
    referrer="Detective Superintendent, Bro Eithin Police",
    harm=Harm.DIED,
    event_on=day(2024, 8, 26),
)
def urgent(walk: Walk) -> None:
    walk.add_child(on=day(2024, 8, 27), full_name="Emlyn Rhedynnog", born_on="3 March 2021")
    walk.add_child("Child B", on=day(2024, 8, 27), full_name="Gwion Rhedynnog")
    walk.act_at_once(
        on=day(2024, 8, 27),
        what="Child B was taken to his grandparents that night; a plan for him was made at once.",
        other_agency="Emergency duty team",
    )
    walk.forward(on=day(2024, 8, 27))
    walk.recommend(
        on=day(2024, 8, 27),
        course=Course.EXTENDED,
        is_urgent=True,
        outline=(
            "Children A and B were three and five and had been on the child protection register"
            " until May. Child A died. Child B is with his grandparents and safe."
        ),
        rationale=(
            "A child died, neglect is known, and both names were on the register within six months"
            " (reg. 4(3)(b)). It is urgent: the house is to be cleared and records are being sought"
            " by reporters."
        ),
    )
    walk.decide(on=day(2024, 8, 27), reasons="Agreed by telephone; signed the same evening.")
    walk.tell_both(recommended_on=day(2024, 8, 28), outcome_on=day(2024, 8, 28))
    walk.complete_recommendation(
        on=day(2024, 9, 17),
        reason="Whether its inquiry leads is for the ombudsman to say; he has been asked.",
        period_from_on=day(2022, 9, 1),
        period_until_on=day(2024, 8, 26),
        period_why="The names were first on the register in September 2022.",
        agencies=[
            Involved(walk.cast.agency("social-services"), "", "Tom Yarrow", "Service Manager"),
            Involved(walk.cast.agency("health")),
            Involved(walk.cast.agency("police")),
            Involved(None, "A day nursery"),
        ],
        chairing_agency=walk.cast.agency("education"),
        chair_who="Nia Helyg, Head of Inclusion",
        chair_is_independent=YesNo.YES,
        chair_why="Neither child was of school age; her service had no part in the case.",
        questions="What was known when the names came off the register?\nWho saw the home since?",
        media=Media.LIKELY,
        media_issues="Two newspapers have asked. The Board Chair alone answers.",
    )
    walk.set_up_panel(
        on=day(2024, 9, 23), members=("panel-member", "member-social-services", "member-health")
    )
    walk.meet(
        Body.PANEL,
        *("panel-chair", "reviewer-external", "panel-member", "member-health"),
        on=day(2024, 9, 30),
        away=("member-social-services",),
        decisions="The timelines begin in September 2022. The nursery is asked as well.",
    )


@case(
    "dc",
    "the other way: no review was recommended, the Chair wanted one, the Board agreed",
    on=day(2024, 5, 7),
    sentence="A boy of 14 who is deaf lost the sight of one eye after an assault in a school.",
    referrer="Head of Service, Dyffryn Celyn Children and Families",
    harm=Harm.IMPAIRMENT,
    event_on=day(2024, 4, 22),
)
def the_other_way(walk: Walk) -> None:
    walk.add_child(on=day(2024, 5, 8), full_name="Rhun Marchwellt", born_on="12 October 2009")
    walk.forward(on=day(2024, 5, 13))
    walk.recommend(
        on=day(2024, 6, 17),
        course=Course.NO_REVIEW,
        outline=(
            "Child A was 14 and one of two deaf pupils of his school. Another pupil hurt him. He"
            " has learned to live with it and has changed schools."
        ),
        rationale="Children fought; neither abuse nor neglect by an adult is known.",
        dissent="Education holds that eleven complaints in a year were not heard.",
    )
    walk.tell(Notice.About.RECOMMENDATION, on=day(2024, 6, 19))
    walk.decide(
        on=day(2024, 6, 24),
        reply=Reply.DISAGREE,
        proposed_course=Course.CONCISE,
        proposed_action="A concise review of how complaints of deaf pupils are heard.",
        reasons="He complained eleven times and nobody wrote it down. That may be neglect.",
    )
    walk.discuss(
        on=day(2024, 7, 9),
        views=(
            "The chair of the sub-group explained its view. Education, health and the third sector"
            " agreed with the Chair; police abstained. All found the loss serious and permanent."
        ),
    )
    walk.decide(
        on=day(2024, 7, 12),
        reply=Reply.FINAL,
        course=Course.CONCISE,
        reasons="The impairment is serious and permanent, and neglect is suspected.",
        conflicting_views="The sub-group's majority holds that the criteria are not met.",
        amended={
            Amended.PERIOD_FROM: day(2023, 4, 22),
            Amended.PERIOD_UNTIL: day(2024, 4, 22),
            Amended.PERIOD_WHY: "The year of the complaints.",
        },
    )
    walk.tell(Notice.About.OUTCOME, on=day(2024, 7, 15))
    walk.set_up_panel(on=day(2024, 9, 2), members=("panel-member", "member-education"))


@case(
    "be",
    "the decision was recorded for the Board Chair, who has still to confirm it",
    on=day(2024, 7, 1),
    sentence="A baby of two weeks was found with head injuries. She is recovering with an aunt.",
    referrer="Consultant paediatrician, Gorse Coast University Health Board",
    harm=Harm.LIFE_THREATENING,
    event_on=day(2024, 6, 24),
)
def to_be_confirmed(walk: Walk) -> None:
    walk.add_child(on=day(2024, 7, 2), full_name="Mabli Crafanc", born_on="10 June 2024")
    walk.complete_referral(
        on=day(2024, 7, 3),
        referrer_role="Consultant paediatrician",
        abuse=[Abuse.PHYSICAL],
        agencies_known="Midwifery, a mental health team for mothers.",
    )
    walk.forward(on=day(2024, 7, 8))
    walk.recommend(
        on=day(2024, 9, 9),
        outline="Child A was two weeks old. A midwife had seen bruises and had told her manager.",
        rationale="Physical abuse is suspected and the injury was potentially life-threatening.",
        period=(day(2023, 10, 1), day(2024, 6, 24)),
        period_why="The pregnancy and her life.",
    )
    walk.tell(Notice.About.RECOMMENDATION, on=day(2024, 9, 11))
    walk.keep_email(
        "Board Chair on the recommendation",
        "I agree with the recommendation. Please commission a concise review.",
        on=day(2024, 9, 18),
    )
    walk.decide(
        on=day(2024, 9, 18),
        by="coordinator",
        decided_by=walk.cast.person("board-chair"),
        proof=Proof(how="email", where="E-mail of 18 September, among the papers of the case."),
    )
    walk.tell(Notice.About.OUTCOME, on=day(2024, 9, 23))
    walk.appoint(
        "panel-chair",
        Capacity.PANEL_CHAIR,
        on=day(2024, 10, 14),
        independence="Her service has no part in the care of children under three.",
    )
    walk.appoint("panel-member", Capacity.PANEL_MEMBER, on=day(2024, 10, 14))


@case(
    "dc",
    "no review; the vice-chair decided for the Chair, who is away",
    on=day(2024, 9, 9),
    sentence="A girl of ten broke both arms when she fell from a wall at a children's home.",
    source=Source.FORM,
    referrer="Responsible individual of the home",
    event_on=day(2024, 8, 31),
)
def a_deputy_decides(walk: Walk) -> None:
    walk.add_child(on=day(2024, 9, 10), full_name="Nanw Collen")
    walk.forward(on=day(2024, 9, 16))
    walk.recommend(
        on=day(2024, 10, 17),
        course=Course.NO_REVIEW,
        outline="Child A was ten and fell while playing. She has recovered fully.",
        rationale="No abuse or neglect is known or suspected. The regulator looks at the wall.",
    )
    walk.tell(Notice.About.RECOMMENDATION, on=day(2024, 10, 21))
    walk.decide(on=day(2024, 11, 13), by="vice-chair")
    walk.tell(Notice.About.OUTCOME, on=day(2024, 11, 14))
