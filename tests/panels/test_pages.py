"""The panel's pages, for the people who use them."""

import uuid

import pytest
from django.test import Client
from django.urls import reverse

from audit.ledger import Entry
from desk.turns import desk_of
from panels.models import AgencyReturn, FamilyContact, TermsOfReference
from panels.room import family_states, panel_states, timeline_states
from panels.timelines.services import release_timelines, waive_return
from reviews.journey import Stage
from reviews.models import Interest
from reviews.rooms import ROOMS
from tests.panels.conftest import (
    ASKED,
    DUE,
    TODAY,
    agree,
    filled,
    fresh,
    give,
    url,
    with_agencies_asked,
)


def test_the_panel_chair_agrees_terms_and_the_room_shows_them(panel, panel_chair, as_user):
    client = as_user(panel_chair)
    page = client.get(url("agree_terms", panel))
    assert page.context["form"]["period_from_on"].value() is not None
    sent = filled(page, questions="What was known of the family?")
    answer = client.post(url("agree_terms", panel), sent)
    assert answer.status_code == 302, answer.context["form"].errors
    assert "What was known of the family?" in client.get(answer["Location"]).text
    # The same form again leads to the first one's result.
    assert client.post(url("agree_terms", panel), sent)["Location"] == answer["Location"]
    assert TermsOfReference.objects.count() == 1


def test_the_loser_of_a_race_over_the_terms_sees_both_texts(
    panel, panel_chair, coordinator, client_of
):
    first, second = client_of(panel_chair), client_of(coordinator)
    early = filled(first.get(url("agree_terms", panel)), questions="The chair's words here.")
    late = filled(
        second.get(url("agree_terms", panel)),
        questions="Typed by the other.",
        decided_by=panel_chair.person.pk,
    )
    assert first.post(url("agree_terms", panel), early).status_code == 302
    lost = second.post(url("agree_terms", panel), late)
    assert lost.status_code == 409
    assert "The chair&#x27;s words here." in lost.text
    assert "Typed by the other." in lost.text
    assert TermsOfReference.objects.count() == 1


@pytest.fixture
def client_of():
    def make(user):
        client = Client()
        client.force_login(user)
        return client

    return make


def test_the_panel_chair_asks_the_agencies_of_the_panel(
    panel, panel_chair, as_user, agency, police
):
    agree(panel, panel_chair)
    client = as_user(panel_chair)
    page = client.get(url("ask_agencies", panel))
    assert set(page.context["form"]["agencies"].value()) == {agency.pk, police.pk}
    sent = filled(page, due_on=DUE, on=ASKED)
    answer = client.post(url("ask_agencies", panel), sent)
    assert answer.status_code == 302, answer.context["form"].errors
    assert client.post(url("ask_agencies", panel), sent)["Location"] == answer["Location"]
    assert fresh(panel).stage == Stage.TIMELINES
    assert AgencyReturn.objects.count() == 2


def test_a_day_before_the_asking_and_no_agency_are_said_beside_their_questions(
    panel, panel_chair, as_user
):
    agree(panel, panel_chair)
    client = as_user(panel_chair)
    sent = filled(client.get(url("ask_agencies", panel)), due_on=ASKED, on=TODAY, agencies=[])
    page = client.post(url("ask_agencies", panel), sent)
    assert page.status_code == 200
    assert set(page.context["form"].errors) == {"due_on", "agencies"}


def test_without_terms_the_form_asks_why_it_goes_ahead(panel, panel_chair, as_user):
    client = as_user(panel_chair)
    page = client.get(url("ask_agencies", panel))
    assert "No terms of reference are agreed yet." in page.text
    sent = filled(page, due_on=DUE, on=ASKED)
    again = client.post(url("ask_agencies", panel), sent)
    assert again.status_code == 200
    assert "reason" in again.context["form"].errors
    sent["reason"] = "They are agreed at the next meeting."
    assert client.post(url("ask_agencies", panel), sent).status_code == 302


def test_the_author_sees_and_returns_their_own_without_the_case(
    asked, own_return, agency_author, as_user
):
    client = as_user(agency_author)
    page = client.get(own_return.get_absolute_url())
    assert page.status_code == 200
    assert "OFFICIAL-SENSITIVE" in page.text
    assert f"/reviews/{asked.slug}/" not in page.text
    assert Entry.objects.filter(verb="panels.return_read", by_id=agency_author.pk).count() == 1
    assert Entry.objects.get(verb="panels.return_read").capacity == "agency_author"
    give_url = reverse("panels:give_return", args=[own_return.uuid])
    sent = filled(
        client.get(give_url),
        state="returned",
        entries=7,
        analysis="Visits were missed.",
        searched="Case files.",
        was_involved="no",
    )
    answer = client.post(give_url, sent)
    assert answer.status_code == 302, answer.context["form"].errors
    assert client.post(give_url, sent)["Location"] == answer["Location"]
    assert "Visits were missed." in client.get(answer["Location"]).text
    assert "This timeline has already been returned." in client.get(give_url).text


