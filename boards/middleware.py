"""Every page needs an account unless it is listed in boards.public; and a session ends."""

from collections.abc import Callable
from typing import Any

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib.auth import logout
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from boards.public import BEFORE_SECOND_FACTOR, is_public
from boards.task_links.sessions import is_open, is_over, task_of
from common import clock
from common.errors import signed_out

IDLE = 30 * 60  # seconds without a request after which a session ends (a page warns at 25 minutes)
WHOLE = 8 * 60 * 60  # seconds after which it ends in any case
STEP = 60  # the last request is noted once a minute, not at each

ONE_PAGE = _("You came by a link to one page. Sign in to do anything else.")
SECOND_FACTOR = _("You need a second step as well as your password. Choose one to continue.")
BEGAN, SEEN = "session_began", "session_seen"


class SignedInMiddleware:
    """Runs once the page is known, so that the list is of names and not of paths."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated and (self._has_ended(request) or is_over(request)):
            logout(request)
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Any, args: Any, kwargs: Any
    ) -> HttpResponse | None:
        assert request.resolver_match is not None
        name = request.resolver_match.view_name or ""
        if is_public(name):
            return None
        if not request.user.is_authenticated:
            if request.method not in ("GET", "HEAD"):
                return signed_out(request)
            return redirect_to_login(request.get_full_path(), reverse(settings.LOGIN_URL))
        if not is_open(request, name):
            if request.method in ("GET", "HEAD"):
                return HttpResponseRedirect(reverse("task_done"))
            raise PermissionDenied(ONE_PAGE)
        if (
            settings.SECOND_FACTOR_REQUIRED
            and not task_of(request)
            and name not in BEFORE_SECOND_FACTOR
            and not is_mfa_enabled(request.user)
        ):
            if request.method not in ("GET", "HEAD"):
                raise PermissionDenied(SECOND_FACTOR)
            return HttpResponseRedirect(reverse("mfa_index"))
        return None

    def _has_ended(self, request: HttpRequest) -> bool:
        if time_left(request) < 0:
            return True
        now, session = int(clock.now().timestamp()), request.session
        if (
            BEGAN not in session
            or SEEN not in session
            or not 0 <= now - session[SEEN] < STEP
            or request.path == reverse("still_here")
        ):
            session[BEGAN] = min(session.get(BEGAN, now), now)
            session[SEEN] = now
        return False


def time_left(request: HttpRequest) -> int:
    """Seconds until this session ends if nothing more is asked of it."""
    now = int(clock.now().timestamp())
    seen, began = request.session.get(SEEN, now), request.session.get(BEGAN, now)
    return int(min(seen + IDLE, began + WHOLE) - now)
