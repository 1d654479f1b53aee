"""The deed that makes a commissioned review one of the other type."""

from django.utils.translation import gettext_lazy as _

from common.deeds import declare
from reviews import journey
from reviews.models import ReviewKind
from reviews.own_work import recommender
from reviews.permissions import May

CHANGE_KIND = declare(
    "reviews.kind_changed",
    may=May.DECIDE,
    label=_("Change the type of review"),
    sentence=_("The type of review was changed. Before: {old}. Now: {new}"),
    url="reviews:change_kind",
    during=journey.COMMISSIONED,
    record_with=May.RECORD_FOR_OTHERS,
    judges=recommender,
    codes={"old": ReviewKind, "new": ReviewKind},
)
