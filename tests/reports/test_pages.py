"""The pages of the report, as the people who use them meet them."""

import datetime as dt

import pytest

from deadlines.services import reach
from guidance.milestones import Milestone
from reports.models import Acceptance, Agreement, Draft, Report, Statement
from reports.services import agree, sign_statement
from reviews.journey import Stage
from tests.pages import answered, day, filled
from tests.reports.conftest import AGREED, WHY, WRITTEN, fresh, outlined, save


def room(review):
    return f"/reviews/{review.slug}/report/"


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
def test_a_stranger_gets_404(drafted, path, role, signed_in):
    for stranger in (role("outsider"), role("coordinator", "dc"), role("root"), role("excluded")):
        assert signed_in(stranger).get(room(drafted) + path).status_code == 404


def test_an_empty_room_says_what_will_appear(review, role, signed_in):
    page = signed_in(role("coordinator")).get(room(review))
    assert page.status_code == 200
    assert "once a draft is saved" in page.content.decode()


def test_the_report_stands_as_a_document_in_both_languages(signed, role, signed_in):
    page = signed_in(role("board-chair")).get(room(signed)).content.decode()
    assert "We learned to listen." in page
    assert 'lang="cy"' in page and "Dysgom wrando." in page
    assert "No part in it." in page


def test_a_reviewer_writes_from_the_version_that_stands(drafted, role, signed_in):
    client = signed_in(role("reviewer"))
    url = room(drafted) + "write/"
    sent = answered(client, url, learning_en="We learned more.", **day(WRITTEN))
    assert client.get(url).context["form"]["learning_en"].value() == "We learned to listen."
    answer = client.post(url, sent)
    assert (answer.status_code, answer["Location"]) == (302, room(drafted))
    assert Draft.objects.get(report=drafted.pk, version=2).learning_en == "We learned more."


def test_the_second_of_two_writers_sees_both_texts_and_makes_them_one(drafted, role, signed_in):
    client = signed_in(role("reviewer"))
    url = room(drafted) + "write/"
    sent = answered(
        client, url, learning_en="What I typed.", learning_cy="Dysgom wrando.", **day(WRITTEN)
    )
    save(
        drafted,
        role("reviewer"),
        1,
        learning_en="What the other saved.",
        learning_cy="Dysgom wrando.",
    )
    loser = client.post(url, sent)
    assert loser.status_code == 409
    page = loser.content.decode()
    assert "What I typed." in page and "What the other saved." in page
    assert [pair.field.name for pair in loser.context["pairs"]] == ["learning_en"]
    assert Draft.objects.filter(report=drafted.pk).count() == 2
    again = filled(loser.context["form"]) | day(WRITTEN)
    won = client.post(url, again | {"learning_en": "Both in one."})
    assert won.status_code == 302
    newest = Draft.objects.get(report=drafted.pk, version=3)
    assert (newest.learning_en, newest.learning_cy) == ("Both in one.", "Dysgom wrando.")


def test_the_same_form_sent_twice_saves_once(drafted, role, signed_in):
    client = signed_in(role("reviewer"))
    sent = answered(client, room(drafted) + "write/", learning_en="Once.", **day(WRITTEN))
    assert [client.post(room(drafted) + "write/", sent).status_code for _ in range(2)] == [302, 302]
    assert Draft.objects.filter(report=drafted.pk).count() == 2


def test_an_empty_report_is_not_saved(review, role, signed_in):
    client = signed_in(role("reviewer"))
    answer = client.post(
        room(review) + "write/", answered(client, room(review) + "write/", **day(WRITTEN))
    )
    assert answer.status_code == 200
    assert answer.context["form"].non_field_errors()
    assert not Report.objects.filter(pk=review.pk).exists()


def test_what_changed_is_marked_for_eyes_and_ears(drafted, role, signed_in):
    save(drafted, role("reviewer"), 1, learning_en="We learned to talk.")
    client = signed_in(role("board-chair"))
    assert f"{room(drafted)}versions/1/2/" in client.get(room(drafted)).content.decode()
    page = client.get(room(drafted) + "versions/1/2/").content.decode()
    assert "<ins>" in page and "<del>" in page
    assert "added:" in page and "removed:" in page
    assert client.get(room(drafted) + "versions/1/9/").status_code == 404
    assert "We learned to listen." in client.get(room(drafted) + "versions/1/").content.decode()


def test_from_signing_to_acceptance_over_the_pages(drafted, role, signed_in):
    client = signed_in(role("reviewer"))
    said = {"independence": "None.", "qualification": "Trained."}
    sent = answered(client, room(drafted) + "sign/", **said, **day(WRITTEN))
    assert client.post(room(drafted) + "sign/", sent).status_code == 302
    assert Statement.objects.get(report=drafted.pk).person == role("reviewer").person

    sign_statement(drafted, by=role("reviewer-two"), on=WRITTEN, **said)

    client = signed_in(role("panel-chair"))
    wanted = answered(client, room(drafted) + "agree/", **day(AGREED))
    refused = client.post(room(drafted) + "agree/", wanted)
    assert refused.status_code == 200 and "reason" in refused.context["form"].errors
    wanted = answered(client, room(drafted) + "agree/", reason=WHY, **day(AGREED))
    assert client.post(room(drafted) + "agree/", wanted).status_code == 302
    assert Agreement.objects.get(report=drafted.pk).draft.version == 1

    client = signed_in(role("coordinator"))  # records what the Board decided
    answers = {"how": "by_vote", "votes_for": 9, "votes_against": 1, "decision": "Accepted."}
    reach(drafted.timetable, Milestone.EVENT_HELD, WRITTEN)
    outlined(drafted)
    wanted = answered(
        client,
        room(drafted) + "accept/",
        decided_by=role("board-chair").person.pk,
        **answers,
        **day(AGREED + dt.timedelta(days=7)),
    )
    assert client.post(room(drafted) + "accept/", wanted).status_code == 302
    acceptance = Acceptance.objects.get(pk=drafted.pk)
    assert (acceptance.votes_for, acceptance.accepted_by) == (9, role("board-chair").person)
    assert fresh(drafted).stage == Stage.FOLLOW_THROUGH
    page = client.get(room(drafted)).content.decode()
    assert "Accepted by the Board" in page and "At a meeting, by vote" in page


def test_the_board_chair_sends_back_with_reasons(signed, role, signed_in):
    agree(signed, by=role("panel-chair"), on=AGREED, version=1, reason=WHY)
    client = signed_in(role("board-chair"))
    url = room(signed) + "send-back/"
    assert (
        "reasons" in client.post(url, answered(client, url, **day(AGREED))).context["form"].errors
    )
    sent = answered(client, url, reasons="Say more of the family.", **day(AGREED))
    assert client.post(url, sent).status_code == 302
    assert fresh(signed).stage == Stage.REPORT
    assert "Say more of the family." in client.get(room(signed)).content.decode()


def test_the_room_offers_what_the_door_accepts(signed, role, signed_in):
    def offered(user):
        return {o.kind.code for o in signed_in(user).get(room(signed)).context["offers"]}

    assert offered(role("reviewer")) == {"reports.draft_saved"}
    assert offered(role("panel-chair")) == {"reports.agreed"}
    assert offered(role("board-chair")) == set()