def test_a_return_with_a_timeline_wants_its_entries_and_analysis_and_a_nil_one_does_not(
    own_return, agency_author, as_user
):
    client = as_user(agency_author)
    give_url = reverse("panels:give_return", args=[own_return.uuid])
    sent = filled(client.get(give_url), state="returned", searched="Case files.", was_involved="no")
    assert set(client.post(give_url, sent).context["form"].errors) == {"entries", "analysis"}
    sent["state"] = "nil"
    assert client.post(give_url, sent).status_code == 302


def test_two_people_of_one_agency_see_each_others_answer(
    own_return, agency_author, panel_member, client_of
):
    give_url = reverse("panels:give_return", args=[own_return.uuid])
    first, second = client_of(agency_author), client_of(panel_member)
    answers = {"state": "returned", "entries": 7, "searched": "Case files.", "was_involved": "no"}
    early = filled(first.get(give_url), analysis="The author's analysis.", **answers)
    late = filled(second.get(give_url), analysis="Typed by the member.", **answers)
    assert first.post(give_url, early).status_code == 302
    lost = second.post(give_url, late)
    assert lost.status_code == 409
    assert "The author&#x27;s analysis." in lost.text
    assert "Typed by the member." in lost.text


@pytest.mark.parametrize("page", ["return", "give_return"])
def test_a_return_is_not_there_for_another_agency(own_return, as_user, police_author, page):
    client = as_user(police_author)
    address = reverse(f"panels:{page}", args=[own_return.uuid])
    assert client.get(address).status_code == 404
    assert client.post(address).status_code in (404, 405)


def test_a_return_that_is_none_is_not_there(asked, as_user, coordinator):
    address = reverse("panels:return", args=[uuid.uuid4()])
    assert as_user(coordinator).get(address).status_code == 404


def test_a_named_author_finds_nothing_any_more(
    asked, own_return, agency_author, coordinator, as_user
):
    Interest.objects.create(
        review=asked,
        person=agency_author.person,
        grade="out",
        reason="Named.",
        declared_on=TODAY,
        set_by=coordinator,
    )
    assert as_user(agency_author).get(own_return.get_absolute_url()).status_code == 404


def test_a_reviewer_reads_a_return_but_gives_none(own_return, reviewer, as_user):
    client = as_user(reviewer)
    page = client.get(own_return.get_absolute_url())
    assert page.status_code == 200
    assert not page.context["may_give"]
    assert client.get(reverse("panels:give_return", args=[own_return.uuid])).status_code == 403


def test_the_co_ordinators_form_asks_who_wrote_it(own_return, coordinator, as_user, agency_author):
    give_url = reverse("panels:give_return", args=[own_return.uuid])
    client = as_user(coordinator)
    sent = filled(client.get(give_url), state="nil", searched="All of it.", was_involved="no")
    assert "author" in client.post(give_url, sent).context["form"].errors
    sent["author"] = agency_author.person.pk
    assert client.post(give_url, sent).status_code == 302
    own_return.refresh_from_db()
    assert own_return.author == agency_author.person


def test_the_room_shows_a_panel_member_their_own_text_until_release(
    asked, own_return, police_return, police_author, panel_member, panel_chair, as_user
):
    give(police_return, police_author, analysis="What the police saw.")
    client = as_user(panel_member)
    before = client.get(url("timelines", asked)).text
    assert "What the police saw." not in before
    assert reverse("panels:give_return", args=[own_return.uuid]) in before
    assert police_return.get_absolute_url() not in before
    release_timelines(fresh(asked), by=panel_chair, on=TODAY, reason="The rest follows.")
    assert "What the police saw." in client.get(url("timelines", asked)).text


def test_the_panel_chair_goes_on_without_one_and_releases(
    asked, own_return, police_return, agency_author, panel_chair, as_user
):
    give(own_return, agency_author)
    client = as_user(panel_chair)
    page = client.get(url("waive_return", asked))
    choices = page.context["form"].fields["agency_return"].queryset
    assert list(choices) == [police_return]
    sent = filled(page, agency_return=police_return.pk, state="waived", why="No contact.")
    assert client.post(url("waive_return", asked), sent).status_code == 302
    page = client.get(url("release", asked))
    assert page.context["answer"].warnings == ()
    assert client.post(url("release", asked), filled(page)).status_code == 302
    room = client.get(url("timelines", asked))
    assert [offer.kind.code for offer in room.context["offers"]] == []


