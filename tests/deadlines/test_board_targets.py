"""What a board sets itself: targets, its closures, and to which day the six months run."""

import datetime as dt
from importlib import import_module
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction

from deadlines.clocks import State, dates_of
from deadlines.models import BoardTarget, BoardTime, Closure, Deadline, Reached, Timetable
from deadlines.services import derive, open_timetable, reach
from guidance.milestones import Milestone
from guidance.targets import TARGETS
from reviews.journey import Stage
from reviews.meetings.writing import keep_meeting
from reviews.models import Body
from tests.cast import make_board

D = dt.date.fromisoformat


@pytest.fixture
def board(db):
    return make_board()


@pytest.fixture
def timetable(board):
    return open_timetable(board, "CPR-2016", kind="concise")


def aim(board, key, value, unit="working_days", from_on="2020-01-01"):
    return BoardTarget.objects.create(
        board=board, key=key, value=value, unit=unit, from_on=D(from_on)
    )


def due(timetable, key):
    row = timetable.deadlines.filter(limit=key).first()
    return row and (str(row.due_on), row.met_on and str(row.met_on))


def test_no_target_runs_until_a_board_sets_it(timetable):
    for milestone in (Milestone.FORWARDED, Milestone.RECOMMENDED, Milestone.DECIDED):
        reach(timetable, milestone, D("2025-12-01"))
    assert [row.limit for row in timetable.deadlines.all()] == ["review_complete"]


@pytest.mark.parametrize(
    "value, unit, due_on",
    [
        (
            10,
            "working_days",
            "2026-01-07",
        ),  # three bank holidays are not worked
        (10, "days", "2025-12-29"),
        (2, "weeks", "2026-01-02"),
        (2, "months", "2026-02-19"),
    ],
)
def test_a_target_counts_in_the_boards_own_unit(board, timetable, value, unit, due_on):
    aim(board, "chair_decides", value, unit)
    reach(timetable, Milestone.RECOMMENDED, D("2025-12-19"))
    assert due(timetable, "target.chair_decides") == (due_on, None)


def test_a_closure_of_the_board_is_stepped_over(board, timetable):
    aim(board, "chair_decides", 1)
    Closure.objects.create(
        board=board, from_on=D("2026-03-03"), until_on=D("2026-03-04"), name="Moving house"
    )
    reach(timetable, Milestone.RECOMMENDED, D("2026-03-02"))
    assert due(timetable, "target.chair_decides") == ("2026-03-05", None)


def test_a_change_holds_for_what_begins_to_count_from_its_day(board, timetable):
    aim(board, "chair_decides", 1, "weeks", "2025-01-01")
    aim(board, "chair_decides", 2, "weeks", "2026-01-01")
    aim(board, "chair_decides", None, "weeks", "2026-06-01")
    counted = {}
    for day in ("2024-12-31", "2025-06-02", "2026-01-01", "2026-06-01"):
        row = open_timetable(board)
        reach(row, Milestone.RECOMMENDED, D(day))
        counted[day] = due(row, "target.chair_decides")
    assert counted == {
        "2024-12-31": None,
        "2025-06-02": ("2025-06-09", None),
        "2026-01-01": ("2026-01-15", None),
        "2026-06-01": None,
    }


def test_what_comes_later_ends_a_target_too(board, timetable):
    aim(board, "subgroup_meets", 3, "weeks")
    reach(timetable, Milestone.FORWARDED, D("2025-12-01"))
    reach(timetable, Milestone.RECOMMENDED, D("2025-12-15"))
    assert due(timetable, "target.subgroup_meets") == ("2025-12-22", "2025-12-15")
    reach(timetable, Milestone.SUBGROUP_MET, D("2025-12-08"))
    assert due(timetable, "target.subgroup_meets") == ("2025-12-22", "2025-12-08")


def test_progress_of_a_plan_is_wanted_again_and_again(board, timetable):
    aim(board, "plan_progress", 6, "months")
    reach(timetable, Milestone.PLAN_FINALISED, D("2025-08-31"))
    assert due(timetable, "target.plan_progress") == ("2026-02-28", None)
    reach(timetable, Milestone.PLAN_PROGRESS, D("2026-01-15"))
    assert due(timetable, "target.plan_progress") == ("2026-07-15", None)


def test_the_panels_day_is_counted_once_by_the_guidance_or_else_by_the_board(board, timetable):
    aim(board, "agency_returns", 20)
    single = open_timetable(board, "SUSR-2024")
    for row in (timetable, single):
        reach(row, Milestone.AGENCY_DUE, D("2026-03-20"), part="health")
    assert [row.limit for row in timetable.deadlines.all()] == ["agency_return"]
    assert [row.limit for row in single.deadlines.all()] == ["target.agency_returns"]


