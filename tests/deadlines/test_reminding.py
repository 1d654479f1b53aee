"""Reminders are owed from the moment their fact is recorded."""

import datetime as dt

import pytest
from django.db import transaction

from common import clock
from deadlines.models import Reached, Reminder
from deadlines.services import derive, open_timetable, reach, unreach
from guidance.editions import edition, offered
from guidance.milestones import Milestone
from guidance.reminders import STEPS
from guidance.waits import BY_KEY as WAITS
from tests.cast import make_board

pytestmark = pytest.mark.django_db
D = dt.date.fromisoformat


@pytest.fixture
def timetable():
    return open_timetable(make_board(), "CPR-2016", kind="concise")


def owed(timetable, limit="review_complete"):
    rows = Reminder.objects.owed().filter(timetable=timetable, limit=limit)
    return {(row.step, str(row.due_on)) for row in rows.order_by("due_on")}


def test_every_limit_that_has_steps_stands_in_an_edition_or_is_set_by_the_panel():
    known = {limit.key for each in offered() for limit in each.limits} | {"agency_return"}
    known |= set(WAITS)
    assert set(STEPS) <= known
    for steps in STEPS.values():
        assert len({step.code for step in steps}) == len(steps)
    assert edition("CPR-2016").limit("review_complete")


def test_forwarding_owes_reminders_at_three_five_and_six_months_and_monthly_after(timetable):
    reach(timetable, Milestone.FORWARDED, D("2026-02-28"))
    assert owed(timetable) == {
        ("three_months", "2026-05-28"),
        ("five_months", "2026-07-28"),
        ("due", "2026-08-28"),
        ("each_month", "2026-09-28"),
        ("to_subgroup_chair", "2026-09-28"),
        ("to_board_chair", "2026-10-28"),
    }


def test_months_are_counted_from_the_anchor_and_clamped(timetable, settings):
    settings.DEMO_TODAY = "2025-08-31"
    reach(timetable, Milestone.FORWARDED, D("2025-08-31"))
    assert ("three_months", "2025-11-30") in owed(timetable)
    assert ("due", "2026-02-28") in owed(timetable)
    assert ("each_month", "2026-03-31") in owed(timetable)


def test_a_review_taken_on_late_owes_nothing_about_the_past_but_what_is_late_still(timetable):
    """Its six months ended on 15 December: that is said on 2 March, when it was typed, and goes up
    from then on a month at a time."""
    reach(timetable, Milestone.FORWARDED, D("2025-06-15"))
    assert owed(timetable) == {
        ("due", "2026-03-02"),
        ("each_month", "2026-03-15"),
        ("to_subgroup_chair", "2026-04-02"),
        ("to_board_chair", "2026-05-03"),
    }
    assert not Reminder.objects.filter(due_on__lt=clock.today()).exists()


def test_what_was_typed_late_stays_as_it_was_made(timetable, settings):
    reach(timetable, Milestone.FORWARDED, D("2025-06-15"))
    before = owed(timetable)
    settings.DEMO_TODAY = "2026-03-09"
    assert derive([timetable]) == 0
    assert owed(timetable) == before


def test_a_day_corrected_to_an_earlier_one_goes_up_all_the_same(timetable, settings):
    """Corrected to an earlier day after the review was late: the day on which it would have gone up
    to the chair has passed, and it still goes up."""
    reach(timetable, Milestone.FORWARDED, D("2026-02-20"))
    settings.DEMO_TODAY = "2026-10-25"
    reach(timetable, Milestone.FORWARDED, D("2026-02-02"), correcting=True)
    steps = dict(owed(timetable))
    assert steps["to_subgroup_chair"] >= "2026-10-25"
    assert steps["to_board_chair"] > steps["to_subgroup_chair"]


def test_an_agency_asked_late_is_reminded_and_it_goes_up(timetable):
    """Wanted by 1 November, typed on 2 March: the author is told now, then it goes up."""
    reach(timetable, Milestone.AGENCY_DUE, D("2025-11-01"), part="7")
    assert owed(timetable, "agency_return") == {
        ("late", "2026-03-02"),
        ("to_panel_member", "2026-03-08"),
        ("to_agency_board_member", "2026-03-15"),
    }


def test_what_is_met_owes_nothing_more_and_undone_it_owes_what_is_still_to_come(
    timetable, settings
):
    reach(timetable, Milestone.FORWARDED, D("2026-02-28"))
    before = owed(timetable)
    reach(timetable, Milestone.REPORT_ACCEPTED, D("2026-03-01"))
    assert owed(timetable) == set()
    assert set(Reminder.objects.filter(limit="review_complete").values_list("outcome")) == {
        ("moot",)
    }
    settings.DEMO_TODAY = "2026-06-01"
    unreach(timetable, Milestone.REPORT_ACCEPTED)
    assert owed(timetable) == before - {("three_months", "2026-05-28")}


def test_a_corrected_day_moves_what_is_owed(timetable):
    reach(timetable, Milestone.FORWARDED, D("2026-02-28"))
    reach(timetable, Milestone.FORWARDED, D("2026-02-20"), correcting=True)
    assert ("three_months", "2026-05-20") in owed(timetable)
    assert len(owed(timetable)) == 6


def test_the_reminders_are_made_or_lost_with_their_fact(timetable):
    with pytest.raises(RuntimeError), transaction.atomic():
        reach(timetable, Milestone.FORWARDED, D("2026-02-28"))
        raise RuntimeError
    assert not Reached.objects.exists()
    assert not Reminder.objects.exists()


def test_rebuilding_on_any_later_day_changes_nothing(timetable, settings):
    reach(timetable, Milestone.FORWARDED, D("2026-02-28"))
    reach(timetable, Milestone.PUBLISHED, D("2026-02-27"))
    reach(timetable, Milestone.ACTION_DUE, D("2026-04-01"), part="a")
    before = list(Reminder.objects.order_by("pk").values())
    for day in ("2026-03-02", "2026-09-28", "2031-01-01"):
        settings.DEMO_TODAY = day
        assert derive([timetable]) == 0
    assert list(Reminder.objects.order_by("pk").values()) == before
