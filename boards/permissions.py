"""What may be done to a board itself, rather than to a case."""

from django.utils.translation import gettext_lazy as _

from boards.models import Office
from common.rights import Right


class MayBoard(Right):
    MANAGE_PEOPLE = "manage_people", _("Add people, invite them and give offices.")


BY_OFFICE: dict[str, set[MayBoard]] = {
    Office.COORDINATOR: {MayBoard.MANAGE_PEOPLE},
    Office.BOARD_CHAIR: {MayBoard.MANAGE_PEOPLE},
}
