"""Cases that ended without a review of the board's own: no review, a forum, another review, another
board, another kind of review."""

from desk.demo.case import case, day
from desk.demo.walk import Walk
from reviews.models import (
    Course,
    ForumPurpose,
    ForumSource,
    Harm,
    Lead,
    Notice,
    ProceedingKind,
    Reply,
    Source,
    WorkKind,
    WorkStage,
)


@case(
    "be",
    "no review, after the Chair disagreed and the Board discussed it",
    on=day(2022, 5, 16),
    sentence="A boy of 16 was seriously hurt in a car driven by a friend of 17.",
    referrer="Sergeant, Bro Eithin Police",
    harm=Harm.LIFE_THREATENING,
    event_on=day(2022, 5, 7),
)
def no_review(walk: Walk) -> None:
    walk.add_child(on=day(2022, 5, 17), full_name="Cai Rhafnwydd", born_on="19 July 2005")
    walk.forward(on=day(2022, 5, 23))
    walk.recommend(
        on=day(2022, 6, 20),
        course=Course.CONCISE,
        outline=(
            "Child A was 16 and lived with his father. He was a passenger in a car that left the"
            " road at night. He spent five weeks in hospital and has recovered well. Three agencies"
            " had been told in the months before that older young people were driving him around."
        ),
        rationale=(
            "The injury was potentially life-threatening. The sub-group sees signs of criminal"
            " exploitation and holds that the neglect of those signs meets the criteria."
        ),
        period=(day(2021, 5, 7), day(2022, 5, 7)),
        period_why="The twelve months before the event.",
        dissent=(
            "Police and probation hold that it was an accident on the road and that neither abuse"
            " nor neglect is known or suspected."
        ),
    )
    walk.tell(Notice.About.RECOMMENDATION, on=day(2022, 6, 22))
    walk.decide(
        on=day(2022, 7, 1),
        reply=Reply.DISAGREE,
        reasons=(
            "I am not satisfied that abuse or neglect is known or suspected. I propose that the"
            " exploitation strategy group takes the learning forward."
        ),
    )
    walk.discuss(
        on=day(2022, 7, 19),
        views=(
            "The Board heard the chair of the sub-group. Health, education and the third sector"
            " asked for a review because the signs of exploitation had been seen and not joined"
            " up. Police, probation and housing agreed with the Chair. All agreed that the"
            " learning must not be lost."
        ),
    )
    walk.decide(
        on=day(2022, 7, 26),
        reply=Reply.FINAL,
        course=Course.NO_REVIEW,
        reasons=(
            "The criteria are not met: the injury came from a collision on the road. The"
            " exploitation strategy group reports to the Board in six months."
        ),
        conflicting_views=(
            "Health, education and the third sector hold that neglect of clear signs of"
            " exploitation led to the event and that only a review would bring the agencies'"
            " knowledge together."
        ),
    )
    walk.tell(Notice.About.OUTCOME, on=day(2022, 7, 28))


@case(
    "be",
    "a multi-agency professional forum",
    on=day(2023, 6, 5),
    sentence="Two sisters of 8 and 10 were moved between four schools in a year.",
    source=Source.MEETING,
    referrer="Safeguarding in education lead, Bro Eithin Education Service",
)
def forum(walk: Walk) -> None:
    walk.add_child(on=day(2023, 6, 6))
    walk.add_child("Child B", on=day(2023, 6, 6))
    walk.forward(on=day(2023, 6, 12))
    walk.recommend(
        on=day(2023, 7, 10),
        course=Course.FORUM,
        outline=(
            "Children A and B moved house four times. Each school began again with what the family"
            " told it. A teacher noticed bruises in the third school; by then the family had moved."
            " The children are safe and live with their father."
        ),
        rationale=(
            "Neither child was seriously harmed, so the criteria for a review are not met. There is"
            " learning for schools and health visitors about children who move."
        ),
    )
    walk.tell(Notice.About.RECOMMENDATION, on=day(2023, 7, 12))
    walk.decide(on=day(2023, 7, 18))
    walk.tell(Notice.About.OUTCOME, on=day(2023, 7, 20))
    walk.list_beside(
        "BE MAPF 1/2023",
        work=WorkKind.FORUM,
        stage=WorkStage.COMPLETE,
        began_on=day(2023, 7, 18),
        ended_on=day(2023, 12, 8),
        facts={
            "source": ForumSource.REFERRAL,
            "purpose": ForumPurpose.CASE,
            "topic": "Two sisters and four schools: what a new school is told.",
            "consent": "The father agreed; he read the summary.",
            "chronology_on": day(2023, 9, 15),
            "history_on": day(2023, 9, 22),
            "held_on": day(2023, 10, 5),
            "first_facilitator": "Sioned Banadl",
            "first_discipline": "Nursing",
            "second_facilitator": "Carys Ffawydd",
            "second_discipline": "Education",
            "facilitators_uninvolved": True,
            "attendance": "Four schools, health visitors, children's services, housing: 17.",
            "learning": "A school begins with what the family says, unless another school calls.",
            "actions": "One call between heads on the day of a move.",
            "dissemination": "A briefing of two pages to all schools, in both languages.",
            "evaluation": "A year on, 9 of 11 schools made the call.",
        },
    )


