"""An urgent case is commissioned on little; the rest is due by the first panel, and comes once."""

import datetime as dt

import pytest
from django.urls import reverse

from common.deeds import DEEDS
from desk.turns import desk_of
from reviews.decision.services import decide
from reviews.door import ask
from reviews.models import Recommendation, Review
from reviews.recommendation.services import recommend
from tests.forms import fill, open_form

LITTLE = {"course": "concise", "vote": "unanimous", "outline": "Hurt.", "rationale": "Met."}


@pytest.fixture
def urgent(world, review):
    recommend(
        review,
        by=world.user("subgroup-chair"),
        on=dt.date(2024, 2, 5),
        is_urgent=True,
        questions="Who knew?",
        **LITTLE,
    )
    decide(review, by=world.user("board-chair"), on=dt.date(2024, 2, 5), reply="agree")
    return Review.objects.select_related("board", "timetable").get(pk=review.pk)


@pytest.fixture
def page(urgent):
    return reverse("reviews:complete_recommendation", args=[urgent.slug])


def test_a_case_that_is_not_urgent_waits_for_its_period(world, review):
    with pytest.raises(Exception, match="The period to review"):
        recommend(review, by=world.user("subgroup-chair"), on=dt.date(2024, 2, 5), **LITTLE)


def test_it_stands_on_the_chairs_desk_and_warns_the_panel(world, urgent):
    todos = desk_of(world.user("subgroup-chair"), world.today).mine
    mine = [todo.url for todo in todos if todo.reference == str(urgent.reference)]
    assert reverse("reviews:complete_recommendation", args=[urgent.slug]) in mine
    warned = ask(urgent, DEEDS["panels.terms_agreed"], world.user("coordinator")).warnings
    assert "recommendation_incomplete" in {each.code for each in warned}


def test_completing_fills_only_what_was_empty(world, urgent, page, chair):
    form = open_form(chair, page)
    assert not {
        "course",
        "vote",
        "outline",
        "rationale",
        "questions",
        "is_urgent",
        "dissent",
    } & set(form.fields)
    answers = {
        "period_from_on": dt.date(2023, 1, 1),
        "period_until_on": dt.date(2023, 6, 30),
        "period_why": "Birth to event.",
        "media": "none_known",
        "on": dt.date(2024, 2, 20),
    }
    assert fill(chair, page, **answers | {"period_why": ""}).status_code == 200
    assert fill(chair, page, **answers).status_code == 200, "agencies are open, and no reason"
    sent = fill(chair, page, **answers, reason="The agencies are known later.", outline="Other.")
    assert sent.status_code == 302
    paper = Recommendation.objects.get(review=urgent)
    assert (paper.outline, paper.questions) == ("Hurt.", "Who knew?")
    assert (str(paper.completed_on), paper.period_band) == ("2024-02-20", "0-6")
    assert chair.get(page).context["form"] is None, "it is completed once"
    assert (
        "Completed later"
        in chair.get(reverse("reviews:subgroup", args=[urgent.slug])).content.decode()
    )
    warned = ask(urgent, DEEDS["panels.terms_agreed"], world.user("coordinator")).warnings
    assert "recommendation_incomplete" not in {each.code for each in warned}


def test_nothing_is_to_complete_where_it_was_not_urgent(world, chair):
    review = world.review_at("panel")
    assert (
        chair.get(reverse("reviews:complete_recommendation", args=[review.slug])).context["form"]
        is None
    )
