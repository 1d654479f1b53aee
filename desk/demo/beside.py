"""What the demo shows beside its cases: the boards' other work, a board's own words
and its own time."""

from boards.models import Office
from boards.wording.services import choose_words
from common import clock
from deadlines.board_time.reading import closures_of
from deadlines.board_time.services import add_closure, record_annual_report, set_target
from desk.demo.case import day
from desk.demo.cast import Cast
from reviews.models import ForumPurpose, ForumSource, OtherWork, WorkKind, WorkStage
from reviews.other_work.services import add_work, change_work, keep_forum


def beside(casts: dict[str, Cast]) -> None:
    """Made once; what is there stays as it is."""
    for cast in casts.values():
        other_work(cast)
    words(casts["dc"])
    time(casts["be"])


def other_work(cast: Cast) -> None:
    """A forum that is done, one that is planned, an adult review, a unified review."""
    by, on, prefix = cast.user("coordinator"), clock.today(), cast.board.prefix
    lead = cast.person("coordinator")
    if OtherWork.objects.filter(board=cast.board, reference=f"{prefix} MAPF 2/2024").exists():
        return
    forum = add_work(
        cast.board,
        by=by,
        on=on,
        kind=WorkKind.FORUM,
        reference=f"{prefix} MAPF 2/2024",
        stage=WorkStage.UNDER_WAY,
        began_on=day(2024, 4, 8),
        lead=lead,
    )
    keep_forum(forum, by=by, on=on, facts=MOVING)
    change_work(
        forum,
        by=by,
        on=on,
        version=1,
        stage=WorkStage.COMPLETE,
        ended_on=day(2024, 7, 12),
        lead=lead,
    )
    for kind, reference, stage, began, next_on, next_what in (
        (WorkKind.FORUM, "MAPF 3/2024", WorkStage.PLANNED, (10, 2), (12, 4), "Session"),
        (WorkKind.ADULT, "APR 1/2024", WorkStage.UNDER_WAY, (3, 11), (11, 28), "Panel"),
        (WorkKind.SUSR, "SUSR 2/2024", WorkStage.PLANNED, (11, 11), (12, 10), "Case review group"),
    ):
        add_work(
            cast.board,
            by=by,
            on=on,
            kind=kind,
            reference=f"{prefix} {reference}",
            stage=stage,
            began_on=day(2024, *began),
            next_on=day(2024, *next_on),
            next_what=next_what,
            # What was led by somebody who has left since goes over with the rest.
            lead=cast.people.get("coordinator-before", lead) if kind == WorkKind.ADULT else lead,
        )


MOVING = {
    "source": ForumSource.PRACTITIONER,
    "purpose": ForumPurpose.CASE,
    "topic": "Working with families who move often between areas.",
    "held_on": day(2024, 6, 19),
    "first_facilitator": "Delyth Onnen",
    "first_discipline": "Health visiting",
    "second_facilitator": "Huw Gelli",
    "second_discipline": "Education",
    "facilitators_uninvolved": True,
    "attendance": "Health board 4, children's services 3, police 1, housing 2.",
    "learning": "A move is a reason to talk to the area left, on the same day.",
    "dissemination": "A page in the July bulletin; two lunchtime sessions.",
    "evaluation": "Nine of ten said that they would work otherwise.",
}


def words(cast: Cast) -> None:
    """Dyffryn Celyn calls its sub-group and its co-ordinator otherwise."""
    if not cast.board.wordings.exists():
        choose_words(
            cast.board,
            by=cast.user("coordinator"),
            on=clock.today(),
            words={
                "subgroup": ("Case Review Group", "Grŵp Adolygu Achosion"),
                Office.COORDINATOR: ("Business Manager", "Rheolwr Busnes"),
            },
        )


# What Bro Eithin sets itself: number and unit by target.
TARGETS = {
    "subgroup_meets": (4, "weeks"),
    "chair_decides": (10, "working_days"),
    "first_panel": (6, "weeks"),
    "agency_returns": (20, "working_days"),
    "plan_progress": (6, "months"),
}


def time(cast: Cast) -> None:
    """Bro Eithin has targets of its own, and is closed for a few days in the summer."""
    by, on = cast.user("coordinator"), clock.today()
    if closures_of(cast.board).exists():
        return
    for key, (value, unit) in TARGETS.items():
        set_target(
            cast.board, by=by, on=on, key=key, value=value, unit=unit, from_on=day(2024, 4, 1)
        )
    if on >= day(on.year, 7, 31):
        record_annual_report(
            cast.board, by=by, on=on, year=on.year, published_on=day(on.year, 7, 30)
        )
    add_closure(
        cast.board,
        by=by,
        on=on,
        from_on=day(on.year + 1, 8, 4),
        until_on=day(on.year + 1, 8, 8),
        name="The office moves",
    )
