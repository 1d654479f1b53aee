"""Whose turn it is, and what closing asks."""

import datetime as dt

import pytest

from action_plans.ending import services as ending
from action_plans.plan import services as plans
from common.deeds import NotNow
from library import room
from library.publication import services
from reviews import rooms
from reviews.capacities import Capacity
from reviews.closing.services import close
from reviews.deeds import CLOSE
from reviews.door import ask
from reviews.models import Departure, Notice, Review
from reviews.people.services import appoint
from tests.library.conftest import ACCEPTED, FIRST_DAY, SENT


def turns(review, on):
    return {turn.kind.code: turn for turn in room.turns([review], None, on) if turn.kind}


def missing(review, by):
    return {obstacle.code for obstacle in ask(review, CLOSE, by).obstacles}


def test_after_acceptance_the_texts_and_the_sending_wait(review):
    assert set(turns(review, ACCEPTED)) == {"library.text_ready", "library.sent_to_government"}


def test_once_sent_publishing_is_due_on_its_first_day(sent):
    waiting = turns(sent, SENT)
    assert set(waiting) == {"library.received_by_government", "library.published"}
    assert waiting["library.published"].due_on == FIRST_DAY


def test_once_published_nothing_waits(published):
    assert turns(published, FIRST_DAY) == {}
    assert room.states([published], None)[published.pk] == room.PUBLISHED


def test_turns_are_read_in_as_many_queries_however_many_reviews(
    sent, django_assert_max_num_queries
):
    """The board's and the timetable's row come with the list of reviews."""
    rows = list(Review.objects.select_related("board", "timetable"))
    with django_assert_max_num_queries(13):  # six of them the dates of the reviews
        list(room.turns(rows, None, SENT))


def test_closing_asks_for_sending_and_publication(review, coordinator):
    assert missing(review, coordinator) >= {"not_sent", "not_published"}


def test_closing_asks_for_both_notices(published, coordinator):
    Notice.objects.all().delete()
    assert missing(published, coordinator) >= {
        "notice_due_recommendation",
        "notice_due_outcome",
    }


def test_a_published_review_is_closed(published, coordinator, only_these_rooms):
    row = close(published, by=coordinator, on=FIRST_DAY, difference="Every school now asks.")
    assert (row.stage, row.ending.difference) == ("closed", "Every school now asks.")


def test_a_review_decided_not_to_be_published_is_closed(
    sent, coordinator, board_chair, only_these_rooms
):
    services.decide_not_to_publish(sent, by=board_chair, on=SENT, reasons="It would harm her.")
    assert close(sent, by=coordinator, on=SENT, difference="Known.").stage == "closed"


def test_every_room_is_asked_and_then_it_closes(published, coordinator, board_chair, panel_chair):
    """With the report out and the plan finalised, approved and sent, no room has anything left."""
    assert missing(published, coordinator) == {"plan_not_final"}
    row = published
    appoint(
        row,
        by=coordinator,
        on=FIRST_DAY,
        person=panel_chair.person,
        capacity=Capacity.PANEL_CHAIR,
        is_independent=True,
    )
    plans.write_outline(
        row,
        by=panel_chair,
        on=FIRST_DAY,
        version=0,
        outline="Nothing to add.",
        no_action_because="The agencies have acted already.",
    )
    plans.finalise(row, by=panel_chair, on=FIRST_DAY)
    plans.approve(row, by=board_chair, on=FIRST_DAY)
    plans.send(row, by=coordinator, on=FIRST_DAY)
    assert {o.code for o in ask(row, CLOSE, coordinator).warnings} == {
        "plan_not_closed",
        "not_disseminated",
        "no_difference_report",
    }
    ending.close_plan(row, by=board_chair, on=FIRST_DAY, decision="Nothing was left to do.")
    ending.disseminate(row, by=coordinator, on=FIRST_DAY, how="website", audience="Everybody.")
    ending.report_difference(row, by=coordinator, on=FIRST_DAY, difference="Known.")
    asked = ask(row, CLOSE, coordinator)
    assert (asked.is_yes, asked.warnings) == (True, ())
    assert close(row, by=board_chair, on=FIRST_DAY, difference="Known.").stage == "closed"


def test_without_the_difference_closing_asks_why(published, coordinator, only_these_rooms):
    with pytest.raises(NotNow) as caught:
        close(published, by=coordinator, on=FIRST_DAY)
    assert {o.code for o in caught.value.obstacles} == {"reason_wanted", "no_difference"}
    close(published, by=coordinator, on=FIRST_DAY, reason="Measured next year.")
    kept = Departure.objects.get(review=published, deed="reviews.closed")
    assert kept.reason == "Measured next year."


def test_it_comes_down_even_after_the_review_was_closed(
    published, coordinator, on_day, only_these_rooms
):
    close(published, by=coordinator, on=FIRST_DAY, difference="Known.")
    day = on_day(dt.date(2025, 3, 5))
    row = services.take_down(published, by=coordinator, on=day, taken_down_for="court_order")
    assert row.taken_down_on == day


@pytest.fixture
def only_these_rooms(monkeypatch):
    """The rooms between have tests of their own: here the spine and publication are asked."""
    kept = {"overview", "children", "decision", "people", "history", "publication"}
    for code in {*rooms.ROOMS} - kept:
        monkeypatch.delitem(rooms.ROOMS, code)
