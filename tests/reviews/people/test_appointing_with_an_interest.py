"""Somebody is appointed with an interest that was declared: as the page is filled in and sent."""

import pytest
from django.urls import reverse

from reviews.capacities import Grade
from reviews.journey import Stage
from reviews.models import Interest
from tests.browser_forms import form_of


@pytest.mark.parametrize("language", ["en", "cy"])
@pytest.mark.parametrize("grade", [Grade.INVOLVED, Grade.MANAGED])
def test_the_interest_is_recorded_with_the_words_that_were_typed(world, signed_in, language, grade):
    review = world.review_at(Stage.PANEL)
    client = signed_in(world.user("coordinator"))
    client.cookies.load({"language": language})
    address = reverse("reviews:appoint", args=[review.slug])
    form = form_of(client.get(address))
    assert form.data.getlist("interest_what") == [""]
    person = world.person("outsider")
    form.fill(
        person=person,
        capacity="panel_member",
        agency=world.person("panel-member").memberships.get().agency,
        interest=grade,
        interest_what="Their team knew the family.",
        reason="Nobody else is free.",
    )
    answer = form.send(client, address)
    assert answer.status_code == 302, answer.context["form"].errors
    kept = Interest.objects.get(review=review, person=person)
    assert (kept.grade, kept.reason) == (grade, "Their team knew the family.")
