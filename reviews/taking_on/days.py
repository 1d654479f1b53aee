"""What the page of taking on says of its days."""

from typing import Any

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from guidance.editions import DEFAULT, edition
from guidance.milestones import Milestone
from reviews.taking_on.milestones import drives

# They may come at any time beside the others.
BESIDE = (
    Milestone.WG_TOLD_OF_RECOMMENDATION,
    Milestone.WG_TOLD_OF_OUTCOME,
    Milestone.PANEL_FIRST_MET,
    Milestone.PUBLISHED,
    Milestone.PLAN_FINALISED,
    Milestone.PLAN_SENT_TO_WG,
)


def counted_from(milestone: Milestone) -> Any:
    """The hint: what this day drives, so that it is looked up with care."""
    counted = drives(milestone, edition(DEFAULT).code)
    if counted:
        return format_lazy("{} {}", _("Counted from this day:"), counted)
    return ""
