"""What was sent to whom, and what did not arrive."""

import pytest
from django.urls import reverse

from common import clock
from common.models import OutboxMessage
from desk.models import ToldOtherwise
from desk.turns import desk_of
from reviews.journey import Stage

OTHER_WAY = "Tell them another way: a message was not delivered"


@pytest.fixture
def review(world):
    return world.review_at(Stage.TIMELINES)


@pytest.fixture
def failed(review):
    """One of the messages about the review was refused for good."""
    message = OutboxMessage.objects.filter(case=review.pk).exclude(person=None).latest("pk")
    message.failed_at, message.last_error = clock.now(), "refused-550"
    message.save(update_fields=["failed_at", "last_error"])
    return message


def test_the_page_of_the_case_says_what_went_to_whom(world, review, failed, signed_in):
    page = signed_in(world.user("coordinator")).get(reverse("desk:sent", args=[review.slug]))
    assert failed.subject in page.content.decode()
    assert "does not accept this address" in page.content.decode()
    failures = page.client.get(page.request["PATH_INFO"], {"show": "failed"}).context["rows"]
    assert [row.message for row in failures] == [failed]
    assert page.client.get(page.request["PATH_INFO"], {"show": "\x00"}).status_code == 200


def test_a_failure_is_a_task_until_they_were_told_another_way(world, review, failed, signed_in):
    user = world.user("coordinator")

    def tasks():
        mine = desk_of(user, world.today).mine
        return [todo for todo in mine if todo.label == OTHER_WAY]

    assert len(tasks()) == 1
    client = signed_in(user)
    day = {"on_day": "2", "on_month": "3", "on_year": "2026"}
    answer = client.post(tasks()[0].url, {"how": "telephone", "opened_at": review.stage} | day)
    assert answer.status_code == 302
    assert ToldOtherwise.objects.get().how == "telephone"
    assert tasks() == []
    assert "By telephone" in client.get(answer.url).content.decode()


def test_the_page_of_the_board_shows_only_what_the_reader_may_open(
    world, review, failed, signed_in, django_assert_max_num_queries
):
    address = reverse("desk:board_sent", args=["be"]) + "?show=failed"
    with django_assert_max_num_queries(40):
        page = signed_in(world.user("coordinator")).get(address)
    assert failed.subject in page.content.decode()
    excluded = signed_in(world.user("excluded")).get(address)
    assert excluded.status_code == 200
    assert excluded.context["rows"] == []
    for role in ("outsider", "panel-chair", "root"):
        assert signed_in(world.user(role)).get(address).status_code == 404
