"""What a browser would send: for tests that go through the pages."""

import datetime as dt
from typing import Any

from django.test import Client


def day(on: dt.date, name: str = "on") -> dict[str, int]:
    """The three boxes of a date."""
    return {f"{name}_day": on.day, f"{name}_month": on.month, f"{name}_year": on.year}


def answered(client: Client, url: str, **answers: Any) -> dict[str, Any]:
    """The form as the page shows it, hidden fields and initial text and all, with the answers."""
    return filled(client.get(url).context["form"]) | answers


def filled(form: Any) -> dict[str, Any]:
    """What the form holds, but its dates: those are given with `day`."""
    held = {field.html_name: field.value() for field in form}
    return {
        name: getattr(value, "pk", value)
        for name, value in held.items()
        if value is not None and not isinstance(value, (dt.date, list))
    }
