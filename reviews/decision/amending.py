"""The Chair's amendments to the recommendation: which they are, how they read, what then holds."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils import dateformat

from boards.models import Agency
from common import comparing
from common.comparing import Run
from common.templatetags.page import day
from reviews.models import (
    Amended,
    Amendment,
    Course,
    InvolvedAgency,
    Recommendation,
    Reply,
    Review,
)


def as_recommended(review: Review, paper: Recommendation | None) -> dict[str, str]:
    """What the sub-group recommended of each field that can be amended, as text."""
    found = {field.value: "" for field in Amended}
    if paper is None:
        return found
    for field in Amended:
        if field != Amended.AGENCIES:
            found[field.value] = as_text(getattr(paper, field.value))
    found[Amended.AGENCIES.value] = "\n".join(
        str(each) for each in review.involved_agencies.select_related("agency")
    )
    return found


def as_text(value: Any) -> str:
    return value.isoformat() if isinstance(value, dt.date) else str(value or "")


def amendments(standing: Mapping[str, str], wanted: Mapping[str, Any]) -> Iterator[Amendment]:
    """An unsaved row for each field of `wanted` that says something else than what stands."""
    for field in Amended:
        if field.value in wanted:
            old, new = standing[field.value], as_text(wanted[field.value])
            if old.split() != new.split():
                yield Amendment(field=field.value, old=old, new=new)


def as_decided(review: Review, paper: Recommendation | None) -> dict[str, str]:
    """Each field that can be amended as it holds after the decision: what the panel starts from."""
    found = as_recommended(review, paper)
    rows = Amendment.objects.filter(decision__review=review).exclude(decision__reply=Reply.DISAGREE)
    return found | {row.field: row.new for row in rows}


def as_value(field: str, text: str) -> dt.date | str | None:
    """A field of `as_decided` as a form holds it: a day as a date, nothing where none is known."""
    if not Amended(field).is_day:
        return text
    return dt.date.fromisoformat(text) if text else None


@dataclass(frozen=True, eq=False)
class Decided:
    """An agency that takes part in the case as it was decided: one of the list, or a name alone."""

    agency: Agency | None
    name: str

    def __str__(self) -> str:
        return str(self.agency) if self.agency else self.name


def agencies_as_decided(reviews: Iterable[Review]) -> dict[int, list[Decided]]:
    """The agencies of each review: the sub-group's, or those by which the Chair replaced them. A
    line of the Chair's that names one of the list, in either language, is that agency."""
    found: dict[int, list[Decided]] = {review.pk: [] for review in reviews}
    for each in InvolvedAgency.objects.filter(review__in=found).select_related("agency"):
        found[each.review_id].append(Decided(each.agency, each.other_name))
    amended = agencies_amended(found)
    listed = {
        _alike(name): agency
        for agency in (Agency.objects.all() if amended else ())
        for name in (agency.name_en, agency.name_cy)
    }
    for review, text in amended.items():
        names = [line.strip() for line in text.splitlines() if line.strip()]
        found[review] = [Decided(listed.get(_alike(name)), name) for name in names]
    return found


def agencies_amended(reviews: Iterable[int]) -> dict[int, str]:
    """By review, the agencies that the Chair put in place of the sub-group's, one a line."""
    rows = Amendment.objects.filter(decision__review__in=list(reviews), field=Amended.AGENCIES)
    stands = rows.exclude(decision__reply=Reply.DISAGREE).order_by("pk")
    return dict(stands.values_list("decision__review", "new"))


def _alike(name: str) -> str:
    return " ".join(name.casefold().split())


@dataclass(frozen=True)
class Change:
    """One amendment as a reader sees it: the old words struck out, the new ones underlined."""

    label: str
    runs: list[Run]


def changes(rows: list[Amendment]) -> list[Change]:
    """The amendments of one decision, in words, in the language of the page."""
    return [
        Change(
            str(Amended(row.field).label),
            whole(shown(row, row.old), shown(row, row.new))
            if Amended(row.field).is_day or row.field == Amended.COURSE
            else comparing.compare(row.old, row.new),
        )
        for row in rows
    ]


def whole(old: str, new: str) -> list[Run]:
    """A date or a choice is replaced as a whole: parts of it in common say nothing."""
    return [Run(change, text) for change, text in (("del", old), ("ins", new)) if text]


def shown(row: Amendment, text: str) -> str:
    """A code or a day as a reader expects it."""
    if not text:
        return ""
    if row.field == Amended.COURSE:
        return str(Course(text).label)
    if row.field == Amended.EXPECTED:
        return dateformat.format(dt.date.fromisoformat(text), "F Y")
    return str(day(dt.date.fromisoformat(text))) if Amended(row.field).is_day else text
