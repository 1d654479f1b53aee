"""A form as a browser sees it: read from the rendered page, filled in, and sent as it was printed.

A form of Django knows what it meant to print; this reads what was printed, so that a field that
stands twice is sent twice, and a field that is missing is not sent.
"""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.datastructures import MultiValueDict
from lxml import html

BOXES = ("day", "month", "year")


class PageForm:
    """One form of a page: its controls in the order of the document."""

    def __init__(self, element: Any) -> None:
        self.element = element

    @property
    def controls(self) -> list[Any]:
        return [each for each in self.element.inputs if each.get("name") and not is_button(each)]

    @property
    def names(self) -> list[str]:
        """Each name once, in the order of the page."""
        return list(dict.fromkeys(each.get("name") for each in self.controls))

    def fill(self, **answers: Any) -> "PageForm":
        """Type these answers; raises KeyError for what the page does not ask."""
        for name, value in answers.items():
            if isinstance(value, dt.date):
                for box in BOXES:
                    self._set(f"{name}_{box}", str(getattr(value, box)))
            else:
                self._set(name, value)
        return self

    def _set(self, name: str, value: Any) -> None:
        found = [each for each in self.controls if each.get("name") == name]
        if not found:
            raise KeyError(f"the page does not ask {name!r}; it asks {self.names}")
        wanted = [str(getattr(each, "pk", each)) for each in many(value)]
        for control in found:
            if control.get("type") in ("radio", "checkbox"):
                control.checked = control.get("value", "on") in wanted
            elif control.tag == "select":
                for option in control.iter("option"):
                    if option.get("value") in wanted:
                        option.set("selected", "selected")
                    else:
                        option.attrib.pop("selected", None)
            elif control.tag == "textarea":
                control.value = "\n".join(wanted)
            else:
                control.set("value", wanted[0])
            if control.get("type") not in ("radio", "checkbox"):
                break  # somebody types into the first one they see

    def plausible(self, day: dt.date, but: Iterable[str] = ()) -> "PageForm":
        """Answer everything that is empty with something that could be meant, `but` these."""
        text = "As it was told."
        groups: dict[str, list[Any]] = {}
        for control in self.controls:
            groups.setdefault(control.get("name"), []).append(control)
        for name, group in groups.items():
            if name in but:
                continue
            first = group[0]
            kind = first.get("type") or first.tag
            if kind == "hidden" or kind == "file":
                continue
            if kind in ("radio", "checkbox"):
                if not any(each.checked for each in group):
                    offered = [each for each in group if each.get("value")]
                    if offered:
                        offered[0].checked = True
            elif kind == "select":
                values = [each.get("value") for each in first.iter("option") if each.get("value")]
                if not first.value and values:
                    self._set(name, values[0])
            elif name.rpartition("_")[2] in BOXES:
                if not first.get("value"):
                    first.set("value", str(getattr(day, name.rpartition("_")[2])))
            elif kind == "number" or first.get("inputmode") in ("numeric", "decimal"):
                if not first.get("value"):
                    first.set("value", "1")
            elif kind == "textarea":
                if not (first.value or "").strip():
                    first.value = text
            elif not first.get("value"):
                first.set("value", "name@example.wales" if kind == "email" else text)
        return self

    @property
    def data(self) -> MultiValueDict[str, str]:
        """The successful controls, in the order of the document; a select without a mark sends its
        first option."""
        sent: MultiValueDict[str, str] = MultiValueDict()
        for control in self.element.inputs:
            if not control.get("name") or is_button(control) or control.get("disabled") is not None:
                continue
            name = control.get("name")
            if control.get("type") in ("radio", "checkbox"):
                if control.checked:
                    sent.appendlist(name, control.get("value", "on"))
            elif control.tag == "select":
                for value in chosen(control):
                    sent.appendlist(name, value)
            elif control.get("type") == "file":
                continue
            elif control.tag == "textarea":
                text = (control.value or "").removeprefix("\n")  # which HTML does not count
                sent.appendlist(name, text.replace("\n", "\r\n"))
            else:
                sent.appendlist(name, control.get("value", ""))
        return sent

    def send(self, client: Any, address: str, files: Mapping[str, Any] | None = None) -> Any:
        """Post it; `files` are chosen where the page asks for them."""
        asked = {name: file for name, file in (files or {}).items() if name in self.names}
        return client.post(self.element.get("action") or address, dict(self.data.lists()) | asked)


def is_button(control: Any) -> bool:
    return control.tag == "button" or control.get("type") in ("submit", "button", "image", "reset")


def chosen(select: Any) -> list[str]:
    options = list(select.iter("option"))
    marked = [each.get("value", "") for each in options if each.get("selected") is not None]
    if select.get("multiple") is not None:
        return marked
    return marked[-1:] or [each.get("value", "") for each in options[:1]]


def many(value: Any) -> Iterable[Any]:
    if isinstance(value, list | tuple | set):
        return value
    return [value]


def tree_of(response: Any) -> Any:
    return html.document_fromstring(response.content.decode())


def forms_of(response: Any) -> list[PageForm]:
    """The forms in the main part of a page that are posted."""
    page = tree_of(response)
    (main,) = page.xpath("//main") or [page]
    return [PageForm(each) for each in main.iter("form") if each.method == "POST"]


def form_of(response: Any) -> PageForm:
    """The form of a page that has one."""
    found = [each for each in forms_of(response) if len(each.names) > 1]
    assert found, "the page has no form"
    return found[0]
