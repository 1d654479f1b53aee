"""The deeds of appointing that are not yet on the spine's own page."""

from django.utils.translation import gettext_lazy as _

from common.deeds import declare
from reviews import journey
from reviews.capacities import Capacity
from reviews.permissions import May

REPLACE = declare(
    "reviews.replaced",
    may=May.APPOINT,
    label=_("Replace somebody"),
    sentence=_("Somebody was replaced, and their successor made a new statement: {capacity}"),
    url="reviews:replace",
    during=journey.COMMISSIONED,
    codes={"capacity": Capacity},
)
