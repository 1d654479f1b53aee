"""Every page needs an account unless it is listed in boards.public; and a session ends."""

from collections.abc import Callable
from typing import Any

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib.auth import logout
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from boards.public import BEFORE_SECOND_FACTOR, is_public
from common import clock

IDLE = 30 * 60  # seconds without a request after which a session ends (a page warns at 25 minutes)
WHOLE = 8 * 60 * 60  # seconds after which it ends in any case
STEP = 60  # the last request is noted once a minute, not at each

BEGAN, SEEN = "session_began", "session_seen"


class SignedInMiddleware:
    """Runs once the page is known, so that the list is of names and not of paths."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated and self._has_ended(request):
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
            # The place is kept for reading only: a form posted without a session cannot be resumed.
            place = request.get_full_path() if request.method in ("GET", "HEAD") else "/"
            return redirect_to_login(place, reverse(settings.LOGIN_URL))
        if (
            settings.SECOND_FACTOR_REQUIRED
            and name not in BEFORE_SECOND_FACTOR
            and not is_mfa_enabled(request.user)
        ):
            return HttpResponseRedirect(reverse("mfa_index"))
        return None

    def _has_ended(self, request: HttpRequest) -> bool:
        now = int(clock.now().timestamp())
        began = request.session.get(BEGAN, now)
        seen = request.session.get(SEEN, now)
        if now - seen > IDLE or now - began > WHOLE:
            return True
        if (
            BEGAN not in request.session
            or not 0 <= now - seen < STEP
            or SEEN not in request.session
        ):
            request.session[BEGAN] = min(began, now)
            request.session[SEEN] = now
        return False
