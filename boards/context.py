"""What every page knows about its reader. Pages for people not signed in ask the database nothing,
the others at most once, and only where the page shows it."""

from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from boards.middleware import time_left
from boards.permissions import MayBoard
from boards.standing import boards_where
from boards.task_links.sessions import task_of

WARNING = 5 * 60  # seconds before a session ends at which its reader is told


def reader(request: HttpRequest) -> dict[str, Any]:
    """`sees_people`: whether a board shows them its people; `signed_in_for`: seconds, None once the
    session has ended; `warned_at`: how many of them are left when the page says so; `in_task`:
    whether they came by a link to one page."""
    user = getattr(request, "user", None)  # an error may come before anybody is known
    if user is None or not user.is_authenticated:
        return {}
    return {
        "sees_people": SimpleLazyObject(lambda: _sees_people(request)),
        "signed_in_for": time_left(request),
        "warned_at": WARNING,
        "in_task": bool(task_of(request)),
    }


def _sees_people(request: HttpRequest) -> bool:
    """Asked once a request, however often something is rendered for it."""
    known: dict[str, Any] = request.__dict__
    if "sees_people" not in known:
        known["sees_people"] = boards_where(request.user, MayBoard.SEE_PEOPLE).exists()
    found: bool = known["sees_people"]
    return found