def test_who_may_not_ask_is_offered_nothing_and_refused(asked, reviewer, as_user):
    client = as_user(reviewer)
    assert client.get(url("timelines", asked)).context["offers"] == []
    assert client.get(url("release", asked)).status_code == 403
    assert client.post(url("release", asked)).status_code == 403


def test_the_reviewer_records_and_changes_the_familys_part(panel, reviewer, as_user):
    client = as_user(reviewer)
    page = client.get(url("record_family", panel))
    sent = filled(page, relation="mother", approached="yes", approached_on=ASKED, outcome="awaited")
    assert client.post(url("record_family", panel), sent).status_code == 302
    contact = FamilyContact.objects.get()
    change = reverse("panels:change_family", args=[panel.slug, contact.uuid])
    page = client.get(change)
    sent = filled(page, outcome="contributed", message="Nobody asked us.")
    assert client.post(change, sent).status_code == 302
    assert "Nobody asked us." in client.get(url("family", panel)).text


def test_an_approach_wants_its_day_and_no_approach_its_reason(panel, reviewer, as_user):
    client = as_user(reviewer)
    sent = filled(client.get(url("record_family", panel)), relation="father", approached="no")
    errors = client.post(url("record_family", panel), sent).context["form"].errors
    assert set(errors) == {"why_not_kind"}
    sent["approached"] = "yes"
    errors = client.post(url("record_family", panel), sent).context["form"].errors
    assert set(errors) == {"approached_on", "outcome"}


def test_an_entry_of_another_review_is_not_there(panel, reviewer, as_user):
    address = reverse("panels:change_family", args=[panel.slug, uuid.uuid4()])
    assert as_user(reviewer).get(address).status_code == 404


def test_each_return_is_its_agencys_turn_even_without_the_case(
    asked, own_return, agency_author, police_author, reviewer
):
    mine = desk_of(agency_author, TODAY).mine
    assert [(todo.url, todo.due_on, todo.is_late) for todo in mine] == [
        (own_return.get_absolute_url(), DUE, True)
    ]
    give(own_return, agency_author)
    assert desk_of(agency_author, TODAY).mine == []
    assert len(desk_of(police_author, TODAY).mine) == 1
    assert desk_of(reviewer, TODAY).mine == []


def turns(review, user):
    found = sorted(ROOMS["panel"].turns([review], user, TODAY), key=lambda turn: turn.rank)
    return [(turn.kind.code, turn.rank) for turn in found if turn.kind]


def test_the_panels_turns_follow_each_other(
    review, coordinator, panel_chair, agency, police_author
):
    assert turns(review, coordinator) == [
        ("reviews.appointed", 0),
        ("reviews.appointed", 1),
        ("panels.terms_agreed", 2),
        ("panels.agencies_asked", 3),
    ]
    asked = with_agencies_asked(review)
    assert turns(asked, coordinator) == [("panels.timeline_returned", 0)] * 2
    for row in AgencyReturn.objects.filter(review=asked):
        waive_return(
            fresh(asked), by=panel_chair, on=TODAY, agency_return=row, state="waived", why="None."
        )
    assert turns(fresh(asked), coordinator) == [("panels.timelines_released", 0)]


def test_the_rooms_say_how_they_stand_in_a_word(asked, own_return, agency_author, coordinator):
    give(own_return, agency_author)
    state = timeline_states([asked], coordinator)[asked.pk]
    assert (state.word, state.tone) == ("1 / 2", "late")
    assert panel_states([asked], coordinator)[asked.pk].tone == "done"
    assert family_states([asked], coordinator) == {}


def test_the_words_do_not_cost_more_queries_for_more_reviews(
    asked, coordinator, django_assert_num_queries
):
    for states, queries in ((panel_states, 3), (timeline_states, 1), (family_states, 1)):
        with django_assert_num_queries(queries):
            states([asked, asked], coordinator)


def test_who_changes_an_entry_second_sees_both_texts_and_can_save_on_top(
    panel, reviewer, coordinator, client_of
):
    first, second = client_of(reviewer), client_of(coordinator)
    sent = filled(
        first.get(url("record_family", panel)),
        relation="mother",
        approached="yes",
        approached_on=ASKED,
        outcome="contributed",
    )
    first.post(url("record_family", panel), sent)
    change = reverse("panels:change_family", args=[panel.slug, FamilyContact.objects.get().uuid])
    early = filled(first.get(change), message="The first wording.")
    late = filled(second.get(change), message="The second wording.")
    assert first.post(change, early).status_code == 302
    lost = second.post(change, late)
    assert lost.status_code == 409
    assert "The first wording." in lost.text
    assert "The second wording." in lost.text
    for name in ("version", "shown"):
        late[name] = lost.context["form"][name].value()
    assert second.post(change, late).status_code == 302
    assert FamilyContact.objects.get().message == "The second wording."
