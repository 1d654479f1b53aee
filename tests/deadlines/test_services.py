"""Days reached, and the deadlines that follow from them."""

import datetime as dt
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import IntegrityError, transaction

from deadlines.models import Deadline, Reached, Timetable
from deadlines.services import (
    AlreadyReached,
    derive,
    open_timetable,
    reach,
    set_kind,
    unreach,
)
from guidance.limit import ReviewKind
from guidance.milestones import Milestone
from tests.cast import make_board

pytestmark = pytest.mark.django_db
D = dt.date.fromisoformat


@pytest.fixture
def timetable():
    return open_timetable(make_board(), "CPR-2016", kind=ReviewKind.CONCISE)


def due(timetable):
    return {
        (row.limit, row.part): (str(row.due_on), row.met_on and str(row.met_on))
        for row in timetable.deadlines.all()
    }


def test_forwarding_starts_the_six_months(timetable):
    reach(timetable, Milestone.FORWARDED, D("2023-08-31"))
    assert due(timetable) == {("review_complete", ""): ("2024-02-29", None)}


def test_acceptance_meets_the_six_months_and_starts_the_four_weeks(timetable):
    reach(timetable, Milestone.FORWARDED, D("2024-08-31"))
    reach(timetable, Milestone.REPORT_ACCEPTED, D("2025-01-31"))
    assert due(timetable) == {
        ("review_complete", ""): ("2025-02-28", "2025-01-31"),
        ("action_plan_final", ""): ("2025-02-28", None),
    }


def test_every_action_has_its_own_day(timetable):
    reach(timetable, Milestone.ACTION_DUE, D("2025-06-01"), part="a")
    reach(timetable, Milestone.ACTION_DUE, D("2025-07-01"), part="b")
    reach(timetable, Milestone.ACTION_DONE, D("2025-05-20"), part="a")
    assert due(timetable) == {
        ("action_done", "a"): ("2025-06-01", "2025-05-20"),
        ("action_done", "b"): ("2025-07-01", None),
    }


def test_a_first_allowed_day_is_no_deadline(timetable):
    reach(timetable, Milestone.REPORT_SENT_TO_WG, D("2025-02-17"))
    assert due(timetable) == {}


def test_the_same_day_twice_changes_nothing(timetable):
    first = reach(timetable, Milestone.FORWARDED, D("2024-08-31"))
    assert reach(timetable, Milestone.FORWARDED, D("2024-08-31")) == first
    assert Reached.objects.count() == 1


def test_another_day_is_refused_unless_it_corrects_and_the_clock_follows(timetable):
    reach(timetable, Milestone.FORWARDED, D("2024-08-31"))
    with pytest.raises(AlreadyReached):
        reach(timetable, Milestone.FORWARDED, D("2024-09-01"))
    reach(timetable, Milestone.FORWARDED, D("2024-09-01"), correcting=True)
    assert due(timetable) == {("review_complete", ""): ("2025-03-01", None)}


def test_taking_a_milestone_back_takes_its_deadline_back(timetable):
    reach(timetable, Milestone.FORWARDED, D("2024-08-31"))
    unreach(timetable, Milestone.FORWARDED)
    assert due(timetable) == {}


def test_a_closed_review_has_no_open_deadline(timetable):
    reach(timetable, Milestone.FORWARDED, D("2024-08-31"))
    reach(timetable, Milestone.CLOSED, D("2024-10-01"))
    assert due(timetable) == {}
    unreach(timetable, Milestone.CLOSED)
    assert due(timetable) == {("review_complete", ""): ("2025-02-28", None)}


def test_an_edition_without_limits_sets_no_deadline():
    susr = open_timetable(make_board(), "SUSR-2024")
    reach(susr, Milestone.FORWARDED, D("2024-11-01"))
    assert due(susr) == {}


def test_the_kind_may_be_decided_later():
    undecided = open_timetable(make_board())
    set_kind(undecided, "extended")
    undecided.refresh_from_db()
    assert (undecided.edition, undecided.kind) == ("CPR-2016", "extended")


def test_an_unknown_edition_kind_or_milestone_is_refused(timetable):
    with pytest.raises(KeyError):
        open_timetable(make_board(), "CPR-2031")
    with pytest.raises(ValueError, match="thorough"):
        open_timetable(make_board(), kind="thorough")
    with pytest.raises(ValueError, match="forgotten"):
        reach(timetable, "forgotten", D("2024-01-01"))


@pytest.mark.parametrize(
    "make",
    [
        lambda t: Timetable.objects.create(edition="CPR-2031"),
        lambda t: Timetable.objects.create(edition="CPR-2016", kind="thorough"),
        lambda t: Reached.objects.create(timetable=t, milestone="forgotten", on=D("2024-01-01")),
        lambda t: [
            Reached.objects.create(timetable=t, milestone="decided", on=D("2024-01-01"))
            for _ in range(2)
        ],
        lambda t: [
            Deadline.objects.create(timetable=t, limit="x", due_on=D("2024-01-01"))
            for _ in range(2)
        ],
    ],
)
def test_the_database_refuses_it_too(timetable, make):
    with pytest.raises(IntegrityError), transaction.atomic():
        make(timetable)


def test_deriving_many_takes_no_more_queries_than_deriving_few(django_assert_max_num_queries):
    for number in range(30):
        row = open_timetable(make_board(), kind="extended")
        Reached.objects.create(
            timetable=row, milestone="forwarded", on=D("2024-01-31") + dt.timedelta(number)
        )
    with django_assert_max_num_queries(16):  # two of them the savepoint's
        # Its deadline, its next date, the monthly reminder; and five that were missed.
        assert derive(Timetable.objects.all()) == 240
    with django_assert_max_num_queries(12):
        assert derive(Timetable.objects.all()) == 0


def test_rebuilding_a_right_database_changes_nothing_and_a_wrong_one_is_put_right(timetable):
    reach(timetable, Milestone.FORWARDED, D("2024-08-31"))
    reach(timetable, Milestone.REPORT_ACCEPTED, D("2025-01-31"))
    before = list(Deadline.objects.order_by("pk").values())
    out = StringIO()
    call_command("rebuild_deadlines", stdout=out)
    assert "changed: 0" in out.getvalue()
    assert list(Deadline.objects.order_by("pk").values()) == before
    right = due(timetable)
    Deadline.objects.filter(limit="review_complete").update(due_on=D("2030-01-01"), met_on=None)
    Deadline.objects.filter(limit="action_plan_final").delete()
    Deadline.objects.create(timetable=timetable, limit="invented", due_on=D("2024-01-01"))
    call_command("rebuild_deadlines", stdout=out)
    assert "changed: 3" in out.getvalue()
    assert due(timetable) == right


def test_the_day_the_panel_sets_is_the_agencys_last_day_and_more_time_moves_it(timetable):
    reach(timetable, Milestone.AGENCY_DUE, D("2025-03-03"), part="health")
    assert due(timetable) == {("agency_return", "health"): ("2025-03-03", None)}
    reach(timetable, Milestone.AGENCY_DUE, D("2025-03-17"), part="health", correcting=True)
    reach(timetable, Milestone.AGENCY_RETURNED, D("2025-03-10"), part="health")
    assert due(timetable) == {("agency_return", "health"): ("2025-03-17", "2025-03-10")}
