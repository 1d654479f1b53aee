"""The log of legal advice: asked for, and given. What was advised is a paper of its own class."""

import datetime as dt
from typing import Any

from boards.models import Person
from common.deeds import Act, Overtaken
from common.uploads.field import Upload
from reviews.documents.deeds import ASK_ADVICE, GIVE_ADVICE
from reviews.documents.writing import keep_uploaded
from reviews.door import deed
from reviews.models import AdviceAbout, DocumentKind, LegalAdvice, Marking, Review


def ask_advice(
    review: Review,
    *,
    by: Any,
    on: dt.date,
    about: str,
    asked_by: Person,
    question: str = "",
    **words: Any,
) -> LegalAdvice:
    """Record that legal advice was asked for, by whom and about what."""
    act = Act()
    with deed(review, ASK_ADVICE, by=by, on=on, act=act, **words) as fresh:
        advice = LegalAdvice.objects.create(
            review=fresh,
            about=about,
            question=question,
            asked_by=asked_by,
            asked_on=on,
            recorded_by=by,
        )
        act.about(advice)
    return advice


def give_advice(
    review: Review,
    *,
    by: Any,
    on: dt.date,
    advice: LegalAdvice,
    given_by: str,
    upload: Upload | None = None,
    **words: Any,
) -> LegalAdvice:
    """Record that the advice came, from whom, and keep its paper among those open to few."""
    act = Act()
    with deed(
        review, GIVE_ADVICE, by=by, on=on, not_before=advice.asked_on, act=act, **words
    ) as fresh:
        standing = LegalAdvice.objects.get(pk=advice.pk, review=fresh)
        if standing.given_on is not None:
            raise Overtaken(fresh)
        if upload:
            standing.paper = keep_uploaded(
                fresh,
                upload=upload,
                title=str(AdviceAbout(standing.about).label),
                kind=DocumentKind.OTHER,
                marking=Marking.LEGAL,
                dated_on=on,
                by=by,
            )
        standing.given_by, standing.given_on = given_by, on
        standing.save(update_fields=["given_by", "given_on", "paper"])
        act.about(standing)
    return standing
