"""A referral as label and value, only what is known."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from reviews.models import Received, Referral


@dataclass(frozen=True, eq=False)
class Row:
    label: Promise
    value: str


def day(on: dt.date | None) -> str:
    return date_format(on, "j F Y") if on else ""


def known(*pairs: tuple[Promise, Any]) -> list[Row]:
    return [Row(label, str(value)) for label, value in pairs if value]


def as_it_came(came: Received) -> list[Row]:
    """What was said when it came; it does not change."""
    return known(
        (_("Received"), day(came.received_on)),
        (_("How it came"), came.get_source_display()),
        (_("About"), came.sentence),
    )


def referrer(came: Received) -> list[Row]:
    return known(
        (_("Referred by"), came.referrer),
        (_("Role"), came.referrer_role),
        (_("Agency"), came.referrer_agency),
        (_("E-mail address"), came.referrer_email),
        (_("Telephone"), came.referrer_telephone),
        (
            _("Preferred language"),
            came.get_referrer_language_display() if came.referrer_language else "",
        ),
        (
            _("Member of the Board"),
            came.get_referrer_on_board_display() if came.referrer_on_board else "",
        ),
    )


def as_known(referral: Referral) -> list[Row]:
    """What has become known since."""
    return known(
        (_("What happened"), referral.get_harm_display() if referral.harm else ""),
        (_("Date of the event"), day(referral.event_on)),
        (_("Harm identified on"), day(referral.identified_on)),
        (_("Abuse or neglect"), "\n".join(referral.abuse_labels)),
        (_("The circumstances"), referral.circumstances),
        (_("Why it may meet the criteria for a review"), referral.why_criteria),
        (
            _("Could it be a multi-agency professional forum instead?"),
            referral.get_might_be_forum_display() if referral.might_be_forum else "",
        ),
        (_("Agencies that knew the child or family"), referral.agencies_known),
        (_("Other proceedings that are known"), referral.proceedings_known),
        (
            _("PRUDiC meeting held"),
            " · ".join(filter(None, [referral.get_prudic_display(), day(referral.prudic_on)]))
            if referral.prudic
            else "",
        ),
        (_("Media interest"), referral.media_interest),
    )
