"""The panel starts from what the Chair decided, not from what the sub-group had recommended."""

import datetime as dt

import pytest
from django.urls import reverse

from reviews.journey import Stage
from reviews.models import Decision
from tests.browser_forms import form_of

DECIDED = {
    "period_from_on": "2022-07-01",
    "period_until_on": "2023-06-30",
    "questions": "Was the father known?",
    "further_issues": "Was the dentist asked?",
}


@pytest.mark.parametrize("language", ["en", "cy"])
def test_the_terms_open_with_the_chairs_amendments(world, signed_in, language):
    review = world.review_at(Stage.PANEL)
    decision = Decision.objects.get(review=review)
    for field, new in DECIDED.items():
        decision.amendments.create(field=field, old="", new=new)
    client = signed_in(world.user("panel-chair"))
    client.cookies.load({"language": language})
    form = form_of(client.get(reverse("panels:agree_terms", args=[review.slug])))
    first = dt.date.fromisoformat(DECIDED["period_from_on"])
    sent = form.data
    assert [sent[f"period_from_on_{box}"] for box in ("day", "month", "year")] == [
        str(first.day),
        str(first.month),
        str(first.year),
    ]
    assert sent["questions"].strip() == DECIDED["questions"]
    assert sent["issues"].strip() == DECIDED["further_issues"]
