"""What the board has not decided stays its own to decide, wherever the referrer has got to."""

import datetime as dt

import pytest
from django.urls import reverse

from common.models import OutboxMessage
from reviews.models import PublicReferral, PublicState
from reviews.referral.incoming import services as incoming
from reviews.referral.public import services
from tests.browser_forms import form_of
from tests.forms import fill
from tests.reviews.referral.test_public import SECRET, begin, opened, put, tasks_of, waiting

LANGUAGES = ["en-gb", "cy"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_two_people_set_a_referral_aside_and_its_referrer_reads_why(world, signed_in, language):
    row = waiting(world)
    url = reverse("reviews:set_aside_referral", args=[row.uuid])
    first, second = (signed_in(world.user(role)) for role in ("coordinator", "board-chair"))
    for client in (first, second):
        client.cookies.load({"language": language})
    form = form_of(first.get(url)).fill(note="Another service is meant.")
    assert form.send(first, url).status_code == 302
    row.refresh_from_db()
    assert row.state == PublicState.SENT, "one person alone refuses nothing"
    assert not OutboxMessage.objects.filter(kind="reviews.refer_set_aside").exists()
    assert tasks_of(world, row, "board-chair")
    again = form_of(first.get(url))
    assert again.send(first, url).status_code == 302
    row.refresh_from_db()
    assert row.state == PublicState.SENT, "nor twice"
    agreed = form_of(second.get(url))
    assert agreed.data["note"] == "Another service is meant."
    assert agreed.send(second, url).status_code == 302
    row.refresh_from_db()
    assert row.state == PublicState.SET_ASIDE
    assert not tasks_of(world, row)
    mail = OutboxMessage.objects.get(kind="reviews.refer_set_aside")
    assert "Another service" not in mail.text
    stranger = signed_in()
    page = stranger.get(opened(stranger, "reviews.refer_set_aside")).content.decode()
    assert "Another service is meant." in page


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["accept_referral", "accept_into", "return_referral"])
def test_the_board_may_always_act_on_what_was_sent_back_to_the_referrer(
    world, signed_in, settings, language, name
):
    row = waiting(world)
    client = signed_in(world.user("coordinator"))
    client.cookies.load({"language": language})
    ask = reverse("reviews:return_referral", args=[row.uuid])
    assert fill(client, ask, wanted=["when"]).status_code == 302
    settings.DEMO_TODAY = "2026-03-20"  # the link has run out
    client = signed_in(world.user("coordinator"))
    client.cookies.load({"language": language})
    url = reverse(f"reviews:{name}", args=[row.uuid])
    page = client.get(url)
    assert page.status_code == 200
    form = form_of(page)
    if name == "return_referral":
        form.fill(wanted=["when"])
    form.plausible(world.today)
    assert form.send(client, url).status_code == 302
    row.refresh_from_db()
    expected = PublicState.RETURNED if name == "return_referral" else PublicState.ACCEPTED
    assert row.state == expected


def test_a_referrer_is_reminded_once_of_what_was_saved_and_not_sent(world, signed_in, settings):
    client = signed_in()
    begin(client, world.board)
    address = opened(client)
    put(client, address, save="1", sentence="Half of it.")
    assert services.remind_the_silent() == 0
    settings.DEMO_TODAY = "2026-03-10"
    assert (services.remind_the_silent(), services.remind_the_silent()) == (1, 0)
    mail = OutboxMessage.objects.get(kind="reviews.refer_reminder")
    assert "Half of it." not in mail.text
    later = signed_in()
    assert "Half of it." in later.get(opened(later, "reviews.refer_reminder")).content.decode()


def test_a_referrer_who_does_not_answer_is_reminded_once(world, signed_in, settings):
    row = waiting(world)
    client = signed_in(world.user("coordinator"))
    fill(client, reverse("reviews:return_referral", args=[row.uuid]), wanted=["when"])
    settings.DEMO_TODAY = "2026-03-10"
    assert (services.remind_the_silent(), services.remind_the_silent()) == (1, 0)
    assert OutboxMessage.objects.filter(kind="reviews.refer_reminder").count() == 1


@pytest.mark.parametrize("is_refused", [False, True])
def test_a_waiting_or_refused_referral_is_found_by_the_name_of_its_child(
    world, signed_in, is_refused
):
    row = waiting(world)
    if is_refused:
        by, chair = world.user("coordinator"), world.user("board-chair")
        incoming.propose_aside(row, by=by, on=world.today, note="Another service.")
        incoming.set_aside(row, by=chair, on=world.today, note="Another service.")
    search = reverse("reviews:search_names")
    page = signed_in(world.user("coordinator")).post(search, {"name": SECRET}).content.decode()
    assert row.receipt in page
    other = signed_in(world.user("coordinator", "dc")).post(search, {"name": SECRET})
    assert row.receipt not in other.content.decode()


def test_a_telephone_call_about_the_same_child_finds_the_waiting_referral(world, signed_in):
    row = waiting(world)
    client = signed_in(world.user("coordinator"))
    page = fill(client, reverse("reviews:log"), sentence="A call.", child_name=SECRET)
    assert page.status_code == 200
    assert row.receipt in page.content.decode()


def test_the_oldest_that_waits_stands_first_however_many_there_are(world, signed_in):
    old = waiting(world)
    assert old.sent_at is not None
    for number in range(110):
        row = waiting(world)
        PublicReferral.objects.filter(pk=row.pk).update(
            state=PublicState.SENT if number % 2 else PublicState.RETURNED,
            sent_at=old.sent_at + dt.timedelta(hours=number + 1),
        )
    page = signed_in(world.user("coordinator")).get(reverse("reviews:incoming"))
    rows = list(page.context["rows"])
    assert rows[0] == old
    assert len(rows) == 50
