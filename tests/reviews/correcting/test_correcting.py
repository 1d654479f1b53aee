"""A wrong day is corrected and a mistaken move undone: old, new, why; the clocks follow."""

import datetime as dt
import threading
from uuid import uuid4

import pytest
from django.db import connection
from django.urls import reverse
from django_fsm import TransitionNotAllowed

from action_plans.models import Action, Progress
from audit.models import Entry
from common.deeds import NotNow, Proof, Refused, WrongDate
from deadlines.models import Deadline, Reached
from deadlines.services import derive
from guidance.milestones import Milestone
from learning_events.models import LearningEvent, Participant
from panels.models import AgencyReturn
from reports.models import Acceptance, Agreement
from reports.services import agree, send_back
from reviews.correcting.deeds import UNDO
from reviews.correcting.services import correct_day, undo
from reviews.correcting.undoing import last_move
from reviews.decision.services import decide, send_notice
from reviews.door import ask
from reviews.journey import Stage
from reviews.models import (
    Confirmation,
    Correction,
    Decision,
    Ending,
    Recommendation,
    Reply,
    Review,
    StageChange,
    Withdrawn,
)
from tests.forms import fill, open_form, typed
from tests.walking import Case

DAY = dt.timedelta(days=1)


def fresh(review) -> Review:
    return Review.objects.select_related("board", "timetable").get(pk=review.pk)


def due(review, limit="review_complete"):
    return Deadline.objects.filter(timetable=review.timetable_id, limit=limit).first()


def words(world):
    return {"by": world.user("coordinator"), "on": world.today, "why": "Typed wrongly."}


def taken_back(world, review):
    return undo(fresh(review), **words(world))


# --- days


def test_a_day_is_corrected_and_everything_that_carries_it_follows(world):
    review = world.review_at("decision")
    paper = review.recommendation
    old, new = paper.recommended_on, paper.recommended_on - 3 * DAY
    correct_day(review, **words(world), milestone="recommended", new_on=new)
    paper.refresh_from_db()
    assert paper.recommended_on == new
    assert StageChange.objects.get(review=review, move="recommend").on == new
    assert fresh(review).stage_since == new
    assert Reached.objects.get(timetable=review.timetable, milestone="recommended").on == new
    row = Correction.objects.get(review=review)
    assert (row.old_on, row.new_on, row.reason) == (old, new, "Typed wrongly.")
    entry = Entry.objects.get(verb="reviews.day_corrected")
    assert entry.details["old"] == old.isoformat()
    assert "Typed" not in str(entry.details)


def test_the_deadlines_are_counted_anew(world):
    review = world.review_at("panel")
    before = due(review).due_on
    forwarded = Reached.objects.get(timetable=review.timetable, milestone="forwarded").on
    correct_day(review, **words(world), milestone="forwarded", new_on=forwarded - 7 * DAY)
    assert due(review).due_on < before
    assert derive([review.timetable]) == 0, "what is derived anew is the same"


@pytest.mark.parametrize(
    ("stage", "milestone", "carries"),
    [
        ("panel", "decided", lambda r: Decision.objects.get(review=r).decided_on),
        ("report", "event_held", lambda r: LearningEvent.objects.get(review=r).held_on),
        ("acceptance", "report_agreed", lambda r: Agreement.objects.get(report=r.pk).agreed_on),
        (
            "follow_through",
            "report_accepted",
            lambda r: Acceptance.objects.get(report=r.pk).accepted_on,
        ),
        ("closed", "closed", lambda r: Ending.objects.get(review=r).on),
    ],
)
def test_the_row_of_each_room_follows(world, stage, milestone, carries):
    review = world.review_at(stage)
    new = carries(review) - DAY
    correct_day(review, **words(world), milestone=milestone, new_on=new)
    assert carries(review) == new
    assert fresh(review).stage_since == new
    if milestone == "decided":
        assert Reached.objects.get(timetable=review.timetable, milestone="commissioned").on == new


