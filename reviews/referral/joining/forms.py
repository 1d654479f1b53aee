"""Forms for two referrals about the same child."""

import datetime as dt
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from common import clock
from common.forms import DateField, PlainTextField
from reviews.forms import DeedForm
from reviews.journey import RUNNING
from reviews.models import Review, Source
from reviews.referral.fields import PSEUDONYMS_ONLY, ReferrerFields, lines


class JoinReferralForm(ReferrerFields, DeedForm):
    """A further referral about the same child: its own day, way, referrer and sentence."""

    received_on = DateField(label=_("Received on"), latest=clock.today)
    source = forms.ChoiceField(label=_("How it came"), choices=Source, widget=forms.RadioSelect)
    sentence = PlainTextField(
        label=_("What it is about, in a sentence"),
        help_text=PSEUDONYMS_ONLY,
        widget=lines(3),
        max_length=2000,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].label = _("Joined on")
        first = ("received_on", "source", "sentence")
        rest = [name for name in self.fields if name not in (*first, "on", "reason")]
        self.order_fields([*first, *rest])

    def clean(self) -> dict[str, Any]:
        facts = super().clean()
        on, came = facts.get("on"), facts.get("received_on")
        if isinstance(on, dt.date) and isinstance(came, dt.date) and on < came:
            self.add_error("on", _("This is before the day on which the referral came."))
        return facts


class JoinCaseForm(DeedForm):
    """To which case of the same child this one is joined."""

    to = forms.ModelChoiceField(
        label=_("The case that continues"),
        help_text=_(
            "This case ends. Its referral is kept with the other case, under its own reference."
        ),
        queryset=Review.objects.none(),
    )
    reasons = PlainTextField(
        label=_("How do you know it is the same child?"),
        help_text=PSEUDONYMS_ONLY,
        widget=lines(3),
        max_length=2000,
    )

    def __init__(self, *args: Any, open_to: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to"].queryset = (  # type: ignore[attr-defined]
            open_to.filter(board=self.review.board_id, stage__in=RUNNING).exclude(pk=self.review.pk)
        )
        self.fields["on"].label = _("Joined on")
