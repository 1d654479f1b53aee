"""What a page showed of what is stored, so that an older page does not wipe a newer record.

A form that opens filled with what is stored carries a digest of it. When it comes back, the digest
of what is stored then must be the same; else somebody else saved meanwhile.
"""

import datetime as dt
import json
from collections.abc import Callable, Iterable
from typing import Any

from django import forms
from django.db import models
from django.utils.crypto import salted_hmac
from django.utils.functional import Promise

from common import clock

SHOWN = "shown"
SALT = "common.forms.shown"


def digest_of(form: forms.BaseForm, *, but: Iterable[str] = (), also: Iterable[Any] = ()) -> str:
    """A digest of the values a form opens with, and of others it writes over without showing them.

    It is salted: of a short value, such as a date of birth, it tells nothing.
    """
    left_out = {SHOWN, *but}
    values = {
        name: _plain(form.get_initial_for_field(field, name))
        for name, field in form.fields.items()
        if name not in left_out and not isinstance(field, forms.FileField)
    }
    whole = json.dumps([values, [_plain(each) for each in also]], sort_keys=True)
    return salted_hmac(SALT, whole, algorithm="sha256").hexdigest()


def add_shown(form: forms.BaseForm, digest: Callable[[], str] | None = None) -> None:
    """Have a form carry the digest of what it opens with, in a hidden field. It is asked for when
    the page is printed: by then the form has all its values."""
    field = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)
    field.initial = digest or (lambda: digest_of(form))
    form.fields[SHOWN] = field


def is_older(sent: str, now: forms.BaseForm) -> bool:
    """Whether the page that sent this digest had opened with something else than the form would
    open with now. A form that was not read from a page carries none."""
    if not sent or SHOWN not in now.fields:
        return False
    return bool(sent != now.get_initial_for_field(now.fields[SHOWN], SHOWN))


def _plain(value: Any) -> Any:
    """A value as text, or a list of texts, the same in every language and on every day.

    A form proposes today where it proposes a day: that is no record of anything.
    """
    if isinstance(value, models.Model):
        return str(value.pk)
    if isinstance(value, models.QuerySet | list | tuple | set | frozenset):
        return sorted(str(_plain(each)) for each in value)
    if value is None or isinstance(value, Promise) or value == clock.today():
        return ""
    if isinstance(value, dt.datetime | dt.date):
        return value.isoformat()
    return str(value).replace("\r\n", "\n")
