"""The room of dates: clocks, plan, stages and causes; and the deeds on them."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from common import clock
from common.deeds import Answer
from deadlines.plans import standing_extension, steps_done
from reviews.case.offers import offers
from reviews.door import ask
from reviews.pages import CasePage, DeedPage
from reviews.timing import services
from reviews.timing.clocks import clocks_of, to_come
from reviews.timing.deeds import (
    EXTEND,
    LOOK,
    PLAN_DATES,
    STEP_DONE,
    STEP_NOT_DONE,
    WITHDRAW,
    Errands,
)
from reviews.timing.forms import (
    ExtendForm,
    LookForm,
    NotDoneForm,
    PlanForm,
    StepForm,
    WithdrawForm,
)
from reviews.timing.picture import picture_of
from reviews.timing.proposing import Known, proposed
from reviews.timing.stages import said_of, steps_of
from reviews.timing.standing import whole_of


class Dates(CasePage):
    """Every date of the review, why it is that day, and how the plan stands to it."""

    room = "dates"
    template_name = "reviews/timing/room.html"

    def page(self, request: HttpRequest, **kwargs: Any) -> dict[str, Any]:
        shown = picture_of(self.review)
        whole = shown["whole"]
        planned = whole.planned
        known = Known(self.review, shown["today"])
        clocks = list(clocks_of(shown["whole"].dates))
        return shown | {
            "clocks": clocks,
            "to_come": to_come(self.review, {each.date.limit.key for each in clocks}),
            "steps": steps_of(self.review, whole, known.of_all(planned)) if planned else [],
            "said": said_of(self.review),
            "may_extend": ask(self.review, EXTEND, request.user).is_yes,
            "offers": offers(self.review, request.user, self.room),
        }


class OfDates(DeedPage):
    """A deed that leads back to the dates."""

    room = "dates"

    def back(self) -> str:
        return reverse("reviews:dates", args=[self.review.slug])

    def form_words(self, answer: Answer) -> dict[str, Any]:
        whole = whole_of(self.review, clock.today())
        return super().form_words(answer) | {"whole": whole}


class Plan(OfDates):
    """The backward plan: proposed, adjusted, saved."""

    kind = PLAN_DATES
    form_class: Any = PlanForm
    template_name = "reviews/timing/plan.html"
    done = _("The plan is saved. No date of the guidance has moved.")

    def page(self, request: HttpRequest, **kwargs: Any) -> dict[str, Any]:
        return {"whole": whole_of(self.review, clock.today())}

    def form_words(self, answer: Answer) -> dict[str, Any]:
        words = super().form_words(answer)
        whole = words["whole"]
        # What was planned stays; where there is no plan yet, all of it is proposed.
        days = dict(whole.planned) or proposed(self.review, whole)
        return words | {
            "steps": whole.ahead,
            "days": days,
            "known": Known(self.review, clock.today()),
        }

    def act(self, form: Any, **words: Any) -> None:
        services.plan_dates(self.review, **form.facts(), **words)


class Extend(OfDates):
    """The plan moves; the date of the guidance does not."""

    kind = EXTEND
    form_class: Any = ExtendForm
    template_name = "reviews/timing/plan.html"
    intro = _("This moves the plan. The date of the guidance stays where it is.")
    done = _("The plan is extended. The date of the guidance has not moved.")

    def page(self, request: HttpRequest, **kwargs: Any) -> dict[str, Any]:
        return {"whole": whole_of(self.review, clock.today())}

    def act(self, form: Any, **words: Any) -> None:
        services.extend_plan(self.review, **form.facts(), **words)


class Look(OfDates):
    """The causes are looked at: do they stand?"""

    kind = LOOK
    form_class: Any = LookForm
    done = _("The causes stand as recorded until their next look.")

    def act(self, form: Any, **words: Any) -> None:
        services.look_at_causes(self.review, **form.facts(), **words)


class Withdraw(OfDates):
    """The last extension was recorded by mistake."""

    kind = WITHDRAW
    form_class: Any = WithdrawForm
    template_name = "reviews/timing/withdraw.html"
    intro = _(
        "For an extension that was recorded by mistake. It stays on the record with the reason; the"
        " plan and the causes go back to what stood before it."
    )
    done = _("The extension is withdrawn.")

    def form_words(self, answer: Answer) -> dict[str, Any]:
        standing = standing_extension(self.review.timetable)
        words = DeedPage.form_words(self, answer)
        return words | {"extension": standing.pk if standing else None}

    def page(self, request: HttpRequest, **kwargs: Any) -> dict[str, Any]:
        standing = standing_extension(self.review.timetable)
        said = {each.extension: each for each in said_of(self.review)}
        return {"said": said.get(standing.pk) if standing else None}

    def act(self, form: Any, **words: Any) -> None:
        services.withdraw_extension(self.review, **form.facts(), **words)


class RecordStep(OfDates):
    """An errand of the plan that no room shows done."""

    kind = STEP_DONE
    form_class: Any = StepForm
    intro = _(
        "Most steps show themselves done by what is recorded of them elsewhere. Here is recorded"
        " what nothing else shows. Recorded again, the last record counts."
    )
    done = _("The step is recorded as done.")

    def form_words(self, answer: Answer) -> dict[str, Any]:
        return DeedPage.form_words(self, answer) | {"steps": Errands.choices}

    def act(self, form: Any, **words: Any) -> None:
        services.record_step(self.review, **form.facts(), **words)


class TakeBackStep(OfDates):
    """What was recorded as done is not done after all."""

    kind = STEP_NOT_DONE
    form_class: Any = NotDoneForm
    done = _("The step is no longer recorded as done.")

    def form_words(self, answer: Answer) -> dict[str, Any]:
        recorded = steps_done(self.review.timetable_id)
        steps = [(code, label) for code, label in Errands.choices if code in recorded]
        return DeedPage.form_words(self, answer) | {"steps": steps}

    def act(self, form: Any, **words: Any) -> None:
        services.take_back_step(self.review, **form.facts(), **words)
