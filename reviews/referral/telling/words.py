"""What a referrer is told: that there is an answer and which, and no fact of the case."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from common.outbox.words import write
from reviews import journey
from reviews.journey import Stage
from reviews.models import JoinedReferral, Received, ReferrerTold, Review, ReviewKind

TEMPLATE = "reviews/emails/referrer_told"
OUTCOMES: dict[str, Promise] = {
    ReviewKind.CONCISE: _("A concise child practice review is held."),
    ReviewKind.EXTENDED: _("An extended child practice review is held."),
    Stage.NO_REVIEW: _("No child practice review is held."),
    Stage.FORUM: _("A multi-agency professional forum is held."),
    Stage.ANOTHER_LEADS: _("Another statutory review leads."),
    Stage.TRANSFERRED: _("Another safeguarding board takes it forward."),
    Stage.DISCONTINUED: _("The child practice review ended before it was finished."),
    Stage.CONVERTED: _("It continues as a Single Unified Safeguarding Review."),
}


def outcome_of(review: Review) -> Promise | None:
    """The answer in a sentence; None while there is none."""
    if review.stage in (*journey.COMMISSIONED, Stage.CLOSED):
        return OUTCOMES[review.kind]
    return OUTCOMES.get(review.stage)


@dataclass(frozen=True)
class Untold:
    """A referrer who is still to be told: of the case's own referral (`joined` None), or of one
    that was joined to it."""

    came: Received
    joined: JoinedReferral | None

    @property
    def code(self) -> str:
        return str(self.joined.uuid) if self.joined else "main"

    @property
    def name(self) -> str:
        return self.came.referrer or self.came.referrer_email

    @property
    def email(self) -> str:
        return self.came.referrer_email

    @property
    def language(self) -> str:
        return self.came.referrer_language


def untold(review: Review) -> list[Untold]:
    """Whoever made a referral, can be named, and has not been told."""
    told = set(ReferrerTold.objects.filter(review=review).values_list("joined", flat=True))
    main = getattr(review, "referral", None)
    found = [Untold(main, None)] if main and main.has_referrer and None not in told else []
    joined = review.joined_referrals.all()
    return found + [Untold(row, row) for row in joined if row.has_referrer and row.pk not in told]


def drafted(review: Review, language: str) -> str:
    """The whole message as it will go out, in one language or in both."""
    return write(TEMPLATE, context_of(review), language).text.strip()


def context_of(review: Review) -> dict[str, object]:
    return {
        "reference": str(review.reference),
        "board": review.board,
        "outcome": outcome_of(review),
    }
