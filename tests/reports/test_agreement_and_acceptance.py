"""The panel agrees, the Board accepts or sends back; nobody judges their own work."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction
from django.utils import translation

from action_plans.models import Plan
from boards.models import Holding, Office
from common.deeds import NotNow, Overtaken, Proof, Refused
from common.models import OutboxMessage
from deadlines.services import reach, unreach
from guidance.milestones import Milestone
from reports import deeds
from reports.models import Acceptance, How
from reports.services import accept, agree, send_back, sign_statement
from reviews.capacities import Capacity
from reviews.door import ask, door
from reviews.journey import Stage
from reviews.models import Departure, StageChange
from reviews.people.services import appoint, end_appointment
from tests.cast import LONG_AGO
from tests.reports.conftest import ACCEPTED, AGREED, WHY, WRITTEN, fresh, outlined, save


@pytest.fixture
def agreed(signed, role):
    agree(signed, by=role("panel-chair"), on=AGREED, version=1, reason=WHY)
    reach(signed.timetable, Milestone.EVENT_HELD, WRITTEN)
    outlined(signed)
    return fresh(signed)


def accepting(review, **changes):
    facts = {"on": ACCEPTED, "version": 1, "how": How.WITHOUT_VOTE, "decision": "Accepted."}
    return accept(review, **facts | changes)


def codes(obstacles):
    return {each.code for each in obstacles}


# --- Agreement by the panel


@pytest.mark.parametrize("language", ["en-gb", "cy"])
@pytest.mark.parametrize("lacks", ["no_learning_event", "no_outline"])
def test_the_board_accepts_nothing_without_a_learning_event_and_the_outline_of_the_plan(
    agreed, role, lacks, language
):
    if lacks == "no_outline":
        Plan.objects.filter(review=agreed).update(outline="", outline_on=None)
    else:
        unreach(agreed.timetable, Milestone.EVENT_HELD)
    with translation.override(language), pytest.raises(NotNow) as caught:
        accepting(agreed, by=role("board-chair"), reason=WHY)
    assert codes(caught.value.obstacles) == {lacks}
    past = Proof("meeting", "Minute 4.", None, True)
    accepting(agreed, by=role("board-chair"), reason=WHY, proof=past)
    assert fresh(agreed).stage == Stage.FOLLOW_THROUGH


def test_the_panel_chair_agrees_and_it_is_with_the_board(agreed, role):
    assert agreed.stage == Stage.ACCEPTANCE
    assert agreed.timetable.reached.get(milestone=Milestone.REPORT_AGREED).on == AGREED
    told = OutboxMessage.objects.filter(
        kind="reports.agreed", key__contains=f":{agreed.pk}:"
    ).values_list("to", flat=True)
    assert set(told) == {role(who).email for who in ("board-chair", "vice-chair", "coordinator")}


def test_what_is_missing_warns_before_the_panel_agrees(review, role):
    answer = ask(review, deeds.AGREE, role("panel-chair"))
    assert answer.is_yes
    assert codes(answer.warnings) >= {
        "no_draft",
        "statement_missing",
        "no_learning_event",
        "no_outline",
        "out_of_order",
    }
    with pytest.raises(NotNow):
        agree(review, by=role("panel-chair"), on=AGREED, version=0)
    agree(review, by=role("panel-chair"), on=AGREED, version=0, reason=WHY)
    assert Departure.objects.get(review=review, deed="reports.agreed").reason == WHY


def test_the_panel_agrees_what_it_has_read(signed, role):
    save(signed, role("reviewer"), 1, learning_en="Newer.")
    with pytest.raises(Overtaken):
        agree(signed, by=role("panel-chair"), on=AGREED, version=1, reason=WHY)
    assert fresh(signed).stage == Stage.PANEL


def test_a_member_of_the_panel_does_not_agree_for_it(signed, role):
    with pytest.raises(Refused):
        agree(signed, by=role("panel-member"), on=AGREED, version=1, reason=WHY)


def test_an_agreement_on_paper_is_recorded_with_who_decided(signed, role):
    words = {"by": role("coordinator"), "on": AGREED, "version": 1, "reason": WHY}
    with pytest.raises(NotNow):
        agree(signed, **words)
    agree(signed, **words, decided_by=role("panel-chair").person)
    change = StageChange.objects.get(review=signed, move="agree_report")
    assert change.decided_by == role("panel-chair").person


# --- Statements


def test_a_reviewer_signs_once(signed, role):
    with pytest.raises(NotNow):
        sign_statement(signed, by=role("reviewer"), on=WRITTEN, independence="x", qualification="y")


def test_a_statement_on_paper_is_the_reviewers(drafted, role):
    statement = sign_statement(
        drafted,
        by=role("coordinator"),
        on=WRITTEN,
        independence="x",
        qualification="y",
        decided_by=role("reviewer").person,
    )
    assert (statement.person, statement.recorded_by) == (
        role("reviewer").person,
        role("coordinator"),
    )


def test_a_replaced_reviewers_statement_stays_and_the_next_one_signs_their_own(agreed, role):
    old = agreed.appointments.get(capacity=Capacity.REVIEWER)
    end_appointment(agreed, by=role("coordinator"), on=AGREED, appointment=old)
    appoint(
        fresh(agreed),
        by=role("coordinator"),
        on=AGREED + dt.timedelta(days=1),
        person=role("outsider").person,
        capacity=Capacity.REVIEWER,
    )
    case = fresh(agreed)
    with pytest.raises(NotNow) as not_now:
        accepting(case, by=role("board-chair"))
    assert codes(not_now.value.obstacles) == {"statement_missing"}
    sign_statement(case, by=role("outsider"), on=ACCEPTED, independence="x", qualification="y")
    accepting(fresh(case), by=role("board-chair"))
    statements = Acceptance.objects.get(pk=agreed.pk).report.statements.all()
    signed_by = ("reviewer", "reviewer-two", "outsider")
    assert {row.person_id for row in statements} == {role(who).person.pk for who in signed_by}


# --- Acceptance by the Board


def test_the_board_accepts_and_the_six_months_end(agreed, role):
    accepting(agreed, by=role("board-chair"))
    review = fresh(agreed)
    assert review.stage == Stage.FOLLOW_THROUGH
    assert review.timetable.reached.get(milestone=Milestone.REPORT_ACCEPTED).on == ACCEPTED
    assert review.timetable.deadlines.get(limit="review_complete").met_on == ACCEPTED
    assert Acceptance.objects.get(pk=agreed.pk).draft.version == 1
    told = OutboxMessage.objects.filter(kind="reports.accepted", key__contains=f":{agreed.pk}:")
    assert [mail.to for mail in told] == [role("panel-chair").email]


def test_acceptance_is_a_gate_without_a_draft_and_a_statement(review, role):
    agree(review, by=role("panel-chair"), on=AGREED, version=0, reason=WHY)
    with pytest.raises(NotNow) as not_now:
        accepting(fresh(review), by=role("board-chair"), version=0, reason="All the same.")
    assert codes(not_now.value.obstacles) == {
        "no_draft",
        "statement_missing",
        "no_learning_event",
        "no_outline",
    }


def test_a_report_changed_since_the_panel_agreed_is_accepted_with_a_reason(agreed, role):
    save(agreed, role("reviewer"), 1, on=AGREED, learning_en="Mended.")
    with pytest.raises(NotNow) as not_now:
        accepting(fresh(agreed), by=role("board-chair"), version=2)
    assert "changed_since_agreed" in codes(not_now.value.obstacles)
    accepting(fresh(agreed), by=role("board-chair"), version=2, reason="A slip was mended.")
    assert Acceptance.objects.get(pk=agreed.pk).draft.version == 2


def test_who_wrote_the_report_does_not_accept_it(agreed, role):
    Holding.objects.create(
        person=role("reviewer").person,
        board=agreed.board,
        office=Office.BOARD_CHAIR,
        from_on=LONG_AGO,
    )
    with pytest.raises(Refused):
        accepting(fresh(agreed), by=role("reviewer"))
    with pytest.raises(Refused):
        accepting(fresh(agreed), by=role("coordinator"), decided_by=role("reviewer").person)
    with pytest.raises(Refused):
        send_back(fresh(agreed), by=role("reviewer"), on=ACCEPTED, reasons="Mine.")
    assert fresh(agreed).stage == Stage.ACCEPTANCE


def test_sent_back_it_is_agreed_anew_on_another_day(agreed, role):
    send_back(agreed, by=role("board-chair"), on=ACCEPTED, reasons="Say more of the family.")
    review = fresh(agreed)
    assert review.stage == Stage.REPORT
    assert not review.timetable.reached.filter(milestone=Milestone.REPORT_AGREED).exists()
    told = set(
        OutboxMessage.objects.filter(
            kind="reports.sent_back", key__contains=f":{agreed.pk}:"
        ).values_list("to", flat=True)
    )
    assert told == {role(who).email for who in ("panel-chair", "reviewer", "reviewer-two")}
    later = ACCEPTED + dt.timedelta(days=2)
    save(review, role("reviewer"), 1, on=later, learning_en="More.")
    agree(fresh(review), by=role("panel-chair"), on=later, version=2, reason=WHY)
    assert fresh(review).stage == Stage.ACCEPTANCE
    assert fresh(review).timetable.reached.get(milestone=Milestone.REPORT_AGREED).on == later


@pytest.mark.parametrize(
    ("facts", "claim"),
    [
        ({"how": How.WITHOUT_VOTE, "votes_for": 3}, "counts_votes_of_a_vote"),
        ({"how": How.BY_VOTE, "ratified_on": ACCEPTED}, "ratifies_an_email"),
        ({"how": How.BY_EMAIL, "ratified_on": AGREED}, "ratifies_an_email"),
        ({"decision": ""}, "says_decision"),
        ({"how": "by_shouting"}, "how_known"),
    ],
)
def test_an_acceptance_says_how_it_came_about(agreed, facts, claim, role):
    with pytest.raises(IntegrityError, match=claim), transaction.atomic():
        accepting(agreed, by=role("board-chair"), **facts)


def test_no_mail_tells_what_the_report_says(agreed, role):
    accepting(agreed, by=role("board-chair"))
    for mail in OutboxMessage.objects.filter(
        kind__startswith="reports.", key__contains=f":{agreed.pk}:"
    ):
        assert str(agreed.reference) in mail.subject
        assert "listen" not in mail.text and "Child A" not in mail.text
        assert f"/reviews/{agreed.slug}/report/" in mail.text


def test_an_extended_review_without_both_reviewers_is_accepted_with_a_reason(agreed, role):
    type(agreed).objects.filter(pk=agreed.pk).update(kind="extended")
    review = fresh(agreed)
    obstacles = door.obstacles(review, deeds.ACCEPT, ACCEPTED)
    found = {each.code: each.is_warning for each in obstacles}
    assert found["no_reviewer_local"] is True
