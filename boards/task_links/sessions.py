"""A session that was opened by a task's link: short, and for that one page."""

from typing import Any

from django.http import HttpRequest

from boards.public import is_public
from common import clock

PATH, BELOW, ENDS = "task_path", "task_below", "task_ends"
LONG = 30 * 60  # seconds
# Besides its page: what every page of ours asks for, and the way out.
BESIDE = {"task_done", "still_here", "language", "account_logout", "paper", "paper_file"}


def begin(session: Any, path: str, *, and_below: bool = False) -> None:
    session[PATH], session[BELOW] = path, and_below
    session[ENDS] = int(clock.now().timestamp()) + LONG
    session.set_expiry(LONG)


def task_of(request: HttpRequest) -> str:
    """The one page of this session; '' for an ordinary one."""
    return str(request.session.get(PATH, ""))


def is_over(request: HttpRequest) -> bool:
    """Whether a task's session has had its half hour."""
    ends = request.session.get(ENDS)
    return ends is not None and clock.now().timestamp() > ends


def is_open(request: HttpRequest, view_name: str) -> bool:
    """Whether a page belongs to the task, or to nobody in particular."""
    path = task_of(request)
    if not path or view_name in BESIDE or is_public(view_name):
        return True
    below = bool(request.session.get(BELOW)) and request.path.startswith(path)
    return request.path == path or below
