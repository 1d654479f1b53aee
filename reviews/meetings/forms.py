"""Forms about meetings."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from boards.models import Person
from common import clock
from common.answers import IT_WAS, NO, YES
from common.forms import DateField, PlainTextField
from common.uploads.field import UploadField
from reviews.documents.forms import PSEUDONYMS
from reviews.forms import DeedForm
from reviews.meetings.bodies import bodies_of
from reviews.meetings.seats import by_seat
from reviews.models import Body, Delay, Meeting, Mode
from reviews.people.forms import board_people


class People(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]  # generic to mypy alone
    """Several people, by name and post."""

    widget = forms.CheckboxSelectMultiple

    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.name} · {obj.title}" if obj.title else str(obj.name)


class BodyForm(DeedForm):
    """Which body; only those whose meetings the reader keeps are offered."""

    body = forms.ChoiceField(label=_("Which body meets"), choices=Body, widget=forms.RadioSelect)
    mode = forms.ChoiceField(
        label=_("How it meets"),
        choices=[("", _("Not known yet")), *Mode.choices],
        required=False,
    )
    place = PlainTextField(
        label=_("Place or link"),
        help_text=_(
            "This also appears in people's calendars. Do not include anything about the case."
        ),
        max_length=200,
        required=False,
    )

    def __init__(self, *args: Any, reader: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        body = self.fields["body"]
        assert isinstance(body, forms.ChoiceField)
        mine = bodies_of(reader, self.review)
        body.choices = [(each.value, each.label) for each in Body if each in mine]
        if len(mine) == 1:
            body.initial = mine[0]


def hour_field() -> forms.TimeField:
    return forms.TimeField(
        label=_("Start time"),
        help_text=_("For example, 14:00. Leave empty if it is not fixed yet."),
        input_formats=["%H:%M", "%H.%M", "%H:%M:%S"],
        widget=forms.TimeInput(format="%H:%M", attrs={"class": "govuk-input--width-5"}),
        error_messages={"invalid": _("Write the time in hours and minutes, such as 14:00.")},
        required=False,
    )


class PlanForm(BodyForm):
    """A meeting that lies ahead."""

    planned_on = DateField(label=_("Day of the meeting"))
    begins = hour_field()
    field_order = ["key", "opened_at", "body", "planned_on", "begins", "mode", "place", "on"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].label = _("Planned on")
        self.order_fields(self.field_order)


class RecordForm(BodyForm):
    """A meeting that was held: who was there, what was decided, the minutes."""

    present = People(label=_("Present"), queryset=Person.objects.none(), required=False)
    others_present = PlainTextField(
        label=_("Others present"),
        help_text=_("Enter one name on each line, for people who are not on the list above."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
        required=False,
    )
    apologies = People(label=_("Apologies"), queryset=Person.objects.none(), required=False)
    is_quorate = forms.ChoiceField(
        label=_("Was the meeting quorate?"),
        choices=IT_WAS.choices(blank=_("Not known")),
        required=False,
    )
    interests = PlainTextField(
        label=_("Interests declared at the meeting"),
        help_text=_(
            "If somebody must be kept out of the case because of an interest, they must"
            " also declare it under “People”."
        ),
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=2000,
        required=False,
    )
    decisions = PlainTextField(
        label=_("Decisions"),
        help_text=PSEUDONYMS,
        widget=forms.Textarea(attrs={"rows": 5}),
        max_length=10000,
        required=False,
    )
    upload = UploadField(label=_("Minutes"), required=False)
    field_order = [
        *("key", "opened_at", "body", "on", "mode", "place", "present", "others_present"),
        *("apologies", "is_quorate", "interests", "decisions", "upload"),
    ]

    def __init__(self, *args: Any, meeting: Meeting | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.meeting = meeting
        people = board_people(self.review)
        seated = by_seat(self.review, people, meeting.body if meeting else "")
        for name in ("present", "apologies"):
            chooser = self.fields[name]
            assert isinstance(chooser, People)
            chooser.queryset = people
            chooser.choices = [
                (group, [(row.pk, chooser.label_from_instance(row)) for row in rows])
                for group, rows in seated
            ]
        self.fields["on"].label = _("Held on")
        if meeting:
            del self.fields["body"]
            today = clock.today()
            day = meeting.planned_on
            self.fields["on"].initial = day if day and day <= today else today
            self.fields["mode"].initial = meeting.mode
            self.fields["place"].initial = meeting.place
        self.order_fields(self.field_order)

    def clean(self) -> dict[str, Any]:
        facts = super().clean()
        names = str(facts.get("others_present") or "").splitlines()
        if any(len(name.strip()) > NAME for name in names):
            self.add_error(
                "others_present",
                _("Each name must be 120 characters or fewer. Enter one on each line."),
            )
        both = set(facts.get("present") or ()) & set(facts.get("apologies") or ())
        if both:
            self.add_error(
                "apologies",
                _("The same person is ticked as present and as absent. Untick one of the two."),
            )
        return facts

    def facts(self) -> dict[str, Any]:
        facts = super().facts()
        facts["others_present"] = facts["others_present"].splitlines()
        facts["is_quorate"] = {YES: True, NO: False}.get(facts["is_quorate"])
        if self.meeting:
            facts |= {"body": self.meeting.body, "meeting": self.meeting}
        return facts


NAME = 120


class MoveForm(DeedForm):
    """To which day or hour, and why."""

    new_on = DateField(label=_("New date"))
    new_begins = hour_field()
    delay = forms.ChoiceField(
        label=_("Why the meeting is being moved"), choices=[("", ""), *Delay.choices]
    )
    note = PlainTextField(
        label=_("More about the reason"),
        help_text=_("Needed if you chose “another reason”. Use pseudonyms only."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
        required=False,
    )
    sometimes_needed = ("note",)
    field_order = ["key", "opened_at", "new_on", "new_begins", "delay", "note", "on"]

    def __init__(self, *args: Any, meeting: Meeting, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.meeting = meeting
        self.fields["new_on"].initial = meeting.planned_on
        self.fields["new_begins"].initial = meeting.begins
        self.fields["on"].label = _("Moved on")
        self.order_fields(self.field_order)

    def clean(self) -> dict[str, Any]:
        facts = super().clean()
        if facts.get("delay") == Delay.OTHER and not facts.get("note"):
            self.add_error("note", _("Enter the reason."))
        begins = facts.get("new_begins") or self.meeting.begins
        standing = (self.meeting.planned_on, self.meeting.begins)
        if (facts.get("new_on"), begins) == standing and "new_begins" not in self.errors:
            self.add_error("new_on", _("The meeting is already planned for that date and time."))
        return facts

    def facts(self) -> dict[str, Any]:
        facts = super().facts()
        return {
            "new_on": facts["new_on"],
            "new_begins": facts["new_begins"],
            "reason_code": facts["delay"],
            "note": facts["note"],
        }


class CancelForm(DeedForm):
    """Why it is not held."""

    delay = forms.ChoiceField(label=_("Why it is cancelled"), choices=[("", ""), *Delay.choices])
    why = PlainTextField(
        label=_("More about the reason"),
        help_text=PSEUDONYMS,
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
    )
    field_order = ["key", "opened_at", "delay", "why", "on"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].label = _("Cancelled on")
        self.order_fields(self.field_order)

    def facts(self) -> dict[str, Any]:
        facts = super().facts()
        return {"reason_code": facts["delay"], "why": facts["why"]}


class MinutesForm(DeedForm):
    """The minutes of a meeting that was held."""

    upload = UploadField(label=_("Minutes"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].label = _("Added on")
