"""What the recommendation will still need of the referral: a list to work from, never a refusal."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from reviews.models import EarlyActionKind, Harm, Review, YesNo


@dataclass(frozen=True, eq=False)
class Need:
    """Something that the recommendation asks for, and where it is recorded."""

    sentence: Promise
    url: str


def still_needed(review: Review) -> list[Need]:
    return list(_needed(review))


def _needed(review: Review) -> Iterator[Need]:
    referral = review.referral
    page = reverse("reviews:complete_referral", args=[review.slug])

    def at(name: str) -> str:
        return f"{page}#id_{name}"

    if not review.subjects.exists():
        yield Need(
            _("The child, under a pseudonym"), reverse("reviews:add_child", args=[review.slug])
        )
    if not referral.harm:
        yield Need(_("What happened to the child"), at("harm"))
    if referral.harm == Harm.IMPAIRMENT and not referral.identified_on:
        yield Need(_("The date on which the harm was identified"), at("identified_on_0"))
    elif referral.harm != Harm.IMPAIRMENT and not referral.event_on:
        yield Need(_("The date of the event"), at("event_on_0"))
    if not referral.circumstances:
        yield Need(_("The circumstances"), at("circumstances"))
    if not referral.abuse:
        yield Need(_("The abuse or neglect that is known or suspected"), at("abuse"))
    if not referral.why_criteria:
        yield Need(_("Why it may meet the criteria for a review"), at("why_criteria"))
    if not review.early_actions.standing().filter(kind=EarlyActionKind.SAFEGUARDING).exists():
        yield Need(
            _("What was done at once to keep children safe"),
            reverse("reviews:early_action", args=[review.slug]),
        )
    if not referral.agencies_known:
        yield Need(_("The agencies that knew the child or family"), at("agencies_known"))
    if not referral.proceedings_known:
        yield Need(_("Other proceedings that are known, or that none is"), at("proceedings_known"))
    if referral.harm == Harm.DIED and referral.prudic == YesNo.NOT_SAID:
        yield Need(_("Whether a PRUDiC meeting was held"), at("prudic"))
    if not referral.media_interest:
        yield Need(_("Media interest, or that none is known"), at("media_interest"))
    if not (referral.referrer_role or referral.referrer_agency or referral.referrer):
        yield Need(_("Who made the referral"), at("referrer"))
