"""What somebody typed into a form that could not be accepted, to give it back to be copied.

Nothing of it is kept, on the server or in the browser (no sessionStorage): the next person at a
shared computer must not find the words of a case. They live on the answer to the post alone.
"""

import re
from collections.abc import Iterator, Mapping
from traceback import walk_tb
from typing import Any, NamedTuple
from urllib.parse import parse_qsl, urlsplit

from django import forms
from django.core.exceptions import DisallowedHost
from django.db import DatabaseError, InterfaceError
from django.http import HttpRequest
from django.http.multipartparser import MultiPartParser
from django.urls import Resolver404, resolve
from django.utils.datastructures import MultiValueDict
from django.utils.functional import Promise

_SECRET = {"password", "csrfmiddlewaretoken", "token", "code", "credential"}
_CARRIED = {"key", "opened_at", "next", "login"}
_IDENTIFIER = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
_MOST = 25 * 1024 * 1024  # bytes of a form that was too large that are read to give them back
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
    return _typed(request, request.POST)


def typed_at_failure(request: HttpRequest, failure: BaseException | None) -> list[Typed]:
    """The same where something went wrong: also of a form too large to be read as one, and never a
    fault of its own. Only words sent from our own pages are given back: another site could else
    put its own on ours."""
    if request.method != "POST" or not came_from_here(request):
        return []
    try:
        return _typed(request, _posted(request, failure))
    except Exception:  # the page about one fault must not fall to a second
        return []


def came_from_here(request: HttpRequest) -> bool:
    """Whether a post was sent by a page of this site, as far as the browser says."""
    try:
        here = f"{request.scheme}://{request.get_host()}"
    except DisallowedHost:
        return False
    return request.headers.get("Origin") in (None, here)


def _typed(request: HttpRequest, posted: MultiValueDict[str, Any]) -> list[Typed]:
    fields = _fields(request)
    return [
        Typed(_label(name, fields), text)
        for name, value in _values(posted)
        if value.strip() and not _is_withheld(name, value)
        if (text := _text(fields.get(name), value))
    ]


def _posted(request: HttpRequest, failure: BaseException | None) -> MultiValueDict[str, Any]:
    """What was sent, though it may be more than the service takes."""
    try:
        if request.POST:
            return request.POST
    except Exception as again:
        failure = failure or again
    if request.content_type == "multipart/form-data":
        return _read_so_far(failure)
    try:
        body = request.body
    except Exception:  # it was too large to be read whole, and nothing of it has been
        body = request.read(_MOST)
    found: MultiValueDict[str, Any] = MultiValueDict()
    for name, value in parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True):
        found.appendlist(name, value)
    return found


def _read_so_far(failure: BaseException | None) -> MultiValueDict[str, Any]:
    """The answers that had been read when a form with files turned out to be too large."""
    for frame, _line in walk_tb(failure.__traceback__ if failure else None):
        parser = frame.f_locals.get("self")
        if isinstance(parser, MultiPartParser):
            return MultiValueDict(getattr(parser, "_post", {}))
    return MultiValueDict()


def form_page(request: HttpRequest) -> str:
    """The page the form stood on, on this site only: where to go back to."""
    came_from = urlsplit(request.headers.get("Referer", ""))
    if came_from.netloc == request.get_host() and came_from.path.startswith("/"):
        return came_from.path + (f"?{came_from.query}" if came_from.query else "")
    return request.path


def _values(posted: MultiValueDict[str, Any]) -> Iterator[tuple[str, str]]:
    """Names and values in the order they were sent, the three boxes of a date as one."""
    seen: set[str] = set()
    for name, values in posted.lists():
        box = _DATE_BOX.fullmatch(name)
        if box is None:
            yield from ((name, str(value)) for value in values)
        elif box[1] not in seen:
            seen.add(box[1])
            parts = [posted.get(f"{box[1]}_{part}") or "" for part in ("day", "month", "year")]
            yield box[1], " ".join(filter(None, parts))


def _fields(request: HttpRequest) -> Mapping[str, forms.Field]:
    """The questions of the page that was posted to, where its view names its form."""
    match = request.resolver_match
    if match is None:  # it was refused before its page was found
        try:
            match = resolve(request.path_info)
        except Resolver404:
            return {}
    view = getattr(match, "func", None)
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
        try:
            words = {str(key): str(said) for key, said in _flat(field.choices)}
        except (DatabaseError, InterfaceError):  # choices that are rows, while rows cannot be read
            return ""
        return words.get(value, "")
    return value


def _flat(choices: Any) -> Iterator[tuple[Any, Any]]:
    for key, said in choices:
        if isinstance(said, (list, tuple)):
            yield from said
        else:
            yield key, said
