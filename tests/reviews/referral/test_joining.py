"""Two referrals about the same child: one case goes on, and both keep what they were."""

import pytest
from django.urls import reverse

from common.deeds import NotNow
from reviews.journey import Stage
from reviews.models import JoinedReferral, Review
from reviews.referral.joining.services import join_case, join_referral
from reviews.referral.services import log_referral
from tests.forms import fill


@pytest.fixture
def words(world):
    return {"by": world.user("coordinator"), "on": world.today}


@pytest.fixture
def twice(world, words):
    return log_referral(
        world.board, **words, source="email", sentence="The same.", referrer="A teacher"
    )


def test_a_case_logged_twice_ends_as_joined_and_its_referral_is_kept(
    world, words, twice, signed_in
):
    goes_on = world.review_at(Stage.PANEL)
    client = signed_in(world.user("coordinator"))
    url = reverse("reviews:join_case", args=[twice.slug])
    assert fill(client, url, to=goes_on, reasons="Both are Child A.").status_code == 302
    ended = Review.objects.get(pk=twice.pk)
    assert ended.stage == Stage.JOINED and not ended.is_running
    row = JoinedReferral.objects.get(former=ended)
    assert (row.review, row.referrer, row.sentence) == (goes_on, "A teacher", "The same.")
    shown = client.get(reverse("reviews:referral", args=[goes_on.slug])).content.decode()
    assert str(twice.reference).replace(" ", "\xa0") in shown
    old = client.get(reverse("reviews:referral", args=[twice.slug])).content.decode()
    assert str(goes_on.reference).replace(" ", "\xa0") in old


def test_what_had_been_joined_before_goes_along(world, words, twice):
    join_referral(twice, **words, received_on=world.today, source="letter", sentence="A third.")
    goes_on = world.review_at(Stage.PANEL)
    join_case(twice, **words, to=goes_on, reasons="The same.")
    assert JoinedReferral.objects.filter(review=goes_on).count() == 2


def test_a_case_is_joined_only_to_another_running_one_of_its_board(world, words, twice):
    theirs = log_referral(
        world.other_board, by=world.user("coordinator", "dc"), on=world.today, source="email",
        sentence="Theirs.",
    )  # fmt: skip
    for wrong in (twice, world.review_at(Stage.CLOSED), theirs):
        with pytest.raises(NotNow):
            join_case(twice, **words, to=wrong, reasons="No.")
    assert Review.objects.get(pk=twice.pk).stage == Stage.REFERRAL


def test_a_commissioned_review_is_not_joined_away(world, words):
    with pytest.raises(NotNow):
        join_case(
            world.review_at(Stage.PANEL), **words, to=world.review_at(Stage.LEARNING), reasons="No."
        )


def test_a_foreign_case_in_the_form_is_no_choice(world, twice, signed_in):
    client = signed_in(world.user("coordinator"))
    theirs = log_referral(
        world.other_board, by=world.user("coordinator", "dc"), on=world.today, source="email",
        sentence="Theirs.",
    )  # fmt: skip
    answer = fill(client, reverse("reviews:join_case", args=[twice.slug]), to=theirs, reasons="No.")
    assert answer.status_code == 200 and "to" in answer.context["form"].errors
