"""Forms about being away."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from boards.absence.services import NOBODY, able_to_stand_in
from boards.models import Holding, Person
from common import clock
from common.forms import DateField, Form


class AbsenceForm(Form):
    from_on = DateField(label=_("Away from"))
    until_on = DateField(
        label=_("Last day away"), required=False, help_text=_("Leave empty if it is not known.")
    )
    stood_in_by = forms.ModelChoiceField(
        label=_("Who stands in"),
        queryset=Person.objects.none(),
        help_text=_("A deputy or joint holder of the same office."),
    )

    def __init__(self, *args: Any, holding: Holding, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["stood_in_by"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = able_to_stand_in(holding, clock.today())
        if not field.queryset.exists():
            field.help_text = str(NOBODY.sentence)