def test_a_board_counts_the_six_months_to_the_end_it_chose_and_sees_the_others(board, timetable):
    BoardTime.objects.create(board=board, six_months_end="published")
    reach(timetable, Milestone.FORWARDED, D("2025-08-31"))
    reach(timetable, Milestone.REPORT_ACCEPTED, D("2026-01-31"))
    (date,) = (
        found
        for found in dates_of([timetable], D("2026-02-02"))[timetable.pk]
        if found.limit.key == "review_complete"
    )
    assert (date.due_on, date.met_on) == (D("2026-02-28"), None)
    assert date.ends == "Report published"
    assert ("Report accepted by the Board", D("2026-01-31")) in date.beside
    assert ("Report agreed by the panel", None) in date.beside
    assert due(timetable, "review_complete") == ("2026-02-28", None)


def test_a_last_day_on_a_holiday_stays_and_the_working_day_before_is_named(board, timetable):
    reach(timetable, Milestone.FORWARDED, D("2026-06-26"))
    (date,) = dates_of([timetable], D("2026-12-01"))[timetable.pk]
    assert (date.due_on, date.works_until) == (D("2026-12-26"), D("2026-12-24"))
    assert date.state is State.RUNNING


def test_a_target_says_that_no_rule_asks_for_it(board, timetable):
    aim(board, "chair_decides", 5)
    reach(timetable, Milestone.RECOMMENDED, D("2026-03-02"))
    (date,) = dates_of([timetable], D("2026-03-02"))[timetable.pk]
    assert date.is_target
    assert date.amount == "Working days: 5" and "no rule of the guidance" in date.standing


@pytest.mark.parametrize(
    "row",
    [
        lambda board: BoardTarget(board=board, key="lunch", value=1, unit="days"),
        lambda board: BoardTarget(board=board, key="chair_decides", value=1, unit="moons"),
        lambda board: BoardTarget(board=board, key="chair_decides", value=0, unit="days"),
        lambda board: Closure(board=board, until_on=D("2019-12-31"), name="Before it begins"),
        lambda board: Closure(board=board, until_on=D("2020-03-01"), name="Two months"),
        lambda board: Closure(board=board, until_on=D("2020-01-02"), name=""),
        lambda board: BoardTime(board=board, six_months_end="referred"),
    ],
)
def test_the_database_refuses_what_cannot_be(board, row):
    made = row(board)
    if not isinstance(made, BoardTime):
        made.from_on = D("2020-01-01")
    with pytest.raises(IntegrityError), transaction.atomic():
        made.save()


def test_targets_of_many_boards_take_no_more_queries(db, django_assert_max_num_queries):
    for code in ("be", "dc"):
        board = make_board(code)
        aim(board, "chair_decides", 5)
        for _ in range(18):
            Reached.objects.create(
                timetable=open_timetable(board), milestone="recommended", on=D("2026-01-05")
            )
    with django_assert_max_num_queries(17):  # two of them the savepoint's
        derive(Timetable.objects.all())
    with django_assert_max_num_queries(5):  # the timetables themselves, and four
        dates_of(Timetable.objects.all(), D("2026-01-06"))
    assert Deadline.objects.filter(due_on=D("2026-01-12")).count() == 36


def test_every_target_can_be_met_or_goes_on_until_closing():
    for target in TARGETS:
        assert target.rule.end or target.key == "plan_progress"
        assert target.rule.value == 0  # never a number of ours


def rebuilt():
    out = StringIO()
    call_command("rebuild_deadlines", stdout=out)
    return out.getvalue()


def test_rebuilding_the_world_changes_nothing_with_or_without_targets(world):
    assert "changed: 0" in rebuilt()
    for target in TARGETS:
        aim(world.board, target.key, 2, "weeks")
    BoardTime.objects.create(board=world.board, six_months_end="published")
    assert "changed: 0" not in rebuilt()
    assert "changed: 0" in rebuilt()


def test_what_stood_before_is_given_its_new_milestones(world):
    new = ["agency_due", "subgroup_met", "plan_progress"]
    review = world.review_at(Stage.DECISION)
    keep_meeting(
        review, body=Body.SUBGROUP, held_on=review.stage_since, by=world.user("coordinator")
    )
    before = set(Reached.objects.values_list("timetable", "milestone", "part", "on"))
    assert {milestone for _id, milestone, _part, _on in before} >= {"agency_due", "subgroup_met"}
    Reached.objects.filter(milestone__in=new).delete()
    Deadline.objects.filter(limit="agency_return").delete()
    migration = import_module("deadlines.migrations.0007_days_of_what_stands")
    with connection.cursor() as cursor:
        cursor.execute(migration.SQL)
    assert set(Reached.objects.values_list("timetable", "milestone", "part", "on")) == before
    assert "changed: 0" in rebuilt()
