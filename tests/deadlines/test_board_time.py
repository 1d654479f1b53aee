"""The pages on which a board sets its time: what a change touches is shown before it is saved."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import translation
from django.utils.html import escape
from django.utils.translation import gettext

from audit.ledger import Entry
from common.deeds import Refused
from deadlines.board_time.annual_report import missing_reports
from deadlines.board_time.services import (
    add_closure,
    record_annual_report,
    set_six_months_end,
    set_target,
)
from deadlines.models import BoardTarget, Closure, Timetable
from desk.turns import errands_of
from guidance.editions import codes, edition
from guidance.targets import TARGETS
from reviews.journey import Stage
from tests.forms import open_form, typed

D = dt.date.fromisoformat
LONG_AGO = D("2020-01-01")


def aim(world, key="chair_decides", value=2, unit="weeks", from_on=LONG_AGO):
    by = world.user("coordinator")
    set_target(world.board, by=by, on=world.today, key=key, value=value, unit=unit, from_on=from_on)


def send(client, url, seen="", **facts):
    return client.post(url, typed(open_form(client, url), **facts) | {"seen": seen})


def test_a_change_shows_what_it_touches_and_is_saved_from_there(world, signed_in):
    client = signed_in(world.user("coordinator"))
    review = world.review_at(Stage.DECISION)
    url = reverse("set_target", args=["be", "chair_decides"])
    facts = {"value": 2, "unit": "weeks", "from_on": LONG_AGO}
    shown = send(client, url, **facts)
    assert shown.status_code == 200 and not BoardTarget.objects.exists()
    assert review.get_absolute_url() in shown.text and "Nothing is saved yet." in shown.text
    assert review.timetable.deadlines.filter(limit="target.chair_decides").count() == 0
    seen = shown.context["seen"]
    assert send(client, url, seen, **facts | {"value": 3}).status_code == 200  # not what was shown
    saved = send(client, url, seen, **facts)
    assert saved.status_code == 302
    deadline = review.timetable.deadlines.get(limit="target.chair_decides")
    recommended = review.timetable.reached.get(milestone="recommended").on
    assert deadline.due_on == recommended + dt.timedelta(weeks=2)
    assert Entry.objects.filter(verb="deadlines.target_set").count() == 1


def test_what_is_not_open_to_a_reader_is_told_as_a_number_only(world, signed_in):
    client = signed_in(world.user("excluded"))
    review = world.review_at(Stage.DECISION)
    url = reverse("set_target", args=["be", "chair_decides"])
    shown = send(client, url, value=2, unit="weeks", from_on=LONG_AGO)
    assert shown.context["hidden"] == shown.context["count"] > 0
    assert review.get_absolute_url() not in shown.text


def test_a_number_is_bad_or_a_day_out_of_reach_and_a_sentence_says_so(world, signed_in):
    client = signed_in(world.user("coordinator"))
    url = reverse("set_target", args=["be", "chair_decides"])
    for facts in ({"value": 0}, {"value": 5000}, {"unit": "moons"}, {"from_on": D("1066-10-14")}):
        answer = send(client, url, **{"value": 2, "unit": "weeks", "from_on": LONG_AGO} | facts)
        assert answer.status_code == 200 and answer.context["form"].errors
    assert client.get(reverse("set_target", args=["be", "lunch"])).status_code == 404


def test_who_may_see_the_page_and_who_may_change_it(world, signed_in):
    page = reverse("board_time", args=["be"])
    change = reverse("set_target", args=["be", "chair_decides"])
    assert change in signed_in(world.user("board-chair")).get(page).text
    assert change not in signed_in(world.user("subgroup-chair")).get(page).text
    with pytest.raises(Refused):
        set_six_months_end(
            world.board, by=world.user("subgroup-chair"), on=world.today, end="published"
        )


def test_a_closure_moves_the_targets_in_working_days_and_taking_it_off_moves_them_back(
    world, signed_in
):
    aim(world, "chair_decides", 1, "working_days")
    review = world.review_at(Stage.DECISION)

    def due():
        return review.timetable.deadlines.get(limit="target.chair_decides").due_on

    before, by = due(), world.user("coordinator")
    closure = add_closure(
        world.board, by=by, on=world.today, from_on=before, until_on=before, name="Moving"
    )
    assert due() > before
    client = signed_in(by)
    url = reverse("remove_closure", args=["be", closure.pk])
    shown = send(client, url)
    assert review.get_absolute_url() in shown.text and Closure.objects.exists()
    assert send(client, url, shown.context["seen"]).status_code == 302
    assert due() == before and not Closure.objects.exists()


def test_another_end_of_the_six_months_opens_what_was_met(world):
    review = world.review_at(Stage.FOLLOW_THROUGH)
    deadline = review.timetable.deadlines.get(limit="review_complete")
    assert deadline.met_on
    set_six_months_end(world.board, by=world.user("coordinator"), on=world.today, end="published")
    reached = review.timetable.reached.filter(milestone="published").first()
    deadline.refresh_from_db()
    assert deadline.met_on == (reached.on if reached else None)


def test_the_agencies_are_asked_with_the_day_the_board_proposes(world, signed_in):
    client = signed_in(world.user("coordinator"))
    url = reverse("panels:ask_agencies", args=[world.review_at(Stage.PANEL).slug])
    assert not open_form(client, url)["due_on"].value()
    aim(world, "agency_returns", 20, "working_days")
    assert open_form(client, url)["due_on"].value() == D("2026-03-30")


def test_the_annual_report_stands_on_the_desk_from_april_until_it_is_recorded(world):
    Timetable.objects.filter(board=world.board).update(
        created_at=dt.datetime(2024, 9, 1, tzinfo=dt.UTC)
    )
    coordinator, chair = world.user("coordinator"), world.user("board-chair")
    pk = world.board.pk
    assert missing_reports([pk], D("2026-03-31"))[pk] == [2025]
    assert missing_reports([pk], D("2026-04-01"))[pk] == [2025, 2026]

    def lines(user, day):
        return [each for each in errands_of(user, D(day)) if "annual" in each.url]

    first, _second = lines(coordinator, "2026-04-01")
    assert (first.due_on, first.is_late) == (D("2025-07-31"), True)
    assert not lines(chair, "2026-04-01")
    record_annual_report(
        world.board, by=coordinator, on=world.today, year=2025, published_on=D("2025-07-30")
    )
    assert not lines(coordinator, "2026-03-31")


def test_a_board_is_not_asked_for_reports_of_before_its_first_review(world):
    pk = world.board.pk  # whose reviews were all opened in March 2026
    assert missing_reports([pk], D("2026-03-02"))[pk] == []
    assert missing_reports([pk], D("2026-07-01"))[pk] == [2026]


@pytest.mark.parametrize("language", ["en-gb", "cy"])
def test_the_rule_book_holds_every_limit_with_where_it_stands(client, db, language):
    client.cookies["language"] = language
    page = client.get(reverse("rule_book")).text
    limits = [limit for code in codes() for limit in edition(code).limits]
    assert all(f'id="{code}"' in page for code in codes())
    with translation.override(language):
        for limit in (*limits, *(target.rule for target in TARGETS)):
            assert escape(gettext(limit.sentence)) in page, limit.key
        for limit in limits:
            assert escape(gettext(limit.citation)) in page, limit.key
            assert escape(gettext(limit.standing.label)) in page, limit.key