def test_what_contradicts_another_day_is_said_and_changes_nothing(world):
    review = world.review_at("learning")
    with pytest.raises(NotNow, match="contradicts"):
        correct_day(review, **words(world), milestone="agencies_asked", new_on=world.today)
    assert not Correction.objects.exists()
    with pytest.raises(WrongDate):
        correct_day(review, **words(world), milestone="event_held", new_on=world.today + DAY)
    with pytest.raises(NotNow, match="depends on this date"):
        correct_day(review, **words(world), milestone="forwarded", new_on=None)
    forwarded = Reached.objects.get(timetable=review.timetable, milestone="forwarded").on
    with pytest.raises(NotNow, match="already recorded"):
        correct_day(review, **words(world), milestone="forwarded", new_on=forwarded)


# --- moves


def test_a_recommendation_is_undone_kept_aside_and_made_again(world):
    review = world.review_at("decision")
    since = StageChange.objects.get(review=review, move="forward").on
    correction = taken_back(world, review)
    review = fresh(review)
    assert (review.stage, review.stage_since) == (Stage.RECOMMENDATION, since)
    assert not Recommendation.objects.filter(review=review).exists()
    kept = Withdrawn.objects.get(correction=correction)
    assert kept.content["outline"] == "Child A was hurt."
    assert not Reached.objects.filter(timetable=review.timetable, milestone="recommended").exists()
    again = Case(on=world.today - 30 * DAY)
    again.review = review
    again.recommend()
    assert fresh(review).stage == Stage.DECISION
    assert StageChange.objects.filter(review=review, move="recommend").count() == 2


@pytest.mark.parametrize(
    ("stage", "back"),
    [
        ("recommendation", "referral"),
        ("decision", "recommendation"),
        ("board_discussion", "decision"),
        ("no_review", "decision"),
        ("forum", "decision"),
        ("another_leads", "decision"),
        ("timelines", "panel"),
        ("learning", "timelines"),
        ("report", "learning"),
        ("acceptance", "report"),
        ("follow_through", "acceptance"),
        ("closed", "follow_through"),
        ("transferred", "panel"),
        ("discontinued", "panel"),
        ("converted", "recommendation"),
    ],
)
def test_the_last_move_is_undone_at_every_stage(world, signed_in, stage, back):
    review = world.review_at(stage)
    if stage == "timelines":
        AgencyReturn.objects.filter(review=review).exclude(state="asked").delete()
    days = {(row.milestone, row.part) for row in review.timetable.reached.all()}
    assert ask(review, UNDO, world.user("coordinator")).is_yes
    taken_back(world, review)
    review = fresh(review)
    assert review.stage == back
    last = last_move(review)
    assert last is None or last.to_stage == back
    assert (Milestone.CLOSED, "") not in {
        (r.milestone, r.part) for r in review.timetable.reached.all()
    }
    assert days >= {(r.milestone, r.part) for r in review.timetable.reached.all()}
    assert derive([review.timetable]) == 0
    client = signed_in(world.user("coordinator"))
    for page in ("overview", "history", "record"):
        assert client.get(reverse(f"reviews:{page}", args=[review.slug])).status_code == 200


def test_commissioning_is_undone_before_the_panel_has_begun_and_not_after(world, signed_in):
    review = world.review_at("panel")
    user = world.user("coordinator")
    answer = ask(review, UNDO, user)
    assert not answer.is_yes
    assert "appointed" in str(answer.obstacles[0].sentence)
    client = signed_in(user)
    page = client.get(reverse("reviews:undo", args=[review.slug]))
    assert page.context["form"] is None
    assert "End their appointments first" in page.content.decode()
    with pytest.raises(NotNow, match="appointed"):
        taken_back(world, review)
    review.appointments.filter(until_on=None).update(until_on=world.today)
    taken_back(world, review)
    review = fresh(review)
    assert (review.stage, review.kind, review.timetable.kind) == ("decision", "", "")
    assert not Decision.objects.filter(review=review).exists()
    made = decide(
        review, by=world.user("board-chair"), on=world.today, reply="agree", reason="Old."
    )
    assert made.kind == "concise"


