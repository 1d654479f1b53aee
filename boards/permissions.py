"""What may be done to a board itself, rather than to a case."""

from django.utils.translation import gettext_lazy as _

from boards.models import Office
from common.rights import Right


class MayBoard(Right):
    SEE_PEOPLE = "see_people", _("See the board's people and who holds which office.")
    MANAGE_PEOPLE = "manage_people", _("Add people, invite them and give offices.")


BOTH = {MayBoard.SEE_PEOPLE, MayBoard.MANAGE_PEOPLE}

BY_OFFICE: dict[str, set[MayBoard]] = {
    Office.COORDINATOR: BOTH,
    Office.BOARD_CHAIR: BOTH,
    Office.SUBGROUP_CHAIR: {MayBoard.SEE_PEOPLE},
    Office.AUDITOR: {MayBoard.SEE_PEOPLE},
}
