"""Forms about appointments and interests."""

from typing import Any

from django import forms
from django.db.models import Prefetch, Q
from django.utils.translation import gettext_lazy as _

from boards.models import Agency, Membership, Partnership, Person
from common import clock
from common.forms import PlainTextField
from reviews.capacities import Capacity, Grade
from reviews.forms import DeedForm
from reviews.joint.reading import boards_of
from reviews.models import Appointment, Interest, Review
from reviews.people.services import CHAIRED_ALREADY, HELD_ALREADY, STATED, STATEMENT_WANTED

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


YES, NO = "yes", "no"
INDEPENDENT = [
    (YES, _("Yes, declared independent of the case")),
    (NO, _("No, not independent")),
    ("", _("Not recorded yet")),
]
INTERESTS = [
    ("", _("None declared")),
    *((grade.value, grade.label) for grade in Grade),
]


def as_claim(value: str) -> bool | None:
    """Yes, no, or nothing recorded."""
    return {YES: True, NO: False}.get(value)


def named(person: Any) -> str:
    """A person by name, post and the agencies they work for."""
    agencies = [str(each.agency) for each in person.employed_by]
    return " · ".join(filter(None, [person.name, person.title, *agencies]))


def people_to_choose(people: Any, agency: Any = None) -> list[Any]:
    """The choices of a list of people; who works for the agency stands first, under its name."""
    employed = Membership.objects.current(clock.today()).select_related("agency")
    rows = list(people.prefetch_related(Prefetch("memberships", employed, to_attr="employed_by")))
    nobody = ("", _("Choose"))
    if agency is None:
        return [nobody, *((row.pk, named(row)) for row in rows)]
    own = [row for row in rows if agency.pk in {each.agency_id for each in row.employed_by}]
    return [
        nobody,
        (str(agency), [(row.pk, named(row)) for row in own]),
        (_("Others"), [(row.pk, named(row)) for row in rows if row not in own]),
    ]


class StatementForm(DeedForm):
    """What somebody states when they are asked: independence and what it rests on."""

    is_independent = forms.TypedChoiceField(
        label=_("Independent of the case"),
        help_text=_(
            "A panel chair or reviewer must have had no part in the case and must not have"
            " overseen it."
        ),
        choices=INDEPENDENT,
        coerce=as_claim,
        empty_value=None,
        required=False,
        widget=forms.RadioSelect,
        initial="",
    )
    independence = PlainTextField(
        label=_("How do you know they are independent?"),
        help_text=_("The statement of a panel chair or a reviewer, and why they were chosen."),
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
        max_length=4000,
    )
    qualifications = PlainTextField(
        label=_("Qualifications"),
        help_text=_("For a reviewer: profession, training and experience that this review needs."),
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
        max_length=4000,
    )
    sometimes_needed = ("independence",)

    def clean(self) -> dict[str, Any]:
        facts = super().clean()
        said = facts.get("is_independent") is not None
        if said and "independence" not in self.errors and not facts.get("independence"):
            self.add_error("independence", _("Explain how you know whether they are independent."))
        return facts


class AppointForm(StatementForm):
    """Who, as what, for which agency; and what they stated when they were asked."""

    person = PersonChoice(label=_("Person"), queryset=Person.objects.none())
    capacity = forms.ChoiceField(
        label=_("Appointed as"), choices=Capacity, widget=forms.RadioSelect
    )
    agency = forms.ModelChoiceField(
        label=_("For which agency"),
        help_text=_("Needed for panel members, timeline authors and the chair."),
        queryset=Agency.objects.none(),
        required=False,
    )
    interest = forms.ChoiceField(
        label=_("Interest in the case"),
        help_text=_("Ask everybody before they are appointed."),
        choices=INTERESTS,
        required=False,
        widget=forms.RadioSelect,
        initial="",
    )
    interest_what = PlainTextField(
        label=_("What the interest is"),
        help_text=_("No names of children or family."),
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=2000,
    )
    reveals = {"interest": {grade.value: ["interest_what"] for grade in Grade}}
    field_order = ["key", "opened_at", "decided_by", "person", "capacity", "agency"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people, agencies = board_people(self.review), board_agencies(self.review)
        self.fields["agency"].queryset = agencies  # type: ignore[attr-defined]
        self.fields["person"].queryset = people  # type: ignore[attr-defined]
        wanted = agencies.filter(pk=self.initial.get("agency")).first()
        self.fields["person"].choices = people_to_choose(people, wanted)  # type: ignore[attr-defined]
        self.order_fields(self.field_order)

    def clean(self) -> dict[str, Any]:
        facts = super().clean()
        capacity, person = facts.get("capacity"), facts.get("person")
        if capacity in SPEAKS_FOR_AGENCY and not facts.get("agency"):
            self.add_error("agency", _("Select the agency that this person represents."))
        current = Appointment.objects.filter(review=self.review, until_on=None)
        if person and capacity and current.filter(person=person, capacity=capacity).exists():
            self.add_error("person", HELD_ALREADY)
        elif capacity == Capacity.PANEL_CHAIR and current.filter(capacity=capacity).exists():
            self.add_error("capacity", CHAIRED_ALREADY)
        return facts


class ReplaceForm(StatementForm):
    """Who leaves, who takes their place, why, and the newcomer's own statement."""

    appointment = forms.ModelChoiceField(
        label=_("Who is leaving"), queryset=Appointment.objects.none(), empty_label=None
    )
    person = PersonChoice(label=_("Who is replacing them"), queryset=Person.objects.none())
    why = PlainTextField(label=_("Why"), widget=forms.Textarea(attrs={"rows": 2}), max_length=2000)
    field_order = ["key", "opened_at", "decided_by", "appointment", "why", "person"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["appointment"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = self.review.appointments.filter(until_on=None).select_related("person")
        field.label_from_instance = appointment_label  # type: ignore[assignment, method-assign]
        people = board_people(self.review)
        self.fields["person"].queryset = people  # type: ignore[attr-defined]
        self.fields["person"].choices = people_to_choose(people)  # type: ignore[attr-defined]
        self.order_fields(self.field_order)

    def clean(self) -> dict[str, Any]:
        facts = super().clean()
        left = facts.get("appointment")
        stated = facts.get("independence") or "independence" in self.errors
        if left and left.capacity in STATED and not stated:
            self.add_error("independence", STATEMENT_WANTED)
        if left and facts.get("person") == left.person:
            self.add_error("person", HELD_ALREADY)
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

    grade = forms.ChoiceField(
        label=_("How closely were you involved?"), choices=Grade, widget=forms.RadioSelect
    )
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
        self.fields["grade"].label = _("How closely were they involved?")
        self.fields["person"].queryset = board_people(self.review)  # type: ignore[attr-defined]
        self.order_fields(["key", "opened_at", "person", "grade", "what", "on"])


class LiftInterestForm(DeedForm):
    """Which interest is lifted, and why."""

    interest = forms.ModelChoiceField(
        label=_("Interest"), queryset=Interest.objects.none(), empty_label=None
    )
    why = PlainTextField(
        label=_("Why you are removing it"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["interest"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = self.review.interests.standing().select_related("person")
        field.label_from_instance = interest_label  # type: ignore[assignment, method-assign]


def interest_label(interest: Any) -> str:
    return f"{interest.person.name} · {interest.get_grade_display()}"