def test_a_notice_that_went_out_stays_as_that_of_an_undone_step(world, signed_in):
    review, by = world.review_at("no_review"), world.user("coordinator")
    sent = send_notice(review, by=by, on=world.today, about="outcome")
    client = signed_in(by)
    page = client.get(reverse("reviews:undo", args=[review.slug])).content.decode()
    assert "Welsh Government should be told of the correction." in page
    correction = taken_back(world, review)
    sent.refresh_from_db()
    assert (sent.undone_by, sent.is_current) == (correction, False)
    told = Reached.objects.filter(timetable=review.timetable)
    assert not told.filter(milestone="wg_told_of_outcome").exists()
    room = reverse("reviews:decision", args=[review.slug])
    said = "Welsh Government should be told of the correction."
    assert said in client.get(room).content.decode()
    chair = world.user("board-chair")
    decide(fresh(review), by=chair, on=world.today, reply="agree", reason="Old.")
    send_notice(fresh(review), by=by, on=world.today, about="outcome")
    page = client.get(room).content.decode()
    assert "This notice was about a step that was later undone." in page and said not in page
    assert told.get(milestone="wg_told_of_outcome").on == world.today


def test_an_event_is_undone_with_those_who_were_listed(world):
    review = world.review_at("report")
    event = LearningEvent.objects.get(review=review)
    Participant.objects.create(event=event, body="A charity", role="Family worker")
    correction = taken_back(world, review)
    assert not LearningEvent.objects.filter(review=review).exists()
    kept = Withdrawn.objects.get(correction=correction, kind="learning_events.participant")
    assert kept.content["role"] == "Family worker"


def test_what_closing_carried_over_is_open_again_once_it_is_undone(world):
    review, by = world.review_at("closed"), world.user("coordinator")
    first = Action.objects.filter(plan__review=review).first()

    def national(number, **facts):
        copied = Action.objects.get(pk=first.pk)
        copied.pk, copied.uuid, copied.number = None, uuid4(), number
        copied.level, copied.status = "national", "carried_over"
        copied.reasons = facts.get("reasons", "")
        copied.save()
        return copied

    by_closing, by_hand = national(90), national(91, reasons="Another plan.")
    diary = {"on": world.today, "by": by.person, "recorded_by": by, "note": "Another plan."}
    Progress.objects.create(action=by_hand, step="let_go", **diary)
    Progress.objects.create(action=by_closing, step="raised", **diary)
    taken_back(world, review)
    states = dict(Action.objects.filter(plan__review=review).values_list("number", "status"))
    assert (states[90], states[91]) == ("open", "carried_over")
    parts = Reached.objects.filter(timetable=review.timetable, milestone="action_due")
    assert parts.get(part=by_closing.part).on == by_closing.due_on
    assert not parts.filter(part=by_hand.part).exists()


def test_a_sending_back_gives_its_agreement_back(world):
    review = world.review_at("acceptance")
    agreed = Reached.objects.get(timetable=review.timetable, milestone="report_agreed").on
    send_back(
        review, by=world.user("board-chair"), on=review.stage_since, reasons="More on the father."
    )
    taken_back(world, review)
    assert fresh(review).stage == "acceptance"
    again = Reached.objects.get(timetable=review.timetable, milestone="report_agreed")
    assert again.on == agreed
    taken_back(world, review)
    review = fresh(review)
    assert review.stage == "report"
    agree(review, by=world.user("panel-chair"), on=world.today, version=1)


def test_undone_twice_it_goes_back_two_moves_and_history_keeps_all(world, signed_in):
    review = world.review_at("report")
    taken_back(world, review)
    taken_back(world, review)
    assert fresh(review).stage == "timelines"
    assert Entry.objects.filter(verb="reviews.move_undone").count() == 2
    client = signed_in(world.user("coordinator"))
    history = client.get(reverse("reviews:history", args=[review.slug])).content.decode()
    assert "A mistaken stage change was undone" in history
    assert "Typed wrongly." in history
    record = client.get(reverse("reviews:record", args=[review.slug])).content.decode()
    assert "Nobody asked the child." in record, "what the event had said is kept"


def test_a_referral_has_nothing_to_undo(world):
    with pytest.raises(NotNow, match="no stage change to undo"):
        taken_back(world, world.review_at("referral"))


