"""What was wrong, what is right, and why."""

import datetime as dt
from typing import Any

from django import forms
from django.utils import formats
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from common.forms import DateField, PlainTextField
from deadlines.models import Reached
from guidance.milestones import Milestone
from reviews.forms import DoneNowForm
from reviews.models import Review

# Dated together with another, or by its own page.
NOT_ALONE = {str(Milestone.COMMISSIONED)}


class RecordForm(DoneNowForm):
    """Why the record is wrong."""

    why = PlainTextField(
        label=_("Why"),
        help_text=_("What was wrong, and how you know. Use pseudonyms only."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
    )


class UndoForm(RecordForm):
    """Why the last move was a mistake."""


def days_known(review: Review) -> dict[str, dt.date | None]:
    """The milestones whose day is recorded, and those said not to be known; in the usual order."""
    rows = Reached.objects.filter(timetable=review.timetable_id, part="")
    found: dict[str, dt.date | None] = {row.milestone: row.on for row in rows}
    row = getattr(review, "taken_on", None)
    unknown = row.unknown if row else []
    return {
        str(each): found.get(str(each))
        for each in Milestone
        if str(each) not in NOT_ALONE and (str(each) in found or str(each) in unknown)
    }


class CorrectDayForm(RecordForm):
    """Which day, the right one, and why."""

    milestone = forms.ChoiceField(label=_("Which date"), widget=forms.RadioSelect)
    new_on = DateField(
        label=_("Correct date"),
        help_text=_("Leave this blank if the date is not known."),
        required=False,
    )

    def __init__(self, *args: Any, chosen: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        days = days_known(self.review)
        asked: Any = self.fields["milestone"]
        asked.choices = [
            (code, f"{gettext(Milestone(code).label)}: {shown(day)}") for code, day in days.items()
        ]
        if chosen in days:
            asked.initial = chosen
        self.order_fields(["key", "opened_at", "milestone", "new_on", "why"])


def shown(day: dt.date | None) -> str:
    return formats.date_format(day, "j F Y") if day else gettext("not known")
