"""Pages of the plan, below a case."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from action_plans import deeds
from action_plans.plan import services
from action_plans.plan.forms import AddActionForm, OutlineForm
from action_plans.reading import plan_of
from reviews.case.offers import offers
from reviews.pages import CasePage, DeedPage
from reviews.versions import TextPage


class Room(CasePage):
    """The outline, the plan's days, its actions."""

    room = "plan"
    template_name = "action_plans/room.html"

    def page(self, request: HttpRequest, **kwargs: Any) -> dict[str, Any]:
        plan = plan_of(self.review)
        return {
            "plan": plan,
            "actions": plan.actions.select_related("agency", "owner") if plan else [],
            "disseminations": plan.disseminations.all() if plan else [],
            "differences": plan.difference_reports.all() if plan else [],
            "offers": offers(self.review, request.user, "plan"),
        }


class PlanDeed(DeedPage):
    """A deed that leads back to the plan."""

    room = "plan"

    def back(self) -> str:
        return reverse("action_plans:room", args=[self.review.slug])


class WriteOutline(TextPage):
    """Write the outline."""

    kind = deeds.WRITE_OUTLINE
    form_class = OutlineForm
    room = "plan"
    done = _("The outline is saved.")

    def back(self) -> str:
        return reverse("action_plans:room", args=[self.review.slug])

    def standing(self) -> tuple[int, Mapping[str, str]]:
        plan = plan_of(self.review)
        if plan is None:
            return 0, {}
        return plan.version, {name: getattr(plan, name) for name in OutlineForm.texts}

    def act(self, form: Any, **words: Any) -> None:
        services.write_outline(self.review, **form.facts(), **words)


class AddAction(PlanDeed):
    kind = deeds.ADD_ACTION
    form_class = AddActionForm
    done = _("The action is added.")

    def act(self, form: Any, **words: Any) -> None:
        services.add_action(self.review, facts=form.facts(), **words)


class Finalise(PlanDeed):
    kind = deeds.FINALISE
    intro = _(
        "We tell each owner about their actions. The plan then goes to the Board for approval."
    )
    done = _("The plan is finalised.")

    def act(self, form: Any, **words: Any) -> None:
        services.finalise(self.review, **words)


class Approve(PlanDeed):
    kind = deeds.APPROVE
    done = _("The plan is approved.")

    def act(self, form: Any, **words: Any) -> None:
        services.approve(self.review, **words)


class Send(PlanDeed):
    kind = deeds.SEND
    done = _("The date on which the plan was sent has been recorded.")

    def act(self, form: Any, **words: Any) -> None:
        services.send(self.review, **words)
