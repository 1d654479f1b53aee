"""A recommendation, complete or bare, and one that the Chair refused."""

import datetime as dt

import pytest

from common.papers import services as papers
from reviews.decision.services import decide, record_discussion
from reviews.models import InvolvedAgency, Recommendation
from reviews.recommendation.services import recommend
from reviews.referral.services import forward, log_referral
from tests.reviews.decision.notice.papers_of import (
    FILLED,
    OUTLINE,
    TODAY,
    VIEWS,
)


@pytest.fixture(autouse=True)
def quiet(monkeypatch, settings, tmp_path):
    """Nothing goes to the broker; files lie in a folder of the test's own."""
    settings.MEDIA_ROOT = tmp_path / "files"
    settings.SECOND_FACTOR_REQUIRED = False
    monkeypatch.setattr(papers.bell, "ring", lambda: None)


@pytest.fixture
def recommended(board, coordinator, subgroup_chair):
    row = log_referral(board, by=coordinator, on=TODAY, source="telephone", sentence="Injury.")
    row = forward(row, by=coordinator, on=TODAY)
    return recommend(
        row,
        by=subgroup_chair,
        on=TODAY,
        course="concise",
        vote="majority",
        dissent="Two members saw no lesson for more than one agency.",
        outline=OUTLINE,
        rationale="The criteria of regulation 4 are met.",
        period_from_on=dt.date(2025, 2, 1),
        period_until_on=dt.date(2026, 1, 31),
        period_why="The family moved to the area then.",
    )


@pytest.fixture
def refused(recommended, board_chair, coordinator):
    """The Chair disagreed, the Board discussed it, and the answer stays no."""
    row = decide(
        recommended, by=board_chair, on=TODAY, reply="disagree", reasons="An inquest will do."
    )
    row = record_discussion(row, by=coordinator, on=TODAY, views="The Board was of two minds.")
    return decide(
        row,
        by=board_chair,
        on=TODAY,
        reply="final",
        course="no_review",
        reasons="The inquest covers it.",
        conflicting_views=VIEWS,
    )


@pytest.fixture
def filled(recommended, agency):
    Recommendation.objects.filter(pk=recommended.pk).update(**FILLED)
    InvolvedAgency.objects.create(
        review=recommended, agency=agency, contact_name="Siwan Rhys", contact_title="manager"
    )
    InvolvedAgency.objects.create(review=recommended, other_name="The swimming club")
    return type(recommended).objects.get(pk=recommended.pk)
