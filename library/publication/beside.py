"""Beside the way to publication: what Welsh Government answered, who was told, where else it is."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from common.deeds import Act, Overtaken
from library.publication.beside_models import Place, ToldFirst
from library.publication.deeds import ANSWER, END_PLACE, PLACE, TELL_FIRST, TELL_OF_DECISION
from library.publication.models import (
    NotPublished,
    Publication,
    ReportCirculation,
    Submission,
)
from reviews.door import deed
from reviews.models import Review


def answer(
    review: Review,
    *,
    by: Any,
    on: dt.date,
    acknowledged_on: dt.date | None = None,
    circulated_on: dt.date | None = None,
    circulation: Mapping[str, tuple[str, str]] | None = None,
    **words: Any,
) -> Submission:
    """Record what Welsh Government did with the report, as far as known; again as more is known.

    `circulation` maps the code of an inspectorate to whether it was passed on, and the reason.
    """
    with deed(review, ANSWER, by=by, on=on, **words) as fresh:
        submission = Submission.objects.get(review=fresh)
        submission.acknowledged_on, submission.circulated_on = acknowledged_on, circulated_on
        submission.save(update_fields=["acknowledged_on", "circulated_on"])
        for code, (passed_on, reason) in (circulation or {}).items():
            said = {"passed_on": passed_on, "reason": reason}
            if any(said.values()) or submission.circulations.filter(inspectorate=code).exists():
                ReportCirculation.objects.update_or_create(
                    submission=submission, inspectorate=code, defaults=said
                )
    return submission


def tell_first(
    review: Review, *, by: Any, on: dt.date, audience: str, how: str, **words: Any
) -> ToldFirst:
    """Record that somebody was told before the report was published; `on` is that day."""
    act = Act(details={"audience": audience})
    with deed(review, TELL_FIRST, by=by, on=on, act=act, **words) as fresh:
        row = ToldFirst.objects.create(
            review=fresh, audience=audience, told_on=on, how=how, recorded_by=by
        )
        act.about(row)
    return row


def record_place(
    review: Review,
    *,
    by: Any,
    on: dt.date,
    where: str,
    address: str = "",
    note: str = "",
    last_on: dt.date | None = None,
    **words: Any,
) -> Place:
    """Record another place at which the report can be read, from that day."""
    act = Act(details={"where": where})
    with deed(review, PLACE, by=by, on=on, act=act, **words) as fresh:
        row = Place.objects.create(
            publication=Publication.objects.get(review=fresh),
            where=where,
            address=address,
            note=note,
            first_on=on,
            last_on=last_on,
            recorded_by=by,
        )
        act.about(row)
    return row


def end_place(place: Place, *, by: Any, on: dt.date, **words: Any) -> Place:
    """Record the last day on which the report could be read there."""
    act = Act(details={"where": place.where}).about(place)
    review = place.publication.review
    with deed(review, END_PLACE, by=by, on=on, not_before=place.first_on, act=act, **words):
        row = Place.objects.get(pk=place.pk)
        if row.last_on:
            raise Overtaken(row)
        row.last_on = on
        row.save(update_fields=["last_on"])
    return row


def tell_of_decision(
    review: Review,
    *,
    by: Any,
    on: dt.date,
    told: str = "",
    government_told_on: dt.date | None = None,
    **words: Any,
) -> NotPublished:
    """Record, once it was decided not to publish, who was told on that day; what was recorded
    before stays. Whoever is told later stands on a line of their own, with its day."""
    row = NotPublished.objects.filter(review=review).first()
    decided_on = row.decided_on if row else None
    with deed(review, TELL_OF_DECISION, by=by, on=on, not_before=decided_on, **words) as fresh:
        row = NotPublished.objects.get(review=fresh)
        said = told.strip()
        if said and not row.told:
            row.told, row.told_on = said, on
        elif said:
            row.told = f"{row.told}\n{on:%d.%m.%Y}: {said}"
        row.government_told_on = row.government_told_on or government_told_on
        row.save(update_fields=["told", "told_on", "government_told_on"])
    return row
