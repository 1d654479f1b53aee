"""What a return holds and what happens to it once it came: more time, questions, the signature,
opening it for a correction."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from audit.ledger import Entry
from common.deeds import NotNow, Overtaken, Refused
from common.models import OutboxMessage
from deadlines.models import Reached
from desk.turns import desk_of
from panels.models import AgencyReturn, EarlierReturn, ReturnExtension
from panels.returns.services import answer_query, ask_query, sign_off, unlock
from panels.timelines.services import extend_return
from tests.panels.conftest import ASKED, DUE, TODAY, filled, fresh, give, url

LATER = dt.date(2026, 3, 20)


def codes(caught):
    return [obstacle.code for obstacle in caught.value.obstacles]


def page_of(name, row, *more):
    return reverse(f"panels:{name}", args=[row.uuid, *more])


@pytest.fixture
def came(own_return, agency_author):
    give(own_return, agency_author)
    own_return.refresh_from_db()
    return own_return


def test_the_cover_holds_everything_it_should(own_return, agency_author, as_user):
    client = as_user(agency_author)
    sent = filled(
        client.get(page_of("give_return", own_return)),
        state="returned",
        entries=7,
        background="Known since 2021.",
        analysis="Visits were missed.",
        good_practice="The school kept asking.",
        recommendations="Train everybody.",
        searched="Case files.",
        missing="A paper file, lost in a flood.",
        was_involved="yes",
    )
    errors = client.post(page_of("give_return", own_return), sent).context["form"].errors
    assert set(errors) == {"involvement"}
    sent["involvement"] = "Chaired one strategy meeting."
    assert client.post(page_of("give_return", own_return), sent).status_code == 302
    page = client.get(own_return.get_absolute_url()).text
    for text in (
        "Known since 2021.",
        "The school kept asking.",
        "Train everybody.",
        "lost in a flood",
        "Chaired one strategy meeting.",
        "Not yet",
    ):
        assert text in page


def test_a_nil_return_says_who_looked_where_and_nothing_else(own_return, agency_author, as_user):
    client = as_user(agency_author)
    sent = filled(
        client.get(page_of("give_return", own_return)),
        state="nil",
        searched="Everything.",
        was_involved="no",
        good_practice="Left over from another choice.",
    )
    assert client.post(page_of("give_return", own_return), sent).status_code == 302
    own_return.refresh_from_db()
    assert (own_return.state, own_return.good_practice) == ("nil", "")
    assert own_return.was_involved is False


@pytest.mark.parametrize("wrong", ["\x00", "x" * 20001, "\u202etxet"])
def test_a_text_that_cannot_be_kept_is_said_and_given_back(
    own_return, agency_author, as_user, wrong
):
    client = as_user(agency_author)
    sent = filled(
        client.get(page_of("give_return", own_return)),
        state="returned",
        entries=7,
        analysis=wrong,
        good_practice="This must not be lost.",
        searched="Case files.",
        was_involved="no",
    )
    page = client.post(page_of("give_return", own_return), sent)
    assert set(page.context["form"].errors) == {"analysis"}
    assert "This must not be lost." in page.text


def test_the_agencys_panel_member_signs_it_off_and_nobody_else(
    came, panel_member, agency_author, police_author, reviewer, panel_chair
):
    for who in (agency_author, police_author, reviewer, panel_chair):
        with pytest.raises(Refused):
            sign_off(came, by=who, on=TODAY)
    sign_off(came, by=panel_member, on=TODAY)
    came.refresh_from_db()
    assert (came.signed_off_by, came.signed_off_on) == (panel_member.person, TODAY)
    with pytest.raises(NotNow) as caught:
        sign_off(came, by=panel_member, on=TODAY)
    assert codes(caught) == ["signed_already"]


def test_the_co_ordinator_records_a_signature_on_paper(
    came, panel_member, coordinator, reviewer, as_user
):
    client = as_user(coordinator)
    form = client.get(page_of("sign_off_return", came))
    assert list(form.context["form"].fields["decided_by"].queryset) == [panel_member.person]
    sent = filled(form, decided_by=panel_member.person.pk)
    assert client.post(page_of("sign_off_return", came), sent).status_code == 302
    entry = Entry.objects.get(verb="panels.return_signed_off")
    assert (entry.by_id, entry.decided_by_id) == (coordinator.pk, panel_member.person.pk)


def test_nothing_is_signed_off_before_it_came(own_return, panel_member, as_user):
    with pytest.raises(NotNow) as caught:
        sign_off(own_return, by=panel_member, on=TODAY)
    assert codes(caught) == ["not_come"]
    page = as_user(panel_member).get(page_of("sign_off_return", own_return))
    assert "This timeline has not been returned yet." in page.text


def test_a_question_is_asked_answered_once_and_told_without_its_words(
    came, reviewer, agency_author, police_author, panel_member
):
    query = ask_query(came, by=reviewer, on=TODAY, question="What of Elin's visit?")
    mails = OutboxMessage.objects.filter(kind="panels.query_asked")
    assert set(mails.values_list("to", flat=True)) == {
        agency_author.email,
        panel_member.email,
    }
    assert not any("Elin" in mail.text + mail.subject for mail in mails)
    assert [todo.url for todo in desk_of(agency_author, TODAY).mine] == [came.get_absolute_url()]
    with pytest.raises(Refused):
        answer_query(query, by=police_author, on=TODAY, reply="Not ours.")
    answer_query(query, by=agency_author, on=TODAY, reply="It was on the Monday.")
    with pytest.raises(NotNow) as caught:
        answer_query(query, by=panel_member, on=TODAY, reply="On the Tuesday.")
    assert codes(caught) == ["answered_already"]
    query.refresh_from_db()
    assert query.answer == "It was on the Monday."
    assert desk_of(agency_author, TODAY).mine == []


def test_the_agency_finds_the_question_and_answers_it_on_its_own_page(
    came, panel_chair, agency_author, as_user
):
    client = as_user(panel_chair)
    sent = filled(client.get(page_of("ask_query", came)), question="Which clinic?")
    assert client.post(page_of("ask_query", came), sent).status_code == 302
    assert client.post(page_of("ask_query", came), sent).status_code == 302
    query = came.queries.get()
    client = as_user(agency_author)
    address = page_of("answer_query", came, query.uuid)
    assert address in client.get(came.get_absolute_url()).text
    form = client.get(address)
    assert "Which clinic?" in form.text
    assert client.post(address, filled(form)).context["form"].errors.keys() == {"reply"}
    assert client.post(address, filled(form, reply="The north one.")).status_code == 302
    assert "The north one." in client.get(came.get_absolute_url()).text


def test_a_question_of_another_return_is_not_there(
    came, police_return, reviewer, coordinator, as_user
):
    query = ask_query(came, by=reviewer, on=TODAY, question="Which clinic?")
    address = page_of("answer_query", police_return, query.uuid)
    assert as_user(coordinator).get(address).status_code == 404


def test_a_correction_is_a_new_version_and_the_old_one_stays(
    came, coordinator, agency_author, panel_member
):
    sign_off(came, by=panel_member, on=TODAY)
    with pytest.raises(NotNow) as caught:
        give(came, agency_author, analysis="Better.")
    assert codes(caught) == ["came_already"]
    unlock(came, by=coordinator, on=TODAY, why="Two dates are wrong.")
    came.refresh_from_db()
    assert came.state == "returned"
    give(came, agency_author, analysis="Better.")
    came.refresh_from_db()
    assert (came.version, came.analysis, came.signed_off_on) == (2, "Better.", None)
    assert came.unlocked_on is None
    old = EarlierReturn.objects.get()
    assert (old.version, old.analysis, old.corrected_why) == (
        1,
        "Three visits were missed.",
        "Two dates are wrong.",
    )
    assert old.signed_off_by == panel_member.person
    assert Reached.objects.filter(milestone="agency_returned").count() == 1
    entry = Entry.objects.get(verb="panels.timeline_corrected")
    assert entry.details == {"state": "returned", "version": 2}


def test_a_correction_starts_from_what_came_and_shows_both(came, reviewer, agency_author, as_user):
    unlock(came, by=reviewer, on=TODAY, why="Two dates are wrong.")
    client = as_user(agency_author)
    form = client.get(page_of("give_return", came))
    assert "Two dates are wrong." in form.text
    assert form.context["form"]["analysis"].value() == "Three visits were missed."
    sent = filled(form, analysis="Two visits were missed.", was_involved="no")
    assert client.post(page_of("give_return", came), sent).status_code == 302
    page = client.get(came.get_absolute_url()).text
    assert "Two visits were missed." in page
    assert "Three visits were missed." in page


def test_a_form_opened_before_the_correction_is_overtaken(came, reviewer, agency_author):
    unlock(came, by=reviewer, on=TODAY, why="Dates.")
    stale = AgencyReturn.objects.get(pk=came.pk)
    give(stale, agency_author, analysis="First.", opened_at="returned 1 open")
    with pytest.raises(Overtaken):
        give(stale, agency_author, analysis="Second.", opened_at="returned 1 open")


def test_only_those_who_may_ask_open_a_return(came, agency_author, panel_member, board_chair):
    for who in (agency_author, panel_member, board_chair):
        with pytest.raises(Refused):
            unlock(came, by=who, on=TODAY, why="Mine.")


def test_more_time_names_the_day_the_reason_and_who_agreed(
    asked, own_return, coordinator, panel_chair
):
    words = {"on": TODAY, "agency_return": own_return, "until_on": LATER, "why": "Staff are ill."}
    with pytest.raises(NotNow) as caught:
        extend_return(asked, by=coordinator, **words)
    assert codes(caught) == ["who_decided"]
    extend_return(asked, by=coordinator, decided_by=panel_chair.person, **words)
    own_return.refresh_from_db()
    assert (own_return.due_on, own_return.state) == (LATER, "asked")
    row = ReturnExtension.objects.get()
    assert (row.due_before_on, row.agreed_by) == (DUE, panel_chair.person)
    with pytest.raises(NotNow) as caught:
        extend_return(fresh(asked), by=panel_chair, **words)
    assert codes(caught) == ["not_later"]


def test_the_page_gives_more_time_to_those_still_expected(
    asked, own_return, police_return, agency_author, panel_chair, as_user
):
    give(own_return, agency_author)
    client = as_user(panel_chair)
    form = client.get(url("extend_return", asked))
    assert list(form.context["form"].fields["agency_return"].queryset) == [police_return]
    sent = filled(form, agency_return=police_return.pk, until_on=ASKED, why="Ill.")
    assert set(client.post(url("extend_return", asked), sent).context["form"].errors) == {
        "until_on"
    }
    sent = filled(form, agency_return=police_return.pk, until_on=LATER, why="Ill.")
    assert client.post(url("extend_return", asked), sent).status_code == 302
    assert "Extended; before:" in client.get(url("timelines", asked)).text


@pytest.mark.parametrize(
    ("changes", "name"),
    [
        ({"unlocked_on": TODAY}, "panels_return_unlocked_says_why"),
        ({"signed_off_on": TODAY}, "panels_return_signed_off_once_come"),
        ({"was_involved": True}, "panels_return_involved_says_how"),
    ],
)
def test_the_database_refuses_what_cannot_be(came, changes, name):
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        AgencyReturn.objects.filter(pk=came.pk).update(**changes)
