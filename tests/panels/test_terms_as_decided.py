"""The panel starts from what the Chair decided, not from what the sub-group had recommended."""

import datetime as dt

import pytest
from django.urls import reverse

from boards.models import Agency
from panels.panel.coverage import coverage, gap_counts
from reviews.decision.amending import agencies_as_decided
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


def test_coverage_and_fitting_start_from_the_agencies_as_decided(world):
    """A line of the Chair's that names an agency of the list is that one, in either language."""
    review = world.review_at(Stage.PANEL)
    police = Agency.objects.filter(code__startswith="be-").first()
    decision = Decision.objects.get(review=review)
    decision.amendments.create(
        field="agencies", old="", new=f"{police.name_cy.upper()}\nThe swimming club"
    )
    rows = [row for row in coverage(review, []) if row.is_involved]
    assert [(row.agency, row.name) for row in rows] == [
        (police, str(police)),
        (None, "The swimming club"),
    ]
    assert gap_counts([review])[review.pk] >= 1
    (decided,) = agencies_as_decided([review]).values()
    assert [each.agency for each in decided] == [police, None]
