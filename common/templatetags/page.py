"""Tags and filters that every template has at hand (they are built in: no {% load %})."""

import datetime as dt
from typing import Any

from django import forms, template
from django.forms.boundfield import BoundField
from django.forms.utils import flatatt
from django.utils import dateformat, timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from common import clock
from common.distance import Nearness, nearness, since, until
from common.forms.base import Asking
from common.forms.choices import Folded
from common.forms.kept import SWITCH

register = template.Library()

# Choices: from how many on they stand in columns, and are narrowed by typing; what fits in a row.
SEVERAL, MANY, SHORT = 7, 12, 36
PILLS = ("late", "soon", "done", "now", "held", "")


# --- Dates and times


def _day(value: dt.date) -> dt.date:
    return timezone.localtime(value).date() if isinstance(value, dt.datetime) else value


@register.filter
def day(value: dt.date | None) -> str:
    """31 August 2026, 31 Awst 2026."""
    return dateformat.format(_day(value), "j F Y") if value else ""


@register.filter
def weekday(value: dt.date | None) -> str:
    """Monday 31 August 2026, dydd Llun 31 Awst 2026."""
    return dateformat.format(_day(value), "l j F Y") if value else ""


@register.filter
def moment(value: dt.datetime | None) -> str:
    """31 August 2026, 16:12, on the clock of Wales."""
    return dateformat.format(timezone.localtime(value), "j F Y, H:i") if value else ""


@register.filter
def clock_time(value: dt.datetime | None) -> str:
    """16:12, on the clock of Wales."""
    return dateformat.format(timezone.localtime(value), "H:i") if value else ""


@register.filter
def iso(value: dt.date | None) -> str:
    """For the datetime attribute of <time>."""
    return value.isoformat() if value else ""


@register.filter
def distance(value: dt.date | None, today: dt.date | None = None) -> str:
    """Of a day something is due: in 5 weeks, tomorrow, 12 days late."""
    return until(_day(value), today or clock.today()) if value else ""


@register.filter
def ago(value: dt.date | None, today: dt.date | None = None) -> str:
    """Of a day something happened: 12 days ago, yesterday."""
    return since(_day(value), today or clock.today()) if value else ""


# --- References


@register.filter
def unbroken(value: Any) -> str:
    """A reference on a page: its parts stay on one line. Mail, papers and search keep the plain
    space of str()."""
    return str(value).replace(" ", "\N{NO-BREAK SPACE}")


# --- Pills


@register.simple_tag
def pill(state: Any, word: Any = "") -> SafeString:
    """{% pill "late" "1 day late" %}, or {% pill state %} of anything with a word and a kind (or
    tone)."""
    if isinstance(state, str):
        kind, text = state, word
    else:
        kind, text = getattr(state, "kind", "") or getattr(state, "tone", ""), word or state.word
    if kind not in PILLS:
        raise template.TemplateSyntaxError(f"No pill is called {kind!r}; there are {PILLS}.")
    return format_html('<span class="pill{}">{}</span>', f" pill--{kind}" if kind else "", text)


@register.simple_tag
def due(value: dt.date | None, today: dt.date | None = None) -> SafeString | str:
    """A pill that says how far a day is at which something is due, late or soon by itself."""
    if not value:
        return ""
    on = today or clock.today()
    kind: Nearness = nearness(_day(value), on)
    return pill(kind.value, until(_day(value), on))


# --- Forms


@register.filter
def get(mapping: dict[str, Any] | str, key: str) -> Any:
    """A value whose key a template cannot write with a dot; none where the page gave no mapping."""
    return mapping.get(key) if isinstance(mapping, dict) else None


@register.filter
def words(value: str) -> list[str]:
    return value.split()


@register.filter
def hint_of(field: BoundField, option: Any) -> Any:
    """A line under one choice, if the form has `choice_hints = {"kind": {"concise": _("…")}}`."""
    return getattr(field.form, "choice_hints", {}).get(field.name, {}).get(str(option))


@register.simple_tag
def attributes(widget: dict[str, Any], css: str) -> SafeString:
    """A widget's attributes, with the class of its kind and the mark of an error."""
    attrs = dict(widget["attrs"])
    given = attrs.pop("class", "")
    base = css.split()[0]
    wrong = f"{base}--error" if attrs.get("aria-invalid") == "true" else ""
    attrs["class"] = " ".join(filter(None, [css, given, wrong]))
    return SafeString(flatatt({key: each for key, each in attrs.items() if each is not None}))


@register.filter
def standing(form: forms.BaseForm) -> list[BoundField]:
    """The fields a page lists, without those that a choice opens."""
    own = getattr(form, "standing_fields", None)
    return own() if own else list(form.visible_fields())


