"""Keeping how an act is known, and asking whoever decided it to confirm it. Within the act."""

import datetime as dt
from typing import Any

from boards.models import Person
from common.deeds import Act, Deed, Proof, person_of
from reviews.confirming import emails
from reviews.models import Confirmation, Provenance, Review


def keep(
    review: Review,
    kind: Deed,
    act: Act,
    by: Any,
    on: dt.date,
    decided_by: Person | None,
    proof: Proof,
    departs: bool,
) -> None:
    """The act counts at once. Where somebody else decided it, it waits on their desk as well."""
    if proof.paper and proof.paper.review_id != review.pk:
        raise ValueError("The paper belongs to another case.")
    row = Provenance.objects.create(
        review=review,
        act=act.uuid,
        deed=kind.code,
        on=on,
        how=proof.how,
        where=proof.where.strip(),
        paper=proof.paper,
        happened=proof.happened,
        departs=departs,
        recorded_by=by,
    )
    if decided_by and decided_by.pk != person_of(by):
        waiting = Confirmation.objects.create(
            review=review,
            provenance=row,
            act=act.uuid,
            deed=kind.code,
            on=on,
            person=decided_by,
            recorded_by=by,
        )
        emails.recorded_for_you(waiting)
