"""Forms of planning an event and listing its participants."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from boards.models import Agency, Person
from common.forms import DateField, PlainTextField
from learning_events.attendance import AttendanceFields
from learning_events.forms import PeopleChoice, reviewers_of
from learning_events.models import Attendance, EventKind, LearningEvent, Length
from learning_events.services import NOBODY_ATTENDED
from reviews.forms import DeedForm
from reviews.people.forms import PersonChoice, board_agencies, board_people

ROLE = 120
GP = "gp"


class PlanForm(DeedForm):
    """When and where it will be held, and who leads it; as far as known."""

    kind = forms.ChoiceField(
        label=_("Which event"), choices=EventKind, widget=forms.RadioSelect, initial=EventKind.MAIN
    )
    planned_on = DateField(label=_("Day of the event"))
    hours = PlainTextField(label=_("Start and finish"), max_length=60, required=False)
    length = forms.ChoiceField(
        label=_("Length"), choices=[("", _("Not known yet")), *Length.choices], required=False
    )
    venue = PlainTextField(label=_("Venue"), max_length=200, required=False)
    facilitators = PeopleChoice(
        label=_("Facilitators"),
        queryset=Person.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    note_taker = PersonChoice(
        label=_("Note taker"),
        help_text=_("This should ideally be somebody who does not take part in the event."),
        queryset=Person.objects.none(),
        required=False,
    )
    working_principles = PlainTextField(
        label=_("Working principles"),
        help_text=_("Leave this blank if they will be agreed on the day."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=5000,
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people = board_people(self.review)
        self.fields["facilitators"].queryset = people  # type: ignore[attr-defined]
        self.fields["note_taker"].queryset = people  # type: ignore[attr-defined]
        self.fields["facilitators"].initial = reviewers_of(self.review)
        self.fields["on"].label = _("Planned on")


class ReplanForm(PlanForm):
    """The same, as it stands; another day needs a reason."""

    moved_why = PlainTextField(
        label=_("If you change the date, explain why"),
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=2000,
        required=False,
    )
    sometimes_needed = ("moved_why",)

    def __init__(self, *args: Any, event: LearningEvent, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.event = event
        for name in ("kind", "planned_on", "hours", "length", "venue", "working_principles"):
            self.fields[name].initial = getattr(event, name)
        self.fields["note_taker"].initial = event.note_taker_id
        self.fields["facilitators"].initial = [row.pk for row in event.facilitators.all()]
        self.fields["on"].label = _("Changed on")

    def clean(self) -> dict[str, Any]:
        facts = super().clean()
        day = facts.get("planned_on")
        if day and day != self.event.planned_on and not facts.get("moved_why"):
            self.add_error("moved_why", _("Explain why the date is being changed."))
        return facts


class CancelForm(DeedForm):
    """Why it is not held."""

    why = PlainTextField(
        label=_("Why it is cancelled"),
        help_text=_("Pseudonyms only."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
    )

    def __init__(self, *args: Any, event: LearningEvent, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].label = _("Cancelled on")


class InviteForm(DeedForm):
    """People of one agency, each by role; of an event that was held, also whether they came."""

    agency = forms.ModelChoiceField(
        label=_("Agency"),
        queryset=Agency.objects.none(),
        required=False,
        empty_label=_("Another body, named below"),
    )
    body = PlainTextField(label=_("Another body"), max_length=160, required=False)
    roles = PlainTextField(
        label=_("Roles"),
        help_text=_(
            "Enter one person on each line, for example “Health visitor”. Do not include names."
        ),
        widget=forms.Textarea(attrs={"rows": 5}),
        max_length=5000,
    )
    is_gp = forms.MultipleChoiceField(
        label=_("General practice"),
        choices=[(GP, _("They are general practitioners (GPs)"))],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    attendance = forms.ChoiceField(
        label=_("Did they come?"),
        choices=[each for each in Attendance.choices if each[0] != Attendance.COMING],
        initial=Attendance.ATTENDED,
        required=False,
    )
    note = PlainTextField(label=_("Note"), max_length=300, required=False)
    sometimes_needed = ("body", "note")

    def __init__(self, *args: Any, event: LearningEvent, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        agencies = board_agencies(self.review)
        self.fields["agency"].queryset = agencies  # type: ignore[attr-defined]
        self.fields["on"].label = _("Recorded on")
        if event.held_on is None:
            self.fields["on"].label = _("Invited on")
            del self.fields["attendance"]
            del self.fields["note"]

    def clean(self) -> dict[str, Any]:
        facts = super().clean()
        if not facts.get("agency") and not facts.get("body") and "body" not in self.errors:
            self.add_error(
                "body", _("Select their agency, or enter the name of the body they work for.")
            )
        roles = [line.strip() for line in str(facts.get("roles") or "").splitlines()]
        facts["roles"] = [role for role in roles if role]
        if any(len(role) > ROLE for role in roles):
            self.add_error(
                "roles", _("Each role must be 120 characters or fewer. Enter one on each line.")
            )
        if len(facts["roles"]) > MOST:
            self.add_error("roles", _("You can add up to 100 people at a time."))
        if facts.get("attendance") == Attendance.OTHER and not facts.get("note"):
            self.add_error("note", _("Enter the reason."))
        return facts

    def facts(self) -> dict[str, Any]:
        facts = super().facts()
        facts["is_gp"] = bool(facts["is_gp"])
        if facts["agency"]:
            facts["body"] = ""
        return facts


MOST = 100


class AttendanceForm(AttendanceFields, DeedForm):
    """Of each participant, whether they came."""

    def __init__(self, *args: Any, event: LearningEvent, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.event = event
        self.ask_attendance(event, is_over=event.held_on is not None)
        self.fields["on"].label = _("Recorded on")
        self.order_fields(["key", "opened_at", *self.asked])

    def clean(self) -> dict[str, Any]:
        facts = super().clean()
        came = [facts.get(f"came_{row.pk}") for row in self.listed]
        if self.event.is_listed and self.event.held_on and Attendance.ATTENDED not in came:
            self.add_error(None, str(NOBODY_ATTENDED.sentence))
        return facts

    def facts(self) -> dict[str, Any]:
        return {"attendance": {}} | self.with_attendance(super().facts())
