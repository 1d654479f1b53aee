"""A recommendation that was signed on paper is recorded with its day and how it is known."""

import pytest

from reviews.models import Provenance
from tests.browser_forms import form_of
from tests.reviews.recommendation.conftest import ENOUGH


@pytest.mark.parametrize("language", ["en", "cy"])
def test_one_that_was_signed_on_paper_is_recorded_from_its_page(
    review, check_url, coordinator_at, world, draft_it, language
):
    draft_it(coordinator_at, **ENOUGH)
    coordinator_at.cookies.load({"language": language})
    form = form_of(coordinator_at.get(check_url))
    form.fill(
        decided_by=world.person("subgroup-chair"),
        is_past=["is_past"],
        known_how="paper",
        known_where="The signed form, file 3.",
        reason="Made on the paper form.",
        on_day="5",
        on_month="2",
        on_year="2024",
    )
    answer = form.send(coordinator_at, check_url)
    assert answer.status_code == 302
    review.refresh_from_db()
    assert review.stage == "decision"
    kept = Provenance.objects.get(review=review, deed="reviews.recommended")
    assert (kept.how, kept.where) == ("paper", "The signed form, file 3.")
    assert review.recommendation.recommended_by == world.person("subgroup-chair")
