"""The family and household of the children: recorded, changed, withdrawn; each by a pseudonym."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _

from common import clock
from common.deeds import Act, NotNow, Obstacle
from reviews.children.deeds import CHANGE_RELATIVE, RECORD_RELATIVE, WITHDRAW_RELATIVE
from reviews.door import deed
from reviews.models import Relative, Review, Subject
from reviews.versions import check_version

TAKEN = Obstacle("pseudonym_taken", _("Somebody else of this review has this pseudonym."))


def record_relative(
    review: Review,
    *,
    by: Any,
    on: dt.date,
    pseudonym: str,
    kin: str,
    children: Sequence[Subject] = (),
    has_responsibility: str = "",
    lived_with: str = "",
    homes: Sequence[str] = (),
    note: str = "",
    relative: Relative | None = None,
    version: int = 0,
    **words: Any,
) -> Relative:
    """Record a parent, partner, carer, brother or sister; with a `relative`, change that entry.

    `children` are those to whom the relation is; none means all. A name is recorded apart.
    """
    act = Act()
    kind = CHANGE_RELATIVE if relative else RECORD_RELATIVE
    with deed(review, kind, by=by, on=on, act=act, **words) as fresh:
        row = Relative(review=fresh, version=0, recorded_by=by)
        if relative is not None:
            row = _locked(fresh, relative, version)
        if is_taken(fresh, pseudonym, but=row.pk):
            raise NotNow([TAKEN])
        row.version += 1
        row.pseudonym, row.kin, row.note = pseudonym, kin, note
        row.has_responsibility, row.lived_with = has_responsibility, lived_with
        row.homes = list(homes)
        row.save()
        row.children.set(fresh.subjects.filter(pk__in=[child.pk for child in children]))
        act.about(row)
    return row


def withdraw_relative(
    review: Review,
    *,
    by: Any,
    on: dt.date,
    relative: Relative,
    withdrawn_why: str,
    version: int,
    **words: Any,
) -> Relative:
    """Take out somebody who was recorded by mistake. The entry stays readable, with the reason."""
    act = Act().about(relative)
    with deed(review, WITHDRAW_RELATIVE, by=by, on=on, act=act, **words) as fresh:
        row = _locked(fresh, relative, version)
        row.version += 1
        row.withdrawn_at, row.withdrawn_why = clock.now(), withdrawn_why
        row.save(update_fields=["version", "withdrawn_at", "withdrawn_why"])
    return row


def is_taken(review: Review, pseudonym: str, *, but: int | None = None) -> bool:
    """Whether a child or another relative of the review is called so already."""
    others = Relative.objects.filter(review=review, withdrawn_at=None, pseudonym__iexact=pseudonym)
    if but is not None:
        others = others.exclude(pk=but)
    return others.exists() or review.subjects.filter(pseudonym__iexact=pseudonym).exists()


def _locked(review: Review, relative: Relative, version: int) -> Relative:
    row = Relative.objects.select_for_update(no_key=True).get(pk=relative.pk, review=review)
    check_version(version if row.withdrawn_at is None else -1, row.version, row)
    return row
