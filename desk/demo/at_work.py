"""People at work in the demo: a Chair who is away, and a co-ordinator who has left."""

from boards.absence.services import set_absence
from boards.leaving.services import leave
from boards.models import Absence, Holding, Leaving, Office
from desk.demo.case import day
from desk.demo.cast import Cast


def stand_in(cast: Cast) -> None:
    """The Board Chair is away; the work comes first to the vice-chair."""
    holding = Holding.objects.get(
        board=cast.board, office=Office.BOARD_CHAIR, person=cast.person("board-chair")
    )
    if not Absence.objects.filter(holding=holding).exists():
        set_absence(
            cast.board,
            holding,
            by=cast.user("coordinator"),
            on=day(2024, 11, 4),
            stood_in_by=cast.person("vice-chair"),
            from_on=day(2024, 11, 11),
            until_on=day(2024, 12, 6),
        )


def hand_over(cast: Cast) -> None:
    """The second co-ordinator left in July; what was open went to the first."""
    leaver = cast.person("coordinator-before")
    if not Leaving.objects.filter(person=leaver).exists():
        leave(
            cast.board,
            leaver,
            by=cast.user("board-chair"),
            on=day(2024, 7, 15),
            successor=cast.person("coordinator"),
            last_on=day(2024, 7, 31),
        )
