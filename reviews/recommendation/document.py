"""The recommendation as it is read: section by section, each answer in words."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from django.utils.dateformat import format as format_day
from django.utils.translation import gettext_lazy as _

from common.answers import TICKED
from common.deeds import Sentence
from reviews.models import Course, Recommendation
from reviews.recommendation.boxes import SECTIONS, Section
from reviews.recommendation.forms import BOXES, BoxesForm

MONTH = "report_expected_on"
PERIOD_BAND = _("Box of the form")


@dataclass(frozen=True, eq=False)
class Row:
    """A question and its answer; `name` leads back to the form."""

    name: str
    label: Sentence
    value: str


@dataclass(frozen=True)
class Page:
    """One section, with what was answered in it."""

    section: Section
    rows: list[Row]


def document(paper: Recommendation) -> list[Page]:
    """A recommendation that was made. What was not answered is left out."""
    facts = {name: getattr(paper, name) for name in BOXES}
    facts["agencies"] = lines(involved(paper))
    if paper.meeting:
        meeting = paper.meeting
        there = list(meeting.attendances.select_related("person"))
        facts |= {
            "sitting_on": meeting.held_on,
            "sitting_mode": meeting.get_mode_display() if meeting.mode else "",
            "present": lines(row for row in there if row.was_present),
            "apologies": lines(row for row in there if not row.was_present),
            "interests": meeting.interests,
        }
    shown = {
        name: paper_words(paper, name, value) for name, value in facts.items() if value is not None
    }
    pages = pages_of(shown)
    for page in pages:
        if page.section.code == "period" and paper.period_band:
            page.rows.append(Row("period_band", PERIOD_BAND, paper.get_period_band_display()))
    return pages


def involved(paper: Recommendation) -> list[str]:
    rows = paper.review.involved_agencies.select_related("agency")
    return [
        ": ".join(
            filter(None, [str(row), ", ".join(filter(None, [row.contact_name, row.contact_title]))])
        )
        for row in rows
    ]


def checked_answers(form: BoxesForm) -> list[Page]:
    """The answers of a draft, to be checked before signing."""
    facts = form.cleaned_data
    shown = {}
    for name, field in form.fields.items():
        value = facts.get(name)
        if name == "agencies":
            shown[name] = lines(form.involved())
        elif isinstance(value, list):
            labels = dict(field.choices)  # type: ignore[attr-defined]
            shown[name] = lines(labels.get(each, each) for each in value)
        elif hasattr(field, "choices") and not hasattr(field, "queryset"):
            shown[name] = str(dict(field.choices).get(value, "")) if value else ""
        else:
            shown[name] = month(value) if name == MONTH else in_words(value)
    return pages_of(shown)


def pages_of(shown: Mapping[str, str]) -> list[Page]:
    fields = BoxesForm.base_fields
    is_extended = shown.get("course") == str(Course.EXTENDED.label)
    return [
        Page(
            section if is_extended or section.code != "extended" else replace(section, before=()),
            [
                Row(name, fields[name].label or "", shown[name])
                for name in section.names
                if shown.get(name)
            ],
        )
        for section in SECTIONS
    ]


def paper_words(paper: Recommendation, name: str, value: Any) -> str:
    if name == MONTH:
        return month(value)
    told = getattr(paper, f"get_{name}_display", None)
    if told and value:
        return str(told())
    return in_words(value)


def in_words(value: Any) -> str:
    """A day, a sum, a yes as a person reads it; '' for what was not answered."""
    if value in (None, "", False):
        return ""
    if value is True:
        return str(TICKED.yes)
    if isinstance(value, dt.date):
        return format_day(value, "j F Y")
    if isinstance(value, Decimal):
        return f"£{value:,.2f}"
    return str(value)


def month(value: dt.date | None) -> str:
    return format_day(value, "F Y") if value else ""


def lines(each: Iterable[Any]) -> str:
    return "\n".join(str(one) for one in each)
