"""Confirming what was recorded for oneself, saying that it is not so, and answering that."""

from django.utils.translation import gettext_lazy as _

from common.deeds import DEEDS, Sentence, declare
from common.rights import Right
from reviews.permissions import May


class Own(Right):
    """What follows from an act having been recorded for somebody, and from nothing else."""

    CONFIRM = "confirm", _("Confirm or dispute what was recorded on your behalf.")
    ANSWER_FOR_LEAVER = (
        "answer_for_leaver",
        _("Say what the records show, for somebody who has left."),
    )


class DeedLabels:
    """The acts by their codes, looked up when an entry is told: rooms declare theirs later."""

    @property
    def choices(self) -> list[tuple[str, Sentence]]:
        return [(code, kind.label) for code, kind in DEEDS.items()]


CONFIRM = declare(
    "reviews.act_confirmed",
    may=Own.CONFIRM,
    label=_("Confirm what was recorded for you"),
    sentence=_("Confirmed by the person who decided: {deed}"),
    url="reviews:confirm",
    codes={"deed": DeedLabels()},
)
DISPUTE = declare(
    "reviews.act_disputed",
    may=Own.CONFIRM,
    label=_("Say that it is wrong"),
    sentence=_("Disputed by the person named as having decided: {deed}"),
    url="reviews:confirm",
    codes={"deed": DeedLabels()},
)
SETTLE_LEFT = declare(
    "reviews.left_unconfirmed",
    may=Own.ANSWER_FOR_LEAVER,
    label=_("Say what the records show"),
    sentence=_(
        "The person who decided has left. Their successor said what the records show: {deed}"
    ),
    url="reviews:confirm",
    codes={"deed": DeedLabels()},
)
SETTLE = declare(
    "reviews.dispute_settled",
    may=May.RECORD_FOR_OTHERS,
    label=_("Answer the dispute"),
    sentence=_("A dispute about what was recorded was answered: {deed}"),
    url="reviews:settle",
    codes={"deed": DeedLabels()},
)
