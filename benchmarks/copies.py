"""Many reviews from a few: every row that hangs on a review, copied as often as is asked.

Benchmarks only. The few are walked by the real services, so each copy is a review as it would be.
"""

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from django.apps import apps
from django.db import connection, models

from audit.models import Entry
from deadlines.models import Timetable
from reviews.models import Review

ROOMS = (
    *("deadlines", "reviews", "panels", "learning_events", "reports", "action_plans"),
    "publication",
)
BATCH = 250  # reviews at a time: a few thousand rows
A_YEAR, BEFORE = 500, 2020  # the copies' references: five hundred a year, back from this one
A_WHILE = 367  # days over which the copies are spread, as real cases are


def fill(templates: Sequence[Review], wanted: int) -> None:
    """Copy the templates in turn until `wanted` more reviews stand in the database."""
    plan = rows_in_order(templates)
    next_pk = {model: last_pk(model) for model in plan}
    for begin in range(0, wanted, BATCH):
        made: dict[type[models.Model], list[Any]] = defaultdict(list)
        entries: list[Entry] = []
        for count in range(begin, min(begin + BATCH, wanted)):
            template = templates[count % len(templates)]
            reference = (count % A_YEAR + 1, BEFORE - count // A_YEAR)
            earlier = dt.timedelta(days=count % A_WHILE)
            pks: dict[tuple[type[models.Model], Any], Any] = {}
            for model, rows in plan.items():
                for row in rows[template.pk]:
                    fresh = copied(row, model, pks, next_pk, earlier)
                    if isinstance(fresh, Review):
                        fresh.number, fresh.year = reference
                    made[model].append(fresh)
            entries += ledger_of(template.pk, pks[Review, template.pk])
        for model, copies in made.items():
            model._base_manager.bulk_create(copies)
        Entry.objects.bulk_create(entries)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def copied(row: Any, model: Any, pks: Any, next_pk: Any, earlier: dt.timedelta) -> Any:
    """One row, days earlier, with a key of its own, leading to the copies of what it led to."""
    values: dict[str, Any] = {}
    for field in model._meta.concrete_fields:
        value = getattr(row, field.attname)
        if field.is_relation:
            value = pks.get((field.related_model, value), value)
        elif field.primary_key:
            next_pk[model] += 1
            value = next_pk[model]
        elif field.unique and isinstance(value, uuid.UUID):
            value = uuid.uuid4()
        elif isinstance(value, dt.date) and not isinstance(value, dt.datetime):
            value -= earlier
        values[field.attname] = value
    fresh = model(**values)
    pks[model, row.pk] = fresh.pk
    return fresh


def rows_in_order(
    templates: Iterable[Review],
) -> dict[type[models.Model], dict[int, list[models.Model]]]:
    """By model, what leads to comes before what leads from; by template, its rows."""
    ours = [m for m in apps.get_models() if m._meta.app_label in ROOMS and m._meta.managed]
    found: dict[type[models.Model], dict[int, list[models.Model]]] = {
        Timetable: {each.pk: [each.timetable] for each in templates},
        Review: {each.pk: [each] for each in templates},
    }
    waiting = [model for model in ours if model not in found]
    while waiting:
        ready = [model for model in waiting if not (keys(model) & set(waiting) - {model})]
        if not ready:
            break
        for model in ready:
            waiting.remove(model)
            if leading := [f for f in model._meta.concrete_fields if f.related_model in found]:
                found[model] = {each.pk: hanging(model, leading, each, found) for each in templates}
    return found


def hanging(model: Any, leading: Any, template: Review, found: Any) -> list[models.Model]:
    """The rows of a model that lead to the template's. What leads to something else besides, and is
    the only one that may (a referral joined to this case), has no copy."""
    which, only = models.Q(), models.Q()
    for field in leading:
        owned = [row.pk for row in found[field.related_model][template.pk]]
        led = models.Q(**{f"{field.name}__in": owned})
        which |= led
        if field.unique:
            only &= led
    return list(model._base_manager.filter(which).filter(only).order_by("pk"))


def keys(model: Any) -> set[Any]:
    return {field.related_model for field in model._meta.concrete_fields if field.is_relation}


def last_pk(model: Any) -> int:
    last = model._base_manager.aggregate(last=models.Max("pk"))["last"]
    return last if isinstance(last, int) else 0


def ledger_of(review: int, copy: int) -> Iterator[Entry]:
    """The history of the case, under the copy's number."""
    for entry in Entry.objects.filter(review_id=review):
        entry.pk, entry.review_id, entry.act = None, copy, entry.act and uuid.uuid4()
        entry._state.adding = True
        yield entry
