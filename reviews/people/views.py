"""The people of a case: appointments and interests."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from boards.words import office_name
from common import clock
from common.deeds import Answer, person_of
from reviews.capacities import Capacity
from reviews.case.offers import offers
from reviews.deeds import APPOINT, DECLARE_INTEREST, END_APPOINTMENT, LIFT_INTEREST, SET_INTEREST
from reviews.models import Review
from reviews.pages import CasePage, DeedPage
from reviews.people import services
from reviews.people.deeds import REPLACE
from reviews.people.forms import (
    AppointForm,
    DeclareInterestForm,
    EndAppointmentForm,
    LiftInterestForm,
    ReplaceForm,
    SetInterestForm,
    board_agencies,
    board_people,
)
from reviews.permissions import May
from reviews.querysets import visible_to


class Room(CasePage):
    """Who has a part in the review, and which interests are declared."""

    room = "people"
    template_name = "reviews/people/room.html"

    def page(self, request: HttpRequest, **kwargs: Any) -> dict[str, Any]:
        appointments = self.review.appointments.select_related("person", "agency")
        today = clock.today()
        return {
            "current": [row for row in appointments if row.holds(today)],
            "former": [row for row in appointments if not row.holds(today)],
            "interests": self.review.interests.select_related("person"),
            "sees_reasons": request.user.has_perm(May.SET_INTERESTS, self.review),
            "me": person_of(request.user),
            "offices": [
                (office_name(self.review.board, row.office), row)
                for row in self.review.board.holdings.current(today).select_related("person")
            ],
            "offers": offers(self.review, request.user, "people"),
        }


class PeopleDeed(DeedPage):
    """A deed that leads back to the people of the case."""

    room = "people"

    def back(self) -> str:
        return reverse("reviews:people", args=[self.review.slug])


class Appoint(PeopleDeed):
    kind = APPOINT
    form_class = AppointForm
    done = _("The appointment is made.")

    def form_words(self, answer: Answer) -> dict[str, Any]:
        """A link may name the person, the part and the agency: what is open to be chosen."""
        return super().form_words(answer) | {"initial": asked_for(self.request, self.review)}

    def act(self, form: Any, **words: Any) -> None:
        services.appoint(self.review, **form.facts(), **words)


class Replace(PeopleDeed):
    kind = REPLACE
    form_class = ReplaceForm
    done = _("The new appointment has been recorded.")

    def act(self, form: Any, **words: Any) -> None:
        services.replace(self.review, **form.facts(), **words)


class EndAppointment(PeopleDeed):
    kind = END_APPOINTMENT
    form_class = EndAppointmentForm
    done = _("The appointment has ended.")

    def act(self, form: Any, **words: Any) -> None:
        services.end_appointment(self.review, **form.facts(), **words)


class DeclareInterest(PeopleDeed):
    kind = DECLARE_INTEREST
    form_class = DeclareInterestForm
    intro = _(
        "This takes effect immediately. Anyone who was involved or is named will lose"
        " access to the case."
    )
    done = _("The interest is declared.")

    def act(self, form: Any, **words: Any) -> str | None:
        """Who has just declared themselves out is led home: the case is closed to them."""
        services.declare_interest(self.review, **form.facts(), **words)
        return None if still_sees(words["by"], self.review) else reverse("desk:desk")


class SetInterest(PeopleDeed):
    kind = SET_INTEREST
    form_class = SetInterestForm
    done = _("The grade is set.")

    def act(self, form: Any, **words: Any) -> None:
        services.set_interest(self.review, **form.facts(), **words)


class LiftInterest(PeopleDeed):
    kind = LIFT_INTEREST
    form_class = LiftInterestForm
    done = _("The interest has been removed.")

    def act(self, form: Any, **words: Any) -> None:
        services.lift_interest(self.review, **form.facts(), **words)


def asked_for(request: HttpRequest, review: Review) -> dict[str, Any]:
    """What the address asks for, as far as it is there to be chosen."""
    found: dict[str, Any] = {}
    part, agency, person = (request.GET.get(name, "") for name in ("as", "agency", "person"))
    if part in Capacity.values:
        found["capacity"] = part
    if agency:
        codes = board_agencies(review).values_list("code", "pk")
        found["agency"] = dict(codes).get(agency)
    if person:
        people = board_people(review).values_list("uuid", "pk")
        found["person"] = {str(uuid): pk for uuid, pk in people}.get(person)
    return found


def still_sees(user: Any, review: Review) -> bool:
    return visible_to(user).filter(pk=review.pk).exists()
