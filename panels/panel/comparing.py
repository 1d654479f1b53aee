"""What one version of the terms of reference changed, said in words."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils import formats
from django.utils.translation import gettext_lazy as _

from panels.models import Asks, TermsOfReference


@dataclass(frozen=True)
class Change:
    """One thing that differs: what it is, how it stood, how it stands; '' where it was not there"""

    label: Any
    before: str
    after: str

    @property
    def word(self) -> Any:
        if not self.before:
            return _("New")
        return _("Changed") if self.after else _("Left out")


def changes(before: TermsOfReference, after: TermsOfReference) -> list[Change]:
    """Only what differs; the questions by their numbers."""
    return [*_questions(before, after), *_rest(before, after)]


def _questions(before: TermsOfReference, after: TermsOfReference) -> Iterator[Change]:
    old, new = (
        {each.question_id: each for each in version.wordings.all()} for version in (before, after)
    )
    rows = {key: (old | new)[key].question for key in (*old, *new)}
    order = {asks: place for place, asks in enumerate(Asks)}
    for row in sorted(rows.values(), key=lambda row: (order[Asks(row.asks)], row.number)):
        was = old[row.pk].text if row.pk in old else ""
        now = new[row.pk].text if row.pk in new else ""
        if was != now:
            yield Change(row.label, was, now)


def _rest(before: TermsOfReference, after: TermsOfReference) -> Iterator[Change]:
    for label, said in (
        (_("Issues particular to this case"), lambda each: each.issues),
        (_("Period looked at"), period),
        (_("Why this period"), lambda each: each.period_why),
        (_("Children"), children),
    ):
        was, now = said(before), said(after)
        if was != now:
            yield Change(label, was, now)


def period(terms: TermsOfReference) -> str:
    days = (terms.period_from_on, terms.period_until_on)
    return " \N{EN DASH} ".join(formats.date_format(day, "j F Y") for day in days)


def children(terms: TermsOfReference) -> str:
    return ", ".join(str(child) for child in terms.children.all())
