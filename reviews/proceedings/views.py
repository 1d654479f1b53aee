"""The register of other proceedings."""

from collections.abc import Mapping
from typing import Any

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from common import clock
from common.deeds import Answer
from reviews.case.offers import offers
from reviews.door import ask
from reviews.models import Proceeding, ProceedingHold
from reviews.pages import CasePage, DeedPage
from reviews.proceedings import services
from reviews.proceedings.deeds import ADD, ADD_HEARING, CHANGE, HOLD, LIFT, LOOK, REFER_STAFF
from reviews.proceedings.forms import (
    HearingForm,
    HoldForm,
    LiftForm,
    LookForm,
    ProceedingForm,
    StaffMatterForm,
)
from reviews.versions import TextPage, VersionedForm


class Room(CasePage):
    """What else goes on, what is held for it, and the staff matters referred."""

    room = "proceedings"
    template_name = "reviews/proceedings/room.html"

    def page(self, request: HttpRequest, **kwargs: Any) -> dict[str, Any]:
        return {
            "proceedings": self.review.proceedings.prefetch_related(
                "hearings__replaced_by", "holds"
            ),
            "staff_matters": self.review.staff_matters.select_related("agency"),
            "may_keep": ask(self.review, CHANGE, request.user).is_yes,
            "may_hold": ask(self.review, HOLD, request.user).is_yes,
            "today": clock.today(),
            "offers": offers(self.review, request.user, "proceedings"),
        }


class ProceedingDeed(DeedPage):
    """A deed that leads back to the register."""

    room = "proceedings"

    def back(self) -> str:
        return reverse("reviews:proceedings", args=[self.review.slug])


class Add(ProceedingDeed):
    kind = ADD
    form_class: type[VersionedForm] = ProceedingForm
    done = _("The proceedings are added.")

    def form_words(self, answer: Answer) -> dict[str, Any]:
        return {"version": 0} | super().form_words(answer)

    def act(self, form: Any, **words: Any) -> None:
        services.add_proceeding(self.review, **form.facts(), **words)


class Change(TextPage, ProceedingDeed):
    """Change an entry; whoever is second sees both texts."""

    kind = CHANGE
    form_class = ProceedingForm
    done = _("The entry is changed.")
    proceeding: Proceeding

    def question(self, request: HttpRequest) -> Answer:
        self.proceeding = get_object_or_404(self.review.proceedings, uuid=self.kwargs["uuid"])
        return super().question(request)

    def standing(self) -> tuple[int, Mapping[str, Any]]:
        row = Proceeding.objects.get(review=self.review, uuid=self.kwargs["uuid"])
        return row.version, {name: getattr(row, name) for name in services.WRITTEN}

    def act(self, form: Any, **words: Any) -> None:
        services.change_proceeding(self.review, proceeding=self.proceeding, **form.facts(), **words)


class OneProceeding(ProceedingDeed):
    """A deed on one entry of the register."""

    template_name = "reviews/proceedings/one.html"
    proceeding: Proceeding

    def question(self, request: HttpRequest) -> Answer:
        answer = super().question(request)
        self.proceeding = get_object_or_404(self.review.proceedings, uuid=self.kwargs["uuid"])
        return answer

    def page(self, request: HttpRequest, **kwargs: Any) -> dict[str, Any]:
        return {"proceeding": self.proceeding}

    def form_words(self, answer: Answer) -> dict[str, Any]:
        return super().form_words(answer) | {"proceeding": self.proceeding}


class AddHearing(OneProceeding):
    kind = ADD_HEARING
    form_class = HearingForm
    done = _("The hearing date is recorded.")

    def act(self, form: Any, **words: Any) -> None:
        services.add_hearing(self.review, proceeding=self.proceeding, **form.facts(), **words)


class PutHold(OneProceeding):
    kind = HOLD
    form_class = HoldForm
    done = _("The hold has been recorded. The six months continue to run.")

    def act(self, form: Any, **words: Any) -> None:
        services.put_hold(self.review, proceeding=self.proceeding, **form.facts(), **words)


class OneHold(ProceedingDeed):
    """A deed on one hold that stands. One lifted meanwhile is told so by the door."""

    template_name = "reviews/proceedings/one.html"
    hold: ProceedingHold

    def question(self, request: HttpRequest) -> Answer:
        answer = super().question(request)
        self.hold = get_object_or_404(
            ProceedingHold.objects.select_related("proceeding"),
            proceeding__review=self.review,
            uuid=self.kwargs["uuid"],
        )
        if request.method == "GET" and self.hold.lifted_on is not None:
            raise Http404
        return answer

    def page(self, request: HttpRequest, **kwargs: Any) -> dict[str, Any]:
        return {"proceeding": self.hold.proceeding, "hold": self.hold}


class Look(OneHold):
    kind = LOOK
    form_class = LookForm
    done = _("The hold continues until the review date.")

    def act(self, form: Any, **words: Any) -> None:
        services.look_at_hold(self.review, hold=self.hold, **form.facts(), **words)


class Lift(OneHold):
    kind = LIFT
    form_class = LiftForm
    done = _("The hold has ended.")

    def act(self, form: Any, **words: Any) -> None:
        services.lift_hold(self.review, hold=self.hold, **form.facts(), **words)


class ReferStaffMatter(ProceedingDeed):
    kind = REFER_STAFF
    form_class = StaffMatterForm
    intro = _("We keep only the agency and the date. What it is about is a matter for the agency.")
    done = _("The referral is recorded.")

    def act(self, form: Any, **words: Any) -> None:
        services.refer_staff_matter(self.review, **form.facts(), **words)
