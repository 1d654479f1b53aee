"""A review's history as somebody reads it."""

import datetime as dt

import pytest

from audit.history import Show, history
from audit.ledger import record

pytestmark = pytest.mark.django_db

NAMES = {1: "Alwen Parry", 2: "Bethan Rees"}
PERSONS = {2: "Carys Wyn"}


def names(ids):
    return {i: NAMES[i] for i in ids if i in NAMES}


def persons(ids):
    return {i: PERSONS[i] for i in ids if i in PERSONS}


@pytest.fixture
def told(register, settings):
    settings.DEMO_TODAY = "2026-03-02"
    record("tests.painted", by=1, review=7, on=dt.date(2026, 2, 20), details={"colour": "red"})
    record("tests.looked", by=2, review=7)
    record("tests.painted", by=1, decided_by=2, review=7, details={"colour": "blue"})
    record("tests.painted", by=1, review=8)


def test_acts_are_grouped_by_the_day_in_the_world_newest_first(told):
    days = history(7, names=names, persons=persons)
    assert [day.on for day in days] == [dt.date(2026, 3, 2), dt.date(2026, 2, 20)]
    assert [len(day.lines) for day in days] == [1, 1]
    assert "Blue as slate" in days[0].lines[0].sentence
    assert (days[0].lines[0].by, days[0].lines[0].decided_by) == ("Alwen Parry", "Carys Wyn")


def test_what_was_recorded_after_its_day_says_so(told):
    today, before = history(7, names=names, persons=persons)
    assert before.lines[0].recorded_later
    assert not today.lines[0].recorded_later


def test_readings_show_who_saw(told):
    (day,) = history(7, names=names, persons=persons, show=Show.READINGS)
    assert [line.by for line in day.lines] == ["Bethan Rees"]


def test_everything_shows_both_the_newest_first(told):
    today, _ = history(7, names=names, persons=persons, show=Show.EVERYTHING)
    assert [line.label for line in today.lines] == ["Painted", "Looked"]


def test_a_verb_no_longer_known_is_still_shown(told, monkeypatch, register):
    monkeypatch.setattr(register, "_register", {})
    assert history(7, names=names, persons=persons)[-1].lines[0].sentence == "tests.painted"


def test_an_evening_entry_belongs_to_the_day_in_wales(register, monkeypatch):
    late = dt.datetime(2026, 7, 1, 23, 30, tzinfo=dt.UTC)  # half past midnight in Wales
    monkeypatch.setattr("audit.instants._clock", lambda: late)
    record("tests.painted", by=1, review=7)
    assert history(7, names=names, persons=persons)[0].on == dt.date(2026, 7, 2)


def test_a_long_history_takes_one_query_and_asks_the_names_once(told, django_assert_num_queries):
    for _ in range(50):
        record("tests.painted", by=1, review=7)
    asked = []

    def names(ids):
        asked.append(ids)
        return {}

    with django_assert_num_queries(1):
        history(7, names=names, persons=persons)
    assert len(asked) == 1
