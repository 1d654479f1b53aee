"""Days that the rooms set are owed with their fact, moved and taken back with it; and a release
that brings new reminders mails nobody about the past."""

import datetime as dt
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from common.models import OutboxMessage
from deadlines.models import Deadline, Reached, Reminder
from deadlines.services import reach
from guidance import reminders
from guidance.milestones import SET_DAYS, Milestone
from guidance.reminders import STEPS, Step, Way, Whom
from learning_events.planning.services import invite, plan_event, record_attendance
from library.publication.services import text_ready
from reports.services import save_draft, sign_statement
from reviews.journey import Stage
from reviews.models import Review
from reviews.owing import keep_owed, rebuild
from reviews.proceedings.services import add_proceeding, lift_hold, look_at_hold, put_hold
from reviews.referral.services import forward, log_referral
from reviews.subgroup.services import defer
from reviews.timing.services import look_at_causes, plan_dates
from tests.cast import make_agency
from tests.desk.reminders.conftest import quiet

WEEK = dt.timedelta(weeks=1)


def owed(review, key):
    rows = Reminder.objects.owed().filter(timetable=review.timetable_id, limit=key)
    return [(row.step, row.due_on) for row in rows.order_by("due_on", "step")]


def test_nothing_differs_from_what_the_deeds_left(world, settings):
    """Rebuilding changes nothing on the world, whatever the day."""
    assert rebuild(Review.objects.all()) == 0
    assert Reached.objects.filter(milestone__in=SET_DAYS).exists()
    settings.DEMO_TODAY = "2027-01-04"
    assert rebuild(Review.objects.all()) == 0


def test_rebuilding_takes_as_many_queries_for_all_reviews_as_for_half(
    world, django_assert_num_queries
):
    every = list(Review.objects.all())
    half = [review for review in every if review.kind != "concise"]
    stages = {review.stage for review in half}
    half += [review for review in every if review.stage not in stages]
    assert len(half) < len(every)
    with CaptureQueriesContext(connection) as asked:
        keep_owed(half)
    with django_assert_num_queries(len(asked)):
        keep_owed(every)


def test_a_hold_is_looked_at_by_its_day_and_no_more_once_it_is_lifted(world):
    review, by, today = world.review_at(Stage.PANEL), world.user("coordinator"), world.today
    police = add_proceeding(
        review, by=by, on=today, kind="police", body="Heddlu Bro Eithin", lead="beside"
    )
    hold = put_hold(
        review,
        by=by,
        on=today,
        proceeding=police,
        held="publication",
        asked_by="Officer",
        agreed_by="Panel chair",
        next_look_on=today + 4 * WEEK,
    )
    assert owed(review, "wait.hold") == [("due", today + 4 * WEEK), ("late", today + 6 * WEEK)]
    look_at_hold(review, by=by, on=today, hold=hold, next_look_on=today + 8 * WEEK)
    assert owed(review, "wait.hold")[0] == ("due", today + 8 * WEEK)
    lift_hold(review, by=by, on=today, hold=hold)
    assert owed(review, "wait.hold") == []


def test_a_deferred_case_is_looked_at_by_its_day_in_place_of_the_recommendation(world):
    review, today = world.review_at(Stage.RECOMMENDATION), world.today
    reach(review.timetable, Milestone.FORWARDED, today, correcting=True)
    assert [step for step, _day in owed(review, "wait.recommendation")] == [
        "four_weeks",
        "to_coordinator",
    ]
    defer(
        review,
        by=world.user("subgroup-chair"),
        on=today,
        next_on=today + 3 * WEEK,
        why="An agency is to be heard.",
        reason="Agreed by e-mail.",
    )
    assert owed(review, "wait.recommendation") == []
    assert owed(review, "wait.deferred")[0] == ("due", today + 3 * WEEK)


def test_causes_are_asked_for_again_at_their_next_look(world):
    review, by, today = world.review_at(Stage.PANEL), world.user("coordinator"), world.today
    due_on = Deadline.objects.get(timetable=review.timetable, limit="review_complete").due_on
    plan_dates(
        review,
        by=by,
        on=today,
        days={"report_accepted": max(due_on, today) + 8 * WEEK},
        causes=["inquest"],
        agreed_by="Panel chair",
        next_look_on=today + 5 * WEEK,
    )
    assert owed(review, "wait.cause") == [("due", today + 5 * WEEK)]
    look_at_causes(review, by=by, on=today, causes=["inquest"], next_look_on=today + 9 * WEEK)
    assert owed(review, "wait.cause") == [("due", today + 9 * WEEK)]


