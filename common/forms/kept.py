"""What was typed into a page whose language was switched: its form is shown again with it."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict

_typed: ContextVar[QueryDict | None] = ContextVar("typed", default=None)
SWITCH = "switch_language"  # the name of the button that sends the form along
LEFT = object()  # nothing was typed that could be kept


@contextmanager
def keeping(typed: QueryDict | None) -> Iterator[None]:
    """While the page is made, its form finds in itself what was typed."""
    token = _typed.set(typed)
    try:
        yield
    finally:
        _typed.reset(token)


def kept_answers() -> QueryDict | None:
    """What was typed into the page that is shown again in another language; else None."""
    return _typed.get()


def was_typed_into(form: forms.BaseForm, typed: QueryDict) -> bool:
    """Whether these are the answers of this form: a page may have another beside it."""
    names = [form.add_prefix(name) for name in form.fields]
    return any(name in typed or f"{name}_day" in typed for name in names)


def kept_value(form: forms.BaseForm, field: forms.Field, name: str) -> Any:
    """What was typed for one question, right or wrong; LEFT where there is nothing to keep."""
    typed = kept_answers()
    if typed is None or field.disabled or not was_typed_into(form, typed):
        return LEFT
    if isinstance(field, forms.FileField) or isinstance(field.widget, forms.PasswordInput):
        return LEFT
    return field.widget.value_from_datadict(typed, MultiValueDict(), form.add_prefix(name))