@pytest.mark.parametrize("role", ["subgroup-chair", "panel-chair", "reviewer", "auditor"])
def test_only_coordinator_and_chair_put_the_record_right(world, signed_in, role):
    review = world.review_at("timelines")
    by = words(world) | {"by": world.user(role)}
    with pytest.raises(Refused):
        undo(review, **by)
    with pytest.raises(Refused):
        correct_day(review, **by, milestone="forwarded", new_on=world.today)
    client = signed_in(world.user(role))
    for page in ("undo", "correct_day"):
        assert client.get(reverse(f"reviews:{page}", args=[review.slug])).status_code == 403


def test_the_machine_itself_undoes_nothing_to_nowhere(world):
    review = world.review_at("panel")
    with pytest.raises(TransitionNotAllowed):
        review.take_on(to="closed", kind="")


def test_a_dispute_is_settled_by_undoing_what_it_disputes(world):
    review = world.review_at("decision")
    decide(
        review,
        by=world.user("coordinator"),
        on=review.stage_since,
        reply=Reply.DISAGREE,
        reasons="Not met.",
        decided_by=world.person("board-chair"),
        proof=Proof("telephone", "A note."),
    )
    row = Confirmation.objects.get(review=review)
    row.disputed_at, row.disputed_by, row.disputed_why = (
        review.created_at,
        world.user("board-chair"),
        "I agreed.",
    )
    row.save()
    taken_back(world, review)
    row.refresh_from_db()
    assert not row.is_disputed
    assert row.settled_how == "Typed wrongly."


# --- pages and races


def test_the_pages_correct_and_undo(world, signed_in):
    review = world.review_at("recommendation")
    client = signed_in(world.user("board-chair"))
    url = reverse("reviews:correct_day", args=[review.slug])
    assert client.get(url, {"which": "forwarded"}).context["form"].initial == {}
    on = Reached.objects.get(timetable=review.timetable, milestone="forwarded").on - DAY
    answer = fill(client, url, milestone="forwarded", new_on=on, why="Typed wrongly.")
    assert answer.status_code == 302, answer.context["form"].errors
    assert fresh(review).stage_since == on
    answer = fill(client, reverse("reviews:undo", args=[review.slug]), why="Not yet.")
    assert answer.status_code == 302, answer.context["form"].errors
    assert fresh(review).stage == "referral"


@pytest.mark.parametrize(
    "facts",
    [
        {"milestone": "forwarded", "new_on": dt.date(2031, 1, 1)},
        {"milestone": "no_such", "new_on": dt.date(2024, 1, 1)},
        {"milestone": "closed", "new_on": dt.date(2024, 1, 1)},
        {"milestone": "forwarded", "new_on": None},
        {"milestone": "forwarded", "why": "\x00"},
        {"milestone": "forwarded", "why": ""},
        {"milestone": "forwarded", "why": "x" * 2001},
    ],
)
def test_bad_input_is_said(world, signed_in, facts):
    review = world.review_at("recommendation")
    client = signed_in(world.user("coordinator"))
    url = reverse("reviews:correct_day", args=[review.slug])
    answer = fill(client, url, **{"why": "Kept.", "new_on": dt.date(2024, 1, 2)} | facts)
    assert answer.status_code == 200
    assert not Correction.objects.filter(review=review).exists()


def test_two_undo_at_the_same_moment_and_one_move_is_undone(own_clone, signed_in):
    review = own_clone.review_at("report")
    url = reverse("reviews:undo", args=[review.slug])
    posts = []
    for role in ("coordinator", "board-chair"):
        client = signed_in(own_clone.user(role))
        posts.append((client, typed(open_form(client, url), why="Mistaken.")))
    gate, answers = threading.Barrier(2), []

    def send(client, data):
        try:
            gate.wait(timeout=20)
            answers.append(client.post(url, data).status_code)
        finally:
            connection.close()

    threads = [threading.Thread(target=send, args=post) for post in posts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(answers) == [302, 409]
    assert fresh(review).stage == "learning"
    assert Correction.objects.filter(review=review).count() == 1
