"""The switch to the other language sends the form along, and it comes back with what was typed."""

import datetime as dt

import pytest
from django.urls import reverse

from reviews.journey import Stage
from reviews.models import EarlyAction, PublicReferral
from tests.browser_forms import PageForm, form_of, tree_of
from tests.reviews.referral.test_public import begin, opened

WORDS = "Y nyrs: «ffoniodd» <twice> & nobody answered."
DAY = dt.date(2026, 2, 27)


def switch(client, page, form: PageForm):
    """Press the button of the other language, as a browser does where it belongs to a form."""
    (button,) = tree_of(page).xpath("//button[@name='switch_language']")
    assert button.get("form") == form.element.get("id")
    data = dict(form.data.lists()) | {button.get("name"): button.get("value")}
    return client.post(button.get("formaction"), data, headers={"Origin": "http://testserver"})


def words_of(page) -> str:
    return str(tree_of(page).get("lang"))


@pytest.mark.parametrize("to", ["cy", "en-gb"])
def test_a_form_of_a_case_comes_back_as_it_was_typed_and_nothing_is_saved(world, signed_in, to):
    client = signed_in(world.user("coordinator"))
    client.cookies.load({"language": "en-gb" if to == "cy" else "cy"})
    address = reverse("reviews:early_action", args=[world.review_at(Stage.PANEL).slug])
    page = client.get(address)
    past = ("other_agency", "is_past", "decided_then", "known_how", "known_where", "reason")
    form = form_of(page).plausible(world.today, but=past).fill(what=WORDS, on=DAY)
    before, count = dict(form.data.lists()), EarlyAction.objects.count()
    shown = switch(client, page, form)
    assert shown.status_code == 200 and words_of(shown).lower().startswith(to[:2])
    assert client.cookies["language"].value == to
    assert dict(form_of(shown).data.lists()) | {"csrfmiddlewaretoken": 0} == before | {
        "csrfmiddlewaretoken": 0
    }, "key, stage and every answer are those of the page that was switched"
    assert EarlyAction.objects.count() == count, "a switch saves nothing"
    again = switch(client, shown, form_of(shown))
    assert WORDS in form_of(again).data.getlist("what")
    assert form_of(again).send(client, address).status_code == 302
    assert EarlyAction.objects.filter(what=WORDS, done_on=DAY).exists()


def test_what_is_wrong_and_what_was_unticked_comes_back_too(world, signed_in):
    client = signed_in(world.user("coordinator"))
    address = reverse("reviews:complete_referral", args=[world.review_at(Stage.REFERRAL).slug])
    page = client.get(address)
    form = form_of(page).fill(circumstances=WORDS, abuse=[])
    form.element.xpath("//input[@name='event_on_day']")[0].set("value", "forty")
    shown = switch(client, page, form)
    data = form_of(shown).data
    assert data["event_on_day"] == "forty" and data["circumstances"] == WORDS
    assert data.getlist("abuse") == []


def test_the_public_form_comes_back_with_what_was_typed(world, signed_in):
    client = signed_in()
    begin(client, world.board)
    address = opened(client)
    page = client.get(address)
    form = form_of(page).fill(circumstances=WORDS, other_1_name="Gwen", upload_title="Llythyr")
    shown = switch(client, page, form)
    data = form_of(shown).data
    assert (data["circumstances"], data["other_1_name"]) == (WORDS, "Gwen")
    assert (data["upload_title"], data["version"]) == ("Llythyr", form.data["version"])
    assert PublicReferral.objects.get().answers == ""


def test_after_the_session_has_ended_the_switch_gives_the_words_back(world, signed_in):
    client = signed_in(world.user("coordinator"))
    address = reverse("reviews:early_action", args=[world.review_at(Stage.PANEL).slug])
    page = client.get(address)
    form = form_of(page).fill(what=WORDS)
    client.logout()
    shown = switch(client, page, form)
    assert shown.status_code == 403 and WORDS in [
        (each.text or "").removeprefix("\n") for each in tree_of(shown).xpath("//textarea")
    ]


def test_another_site_puts_no_words_into_a_form_and_saves_nothing(world, signed_in):
    client = signed_in(world.user("coordinator"))
    address = reverse("reviews:early_action", args=[world.review_at(Stage.PANEL).slug])
    form = form_of(client.get(address)).plausible(world.today).fill(what=WORDS)
    count = EarlyAction.objects.count()
    data = dict(form.data.lists()) | {"switch_language": "cy"}
    evil = client.post(address, data, headers={"Origin": "https://evil.example"})
    assert evil.status_code == 200 and form_of(evil).data["what"] == ""
    assert EarlyAction.objects.count() == count
