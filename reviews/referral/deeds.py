"""The deeds of the referral, besides logging and forwarding it (reviews.deeds)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from common.deeds import declare
from reviews import journey
from reviews.journey import Stage
from reviews.models import EarlyActionKind, Manner
from reviews.permissions import May


class Outcome(models.TextChoices):
    """What becomes of a record that is wrong."""

    CORRECTED = "corrected", _("Correct it")
    WITHDRAWN = "withdrawn", _("Withdraw it: it was not done")


# Once there is an answer, whatever it is; a joined case is answered for by the other one.
ANSWERED = (
    *journey.COMMISSIONED,
    *(stage for stage in journey.ENDS if stage != Stage.JOINED),
)

COMPLETE = declare(
    "reviews.referral_completed",
    may=May.KEEP_REFERRAL,
    label=_("Complete the referral"),
    sentence=_("The referral was completed. Version: {version}"),
    url="reviews:complete_referral",
    during=journey.RUNNING,
)
EARLY_ACTION = declare(
    "reviews.early_action_recorded",
    may=May.RECORD_EARLY_ACTION,
    label=_("Record what was done at once"),
    sentence=_("It was recorded what was done at once: {kind}"),
    url="reviews:early_action",
    during=journey.RUNNING,
    codes={"kind": EarlyActionKind},
)
CORRECT_EARLY_ACTION = declare(
    "reviews.early_action_corrected",
    may=May.RECORD_EARLY_ACTION,
    label=_("Correct or withdraw what was recorded"),
    sentence=_("The record of immediate action was corrected: {outcome}"),
    during=journey.RUNNING,
    codes={"outcome": Outcome},
)
JOIN_REFERRAL = declare(
    "reviews.referral_joined",
    may=May.KEEP_REFERRAL,
    label=_("Join another referral"),
    sentence=_("Another referral about the same child was joined to the case."),
    url="reviews:join_referral",
    during=journey.RUNNING,
)
JOIN_CASE = declare(
    "reviews.joined_elsewhere",
    may=May.KEEP_REFERRAL,
    label=_("Join to another case"),
    sentence=_("The case was joined to another case of the same child."),
    url="reviews:join_case",
    during=journey.BEFORE,
    move="join",
)
TELL_REFERRER = declare(
    "reviews.referrer_told",
    may=May.KEEP_REFERRAL,
    label=_("Tell the referrer"),
    sentence=_("The referrer was told the outcome: {manner}"),
    url="reviews:tell_referrer",
    during=ANSWERED,
    codes={"manner": Manner},
)

# Done to a board: there is no case yet.
ACCEPT = declare(
    "reviews.public_referral_accepted",
    may=May.LOG_REFERRAL,
    label=_("Accept as a case"),
    sentence=_("A referral from the public page was accepted."),
)
RETURN = declare(
    "reviews.public_referral_returned",
    may=May.LOG_REFERRAL,
    label=_("Ask for more information"),
    sentence=_("The referrer was asked for more information."),
)
PROPOSE_REFUSAL = declare(
    "reviews.public_referral_refusal_proposed",
    may=May.LOG_REFERRAL,
    label=_("Propose not to take it further"),
    sentence=_("It was proposed not to take a referral from the public page further."),
)
SET_ASIDE = declare(
    "reviews.public_referral_set_aside",
    may=May.LOG_REFERRAL,
    label=_("Agree not to take it further"),
    sentence=_("A referral from the public page was not taken further."),
)
KEEP = declare(
    "reviews.public_referral_kept",
    may=May.LOG_REFERRAL,
    label=_("Keep the referral after all"),
    sentence=_("The proposal not to take a referral further was not agreed, or taken back."),
)
