"""A review that ended without being commissioned still owes Welsh Government a notice (§5.8)."""

import datetime as dt

import pytest
from django.urls import reverse

from common.models import OutboxMessage
from deadlines.board_time.services import set_target
from desk.reminders.sweep import sweep
from desk.turns import desk_of
from reviews.decision.services import decide, send_notice
from reviews.deeds import SEND_NOTICE
from reviews.door import ask
from reviews.models import Notice, Review
from tests.browser_forms import tree_of
from tests.desk.reminders.conftest import quiet

LANGUAGES = {
    "en-gb": "Tell Welsh Government of the outcome",
    "cy": "Hysbysu Llywodraeth Cymru o'r canlyniad",
}


@pytest.fixture
def ended(world):
    quiet()
    set_target(
        world.board,
        by=world.user("coordinator"),
        on=world.today,
        key="wg_told_of_outcome",
        value=5,
        unit="working_days",
        from_on=world.today,
    )
    review = world.review_at("decision")
    row = decide(
        review,
        by=world.user("board-chair"),
        on=world.today,
        reply="amend",
        course="no_review",
        reasons="The inquest covers it.",
        reason="It began before.",
    )
    assert row.stage == "no_review"
    for about in ("recommendation", "outcome"):
        if about == "recommendation" and not Notice.objects.filter(review=row).exists():
            send_notice(row, by=world.user("coordinator"), on=world.today, about=about)
    return Review.objects.select_related("board", "timetable").get(pk=row.pk)


def task_of(review, user, day):
    """The line of their desk that leads to the notice of this review."""
    address = reverse("reviews:send_notice", args=[review.slug])
    return next((each for each in desk_of(user, day).mine if each.url == address), None)


@pytest.mark.parametrize("role", ["coordinator", "board-chair"])
def test_the_notice_stands_on_the_desk_with_its_day_until_it_is_sent(world, ended, role):
    user = world.user(role)
    assert task_of(ended, user, world.today).due_on == dt.date(2026, 3, 9)
    send_notice(ended, by=world.user("coordinator"), on=world.today, about="outcome")
    assert task_of(ended, user, world.today) is None


def test_nobody_else_is_given_it(world, ended):
    for role in ("subgroup-chair", "auditor", "outsider"):
        assert task_of(ended, world.user(role), world.today) is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_case_and_the_deadlines_say_so_in_both_languages(
    world, ended, signed_in, settings, language
):
    client = signed_in(world.user("coordinator"))
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = language
    case = tree_of(client.get(ended.get_absolute_url()))
    assert LANGUAGES[language] in case.text_content()
    assert case.xpath(f"//a[@href='{reverse('reviews:send_notice', args=[ended.slug])}']")
    clocks = client.get(reverse("desk:clocks")).content.decode()
    assert str(ended.reference).replace(" ", "\u00a0") in clocks or ended.slug in clocks
    send_notice(ended, by=world.user("coordinator"), on=world.today, about="outcome")
    assert LANGUAGES[language] not in client.get(ended.get_absolute_url()).content.decode()
    assert ended.slug not in client.get(reverse("desk:clocks")).content.decode()


def test_the_digest_reminds_of_it_while_it_is_not_sent(world, ended, settings):
    settings.DEMO_TODAY = "2026-03-23"
    sweep(at_any_hour=True)
    told = OutboxMessage.objects.filter(kind="desk.digest", to=world.user("coordinator").email)
    assert told.exists()


def test_what_a_page_offers_the_door_accepts(world, ended, signed_in):
    assert ask(ended, SEND_NOTICE, world.user("coordinator")).is_yes
