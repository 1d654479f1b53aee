"""The date a list shows is one by which something is due."""

import datetime as dt

from deadlines import services as deadlines
from deadlines.clocks import dates_of
from guidance.milestones import Milestone
from reviews.case.aside import shown_dates
from reviews.case.listing import next_open
from reviews.journey import Stage


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
