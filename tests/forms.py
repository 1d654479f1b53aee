"""Filling a form as a browser does: what the page offers, its hidden fields, and what is typed."""

import datetime as dt
from typing import Any

from common.forms import DateField
from common.forms.dates import BOXES


def typed(form: Any, **facts: Any) -> dict[str, Any]:
    """The post of a form that was opened, with these answers. A date goes into its three boxes."""
    data: dict[str, Any] = {}
    for name in form.fields:
        value = facts.get(name, form[name].value())
        if isinstance(value, dt.date):
            data |= {
                f"{name}_day": value.day,
                f"{name}_month": value.month,
                f"{name}_year": value.year,
            }
        elif isinstance(form.fields[name], DateField):
            boxes = value if isinstance(value, list) else ()
            data |= {f"{name}_{box}": each or "" for box, each in zip(BOXES, boxes, strict=False)}
        elif value is not None and value is not False:
            data[name] = getattr(value, "pk", value)
    return data


def open_form(client: Any, url: str) -> Any:
    """The form on a page; fails if the page has none."""
    response = client.get(url)
    assert response.status_code == 200, f"{url}: {response.status_code}"
    form = response.context["form"]
    assert form is not None, f"{url} offers no form"
    return form


def fill(client: Any, url: str, **facts: Any) -> Any:
    """Open the page, fill in its form, send it."""
    return client.post(url, typed(open_form(client, url), **facts))
