from types import SimpleNamespace as Thing

import pytest
from django import forms

from common.typed import form_page, typed


class Asked(forms.Form):
    key = forms.UUIDField(widget=forms.HiddenInput)
    kind = forms.ChoiceField(label="Which review", choices=[("none", "No review")])
    postcode = forms.CharField(label="Where it was")
    picture = forms.FileField()


def said(request):
    return [(str(each.label), each.text) for each in typed(request)]


@pytest.fixture
def post(rf):
    def send(sent, form=Asked):
        request = rf.post("/reviews/be-3-2024/decide/", sent)
        view = Thing(view_class=Thing(form_class=form))
        request.resolver_match = Thing(func=view)
        return request

    return send


def test_short_answers_come_back_with_the_words_of_their_questions(post):
    assert said(post({"kind": "none", "postcode": "LL57", "other_name": "Aled"})) == [
        ("Which review", "No review"),
        ("Where it was", "LL57"),
        ("other name", "Aled"),
    ]


def test_the_boxes_of_a_date_are_one_answer(post):
    sent = {"on_day": "7", "on_month": "3", "on_year": "2024"}
    assert said(post(sent)) == [("on", "7 3 2024")]


def test_secrets_and_what_the_form_carried_stay_out(post):
    sent = {
        "password1": "heather gorse and rowan",
        "new-password": "heather gorse and rowan",
        "csrfmiddlewaretoken": "x" * 64,
        "code": "123456",
        "key": "0f2a0d8e-6a0a-4a6e-8f3b-8f7a54a4d111",
        "opened_at": "decision",
        "child": "0f2a0d8e-6a0a-4a6e-8f3b-8f7a54a4d111",
        "kind": "made up",
    }
    assert said(post(sent)) == []


def test_one_goes_back_to_the_page_of_the_form_but_never_to_another_site(rf):
    own = {"Referer": "http://testserver/people/be/?late=1"}
    assert form_page(rf.post("/people/be/add/", headers=own)) == "/people/be/?late=1"
    evil = {"Referer": "https://evil.test/people/be/"}
    assert form_page(rf.post("/people/be/add/", headers=evil)) == "/people/be/add/"
