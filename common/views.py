"""Pages about the service itself, and the language switch."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST
from django.views.generic import TemplateView


@require_POST
def choose_language(request: HttpRequest) -> HttpResponse:
    """Keep the choice for this browser session, and go back to the same place.

    A person's own language, in which they are written to, is kept with the person; looking at the
    other language for a while does not change it.
    """
    place = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(
        place, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    response = redirect(place if safe else "/")
    language = request.POST.get("language", "")
    if language in dict(settings.LANGUAGES):
        keep_language(response, language)
    return response


def keep_language(response: HttpResponseBase, language: str) -> None:
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        language,
        secure=settings.LANGUAGE_COOKIE_SECURE,
        httponly=settings.LANGUAGE_COOKIE_HTTPONLY,
        samesite="Lax",
    )


class AboutPage(TemplateView):
    """A page of text, open to everybody."""

    http_method_names = ["get", "head", "options"]
