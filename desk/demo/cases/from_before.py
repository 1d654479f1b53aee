"""Reviews that reach back: one about events of long ago, one that began on paper and was taken
on."""

from desk.demo.case import case, day
from desk.demo.walk import Walk
from guidance.milestones import Milestone
from panels.models import Relation
from reviews.capacities import Capacity
from reviews.journey import Stage
from reviews.models import Course, Harm, ReviewKind, Source

PAPER = (
    "A boy of six nearly drowned while his carers were away. He is recovering with his grandparents"
    " and has begun to swim."
)


@case(
    "be",
    "taken on: it began on paper eleven months ago, and its report is being written",
    on=day(2024, 11, 13),
    sentence=PAPER,
    is_taken_on=True,
)
def began_on_paper(walk: Walk) -> None:
    walk.take_on(
        on=day(2024, 11, 13),
        stage=Stage.REPORT,
        kind=ReviewKind.CONCISE,
        outline=PAPER,
        older=("CPR 06/2023",),
        days={
            Milestone.REFERRED: day(2023, 12, 11),
            Milestone.FORWARDED: day(2023, 12, 18),
            Milestone.RECOMMENDED: day(2024, 1, 29),
            Milestone.DECIDED: day(2024, 2, 5),
            Milestone.WG_TOLD_OF_OUTCOME: day(2024, 2, 8),
            Milestone.AGENCIES_ASKED: day(2024, 4, 22),
            Milestone.EVENT_HELD: day(2024, 9, 26),
        },
    )
    walk.appoint("panel-member", Capacity.PANEL_MEMBER, on=day(2024, 11, 13))
    walk.keep_email(
        "The merged timeline, as it was circulated in June",
        "Attached was the merged timeline of four agencies; the paper copy is in the unit's file.",
        on=day(2024, 11, 14),
    )
    walk.meet_family(Relation.GRANDPARENT, on=day(2024, 11, 18), message="He asks why nobody came.")


@case(
    "be",
    "historic: what happened to children in a home in the 1990s; a day was corrected",
    on=day(2024, 3, 18),
    sentence="Four adults told the police of abuse in a children's home between 1991 and 1996.",
    source=Source.MEETING,
    referrer="Detective Superintendent, Bro Eithin Police",
    harm=Harm.IMPAIRMENT,
    event_on=day(1996, 7, 1),
)
def historic(walk: Walk) -> None:
    for pseudonym in ("Adult A", "Adult B", "Adult C", "Adult D"):
        walk.add_child(pseudonym, on=day(2024, 3, 19))
    walk.forward(on=day(2024, 3, 27))
    walk.correct(
        Milestone.FORWARDED,
        day(2024, 3, 25),
        on=day(2024, 4, 3),
        why="The letter to the chair of the sub-group is of 25 March; the 27th was typed.",
    )
    walk.answer_criteria(
        on=day(2024, 4, 22),
        abuse="known",
        abuse_kinds=["physical", "emotional"],
        happened="impairment",
        event_on=day(1996, 7, 1),
        identified_on=day(2024, 2, 12),
        permanence="permanent",
        is_historic=True,
        historic_why="Those who ran the home still care for children, under another name.",
    )
    walk.recommend(
        on=day(2024, 5, 13),
        course=Course.EXTENDED,
        criteria_why="All four were in the authority's care when it happened.",
        outline=(
            "Adults A to D were children of eight to thirteen in one home. Each told a worker at"
            " the time; none was believed. The home closed in 1996."
        ),
        rationale=(
            "Abuse is known and its effect is serious and permanent. They were looked after. The"
            " review asks what stops a child from being believed today."
        ),
        period=(day(1991, 4, 1), day(1996, 7, 1)),
        period_why="The years in which the four lived there.",
    )
    walk.decide(on=day(2024, 5, 20))
    walk.tell_both(recommended_on=day(2024, 5, 15), outcome_on=day(2024, 5, 22))
    walk.set_up_panel(on=day(2024, 7, 8), members=("member-social-services", "panel-member"))
    walk.agree_terms(on=day(2024, 7, 22))
    walk.ask_agencies(
        "social-services", "police", "education", on=day(2024, 7, 23), due_on=day(2024, 10, 25)
    )
    walk.return_timeline("police", on=day(2024, 10, 18), author="panel-member", entries=16)
    walk.return_timeline(
        "social-services",
        on=day(2024, 10, 24),
        author="member-social-services",
        entries=31,
        searched="The county archive. The daily logs of 1993 and 1994 are missing.",
    )
