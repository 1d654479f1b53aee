"""What the criteria suggest: golden cases at the edges of the window, and random ones against a
reckoning day by day."""

import datetime as dt

import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import given, settings
from hypothesis import strategies as st

from guidance.criteria import Course, Event, Facts, Missing, On, Remark, Spell, find
from guidance.editions import codes, edition

D = dt.date.fromisoformat
CPR = edition("CPR-2016")


def spell(first, last=None, on=On.REGISTER, child="Child A", **more):
    return Spell(child, on, D(first), D(last) if last else None, **more)


def facts(day="2016-08-31", *spells, **more):
    known = {"abuse": True, "event": Event.DIED, "event_on": D(day) if day else None}
    return Facts(spells=spells, **known | more)


def course(*given, rules=CPR, **more):
    return find(facts(*given, **more), rules).course


@pytest.mark.parametrize(
    "first, last, wanted",
    [
        ("2010-01-01", "2016-02-28", Course.CONCISE),  # ended the day before the window
        ("2010-01-01", "2016-02-29", Course.EXTENDED),  # the window's first day
        ("2016-08-30", "2016-08-30", Course.EXTENDED),  # its last day, one day long
        ("2016-08-31", None, Course.CONCISE),  # registered because of the event
        ("2016-09-01", None, Course.CONCISE),  # after it
        ("2010-01-01", None, Course.EXTENDED),  # before, and going on
        ("2016-04-01", "2016-05-01", Course.EXTENDED),
    ],
)
@pytest.mark.parametrize("on", On)
def test_a_time_counts_if_it_touches_the_six_months_before_the_day(first, last, wanted, on):
    assert course("2016-08-31", spell(first, last, on)) == wanted


def test_the_window_is_clamped_to_the_end_of_the_month_and_leaves_the_day_out():
    assert find(facts("2016-08-31"), CPR).window == (D("2016-02-29"), D("2016-08-30"))
    assert find(facts("2025-08-31"), CPR).window == (D("2025-02-28"), D("2025-08-30"))


def test_one_child_is_enough_and_is_named_with_the_days_and_the_paragraph():
    both = (spell("2001-01-01", "2001-02-01"), spell("2016-07-01", child="Child B"))
    found = find(facts("2016-08-31", *both), CPR)
    ground = found.grounds[-1]
    assert found.course is Course.EXTENDED
    assert (ground.child, ground.days) == ("Child B", (D("2016-07-01"), D("2016-08-30")))
    assert "regulation 4(3)(b)" in ground.criterion.citation


def test_a_care_leaver_makes_it_extended_even_before_the_day_is_known():
    assert course(None, care_leavers=("Child A",)) is Course.EXTENDED


def test_an_impairment_is_counted_from_the_day_it_was_identified():
    earlier = spell("2015-01-01", "2015-02-01")
    known = {"event": Event.IMPAIRMENT, "permanent": True}
    assert course("2015-03-01", earlier, identified_on=D("2016-03-01"), **known) is Course.CONCISE
    assert course("2016-03-01", earlier, identified_on=D("2015-03-01"), **known) is Course.EXTENDED
    open_yet = find(facts("2015-03-01", earlier, **known), CPR)
    assert (open_yet.course, open_yet.missing) == (None, (Missing.IDENTIFIED_DAY,))


def test_permanence_that_is_not_known_leaves_it_open_and_says_what_it_would_be():
    known = {"event": Event.IMPAIRMENT, "identified_on": D("2016-03-01")}
    found = find(facts("2016-01-01", **known), CPR)
    assert (found.course, found.missing) == (None, (Missing.PERMANENCE,))
    assert found.if_permanent is Course.CONCISE
    assert course("2016-01-01", permanent=False, **known) is Course.NEITHER


@pytest.mark.parametrize(
    "changes, wanted",
    [
        ({"abuse": False}, Course.NEITHER),
        ({"event": Event.NONE}, Course.NEITHER),
        ({"abuse": None}, None),
        ({"event": None}, None),
        ({"event_on": None}, None),
    ],
)
def test_without_abuse_or_outcome_it_is_neither_and_without_an_answer_open(changes, wanted):
    assert course("2016-08-31", spell("2016-01-01"), **changes) == wanted


def test_what_is_narrow_is_remarked():
    assert find(facts("2016-08-31", spell("2016-08-31")), CPR).remarks == (Remark.SAME_DAY,)
    doubtful = spell("2016-02-01", "2016-03-01", is_estimated=True)
    assert find(facts("2016-08-31", doubtful), CPR).remarks == (Remark.ESTIMATED,)
    assert find(facts("2016-08-31"), CPR).remarks == (Remark.NO_SPELLS,)


def test_an_edition_whose_rule_is_not_known_suggests_nothing():
    found = find(facts("2025-01-01"), edition("SUSR-2024"))
    assert (found.course, found.missing) == (None, (Missing.RULE,))


def test_the_draft_looks_back_on_the_register_alone():
    draft = edition("CPR-DRAFT-2012")
    ended = ("2016-03-01", "2016-04-01")
    assert course("2016-08-31", spell(*ended), rules=draft) is Course.EXTENDED
    assert course("2016-08-31", spell(*ended, On.LOOKED_AFTER), rules=draft) is Course.CONCISE
    going_on = spell("2016-03-01", None, On.LOOKED_AFTER)
    assert course("2016-08-31", going_on, rules=draft) is Course.EXTENDED


DAYS = st.dates(dt.date(2014, 1, 1), dt.date(2024, 12, 31))
TIMES = st.builds(
    lambda on, day, length: Spell(
        "Child A", on, day, None if length is None else day + dt.timedelta(days=length)
    ),
    st.sampled_from(On),
    DAYS,
    st.none() | st.integers(0, 400),
)


@settings(max_examples=400)
@given(DAYS, st.lists(TIMES, max_size=4))
def test_it_is_extended_exactly_if_some_day_of_the_window_lies_in_some_time(event, times):
    first, day, touched = event - relativedelta(months=6), event, False
    while (day := day - dt.timedelta(days=1)) >= first:
        touched = touched or any(
            each.from_on <= day and (each.until_on is None or day <= each.until_on)
            for each in times
        )
    found = find(Facts(True, Event.DIED, None, event, None, tuple(times)), CPR)
    assert found.course is (Course.EXTENDED if touched else Course.CONCISE)


@given(
    st.sampled_from([None, True, False]),
    st.none() | st.sampled_from(Event),
    st.sampled_from([None, True, False]),
    st.none() | DAYS,
    st.none() | DAYS,
    st.lists(TIMES, max_size=2),
    st.sampled_from(codes()),
)
def test_whatever_is_known_it_says_a_course_or_what_is_missing(
    abuse, event, permanent, event_on, identified_on, times, code
):
    found = find(
        Facts(abuse, event, permanent, event_on, identified_on, tuple(times)), edition(code)
    )
    assert (found.course is None) == bool(found.missing)
    assert found.course is None or found.grounds


def test_a_child_harmed_on_another_day_has_a_window_of_their_own():
    ended = spell("2015-01-01", "2015-12-31", child="Child B")
    assert course("2016-08-31", ended) == Course.CONCISE
    found = find(facts("2016-08-31", ended, own_days=(("Child B", D("2016-03-01")),)), CPR)
    assert found.course == Course.EXTENDED
    assert found.window_of("Child B") == (D("2015-09-01"), D("2016-02-29"))
    assert found.window_of("Child A") == found.window
