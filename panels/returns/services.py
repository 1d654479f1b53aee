"""What happens to a timeline that came: questions, the signature, and opening it for correction."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.utils.translation import gettext_lazy as _

from boards.models import Person
from common.deeds import Act, Deed, NotNow, Obstacle, Refused, person_of
from panels.deeds import QUERY_ANSWERED, QUERY_ASKED, RETURN_SIGNED_OFF, RETURN_UNLOCKED
from panels.models import AgencyReturn, ReturnQuery
from panels.querysets import members, returnable_by, visible_to
from panels.returns import emails
from reviews.door import ask, deed
from reviews.models import Review

OWN_MEMBER_ONLY = _("Only the agency's own panel member can sign off its timeline.")
OWN_ANSWER_ONLY = _("Only the agency that was asked can answer the question.")
NOT_COME = Obstacle("not_come", _("This timeline has not been returned yet."), is_impossible=True)
SIGNED_ALREADY = Obstacle(
    "signed_already", _("This timeline has already been signed off."), is_impossible=True
)
OPEN_ALREADY = Obstacle(
    "open_already", _("This timeline is already open for a correction."), is_impossible=True
)
ANSWERED_ALREADY = Obstacle(
    "answered_already", _("This question is answered already."), is_impossible=True
)


def locked(row: AgencyReturn) -> AgencyReturn:
    """The fresh row, locked after its review."""
    rows = AgencyReturn.objects.select_for_update(of=("self",), no_key=True)
    return rows.select_related("agency", "review").get(pk=row.pk)


def signing_in_the_way(row: AgencyReturn) -> Obstacle | None:
    """Why it cannot be signed off now."""
    if not row.has_come:
        return NOT_COME
    if row.unlocked_on:
        return OPEN_ALREADY
    return SIGNED_ALREADY if row.signed_off_on else None


def may_sign_off(row: AgencyReturn, review: Review, user: Any) -> bool:
    """Whether this reader may sign it off, or record that the agency's panel member did."""
    answer = ask(review, RETURN_SIGNED_OFF, user)
    if signing_in_the_way(row) or not answer.is_yes:
        return False
    own = members(row)
    return (
        own.exists() if answer.for_another else person_of(user) in own.values_list("pk", flat=True)
    )


def sign_off(
    agency_return: AgencyReturn,
    *,
    by: Any,
    on: dt.date,
    decided_by: Person | None = None,
    **words: Any,
) -> AgencyReturn:
    """The agency's panel member signs its timeline off; on paper, and it is recorded for them."""
    act = Act().about(agency_return)
    with deed(
        agency_return.review,
        RETURN_SIGNED_OFF,
        by=by,
        on=on,
        decided_by=decided_by,
        not_before=agency_return.returned_on,
        act=act,
        **words,
    ):
        row = locked(agency_return)
        signer = decided_by or by.person
        if not members(row).filter(pk=signer.pk).exists():
            raise Refused(OWN_MEMBER_ONLY)
        if obstacle := signing_in_the_way(row):
            raise NotNow([obstacle])
        row.signed_off_by, row.signed_off_on = signer, on
        row.save(update_fields=["signed_off_by", "signed_off_on"])
    return row


@contextmanager
def to_what_came(
    agency_return: AgencyReturn, kind: Deed, *, by: Any, on: dt.date, act: Act, **words: Any
) -> Iterator[AgencyReturn]:
    """A deed to a return that has come, by somebody who may read it; yields its locked row."""
    came_on = agency_return.returned_on
    with deed(agency_return.review, kind, by=by, on=on, not_before=came_on, act=act, **words):
        row = locked(agency_return)
        if not visible_to(by).filter(pk=row.pk).exists():
            raise Refused(OWN_ANSWER_ONLY)
        if not row.has_come:
            raise NotNow([NOT_COME])
        yield row


def ask_query(
    agency_return: AgencyReturn, *, by: Any, on: dt.date, question: str, **words: Any
) -> ReturnQuery:
    """Ask an agency about what it returned. Its people are told that there is a question."""
    act = Act()
    with to_what_came(agency_return, QUERY_ASKED, by=by, on=on, act=act, **words) as row:
        query = ReturnQuery.objects.create(
            agency_return=row, question=question, asked_on=on, asked_by=by.person
        )
        act.about(query)
        emails.query_asked(row, query)
    return query


def answer_query(
    query: ReturnQuery, *, by: Any, on: dt.date, reply: str, **words: Any
) -> ReturnQuery:
    """The agency answers the question; the return itself stays as it is."""
    act = Act().about(query)
    review = query.agency_return.review
    with deed(
        review, QUERY_ANSWERED, by=by, on=on, not_before=query.asked_on, act=act, **words
    ) as fresh:
        row = locked(query.agency_return)
        if not returnable_by(by, fresh).filter(pk=row.pk).exists():
            raise Refused(OWN_ANSWER_ONLY)
        asked = ReturnQuery.objects.get(pk=query.pk)
        if asked.answered_on:
            raise NotNow([ANSWERED_ALREADY])
        asked.answer, asked.answered_on, asked.answered_by = reply, on, by.person
        asked.save(update_fields=["answer", "answered_on", "answered_by"])
    return asked


def unlock(
    agency_return: AgencyReturn, *, by: Any, on: dt.date, why: str, **words: Any
) -> AgencyReturn:
    """Open what came back for a correction. It stays readable until the corrected version comes."""
    act = Act().about(agency_return)
    with to_what_came(agency_return, RETURN_UNLOCKED, by=by, on=on, act=act, **words) as row:
        if row.unlocked_on:
            raise NotNow([OPEN_ALREADY])
        row.unlocked_on, row.unlocked_why = on, why
        row.save(update_fields=["unlocked_on", "unlocked_why"])
        emails.unlocked(row, on)
    return row
