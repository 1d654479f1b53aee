"""Forms for not taking a referral further."""

from django import forms
from django.utils.translation import gettext_lazy as _

from common.forms import PlainTextField
from reviews.models import Refusal
from reviews.referral.fields import lines
from reviews.referral.incoming.forms import IncomingForm


class ProposeRefusalForm(IncomingForm):
    """Why it is no referral for a review: in a word that may stand in a mail, and in full."""

    refusal = forms.ChoiceField(
        label=_("Why is it not taken further?"),
        help_text=_("The e-mail to the referrer says this."),
        choices=Refusal,
        widget=forms.RadioSelect,
    )
    note = PlainTextField(
        label=_("Explain it to the referrer"),
        help_text=_(
            "The referrer reads this behind a link. Say what they can do if they disagree, and who"
            " else can help."
        ),
        widget=lines(4),
        max_length=2000,
    )
