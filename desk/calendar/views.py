"""The feed itself. Whoever has the address gets the calendar: nobody signs in here."""

import hashlib

from allauth.account.adapter import get_adapter
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.cache import get_conditional_response
from django.utils.functional import Promise
from django.utils.http import quote_etag
from django.utils.translation import gettext_lazy as _
from django.views import View

from boards.calendar.entries import brought_up_to_date
from boards.calendar.tokens import owner_of
from boards.calendar.writing import CONTENT_TYPE, written
from boards.models import User
from boards.models.invitation import hash_of
from common import clock
from common.limiting import is_within
from common.outbox.words import languages_of
from desk.calendar.events import events_of

AN_HOUR = 60  # a calendar program asks a few times an hour
PLAIN = "text/plain; charset=utf-8"
NAME, CANCELLED = _("Child Practice Reviews"), _("Cancelled")


class Feed(View):
    """`/calendar/<token>.ics`. An address that opens nothing is told apart from none by nobody."""

    http_method_names = ["get", "head", "options"]

    def get(self, request: HttpRequest, token: str) -> HttpResponse:
        user = owner_of(token)
        if user is None:
            where = get_adapter().get_client_ip(request)
            few = is_within("calendar_unknown", where, an_hour=AN_HOUR)
            return HttpResponse(status=404 if few else 429, content_type=PLAIN)
        if not is_within("calendar", hash_of(token), an_hour=AN_HOUR):
            return HttpResponse(status=429, content_type=PLAIN, headers={"Retry-After": "3600"})
        content = calendar_of(user)
        response = HttpResponse(content, content_type=CONTENT_TYPE)
        response.headers["Content-Disposition"] = 'inline; filename="calendar.ics"'
        response.headers["ETag"] = etag = quote_etag(hashlib.sha256(content).hexdigest())
        same = get_conditional_response(request, etag=etag, response=response)
        return same if isinstance(same, HttpResponse) else response


def calendar_of(user: User) -> bytes:
    """The calendar of one person, in their language or in both."""
    person, now = user.person, clock.now()
    events = events_of(user, person.language, clock.today())
    given = brought_up_to_date(person, events, now)
    return written(in_both(person.language, NAME), in_both(person.language, CANCELLED), given)


def in_both(language: str, words: Promise) -> str:
    """These words in the one language, or in both, Welsh first."""
    spoken = []
    for code in languages_of(language):
        with translation.override(code):
            spoken.append(str(words))
    return " / ".join(spoken)
