"""How somebody was told whom no message reached, where it is about no case."""

from django import forms
from django.utils.translation import gettext_lazy as _

from common.forms import DateField, Form
from desk.models import Otherwise

AGAIN = _("This address works again")
AGAIN_HELP = _(
    "Tell us when the address works again. Until then, we will not send anything to it for"
    " four weeks."
)


class TellForm(Form):
    how = forms.ChoiceField(
        label=_("How they were told"), choices=Otherwise, widget=forms.RadioSelect
    )
    told_on = DateField(label=_("When"))
    again = forms.BooleanField(label=AGAIN, help_text=AGAIN_HELP, required=False)
