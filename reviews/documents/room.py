"""The room of the papers, and the one of the legal advice, which only those few see who read it."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _

from reviews.documents.deeds import ASK_ADVICE, KEEP
from reviews.models import LegalAdvice, Review
from reviews.permissions import May
from reviews.rooms import Part, Room, State, register


def advice_states(reviews: Sequence[Review], user: Any) -> dict[int, State]:
    """Whether an answer is still awaited."""
    rows = LegalAdvice.objects.filter(review__in=[review.pk for review in reviews], given_on=None)
    return {pk: State(_("waiting for an answer")) for pk in rows.values_list("review", flat=True)}


register(Room("documents", _("Papers"), "reviews:documents", 86, Part.RECORD, deeds=(KEEP,)))
register(
    Room(
        "legal",
        _("Legal advice"),
        "reviews:legal",
        87,
        Part.RECORD,
        may=May.LEGAL_ADVICE,
        states=advice_states,
        deeds=(ASK_ADVICE,),
    )
)
