"""A date in three boxes. Nothing is guessed: each thing that is wrong has its own sentence, and the
boxes it concerns are marked."""

import datetime as dt
import re
from collections.abc import Callable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import formats
from django.utils.translation import gettext_lazy as _

from common import clock

BOXES = ("day", "month", "year")
_MONTHS = (
    ("january", "jan", "ionawr", "ion"),
    ("february", "feb", "chwefror", "chwe"),
    ("march", "mar", "mawrth", "maw"),
    ("april", "apr", "ebrill", "ebr"),
    ("may", "mai"),
    ("june", "jun", "mehefin", "meh"),
    ("july", "jul", "gorffennaf", "gorff"),
    ("august", "aug", "awst"),
    ("september", "sept", "sep", "medi"),
    ("october", "oct", "hydref", "hyd"),
    ("november", "nov", "tachwedd", "tach"),
    ("december", "dec", "rhagfyr", "rhag"),
)
MONTH_NAMES = {name: number for number, names in enumerate(_MONTHS, 1) for name in names}
FIRST_YEAR = 1900
YEARS_AHEAD = 20

_MISSING = {
    ("day",): _("The day is missing."),
    ("month",): _("The month is missing."),
    ("year",): _("The year is missing."),
    ("day", "month"): _("The day and the month are missing."),
    ("day", "year"): _("The day and the year are missing."),
    ("month", "year"): _("The month and the year are missing."),
}

Bound = dt.date | Callable[[], dt.date]


class ThreeBoxes(forms.MultiWidget):
    """Day, month and year. `wrong` names the boxes that the last check found fault with."""

    template_name = "django/forms/widgets/three_boxes.html"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        self.wrong: tuple[str, ...] = ()
        super().__init__({box: forms.TextInput() for box in BOXES}, attrs)

    def decompress(self, value: Any) -> list[Any]:
        if isinstance(value, dt.date):
            return [value.day, value.month, value.year]
        return [None, None, None]

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        """The three boxes; or one ISO date, as a hidden field carries it between two pages."""
        boxes: list[Any] = super().value_from_datadict(data, files, name)
        whole = data.get(name)
        if whole and boxes == [None, None, None]:
            match = re.fullmatch(r"([0-9]{4})-([0-9]{2})-([0-9]{2})", str(whole))
            return [match[3], match[2], match[1]] if match else [str(whole), "", ""]
        return boxes

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        return name not in data and super().value_omitted_from_data(data, files, name)

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        for box, part in zip(BOXES, context["widget"]["subwidgets"], strict=True):
            part["box"] = box
            part["attrs"] = {
                key: each for key, each in part["attrs"].items() if key != "aria-invalid"
            } | {"inputmode": "text" if box == "month" else "numeric"}
            if box in self.wrong:
                part["attrs"]["aria-invalid"] = "true"
        return context

    def id_of_error(self, id_: str) -> str:
        """The box to go to from the list of errors."""
        return f"{id_}_{BOXES.index(self.wrong[0]) if self.wrong else 0}"


class DateField(forms.Field):
    """A day in the world. `earliest` and `latest` are dates, or are asked when the form is checked
    (`latest=clock.today`: a record of what has happened)."""

    widget = ThreeBoxes
    hidden_widget = forms.HiddenInput
    default_error_messages = {
        "required": _("Enter a date, such as 27 3 2024."),
        "year_digits": _("Enter the year as four digits, such as 2024."),
        "day_number": _("The day must be a number from 1 to 31."),
        "month_number": _("The month must be a number from 1 to 12."),
        "year_number": _("Check the year. First possible: %(first)s. Last possible: %(last)s."),
        "impossible": _("There is no such day: %(day)s/%(month)s/%(year)s."),
        "future": _("The date must not be in the future."),
        "past": _("The date must not be in the past."),
        "late": _("The date is too late. Last possible: %(day)s."),
        "early": _("The date is too early. First possible: %(day)s."),
    }

    def __init__(
        self, *, earliest: Bound | None = None, latest: Bound | None = None, **kwargs: Any
    ) -> None:
        self.earliest, self.latest = earliest, latest
        super().__init__(**kwargs)

    def prepare_value(self, value: Any) -> Any:
        return value.date() if isinstance(value, dt.datetime) else value

    def clean(self, value: Any) -> Any:
        self._mark(())
        return super().clean(value)

    def to_python(self, value: Any) -> dt.date | None:
        if isinstance(value, dt.datetime):
            return value.date()
        if value is None or isinstance(value, dt.date):
            return value
        if isinstance(value, str):
            value = ThreeBoxes().value_from_datadict({"date": value}, {}, "date")
        boxes = dict(zip(BOXES, (str(each or "").strip() for each in value), strict=True))
        missing = tuple(box for box in BOXES if not boxes[box])
        if len(missing) == len(BOXES):
            return None
        if missing:
            raise self._fault("missing", *missing, message=_MISSING[missing])
        return self._day(boxes)

    def _day(self, boxes: dict[str, str]) -> dt.date:
        month = MONTH_NAMES.get(boxes["month"].lower().rstrip(".")) or _number(boxes["month"])
        day, year = _number(boxes["day"]), _number(boxes["year"])
        if not day or day > 31:
            raise self._fault("day_number", "day")
        if not month or month > 12:
            raise self._fault("month_number", "month")
        if year is None or len(boxes["year"]) != 4:
            raise self._fault("year_digits", "year")
        last = clock.today().year + YEARS_AHEAD
        if not FIRST_YEAR <= year <= last:
            raise self._fault("year_number", "year", first=FIRST_YEAR, last=last)
        try:
            return dt.date(year, month, day)
        except ValueError:
            raise self._fault("impossible", *BOXES, day=day, month=month, year=year) from None

    def validate(self, value: Any) -> None:
        if value is None and self.required:
            raise self._fault("required", *BOXES)
        if value is None:
            return
        latest, earliest = _asked(self.latest), _asked(self.earliest)
        if latest is not None and value > latest:
            code = "future" if latest == clock.today() else "late"
            raise self._fault(code, *BOXES, day=formats.date_format(latest, "j F Y"))
        if earliest is not None and value < earliest:
            code = "past" if earliest == clock.today() else "early"
            raise self._fault(code, *BOXES, day=formats.date_format(earliest, "j F Y"))

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return self.to_python(data) != self.to_python(initial)
        except ValidationError:
            return True

    def _fault(self, code: str, *wrong: str, message: Any = None, **params: Any) -> ValidationError:
        self._mark(wrong)
        return ValidationError(message or self.error_messages[code], code=code, params=params)

    def _mark(self, wrong: tuple[str, ...]) -> None:
        # Each form has its own copy of the field and of its widget (which may be a hidden one).
        if hasattr(self.widget, "wrong"):
            self.widget.wrong = wrong


def _number(typed: str) -> int | None:
    return int(typed) if re.fullmatch(r"[0-9]{1,5}", typed) else None


def _asked(bound: Bound | None) -> dt.date | None:
    return bound() if callable(bound) else bound
