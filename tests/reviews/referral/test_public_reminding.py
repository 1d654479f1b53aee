"""Whoever wrote a referral on the public page is reminded that the board does not have it."""

import datetime as dt

import pytest
from django.urls import reverse

from common.models import OutboxMessage
from reviews.models import PublicReferral
from reviews.referral.incoming.services import ask_for_more
from reviews.referral.public.reminding import remind_writers
from reviews.referral.public.services import forget_the_unsent, start
from tests.reviews.referral.test_public import ANSWERS, SECRET, begin, opened, put, waiting


@pytest.fixture
def after(settings, world):
    """Set the clock so many days later, and send what is due."""

    first = world.today  # which moves with the clock

    def go(days):
        settings.DEMO_TODAY = (first + dt.timedelta(days=days)).isoformat()
        return remind_writers()

    return go


def test_one_that_was_saved_and_not_sent_is_reminded_of_twice_and_then_forgotten(
    world, signed_in, after
):
    client = signed_in()
    begin(client, world.board)
    put(client, opened(client), **ANSWERS, save="1")
    assert [after(day) for day in (0, 6, 7, 7, 8, 11, 12, 13)] == [0, 0, 1, 0, 0, 0, 1, 0]
    mail = OutboxMessage.objects.filter(kind="reviews.refer_not_sent").latest("pk")
    assert mail.to == "nyrs@iechyd.test" and SECRET not in mail.text + mail.subject
    page = client.get(opened(client, "reviews.refer_not_sent"))
    assert page.status_code == 200 or SECRET in client.get(page.url).content.decode()
    after(14)
    assert forget_the_unsent() == 1, "a reminder does not keep it longer"


def test_what_is_saved_again_begins_the_days_anew_and_what_is_sent_is_not_reminded_of(
    world, signed_in, after
):
    client = signed_in()
    begin(client, world.board)
    put(client, opened(client), **ANSWERS, save="1")
    assert after(7) == 1
    put(client, opened(client, "reviews.refer_not_sent"), **ANSWERS, save="1")
    assert after(12) == 0 and after(14) == 1
    put(client, opened(client, "reviews.refer_not_sent"), **ANSWERS, send="1")
    assert after(30) == 0


def test_nobody_is_reminded_of_a_link_that_was_never_used(world, after):
    start(world.board, email="somebody@else.test", language="")
    assert after(10) == 0


@pytest.mark.parametrize(
    ("language", "words"), [("en-gb", "still waiting"), ("cy", "yn dal i aros")]
)
def test_whoever_was_asked_for_more_is_reminded_and_the_link_does_not_die(
    world, signed_in, after, language, words
):
    row = waiting(world)
    PublicReferral.objects.filter(pk=row.pk).update(language=language)
    ask_for_more(row, by=world.user("coordinator"), on=world.today, wanted=["when"])
    assert [after(day) for day in (6, 7, 13, 14, 21, 28, 40)] == [0, 1, 0, 1, 1, 0, 0]
    mail = OutboxMessage.objects.filter(kind="reviews.refer_still_asked").latest("pk")
    assert words in mail.subject and SECRET not in mail.text
    after(34)
    client = signed_in()
    address = opened(client, "reviews.refer_still_asked")
    assert address == reverse("refer:write", args=[row.uuid])
    assert SECRET in client.get(address).content.decode()
