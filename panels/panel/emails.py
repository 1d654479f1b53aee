"""Mail about the terms of reference."""

from django.urls import reverse

from boards.models import Holding, Office, Person
from common import clock
from panels.models import TermsOfReference
from reviews.models import Review
from reviews.post import tell


def scope_changed(review: Review, terms: TermsOfReference) -> None:
    """The Board Chair and the sub-group's chair are led to the new version (box 8 of the form)."""
    told = Holding.objects.current(clock.today()).filter(
        board=review.board_id, office__in=[Office.BOARD_CHAIR, Office.SUBGROUP_CHAIR]
    )
    tell(
        review,
        "panels.scope_changed",
        Person.objects.filter(pk__in=told.values("person")),
        on=terms.agreed_on,
        link=reverse("panels:terms", args=[review.slug, terms.version]),
    )
