"""Who of the family still has no entry, and who still waits for what they were promised."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from common.deeds import Deed, Obstacle
from panels.deeds import FAMILY_RECORDED
from panels.models import FamilyContact
from reviews.journey import Stage
from reviews.models import Relative, Review
from reviews.models.choices import CARING
from reviews.rooms import Turn


def not_recorded(review: Review) -> QuerySet[Relative]:
    """Parents, their partners and carers of whom nothing says that they were asked, or why not."""
    told = FamilyContact.objects.filter(review=review, relative__isnull=False)
    return Relative.objects.filter(review=review, withdrawn_at=None, kin__in=CARING).exclude(
        pk__in=told.values("relative")
    )


def obstacles(review: Review, kind: Deed, on: dt.date) -> Iterator[Obstacle]:
    """Fathers and partners too are asked before the event; what was promised is kept."""
    if kind.code == "learning_events.held":
        for relative in not_recorded(review):
            yield Obstacle(
                "relative_not_recorded",
                format_lazy("{}: {}", _("Nobody says whether they were asked"), relative.pseudonym),
                reverse("panels:record_family", args=[review.slug]),
            )
    if kind.code in ("library.published", "reviews.closed") and promised(review).exists():
        yield Obstacle(
            "feedback_not_given",
            _("Somebody of the family wished to hear what came of it, and has not been told."),
            reverse("panels:family", args=[review.slug]),
            is_warning=True,
        )


def promised(review: Review) -> QuerySet[FamilyContact]:
    """Those who wished to hear what came of the review and have not been told."""
    return FamilyContact.objects.filter(review=review, wants_feedback=True, feedback_on=None)


def done(review: Review) -> Mapping[str, dt.date]:
    """The errands of the plan: somebody of the family was met; whoever wished to hear what came of
    it has been told. One query."""
    rows = FamilyContact.objects.filter(review=review)
    days = list(rows.values_list("took_part_on", "wants_feedback", "feedback_on"))
    met = [on for on, _wants, _told in days if on]
    told = [on for _met, _wants, on in days if on]
    found = {"family_met": min(met)} if met else {}
    if told and all(on for _met, wants, on in days if wants):
        found["family_told"] = max(told)
    return found


def feedback_due(reviews: Sequence[Review], user: Any, on: dt.date) -> Iterator[Turn]:
    """Once the Board has accepted the report, the family hears what came of it."""
    accepted = {each.pk: each for each in reviews if each.stage == Stage.FOLLOW_THROUGH}
    rows = FamilyContact.objects.filter(
        review__in=list(accepted), wants_feedback=True, feedback_on=None
    )
    for row in rows.select_related("relative"):
        review = accepted[row.review_id]
        yield Turn(
            review,
            format_lazy("{}: {}", _("Tell the family what came of it"), row.who),
            reverse("panels:change_family", args=[review.slug, row.uuid]),
            FAMILY_RECORDED.may,
            review.stage_since,
            kind=FAMILY_RECORDED,
            rank=80,
        )
