"""Forms about appointments and interests."""

from typing import Any

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from boards.models import Agency, Membership, Partnership, Person
from common import clock
from common.forms import PlainTextField
from reviews.capacities import Capacity, Grade
from reviews.forms import DeedForm
from reviews.joint.reading import boards_of
from reviews.models import Appointment, Interest, Review
from reviews.people.services import CHAIRED_ALREADY, HELD_ALREADY

SPEAKS_FOR_AGENCY = (Capacity.PANEL_MEMBER, Capacity.AGENCY_AUTHOR)


def board_agencies(review: Review) -> Any:
    """The partners today of the review's board and of the boards that take part in it."""
    today = clock.today()
    boards = boards_of(review, today)
    current = Partnership.objects.current(today).filter(board__in=boards)
    return Agency.objects.filter(partnerships__in=current).distinct()


def board_people(review: Review) -> Any:
    """Everybody known to the boards of the review: on a list, in its agencies, or already on it."""
    today = clock.today()
    working = Membership.objects.current(today).filter(agency__in=board_agencies(review))
    return Person.objects.filter(
        Q(pk__in=Person.objects.of_boards(boards_of(review, today), today).values("pk"))
        | Q(pk__in=working.values("person"))
        | Q(pk__in=Appointment.objects.filter(review=review).values("person"))
    ).order_by("name")


class PersonChoice(forms.ModelChoiceField):  # type: ignore[type-arg]  # generic to mypy alone
    """A person by name and post."""

    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.name} · {obj.title}" if obj.title else obj.name


class AppointForm(DeedForm):
    """Who, as what, and for an agency's people which agency."""

    person = PersonChoice(label=_("Person"), queryset=Person.objects.none())
    capacity = forms.ChoiceField(
        label=_("Appointed as"), choices=Capacity, widget=forms.RadioSelect
    )
    agency = forms.ModelChoiceField(
        label=_("For which agency"),
        help_text=_("For a panel member and for the author of a timeline."),
        queryset=Agency.objects.none(),
        required=False,
    )
    is_independent = forms.BooleanField(
        label=_("Declared independent of the case"),
        help_text=_("A panel chair and a reviewer had no part in the case and did not oversee it."),
        required=False,
    )
    independence = PlainTextField(
        label=_("What the independence rests on"),
        widget=forms.Textarea(attrs={"rows": 2}),
        required=False,
        max_length=2000,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].queryset = board_people(self.review)  # type: ignore[attr-defined]
        self.fields["agency"].queryset = board_agencies(self.review)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        facts = super().clean()
        capacity, person = facts.get("capacity"), facts.get("person")
        if capacity in SPEAKS_FOR_AGENCY and not facts.get("agency"):
            self.add_error("agency", _("Choose the agency that this person speaks for."))
        current = Appointment.objects.filter(review=self.review, until_on=None)
        if person and capacity and current.filter(person=person, capacity=capacity).exists():
            self.add_error("person", HELD_ALREADY)
        elif capacity == Capacity.PANEL_CHAIR and current.filter(capacity=capacity).exists():
            self.add_error("capacity", CHAIRED_ALREADY)
        return facts


class EndAppointmentForm(DeedForm):
    """Which appointment ends."""

    appointment = forms.ModelChoiceField(
        label=_("Appointment"), queryset=Appointment.objects.none(), empty_label=None
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["appointment"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = self.review.appointments.filter(until_on=None).select_related("person")
        field.label_from_instance = appointment_label  # type: ignore[assignment, method-assign]


def appointment_label(appointment: Any) -> str:
    return f"{appointment.person.name} · {appointment.get_capacity_display()}"


class DeclareInterestForm(DeedForm):
    """An interest of one's own."""

    grade = forms.ChoiceField(label=_("How near it is"), choices=Grade, widget=forms.RadioSelect)
    what = PlainTextField(
        label=_("What the interest is"),
        help_text=_("No names of children or family."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
    )


class SetInterestForm(DeclareInterestForm):
    """Another person's interest, as the chair of the group grades it."""

    person = PersonChoice(label=_("Person"), queryset=Person.objects.none())
    field_order = ["key", "opened_at", "person"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].queryset = board_people(self.review)  # type: ignore[attr-defined]
        self.order_fields(["key", "opened_at", "person", "grade", "what", "on"])


class LiftInterestForm(DeedForm):
    """Which interest is lifted, and why."""

    interest = forms.ModelChoiceField(
        label=_("Interest"), queryset=Interest.objects.none(), empty_label=None
    )
    why = PlainTextField(
        label=_("Why it is lifted"), widget=forms.Textarea(attrs={"rows": 3}), max_length=2000
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["interest"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = self.review.interests.standing().select_related("person")
        field.label_from_instance = interest_label  # type: ignore[assignment, method-assign]


def interest_label(interest: Any) -> str:
    return f"{interest.person.name} · {interest.get_grade_display()}"
