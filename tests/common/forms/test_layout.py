"""How choices stand on a page, and what is folded away."""

from django import forms
from django.template import Context, Template

from common.forms import Folded, Form


def shown(form: Form) -> str:
    return Template("{{ form }}").render(Context({"form": form}))


def people(number: int) -> list[tuple[str, str]]:
    return [(str(each), f"Person number {each}") for each in range(number)]


class Meeting(Form):
    present = forms.MultipleChoiceField(
        choices=people(30), widget=forms.CheckboxSelectMultiple, required=False
    )
    quorate = forms.ChoiceField(choices=[("y", "Yes"), ("n", "No")], widget=forms.RadioSelect)
    stage = forms.ChoiceField(choices=people(20), widget=forms.RadioSelect)
    is_past = forms.MultipleChoiceField(
        label="Only a record?", choices=[("past", "It is past")], widget=Folded, required=False
    )
    where = forms.CharField()
    reveals = {"is_past": {"past": ["where"]}}


def test_very_many_ticks_can_be_narrowed_and_a_choice_of_one_never_hides_any():
    page = shown(Meeting())
    assert page.count("data-filter=") == 1
    assert 'data-filter="id_present_list"' in page
    assert 'class="govuk-radios govuk-radios--inline"' in page
    assert "choices--columns" in page


def test_what_few_need_is_folded_until_it_is_ticked_or_wrong():
    assert "folded" in shown(Meeting())
    assert "folded open" not in shown(Meeting()).replace('"', "")
    ticked = Meeting({"is_past": ["past"], "quorate": "y", "stage": "1"})
    assert not ticked.is_valid()
    assert 'class="govuk-details folded" open' in shown(ticked)


def test_a_question_left_out_takes_what_it_opens_with_it():
    form = Meeting({"quorate": "y", "stage": "1"})
    del form.fields["is_past"], form.fields["where"]
    assert form.is_valid()
    assert "where" not in form.cleaned_data
