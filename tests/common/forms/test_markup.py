"""Our templates against govuk-frontend's own fixtures: the same elements with the same classes."""

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from django import forms
from django.template import Context, Template

from common.forms import DateField, Form, Guidance, PlainTextField

COMPONENTS = Path(__file__).parents[3] / "node_modules/govuk-frontend/dist/govuk/components"


class Shape(HTMLParser):
    """The elements of some HTML with their govuk classes, in order."""

    def __init__(self, html):
        super().__init__()
        self.found = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        classes = (dict(attrs).get("class") or "").split()
        kept = tuple(sorted(each for each in classes if each.startswith("govuk-")))
        if kept or tag in {"input", "select", "textarea", "option"}:
            self.found.append((tag, kept))


def shape(html, *, but=()):
    ours = Shape(html).found
    return [(tag, tuple(c for c in classes if c not in but)) for tag, classes in ours]


def official(component, name):
    fixtures = json.loads((COMPONENTS / component / "fixtures.json").read_text())["fixtures"]
    return next(each["html"] for each in fixtures if each["name"] == name)


def rendered(field, data=None, **more):
    kind = type("Asks", (Form,), {"x": field, **more})
    return kind(data)["x"].as_field_group()


def test_a_text_input_is_govuk_frontends():
    html = rendered(PlainTextField(label="National Insurance number", help_text="On your card"))
    assert shape(html) == shape(official("input", "with hint text"))


def test_a_textarea_with_a_hint_is_govuk_frontends():
    html = rendered(forms.CharField(label="x", help_text="y", widget=forms.Textarea))
    assert shape(html) == shape(official("textarea", "with hint"))


def test_a_select_is_govuk_frontends():
    field = forms.ChoiceField(label="x", choices=[(str(n), str(n)) for n in range(3)])
    assert shape(rendered(field)) == shape(official("select", "default"))


def test_radios_are_govuk_frontends():
    field = forms.ChoiceField(
        label="x", choices=[("yes", "Yes"), ("no", "No")], widget=forms.RadioSelect
    )
    theirs = shape(official("radios", "inline"))
    ours = shape(rendered(field))
    for part in [
        ("div", ("govuk-radios", "govuk-radios--inline")),
        ("div", ("govuk-radios__item",)),
        ("input", ("govuk-radios__input",)),
        ("label", ("govuk-label", "govuk-radios__label")),
    ]:
        assert part in theirs
        assert part in ours


def test_a_date_is_govuk_frontends():
    ours = [each for each in shape(rendered(DateField(label="x"))) if "date" in str(each)]
    theirs = [each for each in shape(official("date-input", "default")) if "date" in str(each)]
    assert ours == theirs


def test_an_error_is_read_with_its_field():
    html = rendered(PlainTextField(label="Name", help_text="In full"), {})
    assert 'aria-describedby="id_x_helptext id_x_error"' in html
    assert 'id="id_x_helptext"' in html and 'id="id_x_error"' in html
    assert 'aria-invalid="true"' in html
    assert "govuk-form-group--error" in html


def test_the_list_of_errors_leads_to_what_exists():
    class Many(Form):
        line = PlainTextField(label="Line")
        kind = forms.ChoiceField(label="Kind", choices=[("a", "A")], widget=forms.RadioSelect)
        some = forms.MultipleChoiceField(
            label="Some", choices=[("a", "A")], widget=forms.CheckboxSelectMultiple
        )
        on = DateField(label="On")
        sure = forms.BooleanField(label="Sure")
        paper = forms.FileField(label="Paper")
        pick = forms.ChoiceField(label="Pick", choices=[("", "-"), ("a", "A")])

    form = Many({}, {})
    page = Template("{% error_summary form %}{{ form }}").render(Context({"form": form}))
    targets = re.findall(r'href="#([^"]+)"', page)
    assert len(targets) == 7
    ids = re.findall(r' id="([^"]+)"', page)
    assert set(targets) <= set(ids)
    assert len(ids) == len(set(ids))


class Reply(Form):
    kind = forms.ChoiceField(
        choices=[("agree", "I agree"), ("disagree", "I disagree")], widget=forms.RadioSelect
    )
    reasons = PlainTextField(widget=forms.Textarea)
    note = PlainTextField(required=False)

    reveals = {"kind": {"disagree": ["reasons", "note"]}}


def test_a_question_opens_with_its_choice_and_only_there():
    page = str(Reply())
    assert page.count('name="reasons"') == 1
    assert page.index('value="disagree"') < page.index('name="reasons"')
    assert 'data-opens="conditional-id_kind-disagree"' in page


class Graded(Form):
    grade = forms.ChoiceField(
        choices=[("a", "A"), ("b", "B"), ("none", "None")], widget=forms.RadioSelect
    )
    what = PlainTextField(label="What it is")

    reveals = {"grade": {"a": ["what"], "b": ["what"]}}


def test_a_question_that_several_choices_open_is_printed_once():
    page = str(Graded())
    assert page.count('name="what"') == 1
    assert page.count('data-opens="conditional-id_what"') == 2
    assert 'id="conditional-id_what"' in page
    closed, open_ = str(Graded({"grade": "none"})), str(Graded({"grade": "b", "what": "Worked"}))
    assert "conditional--hidden" in closed
    assert "conditional--hidden" not in open_


def test_what_a_choice_opens_is_needed_only_with_it():
    assert Reply({"kind": "agree"}).is_valid()
    refused = Reply({"kind": "disagree"})
    assert refused.errors == {"reasons": ["This is needed."]}
    assert Reply({"kind": "disagree", "reasons": "Because"}).is_valid()


def test_what_was_answered_under_another_choice_is_not_kept():
    form = Reply({"kind": "agree", "reasons": "Because"})
    assert form.is_valid()
    assert form.cleaned_data["reasons"] == ""


def test_optional_is_written_where_it_is_true():
    page = str(Reply())
    assert page.count("(optional)") == 1


def test_the_guidance_stands_beside_its_question():
    html = rendered(
        PlainTextField(label="x"), guidance={"x": Guidance("A review is extended where …", "3.4")}
    )
    assert "What the guidance says" in html and "A review is extended where" in html


def test_answers_are_shown_as_people_read_them():
    class Asked(Reply):
        on = DateField(label="On")
        sure = forms.BooleanField(label="Sure", required=False)

    form = Asked({"kind": "disagree", "reasons": "One\nTwo", "on": "2024-07-31", "sure": "on"})
    assert form.is_valid(), form.errors
    assert [(each.name, each.shown) for each in form.answers()] == [
        ("kind", "I disagree"),
        ("reasons", "One\nTwo"),
        ("on", "31 July 2024"),
        ("sure", "Yes"),
    ]


@pytest.mark.parametrize("text", ['"><script>alert(1)</script>', "{{ 7|add:7 }}", "' onfocus='x"])
def test_nothing_typed_becomes_markup(text):
    html = rendered(forms.IntegerField(label=text, help_text="plain"), {"x": text})
    assert "<script" not in html and "onfocus='" not in html and "14" not in html
