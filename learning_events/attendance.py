"""The questions who of those invited came, in a form: one for each participant."""

from typing import Any

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from common.forms import Form, PlainTextField
from learning_events.models import Attendance, LearningEvent, Participant


class AttendanceFields(Form):
    """Mixed into a form: of each participant of an event, whether they came, and a note."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.listed: list[Participant] = []

    @property
    def asked(self) -> list[str]:
        """The names of the questions, in their order."""
        return [f"{part}_{row.pk}" for row in self.listed for part in ("came", "note")]

    def ask_attendance(self, event: LearningEvent, *, is_over: bool) -> bool:
        """Add the questions. Says whether there are any. Before the event somebody may have said
        that they come; once it is over that is no answer."""
        choices = [each for each in Attendance.choices if each[0] != Attendance.COMING]
        self.listed = list(event.participants.select_related("agency"))
        for row in self.listed:
            self.fields[f"came_{row.pk}"] = forms.ChoiceField(
                label=str(row),
                choices=choices if is_over else Attendance.choices,
                required=False,
                initial=row.attendance,
            )
            self.fields[f"note_{row.pk}"] = PlainTextField(
                label=format_lazy("{} ({})", _("Note"), str(row)),
                max_length=300,
                required=False,
                initial=row.note,
            )
        return bool(self.listed)

    def clean(self) -> dict[str, Any]:
        facts = super().clean()
        for row in self.listed:
            other = facts.get(f"came_{row.pk}") == Attendance.OTHER
            if other and not facts.get(f"note_{row.pk}") and f"note_{row.pk}" not in self.errors:
                self.add_error(f"note_{row.pk}", _("Enter the reason."))
        return facts

    def with_attendance(self, facts: dict[str, Any]) -> dict[str, Any]:
        """The facts with the answers of all participants as one, by their ids."""
        attendance = {
            row.pk: (facts.pop(f"came_{row.pk}"), facts.pop(f"note_{row.pk}"))
            for row in self.listed
        }
        return facts | ({"attendance": attendance} if self.listed else {})
