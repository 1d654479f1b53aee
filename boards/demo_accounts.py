"""The accounts of the demo: one a role and board, `<role>@be.demo` and `<role>@dc.demo`.

Whoever seeds the demo makes those it needs; the sign-in page lists the ones that exist.
"""

from dataclasses import dataclass

from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from boards.models import Board, User

PASSWORD = "heather-on-the-hill"  # noqa: S105 - shown to everybody, and only the demo has it

ROLES: dict[str, Promise] = {
    "coordinator": _("Co-ordinator"),
    "board-chair": _("Board Chair"),
    "vice-chair": _("Vice-chair of the Board"),
    "subgroup-chair": _("Sub-group chair"),
    "panel-chair": _("Panel chair"),
    "reviewer": _("Reviewer"),
    "reviewer-local": _("Reviewer with local knowledge"),
    "panel-member": _("Panel member"),
    "agency-author": _("Author of an agency's timeline"),
    "board-member": _("Board member"),
    "auditor": _("Data protection officer"),
    "outsider": _("A professional with no part in any review"),
}


@dataclass(frozen=True, eq=False)
class DemoBoard:
    board: Board
    accounts: list[tuple[str, Promise]]  # e-mail address, role


def email_of(role: str, board: Board) -> str:
    return f"{role}@{board.code}.demo"


def offered() -> list[DemoBoard]:
    """The demo accounts that exist, by board. Nothing outside the demo."""
    if settings.MODE != "demo":
        return []
    emails = set(
        User.objects.filter(email__endswith=".demo", is_active=True).values_list("email", flat=True)
    )
    found = []
    for board in Board.objects.filter(is_fictional=True):
        pairs = [(email_of(role, board), label) for role, label in ROLES.items()]
        accounts = [(email, label) for email, label in pairs if email in emails]
        if accounts:
            found.append(DemoBoard(board, accounts))
    return found
