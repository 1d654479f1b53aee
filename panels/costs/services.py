"""Recording what a review costs (Annex 2, recommendation form, box 11)."""

import datetime as dt
from decimal import Decimal
from typing import Any

from common.deeds import Act
from panels.deeds import COSTS_RECORDED
from panels.models import Costs
from reviews.door import deed
from reviews.models import Review
from reviews.versions import check_version


def costs_of(review: Review) -> Costs | None:
    """What is recorded of a review's costs, if anything is."""
    return Costs.objects.filter(review=review).first()


def record_costs(
    review: Review,
    *,
    by: Any,
    on: dt.date,
    version: int,
    fee: Decimal | None = None,
    met_by: str = "",
    additional: Decimal | None = None,
    additional_for: str = "",
    spent: Decimal | None = None,
    **words: Any,
) -> Costs:
    """Record the agreed fee and how it is met, other costs, and what has been spent so far."""
    act = Act()
    with deed(review, COSTS_RECORDED, by=by, on=on, act=act, **words) as fresh:
        standing = costs_of(fresh)
        check_version(version, standing.version if standing else 0, standing)
        row = Costs(
            review=fresh,
            version=version + 1,
            fee=fee,
            met_by=met_by,
            additional=additional,
            additional_for=additional_for,
            spent=spent,
            recorded_on=on,
            recorded_by=by,
        )
        row.save(force_insert=standing is None, force_update=standing is not None)
        act.about(row)
    return row
