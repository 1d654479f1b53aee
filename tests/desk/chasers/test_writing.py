"""A reminder is drafted in both languages, read over, and goes in each reader's own."""

import pytest
from django.urls import reverse

from common.models import OutboxMessage
from reviews.journey import Stage
from tests.walking import CHILD


@pytest.fixture
def review(world):
    return world.review_at(Stage.TIMELINES)


@pytest.fixture
def drafts(world, review, signed_in):
    page = signed_in(world.user("coordinator")).get(address(review))
    form = page.context["form"]
    return {name: form[name].value() for name in ("text_cy", "text_en", "key", "opened_at")}


def address(review):
    return reverse("desk:write_reminder", args=[review.slug])


@pytest.fixture
def write(world, review, signed_in, drafts):
    """`write(text_en=…)` sends the form of the page, with what was changed."""
    client = signed_in(world.user("coordinator"))

    def send(**changed):
        people = [world.person("reviewer").pk, world.person("panel-member").pk]
        return client.post(address(review), drafts | {"people": people} | changed)

    return send


def test_it_goes_as_changed_and_in_the_readers_language(world, review, drafts, write):
    member = world.person("panel-member")
    member.language = "cy"
    member.save()
    assert str(review.reference) in drafts["text_en"]
    assert "Dyddiad" in drafts["text_cy"]
    assert write(text_en="Please ring me.", text_cy="Ffoniwch fi.").status_code == 302
    sent = OutboxMessage.objects.filter(kind="desk.written", case=review.pk)
    texts = {message.to: message.text for message in sent}
    assert "Please ring me." in texts["reviewer@be.test"]
    assert "Ffoniwch fi." in texts["panel-member@be.test"]
    assert "Please ring me." not in texts["panel-member@be.test"]


def test_sent_twice_it_goes_once(review, write):
    assert [write().status_code, write().status_code] == [302, 302]
    assert OutboxMessage.objects.filter(kind="desk.written").count() == 2


def test_a_name_of_the_child_is_refused_and_nothing_typed_is_lost(review, write):
    answer = write(text_en=f"{CHILD}: please ring me.")
    assert answer.status_code == 200
    assert "A message never names them" in answer.content.decode()
    assert "please ring me." in answer.content.decode()
    assert not OutboxMessage.objects.filter(kind="desk.written").exists()


def test_whoever_has_no_part_in_it_is_not_written_to(world, review, write):
    assert write(people=[world.person("outsider").pk]).status_code == 200
    assert not OutboxMessage.objects.filter(kind="desk.written").exists()
