"""An end off the usual road says why, on whose advice, where it goes on, and who was told."""

import datetime as dt

import pytest
from django.urls import reverse

from reviews.models import Confirmation, Ending
from tests.forms import fill

URL = "reviews:end"


@pytest.fixture
def review(world):
    return world.review_at("panel")


def test_a_transfer_says_to_which_board_and_who_was_told(world, review, signed_in):
    client = signed_in(world.user("board-chair"))
    url = reverse(URL, args=[review.slug])
    words = {"way": "transfer", "reasons": "The child lived there.", "advice": "Counsel, 3 May."}
    assert "Say which board" in fill(client, url, **words).content.decode()
    words |= {
        "goes_to": "Dyffryn Celyn",
        "their_reference": "DC 9/2026",
        "told": "All agencies.",
        "told_on": world.today,
        "government_told_on": world.today,
    }
    assert fill(client, url, **words, on=world.today).status_code == 302
    ending = Ending.objects.get(review=review)
    assert (ending.goes_to, ending.their_reference) == ("Dyffryn Celyn", "DC 9/2026")
    page = client.get(review.get_absolute_url()).content.decode()
    for told in ("Dyffryn Celyn", "Counsel, 3 May.", "All agencies."):
        assert told in page


def test_who_was_told_afterwards_is_added_and_nothing_is_lost(world, review, signed_in):
    client = signed_in(world.user("board-chair"))
    words = {"way": "discontinue", "reasons": "It ended.", "told": "The panel."}
    fill(client, reverse(URL, args=[review.slug]), **words, on=world.today)
    told = reverse("reviews:tell_of_end", args=[review.slug])
    assert fill(client, told).status_code == 200
    future = world.today + dt.timedelta(days=2)
    assert fill(client, told, government_told_on=future).status_code == 200
    answer = fill(client, told, told="The family.", government_told_on=world.today)
    assert answer.status_code == 302
    ending = Ending.objects.get(review=review)
    assert ending.told == "The panel.\nThe family."
    assert ending.government_told_on == world.today


def test_the_coordinator_records_that_the_chair_ended_it(world, review, signed_in):
    client = signed_in(world.user("coordinator"))
    url = reverse(URL, args=[review.slug])
    words = {"way": "convert", "reasons": "A SUSR.", "their_reference": "SUSR 4", "on": world.today}
    assert fill(client, url, **words).status_code == 200
    chair = world.person("board-chair")
    answer = fill(client, url, **words, decided_by=chair, known_how="email", known_where="A mail.")
    assert answer.status_code == 302, answer.context["form"].errors
    assert Confirmation.objects.get(review=review).person == chair