def test_invitations_without_an_answer_are_owed_until_everybody_has_answered(world):
    review, by, today = world.review_at(Stage.LEARNING), world.user("coordinator"), world.today
    event = plan_event(review, by=by, on=today, kind="main", planned_on=today + 6 * WEEK)
    assert owed(review, "wait.invitations") == []
    rows = invite(
        event, by=by, on=today, agency=make_agency(world.board), roles=["Nurse", "Teacher"]
    )
    assert owed(review, "wait.invitations") == [
        ("three_weeks_before", today + 3 * WEEK),
        ("week_before", today + 5 * WEEK),
    ]
    first, second = (row.pk for row in rows)
    record_attendance(event, by=by, on=today, attendance={first: ("coming", "")})
    assert owed(review, "wait.invitations")
    record_attendance(event, by=by, on=today, attendance={second: ("leave", "")})
    assert owed(review, "wait.invitations") == []


def test_a_reviewers_statement_is_owed_from_the_first_draft_until_it_is_signed(world):
    review, today = world.review_at(Stage.REPORT), world.today
    texts = {"learning_en": "Nobody asked.", "learning_cy": "Ni ofynnodd neb."}
    save_draft(review, by=world.user("reviewer"), on=today, version=0, texts=texts)
    assert [step for step, _day in owed(review, "wait.statement")].count("two_weeks") == 2
    sign_statement(
        review, by=world.user("reviewer"), on=today, independence="None.", qualification="Long."
    )
    assert [step for step, _day in owed(review, "wait.statement")].count("two_weeks") == 1


def test_the_report_in_both_languages_is_owed_after_its_acceptance(world):
    review, by, today = (
        world.review_at(Stage.FOLLOW_THROUGH),
        world.user("coordinator"),
        world.today,
    )
    reach(review.timetable, Milestone.REPORT_ACCEPTED, today, correcting=True)
    text_ready(review, by=by, on=today, languages=["en"])
    assert owed(review, "wait.translation")[-1] == ("late", today + 4 * WEEK)
    text_ready(review, by=by, on=today, languages=["cy"])
    assert owed(review, "wait.translation") == []


def test_the_chairs_decision_and_the_notices_are_waited_for(world):
    review, today = world.review_at(Stage.DECISION), world.today
    reach(review.timetable, Milestone.RECOMMENDED, today, correcting=True)
    assert owed(review, "wait.decision")[0] == ("two_weeks", today + 2 * WEEK)
    assert owed(review, "wait.notice_of_recommendation")
    reach(review.timetable, Milestone.WG_TOLD_OF_RECOMMENDATION, today)
    assert owed(review, "wait.notice_of_recommendation") == []
    closed = world.review_at(Stage.NO_REVIEW)
    reach(closed.timetable, Milestone.DECIDED, today, correcting=True)
    assert owed(closed, "wait.notice_of_outcome"), "told of a no as of a yes, after its end too"


def test_a_referral_that_a_colleague_logs_is_told_and_waits_to_be_forwarded(world):
    review = log_referral(
        world.board,
        by=world.user("subgroup-chair"),
        on=world.today,
        source="telephone",
        sentence="A baby was found badly hurt.",
    )
    told = OutboxMessage.objects.filter(kind="reviews.logged", case=review.pk)
    assert "coordinator@be.test" in told.values_list("to", flat=True)
    assert owed(review, "wait.referral")[0] == ("week", world.today + WEEK)
    forward(review, by=world.user("coordinator"), on=world.today)
    assert owed(review, "wait.referral") == []


@pytest.fixture
def before_a_release(world):
    """A database of the release before: without what this one brings."""
    Reminder.objects.all().delete()
    Reached.objects.filter(milestone__in=SET_DAYS).delete()


def test_a_release_with_new_reminders_speaks_of_what_is_late_still_and_of_nothing_before(
    world, before_a_release, settings
):
    call_command("prepare_database", stdout=StringIO())
    assert Reminder.objects.owed().exists()
    assert not Reminder.objects.filter(due_on__lt=world.today).exists()
    for row in Reminder.objects.filter(due_on=world.today, days_later__gt=0):
        step = reminders.step_of(row.limit, row.step)
        assert (step.months, step.weeks, step.days) >= (0, 0, 0), "none from before its day"
    settings.DEMO_TODAY = "2026-03-03"
    call_command("rebuild_deadlines", stdout=(again := StringIO()))
    assert "changed: 0" in again.getvalue()


def test_a_step_that_a_release_adds_is_owed_only_where_it_is_still_to_come(
    world, monkeypatch, settings
):
    late, fresh = world.review_at(Stage.PANEL), world.review_at(Stage.TIMELINES)
    reach(fresh.timetable, Milestone.FORWARDED, world.today, correcting=True)
    quiet()
    added = (Step("first_month", Way.REMIND, Whom.COORDINATOR, months=1, from_anchor=True),)
    more = STEPS | {"review_complete": STEPS["review_complete"] + added}
    monkeypatch.setattr(reminders, "STEPS", more)
    rebuild(Review.objects.all())
    rows = Reminder.objects.filter(step="first_month")
    assert [row.timetable_id for row in rows] == [fresh.timetable_id]
    assert not rows.filter(timetable=late.timetable).exists()
