"""What happens around every page: its language, and what a browser may do with it."""

from collections.abc import Callable
from http import HTTPStatus

from django.conf import settings
from django.http import HttpRequest, HttpResponse, QueryDict
from django.http.response import HttpResponseBase
from django.middleware import locale
from django.utils import translation
from django.utils.datastructures import MultiValueDict
from django_fsm import ConcurrentTransition

from common.errors import Conflict, conflict, csrf_failure, signed_out
from common.forms.kept import SWITCH, keeping
from common.typed import came_from_here
from common.views import keep_language

Respond = Callable[[HttpRequest], HttpResponseBase]

CONTENT_SECURITY_POLICY = "; ".join(
    [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
        "object-src 'none'",
    ]
)
# Every power a page could ask of the browser, off; but the passkey, which signs people in.
_POWERS = (
    "accelerometer",
    "autoplay",
    "browsing-topics",
    "camera",
    "display-capture",
    "encrypted-media",
    "fullscreen",
    "geolocation",
    "gyroscope",
    "hid",
    "idle-detection",
    "local-fonts",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "picture-in-picture",
    "screen-wake-lock",
    "serial",
    "usb",
    "xr-spatial-tracking",
)
PERMISSIONS_POLICY = ", ".join(
    [
        *(f"{power}=()" for power in _POWERS),
        "publickey-credentials-create=(self)",
        "publickey-credentials-get=(self)",
    ]
)
SIGN_OUT = "account_logout"


class PolicyMiddleware:
    """The outermost: every answer carries the policy, errors and static files too.

    Nothing is kept by a browser or a proxy unless a view says so itself (public pages and static
    files do). Signing out clears what the browser holds of us.
    """

    def __init__(self, get_response: Respond) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        headers = response.headers
        headers.setdefault("Content-Security-Policy", CONTENT_SECURITY_POLICY)
        headers.setdefault("Cache-Control", "no-store")
        headers.setdefault("X-Content-Type-Options", "nosniff")
        headers.setdefault("X-Frame-Options", "DENY")
        headers.setdefault("Referrer-Policy", settings.SECURE_REFERRER_POLICY)
        headers.setdefault("Cross-Origin-Opener-Policy", settings.SECURE_CROSS_ORIGIN_OPENER_POLICY)
        headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        headers.setdefault("Permissions-Policy", PERMISSIONS_POLICY)
        headers.setdefault("X-Robots-Tag", "noindex")
        if request.method == "POST" and _name(request) == SIGN_OUT:
            headers["Clear-Site-Data"] = '"cache", "storage"'
        return response


def _name(request: HttpRequest) -> str:
    return request.resolver_match.view_name if request.resolver_match else ""


class LocaleMiddleware(locale.LocaleMiddleware):
    """The choice made with the switch (a cookie), else what the browser asks for.

    PersonsLanguageMiddleware comes later, when it is known who reads.
    """

    def process_request(self, request: HttpRequest) -> None:
        translation.activate(translation.get_language_from_request(request))
        request.LANGUAGE_CODE = translation.get_language()


class SwitchMiddleware:
    """The switch to the other language on a page with a form: it sends the form along, and the page
    comes back in the other language with what was typed. Nothing is saved by it.

    The post becomes a look at the same page, whoever sent it: it never reaches the form's deed.
    """

    def __init__(self, get_response: Respond) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        language = request.POST.get(SWITCH, "") if request.method == "POST" else ""
        if language not in dict(settings.LANGUAGES):
            return self.get_response(request)
        typed = request.POST if came_from_here(request) else None
        self._look(request, language)
        with keeping(typed):
            response = self.get_response(request)
        if typed is not None and response.status_code != HTTPStatus.OK:
            response = self._refused(request, typed)
        keep_language(response, language)
        return response

    def _look(self, request: HttpRequest, language: str) -> None:
        request.method = request.META["REQUEST_METHOD"] = "GET"
        request.COOKIES[settings.LANGUAGE_COOKIE_NAME] = language
        request._post, request._files = QueryDict(), MultiValueDict()  # type: ignore[attr-defined]

    def _refused(self, request: HttpRequest, typed: QueryDict) -> HttpResponse:
        """The page is not open to them any more: they have their words."""
        request.method = request.META["REQUEST_METHOD"] = "POST"
        request._post = typed  # type: ignore[attr-defined]
        return csrf_failure(request) if request.user.is_authenticated else signed_out(request)


class PersonsLanguageMiddleware:
    """A signed-in person's own language, until they use the switch in this browser session."""

    def __init__(self, get_response: Respond) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if settings.LANGUAGE_COOKIE_NAME not in request.COOKIES:
            person = getattr(request.user, "person", None)
            language = getattr(person, "language", "")
            if language in dict(settings.LANGUAGES):
                translation.activate(language)
                request.LANGUAGE_CODE = language
        return self.get_response(request)


class ConflictMiddleware:
    """Somebody else was first: say so, show what they did, give back what was typed."""

    def __init__(self, get_response: Respond) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if isinstance(exception, Conflict):
            return conflict(request, exception)
        if isinstance(exception, ConcurrentTransition):
            return conflict(request, Conflict())
        return None