@register.filter
def revealed(field: BoundField, option: Any) -> list[BoundField]:
    """The fields that open with one choice of a question, and with no other."""
    find = getattr(field.form, "revealed_by", None)
    return find(field.name, str(option)) if find else []


@register.filter
def revealed_by_several(field: BoundField) -> list[Any]:
    """The fields that open with more than one choice of a question."""
    find = getattr(field.form, "revealed_by_several", None)
    return find(field.name) if find else []


@register.filter
def opens(field: BoundField, option: Any) -> str:
    """The ids of the parts of the page that open with one choice of a question."""
    find = getattr(field.form, "parts_opened", None)
    return " ".join(find(field.name, str(option))) if find else ""


@register.filter
def guidance(field: BoundField) -> Any:
    """What the guidance says about a question, if its form says so."""
    return getattr(field.form, "guidance", {}).get(field.name)


@register.filter
def is_optional(field: BoundField) -> bool:
    """Whether to write "optional" beside a question: not where a choice makes it needed."""
    form = field.form
    needed = {*getattr(form, "needed_when_revealed", ()), *getattr(form, "sometimes_needed", ())}
    return not field.field.required and field.name not in needed


@register.filter
def kind_of(field: BoundField) -> str:
    """Which markup a field wants: choices (perhaps folded away), tick, date, or plain."""
    widget = field.field.widget
    if isinstance(widget, Folded):
        return "folded"
    if isinstance(widget, (forms.RadioSelect, forms.CheckboxSelectMultiple)):
        return "choices"
    if isinstance(widget, forms.CheckboxInput):
        return "tick"
    return "group" if widget.use_fieldset else "plain"


@register.filter
def layout(field: BoundField) -> str:
    """How choices stand: a few short ones in a row, many in columns, very many also narrowed by
    typing. What opens further questions, or is explained, stands one below the other."""
    labels = [str(option.choice_label) for option in field.subwidgets]
    form = field.form
    opens = any(getattr(form, "reveals", {}).get(field.name, {}).values())
    if opens or field.name in getattr(form, "choice_hints", {}):
        return ""
    # Django counts its many checkboxes among the radios.
    is_radio = not getattr(field.field.widget, "allow_multiple_selected", False)
    if len(labels) > MANY and not is_radio:
        return "long"
    if len(labels) > SEVERAL:
        return "columns"
    return "row" if is_radio and sum(map(len, labels)) <= SHORT and len(labels) > 1 else ""


@register.filter
def is_open(field: BoundField) -> bool:
    """Whether a folded question has to stand open: it is ticked, or something in it is wrong."""
    form = field.form
    names = getattr(form, "reveals", {}).get(field.name, {})
    inner = (name for each in names.values() for name in each)
    return bool(field.value()) or any(name in form.errors for name in (field.name, *inner))


@register.filter
def target(field: BoundField) -> str:
    """The id to go to from the list of errors."""
    widget, auto_id = field.field.widget, field.auto_id
    own = getattr(widget, "id_of_error", None)
    if own:
        return str(own(auto_id))
    if isinstance(widget, (forms.RadioSelect, forms.CheckboxSelectMultiple)):
        return f"{auto_id}_0"
    return str(widget.attrs.get("id") or auto_id)


@register.inclusion_tag("_parts/error_summary.html")
def error_summary(*asked: Any) -> dict[str, Any]:
    """What is wrong in one or more forms, each line leading to its field; or nothing."""
    whole: list[str] = []
    fields: list[BoundField] = []
    for form in asked:
        if not form or not form.errors:
            continue
        whole.extend(form.non_field_errors())
        fields.extend(field for field in form if field.errors and not field.is_hidden)
        whole.extend(
            error for field in form if field.errors and field.is_hidden for error in field.errors
        )
    return {"whole": whole, "fields": fields, "any": bool(whole or fields)}


# --- Language


@register.filter
def lang_attribute(code: str) -> str:
    """en-gb as <html lang> wants it: en-GB."""
    language, _, region = code.partition("-")
    return f"{language}-{region.upper()}" if region else language


@register.inclusion_tag("_parts/language_switch.html", takes_context=True)
def language_switch(context: template.Context) -> dict[str, Any]:
    """A button to the other language that comes back to this place, query and all; on a page with a
    form, with what was typed. `enter` is the name and value of that form's main button, if any."""
    request, form = context.get("request"), context.get("form")
    return {
        "here": request.get_full_path() if request else "/",
        "keeps": isinstance(form, Asking) and not form.in_address,
        "switch": SWITCH,
        "enter": context.get("enter"),
        "welsh": context.get("welsh", False),
        "csrf_token": context.get("csrf_token", ""),
    }
