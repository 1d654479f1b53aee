"""Pages of the end of a plan."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from action_plans import deeds
from action_plans.ending import services
from action_plans.ending.forms import ClosePlanForm, DifferenceForm, DisseminateForm
from action_plans.plan.views import PlanDeed


class Disseminate(PlanDeed):
    kind = deeds.DISSEMINATE
    form_class = DisseminateForm
    done = _("The record of how the learning was shared has been saved.")

    def act(self, form: Any, **words: Any) -> None:
        services.disseminate(self.review, **form.facts(), **words)


class ClosePlan(PlanDeed):
    kind = deeds.CLOSE_PLAN
    form_class = ClosePlanForm
    intro = _("Closing the plan does not close the review. You need to close that separately.")
    done = _("The plan is closed.")

    def act(self, form: Any, **words: Any) -> None:
        services.close_plan(self.review, **form.facts(), **words)


class Difference(PlanDeed):
    kind = deeds.REPORT_DIFFERENCE
    form_class = DifferenceForm
    intro = _("You can record this again later if the difference shows only then.")
    done = _("The difference report is recorded.")

    def act(self, form: Any, **words: Any) -> None:
        services.report_difference(self.review, **form.facts(), **words)
