"""Two addresses without sign-in: /health/live/ for containers, /health/ for whoever watches."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from common.health.state import OK, states


@never_cache
@require_safe
def live(_request: HttpRequest) -> HttpResponse:
    """The web server answers. Nothing else is asked: a database that is down restarts nothing."""
    return HttpResponse("ok\n", content_type="text/plain")


@never_cache
@require_safe
def health(_request: HttpRequest) -> JsonResponse:
    """Each part by name: 200 when all are ok, 503 otherwise."""
    found = states()
    well = all(state == OK for state in found.values())
    return JsonResponse(found, status=200 if well else 503)
