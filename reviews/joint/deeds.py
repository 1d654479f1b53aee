"""What is done about other boards and countries."""

from django.utils.translation import gettext_lazy as _

from common.deeds import declare
from reviews.journey import RUNNING
from reviews.models import Country, Ground, Leads
from reviews.permissions import May

ADD_BOARD = declare(
    "reviews.board_added",
    may=May.JOIN_BOARDS,
    label=_("Add a board"),
    sentence=_("Another board takes part in the review. Why this board leads: {ground}"),
    url="reviews:add_board",
    during=RUNNING,
    codes={"ground": Ground},
)
END_PARTICIPATION = declare(
    "reviews.board_withdrawn",
    may=May.JOIN_BOARDS,
    label=_("A board no longer takes part"),
    sentence=_("A board no longer takes part in the review."),
    url="reviews:end_participation",
)
OPEN_NAMES = declare(
    "reviews.names_opened",
    may=May.OPEN_NAMES,
    label=_("Open or close the names"),
    sentence=_("Names open to a participating board's co-ordinator: {open}"),
    url="reviews:open_names",
)
RECORD_COUNTRY = declare(
    "reviews.country_recorded",
    may=May.JOIN_BOARDS,
    label=_("Another country of the UK"),
    sentence=_("Another country has a part in it: {country}. Who leads: {leads}"),
    url="reviews:record_country",
    codes={"country": Country, "leads": Leads},
)
