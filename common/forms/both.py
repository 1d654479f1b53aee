"""What is stored now beside what somebody typed, question by question, to be made into one."""

import datetime as dt
from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.http import QueryDict
from django.utils import formats

from common.answers import TICKED
from common.forms.shown import SHOWN

MARKS = ("opened_at", "version", "was", "seen", SHOWN)
"""Hidden fields that say what a form was opened on."""


@dataclass(frozen=True, eq=False)
class Pair:
    """One question twice: as it is stored now, and as it was answered here."""

    field: BoundField
    standing: str

    @property
    def differs(self) -> bool:
        return in_words(self.field).split() != self.standing.split()


def side_by_side(
    sent: QueryDict,
    make: Callable[[QueryDict | None], Any],
    but: Collection[str] = (),
) -> tuple[Any, list[Pair], list[Pair]]:
    """The form to be sent again, the questions whose answers differ, and those that are the same.

    `make` builds the form, of what was sent or of what is stored now; `but` names fields that are
    about the act itself. The form carries the marks of what stands now.
    """
    now = make(None)
    data = sent.copy()
    for name in MARKS:
        if name in now.fields:
            mark = now.get_initial_for_field(now.fields[name], name)
            data[name] = "" if mark is None else str(mark)
    again = make(data)
    asked = [
        field.name
        for field in again.visible_fields()
        if field.name not in but and not isinstance(field.field, forms.FileField)
    ]
    again.printed_apart = {*again.printed_apart, *asked}
    pairs = [Pair(again[name], in_words(now[name]) if name in now.fields else "") for name in asked]
    return again, [each for each in pairs if each.differs], [e for e in pairs if not e.differs]


def in_words(field: BoundField) -> str:
    """What was answered, a choice by its label; also one that the form no longer offers."""
    value = field.value()
    if isinstance(value, dt.date):
        return str(formats.date_format(value, "j F Y"))
    if isinstance(field.field, forms.BooleanField):
        return str(TICKED.yes) if value else ""
    if isinstance(field.field, forms.ChoiceField):
        labels = _labels(field)
        chosen = value if isinstance(value, list | tuple | set) or _is_rows(value) else [value]
        return "\n".join(
            str(labels.get(str(getattr(each, "pk", each)), each))
            for each in chosen
            if each not in (None, "")
        )
    if isinstance(field.field.widget, forms.MultiWidget) and isinstance(value, list | tuple):
        return _day(value)
    return "" if value is None else str(value)


def _is_rows(value: Any) -> bool:
    return hasattr(value, "model") and hasattr(value, "__iter__")


def _day(boxes: Any) -> str:
    """Three boxes as a date, or as they were typed where they make none."""
    typed = [str(each).strip() for each in boxes if each not in (None, "")]
    try:
        day, month, year = (int(each) for each in typed)
        return str(formats.date_format(dt.date(year, month, day), "j F Y"))
    except ValueError:
        return " ".join(typed)


def _labels(field: BoundField) -> dict[str, Any]:
    base: Any = type(field.form).base_fields  # type: ignore[attr-defined]
    declared: Any = base.get(field.name, field.field)  # a form may add fields of its own
    choices: list[Any] = [*getattr(declared, "choices", ()), *field.field.choices]  # type: ignore[attr-defined]
    return {
        str(key): label
        for key, label in (
            pair
            for key, label in choices
            for pair in (label if isinstance(label, list | tuple) else [(key, label)])
        )
    }