@case(
    "dc",
    "another review leads",
    on=day(2023, 2, 13),
    sentence="A mother was killed. Her son of six was in the house and was not hurt.",
    source=Source.TELEPHONE,
    referrer="Detective Superintendent, Dyffryn Celyn Police",
    event_on=day(2023, 2, 11),
)
def another_leads(walk: Walk) -> None:
    walk.add_child(on=day(2023, 2, 14))
    walk.forward(on=day(2023, 2, 20))
    walk.recommend(
        on=day(2023, 3, 16),
        course=Course.ANOTHER_LEADS,
        outline=(
            "Child A was six when his mother was killed at home. He lives with his mother's"
            " parents. Police had been called to the house five times in two years."
        ),
        rationale=(
            "A domestic homicide review has begun and will look at how the agencies kept the child"
            " safe. A member of this Board sits on its panel. The Board considers its report."
        ),
    )
    walk.tell(Notice.About.RECOMMENDATION, on=day(2023, 3, 20))
    walk.decide(on=day(2023, 3, 27))
    walk.tell(Notice.About.OUTCOME, on=day(2023, 3, 29))
    walk.proceed_elsewhere(
        ProceedingKind.DOMESTIC_HOMICIDE,
        "Community safety partnership",
        on=day(2023, 3, 29),
        lead=Lead.THEY,
        questions="What was life like for Child A, and who asked him?",
    )


@case(
    "dc",
    "transferred to another board",
    on=day(2021, 9, 6),
    sentence="A girl of 14 placed in the valley from another region went missing for nine days.",
    referrer="Independent reviewing officer",
    event_on=day(2021, 8, 21),
)
def transferred(walk: Walk) -> None:
    walk.add_child(on=day(2021, 9, 7))
    walk.forward(on=day(2021, 9, 13))
    walk.end(
        "transfer",
        on=day(2021, 10, 4),
        reasons=(
            "She was placed here for five weeks and is normally resident in the region that placed"
            " her. The chair of that region's board agreed on 30 September to lead. Our agencies"
            " give their timelines to its panel."
        ),
    )


@case(
    "dc",
    "converted to a Single Unified Safeguarding Review",
    on=day(2024, 7, 22),
    sentence="A young woman of 17 in foster care died. Her carer's adult son was hurt with her.",
    referrer="Head of Service, Dyffryn Celyn Children and Families",
    harm=Harm.DIED,
    event_on=day(2024, 7, 14),
)
def converted(walk: Walk) -> None:
    walk.add_child(on=day(2024, 7, 23), full_name="Heledd Ysgaw", born_on="8 December 2006")
    walk.forward(on=day(2024, 7, 30))
    walk.recommend(
        on=day(2024, 9, 2),
        course=Course.EXTENDED,
        outline=(
            "Child A was 17 and had been looked after for three years. She died in a fire at the"
            " home of her carer. The carer's son, who has a learning disability, was badly hurt."
        ),
        rationale=(
            "She died, neglect of safety in the placement is suspected, and she was looked after on"
            " the day (reg. 4(3)(b)). An adult practice review of her carer's son was also asked"
            " for."
        ),
        period=(day(2022, 7, 14), day(2024, 7, 14)),
        period_why="The placement began in the summer of 2022.",
    )
    walk.tell(Notice.About.RECOMMENDATION, on=day(2024, 9, 4))
    walk.decide(on=day(2024, 9, 16))
    walk.tell(Notice.About.OUTCOME, on=day(2024, 9, 18))
    walk.end(
        "convert",
        on=day(2024, 10, 14),
        reasons=(
            "A review of the child and one of the adult would ask the same people the same"
            " questions. The Board and Welsh Government agreed that one review covers both."
        ),
        goes_to="Single Unified Safeguarding Review of this Board",
        their_reference="DC SUSR 1/2024",
        told="Both families, the panel's agencies, the chair of the adult sub-group.",
        told_on=day(2024, 10, 16),
        government_told_on=day(2024, 10, 15),
    )
    walk.list_beside(
        "DC SUSR 1/2024",
        work=WorkKind.SUSR,
        stage=WorkStage.UNDER_WAY,
        began_on=day(2024, 10, 14),
        next_on=day(2024, 12, 3),
        next_what="First panel",
    )
