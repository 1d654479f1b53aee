"""What real weeks look like, over HTTP, by the people who do it: over sittings, in haste, begun on
paper, with a chair away, the other way round, with two boards and a trial, with a successor."""

import datetime as dt

import pytest
from django.urls import reverse

from boards.models import Hold, Holding, Office, Person
from panels.models import AgencyReturn
from reviews.capacities import Capacity
from reviews.journey import Stage
from reviews.models import Proceeding, ProceedingHold, RecommendationDraft
from tests.cast import make_agency, make_board, make_user
from tests.journeys.somebody import PASSWORD, Somebody


def person(role, board="be"):
    return Person.objects.get(email=f"{role}@{board}.test")


def test_a_telephoned_referral_becomes_a_full_recommendation_over_three_sittings(road, agencies):
    social_services, health = agencies
    road.refer()
    road.step(
        "coordinator",
        "reviews:recommend",
        "reviews:subgroup",
        outline="Child A was three and was hurt at home.",
        legal_status="Not on the register.",
        period_from_on=dt.date(2022, 12, 30),
    )
    road.step(
        "subgroup-chair",
        "reviews:recommend",
        "reviews:subgroup",
        course="concise",
        vote="unanimous",
        rationale="The criteria were considered one by one.",
        agencies=[social_services.pk, health.pk],
        period_until_on=dt.date(2023, 12, 30),
        period_why="The twelve months before the event.",
    )
    road.step(
        "coordinator",
        "reviews:recommend",
        "reviews:subgroup",
        chairing_agency=health.pk,
        chair_who="Head of Inclusion",
        chair_is_independent="yes",
        media="none_known",
        questions="Who knew what?",
        reviewer_cost="4500",
    )
    assert RecommendationDraft.objects.filter(review=road.review).first().version == 3
    assert road.review.stage == Stage.RECOMMENDATION
    road.step("subgroup-chair", "reviews:check_recommendation", "reviews:subgroup", days=0)
    road.tell("recommendation")
    road.decide(reply="agree")
    paper = road.review.recommendation
    assert (paper.outline, paper.legal_status) == (
        "Child A was three and was hurt at home.",
        "Not on the register.",
    )
    assert paper.period_from_on == dt.date(2022, 12, 30)
    assert road.review.involved_agencies.count() == 2
    assert not road.review.departures.filter(deed="reviews.recommended").exists()
    assert (road.review.stage, road.review.kind) == (Stage.PANEL, "concise")


def test_an_urgent_case_is_commissioned_the_same_day_and_completed_later(road, agencies):
    road.refer(forward_after=0)
    road.step(
        "coordinator",
        "reviews:recommend",
        "reviews:subgroup",
        days=0,
        course="extended",
        is_urgent="on",
        vote="unanimous",
        outline="Child A was three and died.",
        rationale="On the register; a child died.",
    )
    road.step("subgroup-chair", "reviews:check_recommendation", "reviews:subgroup", days=0)
    road.step("board-chair", "reviews:decide", "reviews:overview", days=0, reply="agree")
    changes = road.review.stage_changes.values_list("move", "on")
    assert dict(changes)["commission"] == road.review.referral.received_on
    assert not road.review.recommendation.completed_on

    road.step(
        "subgroup-chair",
        "reviews:complete_recommendation",
        "reviews:subgroup",
        days=14,
        period_from_on=dt.date(2022, 12, 30),
        period_until_on=dt.date(2023, 12, 30),
        period_why="The twelve months before the event.",
        agencies=[agencies[0].pk],
        media="none_known",
        reason="The panel chair is still sought.",
    )
    paper = road.review.recommendation
    assert paper.completed_on == road.day
    assert (paper.outline, paper.period_why) == (
        "Child A was three and died.",
        "The twelve months before the event.",
    )


def test_a_review_begun_on_paper_is_taken_on_at_its_report_and_closes(road, agencies):
    social_services, _health = agencies
    road.day = dt.date(2024, 12, 9)
    road.at(road.day)
    place = road.actor("coordinator").does(
        reverse("reviews:take_on"),
        found_on=reverse("reviews:list"),
        older="CPR 06/2023",
        outline="Child A was three and was hurt at home.",
        children="Child A",
        stage="report",
        kind="concise",
        day_referred=dt.date(2024, 1, 8),
        day_forwarded=dt.date(2024, 1, 15),
        day_decided=dt.date(2024, 3, 4),
        day_event_held=dt.date(2024, 9, 26),
        panel_chair=person("panel-chair").pk,
        reviewer=person("reviewer").pk,
    )
    road.slug = place.rstrip("/").rsplit("/", 1)[-1]
    six_months = road.review.timetable.deadlines.get(limit="review_complete")
    assert six_months.due_on == dt.date(2024, 7, 15)

    road.write()
    road.sign()
    road.hear_child()
    road.outline()
    road.agree()
    road.accept()
    road.plan(social_services)
    road.make_ready()
    road.send_and_wait()
    road.publish()
    road.on_action("action-owner", "complete", evidence="The agreement, signed by both.")
    road.on_action("subgroup-chair", "verify", note="Read it and asked both teams.")
    road.close()
    review = road.review
    assert (review.stage, review.year) == (Stage.CLOSED, 2024)
    assert review.older_references.get().written == "CPR 06/2023"
    six_months.refresh_from_db()
    assert six_months.met_on > six_months.due_on


