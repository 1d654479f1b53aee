"""What may be done to a board itself, rather than to a case."""

from django.utils.translation import gettext_lazy as _

from boards.models import Office
from common.rights import Right


class MayBoard(Right):
    SEE_PEOPLE = "see_people", _("See the board's people and who holds which office.")
    MANAGE_PEOPLE = "manage_people", _("Add people, invite them and give offices.")

    BE_AWAY = "be_away", _("Say when one is away from an office and who stands in.")
    CHOOSE_WORDS = "choose_words", _("Choose the board's words for its offices and groups.")
    SEE_TIME = "see_time", _("See what the board sets itself: targets, closures, its own dates.")
    SET_TIME = "set_time", _("Set the board's targets and closures, and record its own dates.")


BOTH = {MayBoard.SEE_PEOPLE, MayBoard.MANAGE_PEOPLE}
RUNNING = {MayBoard.BE_AWAY, MayBoard.CHOOSE_WORDS, MayBoard.SEE_TIME, MayBoard.SET_TIME}

BY_OFFICE: dict[str, set[MayBoard]] = {
    Office.COORDINATOR: BOTH | RUNNING,
    Office.BOARD_CHAIR: BOTH | RUNNING,
    Office.SUBGROUP_CHAIR: {MayBoard.SEE_PEOPLE, MayBoard.BE_AWAY, MayBoard.SEE_TIME},
    Office.AUDITOR: {MayBoard.SEE_PEOPLE, MayBoard.SEE_TIME},
}
