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

from common.typed import Typed, form_page, typed, typed_at_failure


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
    status = 413 if isinstance(exception, _TOO_LARGE) else 400
    return _refused(request, status, exception)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _refused(request, 403, exception, sentence=_said(exception))


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _refused(request, 404, exception)


def too_many(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Something was asked for too often, such as a password or a link."""
    return _refused(request, 429, exception)


def _refused(
    request: HttpRequest, status: int, exception: Exception | None, **context: Any
) -> HttpResponse:
    """The page of a refusal, with what was typed into the form that was refused."""
    context["mine"] = typed_at_failure(request, exception)
    return render(request, f"errors/{status}.html", context, status=status)


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
    return _not_sent(request, "errors/form_expired.html", typed_at_failure(request, None))


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
    failure = sys.exc_info()[1]
    if isinstance(failure, (OperationalError, InterfaceError)):
        return unavailable(request)
    context = {"mine": typed_at_failure(request, failure)}
    return HttpResponseServerError(get_template("errors/500.html").render(context))


def unavailable(request: HttpRequest) -> HttpResponse:
    context = {"mine": typed_at_failure(request, sys.exc_info()[1])}
    page = get_template("errors/503.html").render(context)
    return HttpResponse(page, status=503, headers={"Retry-After": "60"})


def _said(exception: Exception) -> str:
    """A sentence meant for people: what a view gave PermissionDenied."""
    return str(exception.args[0]) if exception.args else ""
