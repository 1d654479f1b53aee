"""Pages for when something is wrong. Each says what happened, that nothing was lost or what can be
copied, and what to do. Two of them, 500 and 503, stand without database, session or language: they
are written in both languages at once.
"""

import sys
from collections.abc import Iterable
from typing import Any

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse, HttpResponseServerError
from django.shortcuts import render
from django.template.loader import get_template
from django.utils.functional import Promise

from common.typed import Typed, form_page, typed


class Conflict(Exception):
    """Somebody else did something first. The page shows both, so that no word is lost.

    `theirs` is what stands now, `mine` what was sent, `url` where to go on; by default the same
    page, opened anew.
    """

    def __init__(
        self,
        sentence: str | Promise = "",
        *,
        theirs: Iterable[Typed] = (),
        mine: Iterable[Typed] = (),
        url: str = "",
    ) -> None:
        self.sentence, self.theirs, self.mine, self.url = sentence, list(theirs), list(mine), url
        super().__init__(str(sentence))


_TOO_LARGE = (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    if isinstance(exception, _TOO_LARGE):
        return render(request, "errors/413.html", status=413)
    return render(request, "errors/400.html", status=400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "errors/403.html", {"sentence": _said(exception)}, status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "errors/404.html", status=404)


def conflict(request: HttpRequest, exception: Conflict) -> HttpResponse:
    context: dict[str, Any] = {
        "sentence": exception.sentence,
        "theirs": exception.theirs,
        "mine": exception.mine or typed(request),
        "url": exception.url or request.path,
    }
    return render(request, "errors/409.html", context, status=409)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form that was open too long, or came from another place. Only words sent from our own pages
    are shown again: another site could else put its own on ours."""
    own = request.headers.get("Origin") in (None, f"{request.scheme}://{request.get_host()}")
    return _not_sent(request, "errors/form_expired.html", typed(request) if own else [])


def signed_out(request: HttpRequest) -> HttpResponse:
    """A form sent after its session ended: nothing is saved, and no word of it is lost.

    403 and not 401, which would have to name a way of signing in that the browser itself knows.
    """
    return _not_sent(request, "errors/signed_out.html", typed(request))


def _not_sent(request: HttpRequest, template: str, mine: list[Typed]) -> HttpResponse:
    context = {"mine": mine, "url": form_page(request)}
    return render(request, template, context, status=403)


def server_error(request: HttpRequest) -> HttpResponse:
    """Needs nothing that may be broken. A database out of reach is said as what it is: for now."""
    if isinstance(sys.exc_info()[1], (OperationalError, InterfaceError)):
        return unavailable(request)
    return HttpResponseServerError(get_template("errors/500.html").render({}))


def unavailable(request: HttpRequest) -> HttpResponse:
    page = get_template("errors/503.html").render({})
    return HttpResponse(page, status=503, headers={"Retry-After": "60"})


def _said(exception: Exception) -> str:
    """A sentence meant for people: what a view gave PermissionDenied."""
    return str(exception.args[0]) if exception.args else ""
