"""Whose turn it is in the panel's rooms. A few queries, however many reviews."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from django.db.models import Min, Q
from django.urls import reverse
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from panels import deeds
from panels.models import AgencyReturn, ReturnState, TermsOfReference
from panels.models.agency_return import CAME, OPEN
from panels.panel.reviewing import is_short
from panels.querysets import owned_by, visible_to
from reviews.capacities import Capacity
from reviews.deeds import APPOINT
from reviews.journey import COMMISSIONED, Stage
from reviews.models import Appointment, Review
from reviews.permissions import May
from reviews.rooms import Turn

# While a timeline is what the review waits for.
WAITING = (Stage.PANEL, Stage.TIMELINES)
# What the first meeting of the panel does.
AIMED_AT = {
    deeds.TERMS_AGREED.code: "target.first_panel",
    deeds.AGENCIES_ASKED.code: "target.first_panel",
}


def turns(reviews: Sequence[Review], user: Any, on: dt.date) -> Iterator[Turn]:
    """The panel's own steps, and each timeline that is still expected."""
    yield from panel_turns([r for r in reviews if r.stage == Stage.PANEL], on)
    yield from return_turns([r for r in reviews if r.stage in COMMISSIONED], user)
    yield from come_turns([r for r in reviews if r.stage in COMMISSIONED], user)
    yield from release_turns([r for r in reviews if r.stage == Stage.TIMELINES])


def step(review: Review, sentence: Any, kind: Any, rank: int) -> Turn:
    url = reverse(kind.url_name, args=[review.slug])
    return Turn(
        review,
        sentence,
        url,
        kind.may,
        review.stage_since,
        kind=kind,
        rank=rank,
        limit=AIMED_AT.get(kind.code, ""),
    )


def panel_turns(reviews: Sequence[Review], on: dt.date) -> Iterator[Turn]:
    """Appoint chair and reviewer, agree the terms, ask the agencies: in this order."""
    held: defaultdict[int, set[str]] = defaultdict(set)
    reviewers: defaultdict[int, set[int]] = defaultdict(set)
    for row in Appointment.objects.current(on).filter(review__in=[r.pk for r in reviews]):
        held[row.review_id].add(row.capacity)
        if row.capacity in Capacity.reviewers():
            reviewers[row.review_id].add(row.person_id)
    agreed = set(
        TermsOfReference.objects.filter(review__in=[r.pk for r in reviews]).values_list(
            "review", flat=True
        )
    )
    for review in reviews:
        capacities = held[review.pk]
        steps = []
        if Capacity.PANEL_CHAIR not in capacities:
            steps.append((_("Appoint the panel chair"), APPOINT))
        if not reviewers[review.pk]:
            steps.append((_("Appoint a reviewer"), APPOINT))
        elif is_short(review, len(reviewers[review.pk])):
            steps.append((_("Appoint the second reviewer"), APPOINT))
        if review.pk not in agreed:
            steps.append((_("Agree the terms of reference"), deeds.TERMS_AGREED))
        steps.append((_("Ask the agencies for their timelines"), deeds.AGENCIES_ASKED))
        for rank, (sentence, kind) in enumerate(steps):
            yield step(review, sentence, kind, rank)


def return_turns(reviews: Sequence[Review], user: Any) -> Iterator[Turn]:
    """Each timeline that is still expected, by its agency; one's own without the case too."""
    own = owned_by(user).filter(review__stage__in=COMMISSIONED)
    rows = list(
        AgencyReturn.objects.filter(
            Q(review__in=[review.pk for review in reviews]) | Q(pk__in=own.values("pk")),
            state__in=OPEN,
        ).select_related("review__board", "review__timetable", "agency")
    )
    readable = set(
        visible_to(user).filter(pk__in=[row.pk for row in rows]).values_list("pk", flat=True)
    )
    for row in rows:
        yield Turn(
            row.review,
            format_lazy("{}: {}", _("Return the agency's timeline"), row.agency.name),
            row.get_absolute_url()
            if row.pk in readable
            else reverse("panels:timelines", args=[row.review.slug]),
            May.RETURN_TIMELINE,
            row.asked_on,
            row.due_on,
            kind=deeds.TIMELINE_RETURNED,
            agency_id=row.agency_id,
            rank=0 if row.state == ReturnState.ASKED and row.review.stage in WAITING else 60,
        )


def come_turns(reviews: Sequence[Review], user: Any) -> Iterator[Turn]:
    """What is still to be done on returns that came: a question, a correction, the signature."""
    own = owned_by(user).filter(review__stage__in=COMMISSIONED)
    rows = (
        AgencyReturn.objects.filter(
            Q(review__in=[review.pk for review in reviews]) | Q(pk__in=own.values("pk")),
            state__in=CAME,
        )
        .annotate(asked=Min("queries__asked_on", filter=Q(queries__answered_on=None)))
        .filter(
            Q(asked__isnull=False)
            | Q(unlocked_on__isnull=False)
            | Q(signed_off_on=None, review__stage__in=WAITING)
        )
        .select_related("review__board", "review__timetable", "agency")
    )
    for row in rows:
        todo = []
        if row.asked:
            todo.append((_("Answer the panel's question"), deeds.QUERY_ANSWERED, row.asked))
        if row.unlocked_on:
            todo.append(
                (_("Correct the agency's timeline"), deeds.TIMELINE_CORRECTED, row.unlocked_on)
            )
        elif row.signed_off_on is None and row.review.stage in WAITING:
            todo.append(
                (_("Sign off the agency's timeline"), deeds.RETURN_SIGNED_OFF, row.returned_on)
            )
        for sentence, kind, since in todo:
            yield Turn(
                row.review,
                format_lazy("{}: {}", sentence, row.agency.name),
                row.get_absolute_url(),
                kind.may,
                since,
                kind=kind,
                agency_id=row.agency_id,
                rank=70,
            )


def release_turns(reviews: Sequence[Review]) -> Iterator[Turn]:
    """Once every agency has answered, or the panel chair has decided to go on without it."""
    waited_for = set(
        AgencyReturn.objects.filter(
            review__in=[review.pk for review in reviews], state=ReturnState.ASKED
        ).values_list("review", flat=True)
    )
    for review in reviews:
        if review.pk not in waited_for:
            yield step(review, _("Release the timelines"), deeds.TIMELINES_RELEASED, 0)
