"""The deeds on other proceedings and on what is held for them."""

from django.utils.translation import gettext_lazy as _

from common.deeds import declare
from reviews import journey
from reviews.models import Held, ProceedingKind
from reviews.permissions import May

ADD = declare(
    "reviews.proceeding_added",
    may=May.KEEP_PROCEEDINGS,
    label=_("Add other proceedings"),
    sentence=_("Other proceedings were added: {kind}."),
    url="reviews:add_proceeding",
    codes={"kind": ProceedingKind},
)
CHANGE = declare(
    "reviews.proceeding_changed",
    may=May.KEEP_PROCEEDINGS,
    label=_("Change the entry"),
    sentence=_("The entry on other proceedings was changed: {kind}."),
    url="reviews:change_proceeding",
    codes={"kind": ProceedingKind},
)
ADD_HEARING = declare(
    "reviews.hearing_added",
    may=May.KEEP_PROCEEDINGS,
    label=_("Add a hearing date"),
    sentence=_("A hearing date of other proceedings was recorded: {kind}. Day: {sits_on}."),
    url="reviews:add_hearing",
    codes={"kind": ProceedingKind},
)
HOLD = declare(
    "reviews.hold_put",
    may=May.KEEP_PROCEEDINGS,
    label=_("Put something on hold for these proceedings"),
    sentence=_("Put on hold for other proceedings: {held}. Review date: {next_look_on}."),
    url="reviews:put_hold",
    during=journey.RUNNING,
    codes={"held": Held},
)
LOOK = declare(
    "reviews.hold_looked_at",
    may=May.KEEP_PROCEEDINGS,
    label=_("Review the hold"),
    sentence=_("A hold was reviewed and continues: {held}. Review date: {next_look_on}."),
    url="reviews:look_at_hold",
    codes={"held": Held},
)
LIFT = declare(
    "reviews.hold_lifted",
    may=May.KEEP_PROCEEDINGS,
    label=_("End the hold"),
    sentence=_("A hold was ended: {held}."),
    url="reviews:lift_hold",
    codes={"held": Held},
)
REFER_STAFF = declare(
    "reviews.staff_matter_referred",
    may=May.KEEP_PROCEEDINGS,
    label=_("Record a staff matter as referred"),
    sentence=_("A staff matter was referred to the agency's own procedure."),
    url="reviews:refer_staff_matter",
)
