"""What the panel's rooms still miss, asked before each deed. Away from the gates it only warns."""

import datetime as dt
from collections.abc import Callable, Iterator

from django.urls import reverse
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from common import clock
from common.deeds import Deed, Obstacle
from panels import deeds
from panels.models import AgencyReturn, FamilyContact, ReturnState
from panels.models.agency_return import OPEN
from panels.panel.reviewing import reviewers_lacking
from panels.panel.services import current_terms
from panels.querysets import is_released
from panels.timelines.forms import not_yet_asked
from reviews.capacities import Capacity
from reviews.journey import Stage
from reviews.models import Appointment, Review, ReviewKind, Voice
from reviews.permissions import May
from reviews.standing import persons_entitled
from reviews.taking_on.before import taken_on_at

DECIDED_BY_PANEL_CHAIR = (May.RUN_PANEL, May.WAIVE_RETURN)


def obstacles(review: Review, kind: Deed, on: dt.date) -> Iterator[Obstacle]:
    if kind.may in DECIDED_BY_PANEL_CHAIR:
        yield from nobody_to_decide(review, kind)
    missing = MISSING.get(kind.code)
    if missing:
        yield from missing(review)


def nobody_to_decide(review: Review, kind: Deed) -> Iterator[Obstacle]:
    """Without a panel chair there is nobody whose act this could be, or be recorded as."""
    if not persons_entitled(review, kind.may).exists():
        yield Obstacle(
            "no_panel_chair",
            _("A panel chair must decide this, and none has been appointed."),
            reverse("reviews:appoint", args=[review.slug]),
            is_impossible=True,
        )


def asking(review: Review) -> Iterator[Obstacle]:
    """Before the agencies are asked there is a panel, somebody to review, and terms (§5.10)."""
    held = Appointment.objects.current(clock.today()).filter(review=review)
    if held.filter(capacity=Capacity.PANEL_CHAIR).exclude(is_independent=True).exists():
        yield Obstacle(
            "panel_chair_not_independent",
            _("The panel chair is not recorded as independent of the case."),
            reverse("panels:panel", args=[review.slug]),
        )
    yield from reviewing(review)
    terms = current_terms(review)
    if terms is None:
        yield Obstacle(
            "no_terms",
            _("No terms of reference are agreed yet."),
            reverse("panels:agree_terms", args=[review.slug]),
            belongs_to=Stage.PANEL,
        )
    elif review.kind == ReviewKind.EXTENDED and not terms.has_core_questions:
        yield Obstacle(
            "no_core_questions",
            _("The terms of reference lack the core questions of an extended review."),
            reverse("panels:agree_terms", args=[review.slug]),
            belongs_to=Stage.PANEL,
        )


def reviewing(review: Review) -> Iterator[Obstacle]:
    yield from reviewers_lacking(
        review, Appointment.objects.current(clock.today()).filter(review=review)
    )


def both_roles(review: Review) -> Iterator[Obstacle]:
    """An extended review has two reviewers, in both roles; to go on without them asks why."""
    if review.kind == ReviewKind.EXTENDED:
        yield from reviewing(review)


def adding(review: Review) -> Iterator[Obstacle]:
    if not not_yet_asked(review).exists():
        yield Obstacle(
            "done_with", _("Every agency of the board has already been asked."), is_impossible=True
        )


def awaiting(review: Review) -> Iterator[Obstacle]:
    if not AgencyReturn.objects.filter(review=review, state__in=OPEN).exists():
        yield Obstacle("done_with", _("There are no timelines still to come."), is_impossible=True)


def releasing(review: Review) -> Iterator[Obstacle]:
    """Every agency has answered, or the panel chair has decided to go on without it."""
    if is_released(review):
        yield Obstacle(
            "done_with", _("The timelines have already been released."), is_impossible=True
        )
        return
    yield from both_roles(review)
    rows = AgencyReturn.objects.filter(review=review).select_related("agency")
    if not rows:
        yield Obstacle(
            "nobody_asked",
            _("No agency has been asked for a timeline yet."),
            reverse("panels:timelines", args=[review.slug]),
            is_impossible=not taken_on_at(review),  # then they were asked on paper
            belongs_to=Stage.TIMELINES,
        )
    for row in rows:
        if row.state == ReturnState.ASKED:
            yield Obstacle(
                "timeline_missing",
                format_lazy(
                    "{}: {}",
                    _("No timeline has come and nothing has been decided"),
                    row.agency.name,
                ),
                reverse("panels:timelines", args=[review.slug]),
            )


def before_event(review: Review) -> Iterator[Obstacle]:
    """What the event is held with: the timelines, the family's part, each child's voice."""
    if not is_released(review):
        yield Obstacle(
            "timelines_not_released",
            _("The timelines are not released yet."),
            reverse("panels:timelines", args=[review.slug]),
            belongs_to=Stage.TIMELINES,
        )
    if not FamilyContact.objects.filter(review=review).exists():
        yield Obstacle(
            "family_not_recorded",
            _("There is no record of the family's part: who was asked, or why nobody was."),
            reverse("panels:family", args=[review.slug]),
        )
    if review.subjects.filter(voice=Voice.NOT_YET).exists():
        yield Obstacle(
            "voice_not_answered",
            _("There is no record of whether each child was spoken to, or why not."),
            reverse("reviews:record_voice", args=[review.slug]),
        )


MISSING: dict[str, Callable[[Review], Iterator[Obstacle]]] = {
    deeds.AGENCIES_ASKED.code: asking,
    deeds.AGENCY_ADDED.code: adding,
    deeds.RETURN_WAIVED.code: awaiting,
    deeds.RETURN_EXTENDED.code: awaiting,
    deeds.TIMELINES_RELEASED.code: releasing,
    "learning_events.held": before_event,
    "reports.accepted": both_roles,
}
