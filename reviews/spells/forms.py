"""Forms about times on the register and looked after."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from common import clock
from common.forms import DateField, PlainTextField
from reviews.forms import DeedForm
from reviews.models import Basis, Category, SpellKind, Subject


class SpellForm(DeedForm):
    """One time: whose, of which kind, from when until when, and why in law."""

    child = forms.ModelChoiceField(
        label=_("Child"), queryset=Subject.objects.none(), empty_label=None
    )
    kind = forms.ChoiceField(
        label=_("What is recorded"), choices=SpellKind, widget=forms.RadioSelect
    )
    categories = forms.MultipleChoiceField(
        label=_("Category of registration"),
        choices=Category,
        widget=forms.CheckboxSelectMultiple,
    )
    basis = forms.ChoiceField(
        label=_("Legal basis of being looked after"),
        choices=[each for each in Basis.choices if each[0]],
        widget=forms.RadioSelect,
    )
    from_on = DateField(label=_("First day"), latest=clock.today)
    until_on = DateField(
        label=_("Last day"),
        help_text=_("Leave this empty if it goes on."),
        latest=clock.today,
        required=False,
    )
    is_estimated = forms.BooleanField(label=_("A date is estimated"), required=False)

    reveals = {
        "kind": {
            SpellKind.REGISTER.value: ["categories"],
            SpellKind.LOOKED_AFTER.value: ["basis"],
        }
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "child" in self.fields:
            field = self.fields["child"]
            assert isinstance(field, forms.ModelChoiceField)
            field.queryset = self.review.subjects.all()
            field.initial = field.queryset.first()
        self.fields["on"].label = _("Date of this entry")

    def clean(self) -> dict[str, Any]:
        facts = super().clean()
        first, last = facts.get("from_on"), facts.get("until_on")
        if first and last and last < first:
            self.add_error("until_on", _("The last day is before the first."))
        return facts


class CorrectSpellForm(SpellForm):
    """The same time, with other days, and why."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0)
    corrected_why = PlainTextField(
        label=_("Why it is corrected"),
        help_text=_("Pseudonyms only."),
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=1000,
    )

    def __init__(self, *args: Any, spell: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["child"]
        self.fields["version"].initial = spell.version
        # Of which kind it is does not change: a wrong kind is withdrawn and recorded anew.
        other = "basis" if spell.kind == SpellKind.REGISTER else "categories"
        del self.fields["kind"], self.fields[other]
        self.reveals = {}
        own = "categories" if other == "basis" else "basis"
        self.fields[own].required = True
        self.needed_when_revealed.clear()

    def facts(self) -> dict[str, Any]:
        facts = super().facts()
        return facts | {"version": facts["version"] or 0}


class WithdrawForm(DeedForm):
    """Why an entry is withdrawn."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0)
    withdrawn_why = PlainTextField(
        label=_("Why it is withdrawn"),
        help_text=_("It stays readable, with this reason. Pseudonyms only."),
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=1000,
    )

    def __init__(self, *args: Any, version: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["version"].initial = version

    def facts(self) -> dict[str, Any]:
        facts = super().facts()
        return facts | {"version": facts["version"] or 0}
