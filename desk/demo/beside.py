"""What the demo shows beside its cases: a joint review, other work, a word of the board's own."""

from boards.models import Office
from boards.wording.services import choose_words
from common import clock
from desk.demo.case import day
from desk.demo.cast import Cast
from reviews.joint.services import add_board
from reviews.journey import Stage
from reviews.models import (
    ForumPurpose,
    ForumSource,
    Ground,
    OtherWork,
    Participation,
    Review,
    WorkKind,
    WorkStage,
)
from reviews.other_work.services import add_work, change_work, keep_forum


def beside(casts: dict[str, Cast]) -> None:
    """Made once; what is there stays as it is."""
    join(casts)
    for cast in casts.values():
        if not OtherWork.objects.filter(board=cast.board).exists():
            other_work(cast)
    words(casts["dc"])


def join(casts: dict[str, Cast]) -> None:
    """Dyffryn Celyn takes part in one review of Bro Eithin: the other child lives there."""
    running = Review.objects.filter(
        board=casts["be"].board, stage__in=[Stage.PANEL, Stage.TIMELINES]
    )
    review = running.order_by("pk").first()
    if review is None or Participation.objects.exists():
        return
    add_board(
        review,
        by=casts["be"].user("coordinator"),
        on=clock.today(),
        board=casts["dc"].board,
        why="Child A stayed with an aunt in Dyffryn Celyn in the weeks before the event.",
        ground=Ground.RESIDENCE,
    )


def other_work(cast: Cast) -> None:
    """A forum that is done, one that is planned, an adult review."""
    by, on, prefix = cast.user("coordinator"), clock.today(), cast.board.prefix
    lead = cast.person("coordinator")
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
    facts = {
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
    keep_forum(forum, by=by, on=on, facts=facts)
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
        (
            WorkKind.FORUM,
            f"{prefix} MAPF 3/2024",
            WorkStage.PLANNED,
            day(2024, 10, 2),
            day(2024, 12, 4),
            "Session",
        ),
        (
            WorkKind.ADULT,
            f"{prefix} APR 1/2024",
            WorkStage.UNDER_WAY,
            day(2024, 3, 11),
            day(2024, 11, 28),
            "Panel",
        ),
    ):
        add_work(
            cast.board,
            by=by,
            on=on,
            kind=kind,
            reference=reference,
            stage=stage,
            began_on=began,
            next_on=next_on,
            next_what=next_what,
            lead=lead,
        )


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
