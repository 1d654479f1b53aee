"""All running deadlines: whose they are, in which order, and what a reader asks of them."""

import datetime as dt

from django.urls import reverse

from deadlines import services as deadlines
from deadlines.models import Deadline
from deadlines.plans import CauseShown, keep_causes
from desk.clocks.asked import HELD, NO_CAUSE, Asked, asked_by, asked_in
from desk.clocks.running import chosen, clocks_of, narrowed, running_of
from guidance.causes import Cause
from guidance.milestones import Milestone
from reviews.journey import RUNNING, Stage
from reviews.models import Proceeding, ProceedingHold, Review
from reviews.timing.standing import WHOLE

CLOCKS = reverse("desk:clocks")


def shown(world, user, **words):
    asked = Asked(**words)
    reviews = narrowed(running_of(user), asked, world.today)
    return clocks_of(chosen(reviews, asked, world.today), user, world.today)


def test_every_running_deadline_stands_there_late_first(world):
    panel = world.review_at(Stage.PANEL)
    soon = world.today + dt.timedelta(days=5)
    deadlines.reach(panel.timetable, Milestone.ACTION_DUE, soon, part="one")
    clocks = shown(world, world.user("coordinator"))
    ours = Review.objects.filter(stage__in=RUNNING).values("timetable")
    assert len(clocks) == Deadline.objects.filter(met_on=None, timetable__in=ours).count() > 3
    days = [each.date.due_on for each in clocks]
    assert days == sorted(days)
    assert clocks[0].is_late and not clocks[-1].is_late
    assert all(each.date.met_on is None and not each.date.is_earliest for each in clocks)


def test_nobody_sees_the_deadlines_of_a_case_that_is_closed_to_them(world):
    assert shown(world, world.user("excluded")) == []
    assert shown(world, world.user("outsider")) == []
    assert shown(world, world.user("coordinator", "dc")) == []
    seen = {each.review for each in shown(world, world.user("reviewer"))}
    assert seen and seen < {each.review for each in shown(world, world.user("coordinator"))}


def test_a_reader_narrows_by_date_rule_and_stage_and_sorts(world):
    user = world.user("coordinator")
    late = shown(world, user, when="late")
    assert late and all(each.date.due_on < world.today for each in late)
    soon = shown(world, user, when="soon")
    assert all(0 <= each.days_left <= 28 for each in soon)
    rule = late[0].date.limit.key
    assert {each.date.limit.key for each in shown(world, user, rule=rule)} == {rule}
    assert {each.review.stage for each in shown(world, user, stage=Stage.REPORT)} <= {Stage.REPORT}
    stages = [RUNNING.index(each.review.stage) for each in shown(world, user, order="stage")]
    assert stages == sorted(stages) and len(set(stages)) > 2
    numbers = [
        (r.year, r.number) for r in (c.review for c in shown(world, user, order="reference"))
    ]
    assert numbers == sorted(numbers)


def test_a_cause_and_a_hold_say_why_and_narrow_the_list(world):
    user, review = world.user("coordinator"), world.review_at(Stage.REPORT)
    other = world.review_at(Stage.LEARNING)
    look = world.today + dt.timedelta(days=30)
    keep_causes(review.timetable, [Cause.INQUEST], on=world.today, next_look_on=look)
    proceeding = Proceeding.objects.create(
        review=other, kind="police", body="Police", recorded_by=user
    )
    ProceedingHold.objects.create(
        proceeding=proceeding,
        held="event",
        since_on=world.today,
        next_look_on=world.today + dt.timedelta(days=60),
        asked_by="Police",
        agreed_by="Panel",
        recorded_by=user,
    )
    explained = shown(world, user, cause=Cause.INQUEST)
    assert {each.review for each in explained} == {review}
    assert explained[0].causes == (CauseShown(Cause.INQUEST, world.today, look),)
    deadlines.reach(review.timetable, Milestone.ACTION_DUE, look, part="one")
    beside = [each for each in shown(world, user) if each.review == review]
    assert len(beside) > 1 and sum(bool(each.causes) for each in beside) == 1
    held = shown(world, user, cause=HELD)
    assert {each.review for each in held} == {other} and held[0].held
    assert not {review, other} & {each.review for each in shown(world, user, cause=NO_CAUSE)}


def test_a_late_review_of_which_nobody_said_why_is_shown_as_that(world):
    user, review = world.user("coordinator"), world.review_at(Stage.REPORT)
    begun = review.timetable.reached.get(milestone=Milestone.FORWARDED)
    begun.on -= dt.timedelta(days=200)
    begun.save()
    deadlines.derive([review.timetable])
    (line,) = (each for each in shown(world, user, cause=NO_CAUSE) if each.review == review)
    assert line.wants_cause and line.date.limit.key == WHOLE
    look = world.today + dt.timedelta(days=30)
    keep_causes(review.timetable, [Cause.INQUEST], on=world.today, next_look_on=look)
    assert review not in {each.review for each in shown(world, user, cause=NO_CAUSE)}


def test_the_page_takes_the_same_queries_however_many_reviews(
    world, signed_in, django_assert_max_num_queries
):
    client = signed_in(world.user("coordinator"))
    client.get(CLOCKS)
    with django_assert_max_num_queries(40) as counted:
        client.get(CLOCKS)
    first = len(counted)
    review = world.review_at(Stage.PANEL)
    for part in range(9):
        day = world.today + dt.timedelta(days=part)
        deadlines.reach(review.timetable, Milestone.ACTION_DUE, day, part=f"part-{part}")
    for each in Review.objects.filter(stage=Stage.CLOSED):
        Review.objects.filter(pk=each.pk).update(stage=Stage.FOLLOW_THROUGH)
    with django_assert_max_num_queries(first):
        client.get(CLOCKS)


def test_what_an_address_does_not_know_asks_nothing(world, signed_in):
    page = signed_in(world.user("coordinator")).get(
        CLOCKS, {"when": "x", "rule": "\x00", "stage": "closed", "board": "dc", "page": "-3"}
    )
    assert page.status_code == 200
    assert page.context["asked"] == Asked()
    assert page.context["clocks"]


def test_a_question_survives_its_way_through_numbers():
    asked = Asked("late", "target.panel", "panel", "inquest", "be", "rule")
    assert asked_by(asked.numbers(), "be", ["review_complete", "target.panel"]) == asked
    assert asked_in(dict(pair.split("=") for pair in asked.query.split("&")), ["be"]) == asked
