"""The form of a learning event that was held."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from boards.models import Person
from common import clock
from common.forms import DateField, PlainTextField
from learning_events.attendance import AttendanceFields
from learning_events.deeds import BEFORE_THE_REPORT
from learning_events.models import EventKind, LearningEvent, Length
from learning_events.services import NOTE_TAKER_FACILITATES
from panels.models import FamilyContact
from reviews.capacities import Capacity
from reviews.forms import DeedForm
from reviews.models import Appointment, Review
from reviews.people.forms import PersonChoice, board_people

WIDTH = {"inputmode": "numeric", "class": "govuk-input--width-4"}
WHOLE = {
    "invalid": _("Give a whole number."),
    "min_value": _("Give a number of at least 1."),
    "max_value": _("Check the number: it is too large."),
}


def count(label: Any) -> forms.IntegerField:
    return forms.IntegerField(
        label=label,
        min_value=1,
        max_value=1000,
        widget=forms.TextInput(attrs=WIDTH),
        error_messages=WHOLE,
    )


class PeopleChoice(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]  # not generic here
    """Persons by name and post."""

    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.name} · {obj.title}" if obj.title else obj.name


def reviewers_of(review: Review) -> Any:
    """The persons who are its reviewers today: they facilitate, as a rule."""
    held = Appointment.objects.current(clock.today()).filter(
        review=review, capacity__in=Capacity.reviewers()
    )
    return held.values_list("person", flat=True)


class EventForm(AttendanceFields, DeedForm):
    """An event that was held. The reviewers are ticked as facilitators already.

    `planned` is the plan that it fulfils: what is known from it stands in the form, and of each
    participant listed it is asked whether they came.
    """

    until_on = DateField(
        label=_("Last day"),
        help_text=_("Only needed if the event took more than one day."),
        latest=clock.today,
        required=False,
    )
    length = forms.ChoiceField(label=_("Length"), choices=Length, widget=forms.RadioSelect)
    venue = PlainTextField(label=_("Venue"), max_length=200)
    hours = PlainTextField(label=_("Start and finish"), max_length=60, required=False)
    facilitators = PeopleChoice(
        label=_("Facilitators"),
        queryset=Person.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Say who facilitated the event.")},
    )
    note_taker = PersonChoice(
        label=_("Note taker"),
        help_text=_("This should ideally be somebody who does not take part in the event."),
        queryset=Person.objects.none(),
        required=False,
    )
    note_taker_why = PlainTextField(
        label=_("Why the note taker also facilitated"),
        help_text=_("Only needed if the same person did both."),
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=1000,
        required=False,
    )
    invited = count(_("Invited (number of people)"))
    attended = count(_("Attended (number of people)"))
    absent_why = PlainTextField(
        label=_("Who was absent, and why"),
        help_text=_("Enter their agency and role. Needed if fewer people came than were invited."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=5000,
        required=False,
    )
    family_messages = PlainTextField(
        label=_("Messages from the family that were brought in"),
        help_text=_("Pseudonyms only."),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=10000,
        required=False,
    )
    working_principles = PlainTextField(
        label=_("Working principles agreed"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=5000,
        required=False,
    )
    learning_points = PlainTextField(
        label=_("Learning points"),
        help_text=_(
            "What was learned, without names of staff or family. Leave an empty line"
            " between two points. We number each point."
        ),
        widget=forms.Textarea(attrs={"rows": 8}),
        max_length=20000,
    )

    def __init__(self, *args: Any, planned: LearningEvent | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.planned = planned
        self.fields["on"].label = _("Held on")
        self.fields["on"].help_text = _("The first day of the event.")
        people = board_people(self.review)
        self.fields["facilitators"].queryset = people  # type: ignore[attr-defined]
        self.fields["note_taker"].queryset = people  # type: ignore[attr-defined]
        self.fields["facilitators"].initial = reviewers_of(self.review)
        told = FamilyContact.objects.filter(review=self.review).exclude(message="")
        self.fields["family_messages"].initial = "\n\n".join(told.values_list("message", flat=True))
        if planned:
            self._begin_as_planned(planned)
        first = ["key", "opened_at", "on"]
        own = [name for name in self.fields if name not in first and name not in self.asked]
        after = own.index("note_taker_why") + 1
        self.order_fields([*first, *own[:after], *self.asked, *own[after:]])

    def _begin_as_planned(self, planned: LearningEvent) -> None:
        for name in ("venue", "hours", "length", "working_principles"):
            self.fields[name].initial = getattr(planned, name)
        self.fields["note_taker"].initial = planned.note_taker_id
        leading = [person.pk for person in planned.facilitators.all()]
        if leading:
            self.fields["facilitators"].initial = leading
        if planned.planned_on and planned.planned_on <= clock.today():
            self.fields["on"].initial = planned.planned_on
        if self.ask_attendance(planned, is_over=True):
            for name in ("invited", "attended", "absent_why"):
                del self.fields[name]

    def clean(self) -> dict[str, Any]:
        facts = super().clean()
        first, last = facts.get("on"), facts.get("until_on")
        if first and last and last < first:
            self.add_error("until_on", _("The last day is before the first day. Check both dates."))
        invited, attended = facts.get("invited"), facts.get("attended")
        if invited and attended and attended < invited and not facts.get("absent_why"):
            self.add_error(
                "absent_why",
                _("Fewer people came than were invited. Enter who was absent, and why."),
            )
        both = facts.get("note_taker") in (facts.get("facilitators") or [])
        if both and not facts.get("note_taker_why"):
            self.add_error("note_taker_why", str(NOTE_TAKER_FACILITATES.sentence))
        return facts

    def facts(self) -> dict[str, Any]:
        facts = self.with_attendance(super().facts())
        return facts | (
            {"planned": self.planned, "kind": self.planned.kind} if self.planned else {}
        )


class AnotherForm(EventForm):
    """A further event; before the report, any but the review's own."""

    kind = forms.ChoiceField(label=_("Which event"), choices=EventKind, widget=forms.RadioSelect)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.planned:
            del self.fields["kind"]
        elif self.review.stage in BEFORE_THE_REPORT:
            self.fields["kind"].choices = EventKind.choices[1:]  # type: ignore[attr-defined]
        if "kind" in self.fields:
            first = ["key", "opened_at", "kind"]
            self.order_fields([*first, *(name for name in self.fields if name not in first)])
