"""What was done at once, recorded wrongly: corrected or withdrawn, with the reason."""

import pytest
from django.urls import reverse

from common.deeds import NotNow
from reviews.models import EarlyAction
from reviews.referral.early_actions.services import correct_early_action, record_early_action
from tests.forms import fill, open_form, typed


@pytest.fixture
def review(world):
    return world.review_at("panel")


@pytest.fixture
def row(world, review) -> EarlyAction:
    return record_early_action(
        review,
        by=world.user("coordinator"),
        on=world.today,
        kind="safeguarding",
        what="Moved to an aunt.",
        other_agency="A hospital",
    )


def url(review, row):
    return reverse("reviews:correct_early_action", args=[review.slug, row.uuid])


def test_it_is_corrected_and_what_was_recorded_first_is_kept(world, review, row, signed_in):
    client = signed_in(world.user("coordinator"))
    form = open_form(client, url(review, row))
    assert form["what"].value() == "Moved to an aunt."
    facts = {"outcome": "corrected", "what": "Moved to a foster home."}
    lacking = client.post(url(review, row), typed(form, **facts))
    assert "why" in lacking.context["form"].errors
    assert "Moved to a foster home." in lacking.content.decode()
    answer = client.post(url(review, row), typed(form, **facts, why="Misheard."))
    assert answer.status_code == 302, answer.context["form"].errors
    standing = review.early_actions.standing().get()
    assert (standing.what, standing.replaces) == ("Moved to a foster home.", row)
    page = client.get(reverse("reviews:referral", args=[review.slug])).content.decode()
    for told in ("Moved to a foster home.", "Moved to an aunt.", "Misheard."):
        assert told in page


def test_it_is_withdrawn_once(world, review, row, signed_in):
    client = signed_in(world.user("panel-chair"))
    answer = fill(client, url(review, row), outcome="withdrawn", what="", why="It was not done.")
    assert answer.status_code == 302, answer.context["form"].errors
    assert not review.early_actions.standing().exists()
    assert client.get(url(review, row)).status_code == 404
    words = {"by": world.user("coordinator"), "on": world.today, "row": row}
    with pytest.raises(NotNow):
        correct_early_action(review, **words, outcome="withdrawn", why="Again.")


@pytest.mark.parametrize("why", ["", "\x00", "x" * 2001])
def test_bad_input_is_said_and_changes_nothing(world, review, row, signed_in, why):
    client = signed_in(world.user("coordinator"))
    answer = fill(client, url(review, row), outcome="withdrawn", why=why)
    assert answer.status_code == 200
    assert review.early_actions.standing().exists()


def test_to_whom_it_opens(world, review, row, signed_in):
    for role, status in {
        "coordinator": 200,
        "subgroup-chair": 200,
        "panel-chair": 200,
        "board-chair": 403,
        "reviewer": 403,
        "auditor": 403,
        "outsider": 404,
        "excluded": 404,
        "former-member": 404,
    }.items():
        assert signed_in(world.user(role)).get(url(review, row)).status_code == status, role
    other = world.review_at("timelines")
    assert signed_in(world.user("coordinator")).get(url(other, row)).status_code == 404
