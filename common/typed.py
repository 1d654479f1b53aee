"""What somebody typed into a form that could not be accepted, to give it back to be copied.

Nothing of it is kept, on the server or in the browser (no sessionStorage): the next person at a
shared computer must not find the words of a case. They live on the answer to the post alone.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from django import forms
from django.http import HttpRequest
from django.utils.functional import Promise

_SECRET = {"password", "csrfmiddlewaretoken", "token", "code", "credential"}
_CARRIED = {"key", "opened_at", "next", "login"}
_IDENTIFIER = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
_DATE_BOX = re.compile(r"(.+)_(day|month|year)")


class Typed(NamedTuple):
    """Something that was typed or decided, with the name of its question."""

    label: str | Promise
    text: str


def typed(request: HttpRequest) -> list[Typed]:
    """What a person typed into the form they sent; not what it carried hidden, no secrets.

    A choice from a list of records is left out: naming what a number stands for would be reading,
    and whoever sent this may not be signed in any more.
    """
    fields = _fields(request)
    return [
        Typed(_label(name, fields), text)
        for name, value in _values(request)
        if value.strip() and not _is_withheld(name, value)
        if (text := _text(fields.get(name), value))
    ]


def form_page(request: HttpRequest) -> str:
    """The page the form stood on, on this site only: where to go back to."""
    came_from = urlsplit(request.headers.get("Referer", ""))
    if came_from.netloc == request.get_host() and came_from.path.startswith("/"):
        return came_from.path + (f"?{came_from.query}" if came_from.query else "")
    return request.path


def _values(request: HttpRequest) -> Iterator[tuple[str, str]]:
    """Names and values in the order they were sent, the three boxes of a date as one."""
    seen: set[str] = set()
    for name, values in request.POST.lists():
        box = _DATE_BOX.fullmatch(name)
        if box is None:
            yield from ((name, str(value)) for value in values)
        elif box[1] not in seen:
            seen.add(box[1])
            parts = [request.POST.get(f"{box[1]}_{part}", "") for part in ("day", "month", "year")]
            yield box[1], " ".join(filter(None, parts))


def _fields(request: HttpRequest) -> Mapping[str, forms.Field]:
    """The questions of the page that was posted to, where its view names its form."""
    view = getattr(request.resolver_match, "func", None) if request.resolver_match else None
    form: Any = getattr(getattr(view, "view_class", None), "form_class", None)
    return getattr(form, "base_fields", {})


def _label(name: str, fields: Mapping[str, forms.Field]) -> str | Promise:
    field = fields.get(name)
    plain = name.replace("_", " ").replace("-", " ")
    return (field.label if field else None) or plain


def _is_withheld(name: str, value: str) -> bool:
    words = {word.rstrip("0123456789") for word in re.split("[_-]", name.lower())}
    return bool(words & _SECRET) or name in _CARRIED or bool(_IDENTIFIER.fullmatch(value))


def _text(field: forms.Field | None, value: str) -> str:
    """The text as typed, or the choice as it was worded; '' for what is not to be shown."""
    if field is None:
        return value
    if field.widget.is_hidden or isinstance(field.widget, forms.PasswordInput):
        return ""
    if isinstance(field, forms.ModelChoiceField):
        return ""
    if isinstance(field, forms.ChoiceField):
        words = {str(key): str(said) for key, said in _flat(field.choices)}
        return words.get(value, "")
    return value


def _flat(choices: Any) -> Iterator[tuple[Any, Any]]:
    for key, said in choices:
        if isinstance(said, (list, tuple)):
            yield from said
        else:
            yield key, said
