"""A case with the sub-group, and its form as a browser fills it in."""

import datetime as dt

import pytest
from django.urls import reverse

from reviews.journey import Stage
from tests.forms import fill, open_form, typed

ENOUGH = {
    "outline": "Child A was hurt.",
    "course": "concise",
    "vote": "unanimous",
    "rationale": "The criteria are met.",
    "period_from_on": dt.date(2023, 1, 1),
    "period_until_on": dt.date(2023, 12, 31),
    "period_why": "The twelve months before.",
}


@pytest.fixture
def review(world):
    return world.review_at(Stage.RECOMMENDATION)


@pytest.fixture
def url(review):
    return reverse("reviews:recommend", args=[review.slug])


@pytest.fixture
def check_url(review):
    return reverse("reviews:check_recommendation", args=[review.slug])


@pytest.fixture
def chair(world, signed_in):
    return signed_in(world.user("subgroup-chair"))


@pytest.fixture
def coordinator_at(world, signed_in):
    return signed_in(world.user("coordinator"))


@pytest.fixture
def whole(world):
    """Every box answered."""
    agency = world.person("panel-member").memberships.get().agency
    return ENOUGH | {
        "sitting_on": dt.date(2024, 2, 1),
        "sitting_mode": "online",
        "present": [str(world.person("subgroup-chair").pk)],
        "others_present": "Named nurse, Gorse Coast\nHead of safeguarding",
        "apologies": [str(world.person("subgroup-member").pk)],
        "interests": "None.",
        "legal_status": "Not looked after.",
        "safeguarding_action": "Moved to an aunt.",
        "reviews_considered": "A homicide review.",
        "alternatives_considered": "A forum.",
        "other_review_needs": "None.",
        "agencies": [str(agency.pk), "other"],
        f"contact_name_{agency.pk}": "Ann Other",
        f"contact_title_{agency.pk}": "Team manager",
        "other_name_1": "A coroner",
        "chairing_agency": str(agency.pk),
        "chair_who": "Ben Gorse, head of service",
        "chair_is_independent": "yes",
        "chair_why": "Works elsewhere.",
        "questions": "Who knew?\nWho was told?",
        "reviewer_needed": "yes",
        "reviewer_known": "no",
        "further_issues": "Was the dentist asked?",
        "reviewer_cost": "£4,500",
        "reviewer_cost_met_by": "The board's budget.",
        "additional_cost": "250.50",
        "additional_cost_for": "Translation.",
        "first_panel_on": dt.date(2024, 4, 8),
        "is_in_time": "no",
        "time_issues": "A trial.",
        "report_expected_on": "9 2024",
        "media": "likely",
        "media_issues": "A local paper asks.",
    }


@pytest.fixture
def draft_it(url):
    """Open the form, fill it in, save the draft; or go on to the check."""

    def save(client, then="", **answers):
        data = typed(open_form(client, url), **answers)
        return client.post(url, data | ({"then": then} if then else {}))

    return save


@pytest.fixture
def sign(check_url):
    def make(client, **answers):
        return fill(client, check_url, **{"on": dt.date(2024, 2, 5)} | answers)

    return make
