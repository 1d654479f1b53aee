"""The date a list shows is one by which something is due."""

import datetime as dt

from deadlines import services as deadlines
from deadlines.clocks import dates_of
from guidance.milestones import Milestone
from reviews.case.aside import shown_dates
from reviews.case.listing import chips_of, in_urgency, next_open, rows_of
from reviews.journey import ENDS, RUNNING, Stage
from reviews.models import Review


def published(world):
    review = world.review_at(Stage.FOLLOW_THROUGH)
    deadlines.reach(review.timetable, Milestone.PUBLISHED, world.today - dt.timedelta(weeks=30))
    return review


def test_the_first_day_something_is_allowed_is_no_next_date(world):
    review = published(world)
    dates = dates_of([review.timetable], world.today)[review.timetable_id]
    assert any(date.is_earliest and date.met_on is None for date in dates)
    found = next_open(dates)
    assert found is None or not found.is_earliest


def test_a_first_day_that_has_come_is_not_shown_as_late(world):
    first_days = [date for date in shown_dates(published(world), world.today) if date.note]
    assert first_days
    assert all(date.is_past for date in first_days if date.day <= world.today)


def test_the_list_comes_from_the_database_in_the_order_of_its_dates(world):
    rows = rows_of(list(in_urgency(Review.objects.all(), "running")), world.today)
    shown = [row.next_date.due_on if row.next_date else dt.date.max for row in rows]
    assert shown == sorted(shown)
    assert len({day for day in shown if day < world.today}) > 1


def test_the_filters_count_what_they_leave(world):
    chips, count = chips_of(Review.objects.all(), "running")
    assert count == Review.objects.filter(stage__in=RUNNING).count()
    ended = Review.objects.filter(stage__in=ENDS).count()
    assert [chip.label for chip in chips if chip.code == "ended"] == [f"Ended: {ended}"]
    assert in_urgency(Review.objects.all(), "no such stage").count() == Review.objects.count()


def test_a_review_that_has_ended_is_due_nothing(world):
    ended = Review.objects.filter(stage__in=ENDS).select_related("timetable")
    assert ended
    assert {review.timetable.next_due_on for review in ended} == {None}
