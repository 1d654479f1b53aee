"""The deeds about children, their family, their spells and their names."""

from django.utils.translation import gettext_lazy as _

from common.deeds import declare
from reviews import journey
from reviews.models import SpellKind
from reviews.permissions import May

RECORD_FACTS = declare(
    "reviews.child_facts_recorded",
    may=May.KEEP_CHILDREN,
    label=_("Record the facts of the child"),
    sentence=_("The facts of a child were recorded."),
    during=journey.RUNNING,
)
RECORD_NAMES = declare(
    "reviews.names_recorded",
    may=May.KEEP_CHILDREN,
    label=_("Record the names"),
    sentence=_("Names were recorded, apart and encrypted."),
    during=journey.RUNNING,
)
RECORD_SPELL = declare(
    "reviews.spell_recorded",
    may=May.KEEP_CHILDREN,
    label=_("Record a time on the register or looked after"),
    sentence=_("A time was recorded: {kind}"),
    url="reviews:add_spell",
    during=journey.RUNNING,
    codes={"kind": SpellKind},
)
CORRECT_SPELL = declare(
    "reviews.spell_corrected",
    may=May.KEEP_CHILDREN,
    label=_("Correct this time"),
    sentence=_("A time was corrected: {kind}"),
    during=journey.RUNNING,
    codes={"kind": SpellKind},
)
WITHDRAW_SPELL = declare(
    "reviews.spell_withdrawn",
    may=May.KEEP_CHILDREN,
    label=_("Withdraw this time"),
    sentence=_("A time was withdrawn: {kind}"),
    during=journey.RUNNING,
    codes={"kind": SpellKind},
)
RECORD_RELATIVE = declare(
    "reviews.relative_recorded",
    may=May.KEEP_CHILDREN,
    label=_("Add somebody of the family or household"),
    sentence=_("Somebody of the family or household was recorded."),
    url="reviews:add_relative",
    during=journey.RUNNING,
)
CHANGE_RELATIVE = declare(
    "reviews.relative_changed",
    may=May.KEEP_CHILDREN,
    label=_("Change this entry"),
    sentence=_("An entry of the family or household was changed."),
    during=journey.RUNNING,
)
WITHDRAW_RELATIVE = declare(
    "reviews.relative_withdrawn",
    may=May.KEEP_CHILDREN,
    label=_("Withdraw this entry"),
    sentence=_("An entry of the family or household was withdrawn."),
    during=journey.RUNNING,
)
