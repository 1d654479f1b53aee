"""What the rooms share when somebody's open work on cases goes to a successor."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from audit import ledger
from boards.leaving.moves import Handover
from boards.models import User
from common import clock
from reviews.models import Review
from reviews.querysets import visible_to
from reviews.verbs import HANDED_OVER


def locked(reviews: Iterable[int]) -> list[Review]:
    """The cases, locked before their rows: whoever changes what an obstacle reads locks first."""
    rows = Review.objects.filter(pk__in=set(reviews)).select_related("board").order_by("pk")
    return list(rows.select_for_update(of=("self",), no_key=True))


def names_for(by: User, reviews: Iterable[Review]) -> dict[int, str]:
    """How a preview names each case to the reader: not at all where they are kept out of it."""
    cases = list(reviews)
    seen = set(
        visible_to(by).filter(pk__in=[each.pk for each in cases]).values_list("pk", flat=True)
    )
    closed = _("A case that is not open to you")
    return {each.pk: str(each.reference) if each.pk in seen else closed for each in cases}


def write_down(handover: Handover, reviews: Iterable[int], what: str) -> None:
    """One entry in the history of each case."""
    for pk in sorted(set(reviews)):
        ledger.record(
            HANDED_OVER,
            by=handover.by.pk,
            board=handover.board.pk,
            review=pk,
            on=clock.today(),
            act=handover.act,
            target="boards.person",
            target_id=handover.successor.pk,
            details={"what": what, "last": handover.last_on.isoformat()},
        )
