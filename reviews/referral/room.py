"""What the referral says of its reviews: its room, whose referrer is still to be told, and what
waits from the public page."""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from boards.models import Holding
from common.deeds import Deed, Obstacle
from reviews.deeds import FORWARD
from reviews.journey import ENDS
from reviews.models import (
    JoinedReferral,
    PublicReferral,
    PublicState,
    Referral,
    ReferrerTold,
    Review,
)
from reviews.permissions import BY_OFFICE, May
from reviews.querysets import visible_to
from reviews.referral import deeds
from reviews.referral.incoming.querysets import waiting_for
from reviews.referral.incoming.services import sent_on
from reviews.referral.telling.words import untold
from reviews.rooms import Errand, Part, Room, State, Turn, register

AT_MOST = 100  # of the ended ones, the nearest; the desk shows no more of the running ones either
NO_REFERRAL = Obstacle(
    "no_referral", _("There is no record of how this case came to the Board."), is_impossible=True
)
KEEPING_OFFICES = [office for office, rights in BY_OFFICE.items() if May.KEEP_REFERRAL in rights]
STILL_ASKED = _("Decide on the referral that is waiting for more information")
AGREE = _("Decide whether you agree not to take the referral further")
AGREEING = _("Ask somebody else to agree not to take the referral further")
NOBODY_TO_TELL = Obstacle(
    "nobody_to_tell",
    _("There is no referrer left to tell: either none is named or all have been told."),
    is_impossible=True,
)


def obstacles(review: Review, kind: Deed, on: dt.date) -> Iterator[Obstacle]:
    """Nothing here ever stands in the way but that there is nobody to tell."""
    if kind is deeds.TELL_REFERRER and not untold(review):
        yield NOBODY_TO_TELL
    needs_referral = kind in (deeds.COMPLETE, deeds.JOIN_CASE)
    if needs_referral and not Referral.objects.filter(review=review).exists():
        yield NO_REFERRAL


def with_untold(reviews: QuerySet[Review]) -> QuerySet[Review]:
    """Of these, the answered ones with a referrer who has not been told."""
    named = ~Q(referrer="") | ~Q(referrer_email="")
    own = Referral.objects.filter(named, review=OuterRef("pk"))
    own_told = ReferrerTold.objects.filter(review=OuterRef("pk"), joined=None)
    joined = JoinedReferral.objects.filter(named, review=OuterRef("pk"), told=None)
    return reviews.filter(
        Q(Exists(own), ~Exists(own_told)) | Q(Exists(joined)), stage__in=deeds.ANSWERED
    )


def turns(reviews: Sequence[Review], user: Any, on: dt.date) -> Iterator[Turn]:
    """Once there is an answer the referrer is told it; also where the answer was the end."""
    given = {review.pk: review for review in reviews}
    running = with_untold(Review.objects.filter(pk__in=given)).values_list("pk", flat=True)
    keepers = Holding.objects.current(on).filter(person__user=user, office__in=KEEPING_OFFICES)
    ended = (
        with_untold(visible_to(user).filter(stage__in=ENDS, board__in=keepers.values("board")))
        .exclude(pk__in=given)
        .order_by("stage_since", "pk")
    )
    for review in (*(given[pk] for pk in running), *ended[:AT_MOST]):
        yield Turn(
            review,
            _("Tell the referrer the outcome"),
            reverse("reviews:tell_referrer", args=[review.slug]),
            May.KEEP_REFERRAL,
            review.stage_since,
            kind=deeds.TELL_REFERRER,
            rank=60,
        )


def errands(user: Any, on: dt.date) -> Iterator[Errand]:
    """Referrals from the public page that have neither become a case nor been refused. One whose
    writer was asked for more stays a task: the board may always act."""
    for row in waiting_for(user):
        sentence, since = next_for(row, user)
        yield Errand(
            row.receipt,
            sentence,
            reverse("reviews:incoming_referral", args=[row.uuid]),
            since or sent_on(row),
        )


def next_for(row: PublicReferral, user: Any) -> tuple[Promise, dt.date | None]:
    """What is to be done with a referral from the public page, and since when."""
    if row.proposed_by_id == user.pk:
        return AGREEING, row.proposed_on
    if row.proposed_by_id is not None:
        return AGREE, row.proposed_on
    if row.state == PublicState.RETURNED:
        return STILL_ASKED, row.settled_on
    return _("Read the new referral"), None


def states(reviews: Sequence[Review], user: Any) -> dict[int, State]:
    """Whether other referrals were joined to it."""
    rows = (
        JoinedReferral.objects.filter(review__in=[review.pk for review in reviews])
        .order_by()
        .values("review")
        .annotate(count=Count("pk"))
    )
    return {row["review"]: State(f"+{row['count']}") for row in rows}


register(
    Room(
        "referral",
        _("Referral"),
        "reviews:referral",
        5,
        Part.CASE,
        states=states,
        obstacles=obstacles,
        turns=turns,
        errands=errands,
        deeds=(
            FORWARD,
            deeds.COMPLETE,
            deeds.EARLY_ACTION,
            deeds.JOIN_REFERRAL,
            deeds.JOIN_CASE,
            deeds.TELL_REFERRER,
        ),
    )
)