def test_the_deputy_decides_for_a_chair_who_is_away_and_the_history_says_for_whom(road, people):
    make_user(people, "vice-chair", Office.BOARD_CHAIR, Hold.DEPUTY, password=PASSWORD)
    road.refer()
    road.recommend("concise")
    chair = person("board-chair")
    road.actor("board-chair").does(
        reverse("set_absence", args=["be", chair.uuid, chair.holdings.get().uuid]),
        found_on=reverse("person", args=["be", chair.uuid]),
        from_on=road.day,
        until_on=road.day + dt.timedelta(weeks=4),
        stood_in_by=person("vice-chair").pk,
    )
    decide = road.url("reviews:decide")
    assert decide in road.actor("vice-chair").open(reverse("desk:desk")).links
    road.step("vice-chair", "reviews:decide", "reviews:overview", reply="agree")
    assert road.review.decisions.get().decided_by == person("vice-chair")
    history = road.actor("coordinator").reads(road.url("reviews:history"))
    assert "BE Vice Chair" in history
    assert "for the holder: BE Board Chair" in history


def test_the_other_way_the_chair_wants_a_review_that_was_not_recommended(road):
    road.refer()
    road.step(
        "coordinator",
        "reviews:recommend",
        "reviews:subgroup",
        course="no_review",
        vote="unanimous",
        outline="Child A was three and was hurt at home.",
        rationale="Neither abuse nor neglect is known.",
        media="none_known",
    )
    road.step(
        "subgroup-chair",
        "reviews:check_recommendation",
        "reviews:subgroup",
        days=0,
        reason="The agencies are still asked.",
    )
    road.decide(
        reply="disagree",
        proposed_course="concise",
        reasons="Three calls were not answered: that is neglect.",
        proposed_action="A concise review of a year.",
    )
    assert road.review.stage == Stage.BOARD_DISCUSSION
    road.step(
        "coordinator",
        "reviews:record_discussion",
        "reviews:overview",
        views="All agencies but one agreed with the Chair.",
    )
    road.decide(
        course="concise",
        reasons="Neglect is suspected.",
        period_from_on=dt.date(2022, 12, 30),
        period_until_on=dt.date(2023, 12, 30),
        period_why="The twelve months before the event.",
    )
    review = road.review
    assert (review.stage, review.kind) == (Stage.PANEL, "concise")
    replies = review.decisions.order_by("pk").values_list("reply", flat=True)
    assert list(replies) == ["disagree", "final"]


@pytest.fixture
def neighbours(agencies):
    """The other board: its co-ordinator, its Chair, one of its agencies."""
    board = make_board("dc")
    for role, office in (
        ("coordinator", Office.COORDINATOR),
        ("board-chair", Office.BOARD_CHAIR),
    ):
        make_user(board, role, office, password=PASSWORD)
    return make_agency(board, "health", "health_board")


def test_two_boards_hold_a_review_and_a_trial_holds_its_event(road, agencies, neighbours):
    social_services, _health = agencies
    road.refer()
    road.recommend("extended")
    road.decide(reply="agree")
    neighbour = Somebody("coordinator@dc.test")
    assert neighbour.is_refused(road.url("reviews:overview"), 404)
    road.step(
        "coordinator",
        "reviews:add_board",
        "reviews:boards",
        board=neighbours.partnerships.get().board.pk,
        why="Child A stayed there for a summer.",
        ground="residence",
    )
    assert "Child A" in neighbour.reads(road.url("reviews:children"))
    assert neighbour.is_refused(road.url("reviews:names"), 404)

    road.appoint("panel-chair", Capacity.PANEL_CHAIR)
    road.appoint("reviewer", Capacity.REVIEWER_EXTERNAL)
    road.appoint("reviewer-local", Capacity.REVIEWER_LOCAL)
    road.agree_terms(has_core_questions="on")
    road.ask_agencies(social_services, neighbours)
    assert AgencyReturn.objects.filter(review=road.review, agency=neighbours).exists()

    due_on = road.review.timetable.deadlines.get(limit="review_complete").due_on
    road.step(
        "coordinator",
        "reviews:add_proceeding",
        "reviews:proceedings",
        kind="police",
        body="Crown Court",
        lead="beside",
    )
    trial = Proceeding.objects.get(review=road.review)
    road.day += dt.timedelta(days=1)
    road.at(road.day)
    road.actor("coordinator").does(
        reverse("reviews:put_hold", args=[road.slug, trial.uuid]),
        found_on=road.url("reviews:proceedings"),
        held="event",
        asked_by="Senior investigating officer",
        agreed_by="Panel chair",
        next_look_on=road.day + dt.timedelta(weeks=6),
    )
    hold = ProceedingHold.objects.get(proceeding=trial)
    road.day += dt.timedelta(weeks=6)
    road.at(road.day)
    road.actor("coordinator").does(
        reverse("reviews:lift_hold", args=[road.slug, hold.uuid]),
        found_on=road.url("reviews:proceedings"),
    )
    hold.refresh_from_db()
    assert hold.lifted_on == road.day
    assert road.review.timetable.deadlines.get(limit="review_complete").due_on == due_on


def test_a_coordinator_leaves_and_the_successor_works_on(road, people):
    make_user(people, "successor", password=PASSWORD)
    road.refer()
    leaver, successor = person("coordinator"), person("successor")
    before = road.actor("coordinator")
    last_on = road.day + dt.timedelta(days=3)
    road.actor("board-chair").does_once_seen(
        reverse("leave", args=["be", leaver.uuid]),
        found_on=reverse("person", args=["be", leaver.uuid]),
        successor=successor.pk,
        last_on=last_on,
    )
    assert before.open(road.url("reviews:overview"))
    road.recommend("concise", by="successor")
    assert before.is_refused(road.url("reviews:overview"), 302)
    assert not Holding.objects.filter(person=leaver, until_on=None).exists()
    assert road.review.stage == Stage.DECISION
