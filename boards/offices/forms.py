"""Forms about offices."""

from django import forms
from django.utils.translation import gettext_lazy as _

from boards.models import Hold, Office
from common.forms import DateField, Form


class GiveOfficeForm(Form):
    office = forms.ChoiceField(label=_("Office"), choices=Office.choices, widget=forms.RadioSelect)
    hold = forms.ChoiceField(
        label=_("Held as"), choices=Hold.choices, initial=Hold.HOLDER, widget=forms.RadioSelect
    )
    from_on = DateField(label=_("First day"))
    until_on = DateField(
        label=_("Last day"), required=False, help_text=_("Leave empty if it is not known.")
    )
    choice_hints = {
        "hold": {
            Hold.JOINT: _("Shares the office with another holder."),
            Hold.DEPUTY: _(
                "Acts for the holder, and the history says so. For example, a vice-chair."
            ),
        }
    }
