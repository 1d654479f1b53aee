import datetime as dt

import pytest
from django.template import Context, Template
from django.utils import translation

from common.distance import Nearness, nearness, since, until

TODAY = dt.date(2024, 11, 21)

UNTIL = [
    (0, "today", "heddiw"),
    (1, "tomorrow", "yfory"),
    (2, "in 2 days", "ymhen 2 ddiwrnod"),
    (3, "in 3 days", "ymhen 3 diwrnod"),
    (20, "in 20 days", "ymhen 20 diwrnod"),
    (21, "in 3 weeks", "ymhen 3 wythnos"),
    (35, "in 5 weeks", "ymhen 5 wythnos"),
    (41, "in 5 weeks", "ymhen 5 wythnos"),
    (181, "in 25 weeks", "ymhen 25 wythnos"),
    (182, "in 6 months", "ymhen 6 mis"),
    (912, "in 30 months", "ymhen 30 mis"),
    (-1, "1 day late", "1 diwrnod yn hwyr"),
    (-2, "2 days late", "2 ddiwrnod yn hwyr"),
    (-12, "12 days late", "12 diwrnod yn hwyr"),
    (-21, "3 weeks late", "3 wythnos yn hwyr"),
    (-190, "6 months late", "6 mis yn hwyr"),
]


@pytest.mark.parametrize(("days", "english", "welsh"), UNTIL)
def test_how_far_a_day_is(days, english, welsh):
    day = TODAY + dt.timedelta(days)
    with translation.override("en-gb"):
        assert until(day, TODAY) == english
    with translation.override("cy"):
        assert until(day, TODAY) == welsh


@pytest.mark.parametrize(
    ("days", "english", "welsh"),
    [
        (0, "today", "heddiw"),
        (1, "yesterday", "ddoe"),
        (2, "2 days ago", "2 ddiwrnod yn ôl"),
        (12, "12 days ago", "12 diwrnod yn ôl"),
        (40, "5 weeks ago", "5 wythnos yn ôl"),
        (400, "13 months ago", "13 mis yn ôl"),
        (-1, "tomorrow", "yfory"),
    ],
)
def test_how_long_ago_a_day_was(days, english, welsh):
    day = TODAY - dt.timedelta(days)
    with translation.override("en-gb"):
        assert since(day, TODAY) == english
    with translation.override("cy"):
        assert since(day, TODAY) == welsh


def test_weeks_and_months_never_need_a_mutated_number():
    for days in range(-2000, 2001):
        words = until(TODAY + dt.timedelta(days), TODAY).split()
        if "weeks" in words or "months" in words:
            assert int(next(word for word in words if word.isdigit())) >= 3


def test_late_begins_the_day_after_and_soon_a_fortnight_before():
    assert nearness(TODAY - dt.timedelta(1), TODAY) is Nearness.LATE
    assert nearness(TODAY, TODAY) is Nearness.SOON
    assert nearness(TODAY + dt.timedelta(14), TODAY) is Nearness.SOON
    assert nearness(TODAY + dt.timedelta(15), TODAY) is Nearness.PLAIN


def test_dates_are_written_out_in_both_languages():
    page = Template("{{ d|day }} / {{ d|weekday }} / {{ t|moment }} / {{ d|distance:today }}")
    instant = dt.datetime(2026, 7, 31, 23, 30, tzinfo=dt.UTC)  # half past midnight in Wales
    context = Context({"d": dt.date(2026, 8, 31), "t": instant, "today": dt.date(2026, 8, 30)})
    with translation.override("en-gb"):
        assert page.render(context) == (
            "31 August 2026 / Monday 31 August 2026 / 1 August 2026, 00:30 / tomorrow"
        )
    with translation.override("cy"):
        assert page.render(context) == (
            "31 Awst 2026 / Dydd Llun 31 Awst 2026 / 1 Awst 2026, 00:30 / yfory"
        )


def test_welsh_july_has_both_its_letters():
    with translation.override("cy"):
        page = Template("{{ d|day }}").render(Context({"d": dt.date(2024, 7, 14)}))
    assert page == "14 Gorffennaf 2024"


def test_a_pill_has_a_word_and_a_kind():
    page = Template('{% pill "late" "1 day late" %}{% due d today %}{% due none %}')
    html = page.render(Context({"d": TODAY, "today": TODAY, "none": None}))
    assert html == (
        '<span class="pill pill--late">1 day late</span><span class="pill pill--soon">today</span>'
    )
