import datetime as dt

import pytest
from django.utils import translation

from common.forms import DateField, Form

TODAY = dt.date(2026, 3, 2)


@pytest.fixture(autouse=True)
def _second_of_march(monkeypatch):
    monkeypatch.setattr("common.clock.today", lambda: TODAY)


class Asks(Form):
    on = DateField(label="Day of the meeting", latest=lambda: TODAY)


def boxes(day="", month="", year=""):
    return Asks({"on_day": day, "on_month": month, "on_year": year})


@pytest.mark.parametrize(
    ("day", "month", "year", "expected"),
    [
        ("1", "2", "2026", dt.date(2026, 2, 1)),
        (" 01 ", "02", "2026", dt.date(2026, 2, 1)),
        ("29", "2", "2024", dt.date(2024, 2, 29)),
        ("3", "March", "2025", dt.date(2025, 3, 3)),
        ("3", "mawrth", "2025", dt.date(2025, 3, 3)),
        ("3", "Gorff.", "2025", dt.date(2025, 7, 3)),
        ("2", "3", "2026", TODAY),
    ],
)
def test_a_day_is_understood(day, month, year, expected):
    form = boxes(day, month, year)
    assert form.is_valid(), form.errors
    assert form.cleaned_data["on"] == expected


@pytest.mark.parametrize(
    ("day", "month", "year", "sentence", "wrong"),
    [
        ("", "", "", "Enter a date, such as 27 3 2024.", {"day", "month", "year"}),
        ("3", "", "2026", "The month is missing.", {"month"}),
        ("", "2", "2026", "The day is missing.", {"day"}),
        ("", "", "2026", "The day and the month are missing.", {"day", "month"}),
        ("31", "2", "2026", "There is no such day: 31/2/2026.", {"day", "month", "year"}),
        ("29", "2", "2026", "There is no such day: 29/2/2026.", {"day", "month", "year"}),
        ("1", "2", "26", "Enter the year as four digits, such as 2024.", {"year"}),
        ("1", "2", "20026", "Enter the year as four digits, such as 2024.", {"year"}),
        ("1", "2", "2206", "Check the year. First possible: 1900. Last possible: 2046.", {"year"}),
        ("1", "2", "0206", "Check the year. First possible: 1900. Last possible: 2046.", {"year"}),
        ("32", "2", "2026", "The day must be a number from 1 to 31.", {"day"}),
        ("0", "2", "2026", "The day must be a number from 1 to 31.", {"day"}),
        ("-1", "2", "2026", "The day must be a number from 1 to 31.", {"day"}),
        ("٣", "2", "2026", "The day must be a number from 1 to 31.", {"day"}),
        ("1st", "2", "2026", "The day must be a number from 1 to 31.", {"day"}),
        ("1", "13", "2026", "The month must be a number from 1 to 12.", {"month"}),
        ("1", "m", "2026", "The month must be a number from 1 to 12.", {"month"}),
        ("3", "3", "2026", "The date must not be in the future.", {"day", "month", "year"}),
    ],
)
def test_each_thing_that_is_wrong_has_its_own_sentence(day, month, year, sentence, wrong):
    form = boxes(day, month, year)
    assert form.errors["on"] == [sentence]
    html = form["on"].as_field_group()
    marked = {box for box in ("day", "month", "year") if _box_is_marked(html, box)}
    assert marked == wrong


def _box_is_marked(html, box):
    start = html.index(f'name="on_{box}"')
    return "govuk-input--error" in html[start : html.index(">", start)]


def test_the_list_of_errors_leads_to_the_first_wrong_box():
    form = boxes("3", "", "2026")
    assert form.fields["on"].widget.id_of_error("id_on") == "id_on_0"  # not checked yet
    assert not form.is_valid()
    assert form.fields["on"].widget.id_of_error("id_on") == "id_on_1"


def test_one_form_does_not_mark_the_boxes_of_another():
    assert not boxes("3", "", "2026").is_valid()
    assert "govuk-input--error" not in Asks()["on"].as_field_group()


def test_a_whole_iso_date_in_a_hidden_field_is_understood_and_nothing_else():
    assert Asks({"on": "2026-02-01"}).is_valid()
    assert not Asks({"on": "01/02/2026"}).is_valid()
    assert not Asks({"on": "2026-02-1"}).is_valid()


def test_what_was_typed_stays_in_the_boxes():
    html = boxes("31", "february", "26")["on"].as_field_group()
    for typed in ("31", "february", "26"):
        assert f'value="{typed}"' in html


def test_earliest_and_latest_name_the_day():
    class Between(Form):
        on = DateField(earliest=dt.date(2024, 7, 1), latest=dt.date(2024, 7, 31))

    early = Between({"on": "2024-06-30"})
    late = Between({"on": "2024-08-01"})
    assert early.errors["on"] == ["The date is too early. First possible: 1 July 2024."]
    assert late.errors["on"] == ["The date is too late. Last possible: 31 July 2024."]
    with translation.override("cy"):
        late = Between({"on": "2024-08-01"})
        assert late.errors["on"] == [
            "Mae'r dyddiad yn rhy hwyr. Diweddaraf posibl: 31 Gorffennaf 2024."
        ]


def test_the_sentences_are_welsh_on_a_welsh_page():
    with translation.override("cy"):
        assert boxes("3", "", "2026").errors["on"] == ["Mae'r mis ar goll."]
        assert "Diwrnod" in boxes()["on"].as_field_group()
