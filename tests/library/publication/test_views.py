"""The pages of publication: who sees them, what they offer, what they take."""

import uuid

import pytest
from django.urls import reverse

from library.models import DisclosureCheck, Publication, Submission
from reviews.people.services import appoint, declare_interest
from tests.library.conftest import ACCEPTED, FIRST_DAY, SENT

PAGES = [
    "room",
    "text_ready",
    "check",
    "waive_welsh",
    "send",
    "receive",
    "agree_earlier",
    "publish",
    "take_down",
    "decide_not",
]


@pytest.fixture(autouse=True)
def one_factor(settings):
    """Signing in has tests of its own."""
    settings.SECOND_FACTOR_REQUIRED = False


@pytest.mark.parametrize("name", PAGES)
def test_every_page_asks_for_an_account_and_its_second_factor(
    sent, client, coordinator, settings, name
):
    settings.SECOND_FACTOR_REQUIRED = True
    assert reverse("account_login") in client.get(page(sent, name)).url
    client.force_login(coordinator)
    assert client.get(page(sent, name)).url == reverse("mfa_index")


def page(review, name):
    return reverse(f"publication:{name}", args=[review.slug])


def posted(day, **fields):
    boxes = {f"on_{part}": getattr(day, part) for part in ("day", "month", "year")}
    return {"key": uuid.uuid4(), "opened_at": "follow_through"} | boxes | fields


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("who", ["outsider", "other_board_coordinator", "superuser"])
def test_a_stranger_gets_404(sent, client, request, name, who):
    client.force_login(request.getfixturevalue(who))
    assert client.get(page(sent, name)).status_code == 404
    assert client.post(page(sent, name)).status_code == 404


def test_somebody_named_in_the_case_gets_404(sent, client, coordinator):
    declare_interest(sent, by=coordinator, on=SENT, grade="out", what="Named.")
    client.force_login(coordinator)
    assert client.get(page(sent, "room")).status_code == 404


@pytest.mark.parametrize("language", ["en-gb", "cy"])
def test_the_room_shows_the_first_day_with_its_rule_and_standing(
    sent, client, coordinator, language
):
    coordinator.person.language = language
    coordinator.person.save()
    client.force_login(coordinator)
    client.cookies["language"] = language
    text = client.get(page(sent, "room")).content.decode()
    assert ("3 March 2025" if language == "en-gb" else "3 Mawrth 2025") in text
    if language == "en-gb":
        assert "Assumed: to be checked against the guidance" in text
        assert "Not to be published before" in text


def test_a_page_offers_only_what_the_door_accepts(sent, client, coordinator, board_chair):
    client.force_login(coordinator)
    text = client.get(page(sent, "room")).content.decode()
    assert page(sent, "receive") in text
    assert page(sent, "take_down") not in text
    assert page(sent, "text_ready") not in text


def test_the_author_is_not_offered_the_check_and_is_refused_it(
    with_texts, client, subgroup_chair, coordinator
):
    appoint(
        with_texts, by=coordinator, on=ACCEPTED, person=subgroup_chair.person, capacity="reviewer"
    )
    client.force_login(subgroup_chair)
    assert page(with_texts, "check") not in client.get(page(with_texts, "room")).content.decode()
    assert client.get(page(with_texts, "check")).status_code == 403
    fields = posted(ACCEPTED, language="en", finding="clear")
    assert client.post(page(with_texts, "check"), fields).status_code == 403
    assert not DisclosureCheck.objects.exists()


def test_a_check_is_recorded_from_its_page(with_texts, client, subgroup_chair):
    client.force_login(subgroup_chair)
    fields = posted(ACCEPTED, language="en", finding="changes")
    assert b"This is needed." in client.post(page(with_texts, "check"), fields).content
    answer = client.post(page(with_texts, "check"), fields | {"notes": "The name of the school."})
    assert answer.url == page(with_texts, "room")
    assert DisclosureCheck.objects.get().notes == "The name of the school."


def test_a_plan_made_today_keeps_the_two_weeks(checked, client, coordinator, on_day):
    """Publication on 3 March: sent by 17 February, not on the 18th."""
    day = on_day(SENT.replace(day=18))
    client.force_login(coordinator)
    plan = {
        "planned_publication_on_day": 3,
        "planned_publication_on_month": 3,
        "planned_publication_on_year": 2025,
    }
    text = client.post(page(checked, "send"), posted(day, **plan)).content.decode()
    assert "Earliest possible date: 4 March 2025." in text
    assert "it had to be sent by: 17 February 2025." in text
    assert not Submission.objects.exists()
    assert client.post(page(checked, "send"), posted(SENT, **plan)).status_code == 302


def test_the_same_form_twice_publishes_once(sent, client, coordinator, on_day):
    on_day(FIRST_DAY)
    client.force_login(coordinator)
    fields = posted(FIRST_DAY, address="https://be.example.wales/1")
    first = client.post(page(sent, "publish"), fields)
    second = client.post(page(sent, "publish"), fields)
    assert (first.status_code, second.status_code, first.url) == (302, 302, second.url)
    assert Publication.objects.count() == 1


def test_too_early_the_page_takes_only_what_has_already_happened(sent, client, coordinator, on_day):
    day = on_day(SENT.replace(day=20))
    client.force_login(coordinator)
    text = client.get(page(sent, "publish")).content.decode()
    assert "You cannot do this today." in text
    fields = posted(day, address="https://be.example.wales/1", reason="Wanted.")
    assert client.post(page(sent, "publish"), fields).status_code == 200
    assert not Publication.objects.exists()
    earlier = posted(SENT, address="https://be.example.wales/1")
    assert b"Explain why" in client.post(page(sent, "publish"), earlier).content
    earlier |= {"reason": "Put up by mistake.", "is_past": "is_past"}
    assert client.post(page(sent, "publish"), earlier).status_code == 200
    earlier |= {"known_how": "email", "known_where": "The web team's mail."}
    assert client.post(page(sent, "publish"), earlier).status_code == 302
    assert Publication.objects.get().departs_why == "Put up by mistake."


def test_a_reviewer_reads_the_room_and_does_nothing_in_it(sent, client, reviewer):
    client.force_login(reviewer)
    assert client.get(page(sent, "room")).status_code == 200
    for name in PAGES[1:]:
        assert client.get(page(sent, name)).status_code == 403
