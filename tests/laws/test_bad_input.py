"""Every form, by the classes of bad input: a clear answer, nothing typed lost, and never a 500.

The forms are found by the addresses of the matrix, so a new one is tried without being named here.
The quick form of the law tries every form with one of the classes, in turn; the whole one tries all
on all.
"""

import html
import uuid
from typing import Any

import pytest
from django import forms
from django.db import transaction
from django.forms.formsets import BaseFormSet
from django.urls import reverse

from common.forms import DateField
from tests.laws import matrix
from tests.laws.spoken_of import kwargs
from tests.laws.whole import WHOLE

ROWS = [row for row in matrix.rows() if row.get == 200 and row.post in (200, 409)]
TYPED = "Ŵyn & <b>O'Dŵr</b> {{ 7*7 }} \u202eabc"
CLASSES: dict[str, dict[str, Any]] = {
    "impossible days": {"date": ("31", "2", "2024"), "text": TYPED},
    "NUL": {"text": "a\x00b", "number": "\x00", "choice": "\x00", "date": ("\x00", "1", "2024")},
    "very long": {"text": "ŵ" * 200_000, "number": "9" * 400, "date": ("1" * 50, "1", "2024")},
    "nothing to see": {"text": "\u200b\u200b\n\t ", "number": " ", "date": ("", "2", "")},
    "odd years": {"text": "=cmd|' /C calc'!A0", "date": ("1", "1", "24"), "number": "1e999"},
    "years without end": {"text": TYPED, "date": ("1", "1", "99999"), "number": "-1"},
    "letters for numbers": {"text": TYPED, "date": ("un", "Mai", "mmxx"), "number": "NaN"},
    "others' rows": {"text": TYPED, "choice": "999999999", "number": "0"},
    "no such choice": {"text": TYPED, "choice": "'; DROP TABLE--", "number": "١٢"},
    "keys of another kind": {"text": TYPED, "choice": str(uuid.UUID(int=0)), "number": "1,5"},
}


def forms_on(response: Any) -> list[Any]:
    """The forms and formsets that the page was made with."""
    found: dict[int, Any] = {}
    for layer in response.context or ():
        for value in layer.flatten().values() if hasattr(layer, "flatten") else layer.values():
            if isinstance(value, forms.BaseForm | BaseFormSet):
                found[id(value)] = value
    return list(found.values())


def posted(form: Any, bad: dict[str, Any]) -> dict[str, Any]:
    """What a browser would send of this form, with the bad input wherever it can be typed."""
    data: dict[str, Any] = {}
    if isinstance(form, BaseFormSet):
        for each in (form.management_form, *form.forms):
            data |= posted(each, bad if each is not form.management_form else {})
        return data
    for name, field in form.fields.items():
        key = form.add_prefix(name)
        value = form[name].value()
        if isinstance(field, DateField):
            if "date" in bad:
                parts = zip(("day", "month", "year"), bad["date"], strict=True)
                data |= {f"{key}_{part}": typed for part, typed in parts}
        elif isinstance(field.widget, forms.HiddenInput):
            data[key] = "" if value is None else str(value)
        elif isinstance(field, forms.FileField):
            continue
        elif isinstance(field, forms.ChoiceField):
            data[key] = bad.get("choice", first(field) if value in (None, "", []) else value)
        elif isinstance(field, forms.DecimalField | forms.FloatField | forms.IntegerField):
            data[key] = bad.get("number", "1")
        elif isinstance(field, forms.BooleanField):
            data[key] = "on"
        else:
            data[key] = bad.get("text", "A")
    return data


def first(field: Any) -> str:
    """Something a list of choices really offers."""
    values = [str(key) for key, _label in field.choices if str(key)]
    return values[0] if values else ""


SHARES = 3


@pytest.mark.parametrize("share", range(SHARES))
def test_no_form_breaks_or_loses_what_was_typed(world, signed_in, share):
    broken, tried = [], 0
    for number, row in list(enumerate(ROWS))[share::SHARES]:
        client = signed_in(world.user(row.by[0] if row.by[0] in matrix.READERS else row.by[-1]))
        client.raise_request_exception = False
        address = reverse(row.name, kwargs=kwargs(row, world))
        for bad in CLASSES if WHOLE else [list(CLASSES)[number // SHARES % len(CLASSES)]]:
            with transaction.atomic():
                page = client.get(address)
                assert page.status_code == 200, row.name
                for form in forms_on(page):
                    tried += 1
                    data = posted(form, CLASSES[bad])
                    with transaction.atomic():
                        answer = client.post(address, data)
                        transaction.set_rollback(True)
                    if answer.status_code not in (200, 302, 400, 409, 413):
                        broken.append(f"{row.name}, {bad}: {answer.status_code}")
                    if answer.status_code == 200 and TYPED in data.values():
                        shown = html.unescape(answer.content.decode())
                        if TYPED.replace("\u202e", "") not in shown.replace("\u202e", ""):
                            broken.append(f"{row.name}, {bad}: what was typed is gone")
                transaction.set_rollback(True)
    assert tried > 30
    assert not broken, "\n".join(broken)


BYTES = [b"%ED%A0%80=%ED%A0%80&on_day=%FF", b"on_day=\xff\xfe", b"=&&=;%00"]


@pytest.mark.parametrize("body", BYTES)
def test_bytes_that_are_no_text_are_refused_in_words(world, signed_in, body):
    client = signed_in(world.user("coordinator"))
    client.raise_request_exception = False
    rows = [row for row in ROWS if "coordinator" in row.by]
    for row in rows if WHOLE else rows[BYTES.index(body) :: 9]:
        address = reverse(row.name, kwargs=kwargs(row, world))
        with transaction.atomic():
            answer = client.generic("POST", address, body, "application/x-www-form-urlencoded")
            transaction.set_rollback(True)
        assert answer.status_code in (200, 302, 400, 409), (row.name, answer.status_code)
