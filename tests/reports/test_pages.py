"""The pages of the report, as the people who use them meet them."""

import datetime as dt

import pytest
from django.test import Client

from reports.models import Acceptance, Agreement, Draft, Report, Statement
from reports.services import agree, save_draft
from reviews.journey import Stage
from tests.commissioned import fresh
from tests.reports.conftest import AGREED, WHY, WRITTEN, texts

ROOM = "/reviews/be-1-2026/report/"


def signed_in(user):
    client = Client()
    client.force_login(user)
    return client


def day(on: dt.date, name="on"):
    return {f"{name}_day": on.day, f"{name}_month": on.month, f"{name}_year": on.year}


def form_of(client, url, **answers):
    """What a browser would send: the hidden fields of the page, and the answers."""
    form = client.get(url).context["form"]
    hidden = {field.html_name: field.value() for field in form.hidden_fields()}
    return {key: value for key, value in hidden.items() if value is not None} | answers


@pytest.mark.parametrize(
    "path",
    [
        "",
        "write/",
        "sign/",
        "agree/",
        "accept/",
        "send-back/",
        "versions/1/",
        "versions/1/1/",
    ],
)
def test_a_stranger_gets_404(drafted, outsider, other_board_coordinator, superuser, path):
    for stranger in (outsider, other_board_coordinator, superuser):
        assert signed_in(stranger).get(ROOM + path).status_code == 404


def test_an_empty_room_says_what_will_appear(review, coordinator):
    page = signed_in(coordinator).get(ROOM)
    assert page.status_code == 200
    assert "once a draft is saved" in page.content.decode()


def test_the_report_stands_as_a_document_in_both_languages(signed, board_chair):
    page = signed_in(board_chair).get(ROOM).content.decode()
    assert "We learned to listen." in page
    assert 'lang="cy"' in page and "Dysgom wrando." in page
    assert "No part in it." in page


def test_a_reviewer_writes_from_the_version_that_stands(drafted, reviewer):
    client = signed_in(reviewer)
    url = ROOM + "write/"
    sent = form_of(client, url, learning_en="We learned more.", **day(WRITTEN))
    assert client.get(url).context["form"]["learning_en"].value() == "We learned to listen."
    answer = client.post(url, sent)
    assert (answer.status_code, answer["Location"]) == (302, ROOM)
    assert Draft.objects.get(version=2).learning_en == "We learned more."


def test_the_second_of_two_writers_sees_both_texts_and_can_save_the_two_as_one(drafted, reviewer):
    client = signed_in(reviewer)
    url = ROOM + "write/"
    sent = form_of(
        client, url, learning_en="What I typed.", learning_cy="Dysgom wrando.", **day(WRITTEN)
    )
    save_draft(
        drafted,
        by=reviewer,
        on=WRITTEN,
        version=1,
        texts=texts(learning_en="What the other saved.", learning_cy="Dysgom wrando."),
    )
    loser = client.post(url, sent)
    assert loser.status_code == 409
    page = loser.content.decode()
    assert "What I typed." in page and "What the other saved." in page
    assert [pair.field.name for pair in loser.context["pairs"]] == ["learning_en"]
    assert Draft.objects.count() == 2
    again = {
        field.html_name: field.value()
        for field in loser.context["form"]
        if field.name not in ("on", "reason")
    }
    again = {name: value for name, value in again.items() if value is not None}
    won = client.post(url, again | {"learning_en": "Both in one."} | day(WRITTEN))
    assert won.status_code == 302
    newest = Draft.objects.get(version=3)
    assert (newest.learning_en, newest.learning_cy) == ("Both in one.", "Dysgom wrando.")


def test_the_same_form_sent_twice_saves_once(drafted, reviewer):
    client = signed_in(reviewer)
    sent = form_of(client, ROOM + "write/", learning_en="Once.", **day(WRITTEN))
    assert [client.post(ROOM + "write/", sent).status_code for _ in range(2)] == [302, 302]
    assert Draft.objects.count() == 2


def test_an_empty_report_is_not_saved(review, reviewer):
    client = signed_in(reviewer)
    answer = client.post(ROOM + "write/", form_of(client, ROOM + "write/", **day(WRITTEN)))
    assert answer.status_code == 200
    assert answer.context["form"].non_field_errors()
    assert not Report.objects.exists()


def test_what_changed_is_marked_for_eyes_and_ears(drafted, reviewer, board_chair):
    save_draft(
        drafted, by=reviewer, on=WRITTEN, version=1, texts=texts(learning_en="We learned to talk.")
    )
    client = signed_in(board_chair)
    assert f"{ROOM}versions/1/2/" in client.get(ROOM).content.decode()
    page = client.get(ROOM + "versions/1/2/").content.decode()
    assert "<ins>" in page and "<del>" in page
    assert "added:" in page and "removed:" in page
    assert client.get(ROOM + "versions/1/9/").status_code == 404
    assert "We learned to listen." in client.get(ROOM + "versions/1/").content.decode()


def test_from_signing_to_acceptance_over_the_pages(
    drafted, reviewer, panel_chair, coordinator, board_chair
):
    client = signed_in(reviewer)
    sent = form_of(
        client, ROOM + "sign/", independence="None.", qualification="Trained.", **day(WRITTEN)
    )
    assert client.post(ROOM + "sign/", sent).status_code == 302
    assert Statement.objects.get().person == reviewer.person

    client = signed_in(panel_chair)
    wanted = form_of(client, ROOM + "agree/", **day(AGREED))
    refused = client.post(ROOM + "agree/", wanted)
    assert refused.status_code == 200 and "reason" in refused.context["form"].errors
    wanted = form_of(client, ROOM + "agree/", reason=WHY, **day(AGREED))
    assert client.post(ROOM + "agree/", wanted).status_code == 302
    assert Agreement.objects.get().draft.version == 1

    client = signed_in(coordinator)  # records what the Board decided
    answers = {"how": "by_vote", "votes_for": 9, "votes_against": 1, "decision": "Accepted."}
    wanted = form_of(
        client,
        ROOM + "accept/",
        decided_by=board_chair.person.pk,
        **answers,
        **day(AGREED + dt.timedelta(days=7)),
    )
    assert client.post(ROOM + "accept/", wanted).status_code == 302
    acceptance = Acceptance.objects.get()
    assert (acceptance.votes_for, acceptance.accepted_by) == (9, board_chair.person)
    assert fresh(drafted).stage == Stage.FOLLOW_THROUGH
    page = client.get(ROOM).content.decode()
    assert "Accepted by the Board" in page and "At a meeting, by vote" in page


def test_the_board_chair_sends_back_with_reasons(signed, panel_chair, board_chair):
    agree(signed, by=panel_chair, on=AGREED, version=1, reason=WHY)
    client = signed_in(board_chair)
    url = ROOM + "send-back/"
    assert "reasons" in client.post(url, form_of(client, url, **day(AGREED))).context["form"].errors
    sent = form_of(client, url, reasons="Say more of the family.", **day(AGREED))
    assert client.post(url, sent).status_code == 302
    assert fresh(signed).stage == Stage.REPORT
    assert "Say more of the family." in client.get(ROOM).content.decode()


def test_the_room_offers_what_the_door_accepts(signed, reviewer, panel_chair, board_chair):
    def offered(user):
        return {o.kind.code for o in signed_in(user).get(ROOM).context["offers"]}

    assert offered(reviewer) == {"reports.draft_saved", "reports.statement_signed"}
    assert offered(panel_chair) == {"reports.agreed"}
    assert offered(board_chair) == set()
