"""The panel agrees, the Board accepts or sends back; nobody judges their own work."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction

from boards.models import Holding, Office
from common.deeds import NotNow, Overtaken, Refused
from common.models import OutboxMessage
from deadlines.models import Reached
from guidance.milestones import Milestone
from reports import deeds
from reports.models import Acceptance, How
from reports.services import accept, agree, save_draft, send_back, sign_statement
from reviews.capacities import Capacity
from reviews.door import ask
from reviews.journey import Stage
from reviews.models import StageChange
from reviews.people.services import appoint, end_appointment
from tests.cast import LONG_AGO
from tests.commissioned import fresh
from tests.reports.conftest import ACCEPTED, AGREED, WHY, WRITTEN, texts


@pytest.fixture
def agreed(signed, panel_chair):
    agree(signed, by=panel_chair, on=AGREED, version=1, reason=WHY)
    return fresh(signed)


def accepting(review, **changes):
    facts = {"on": ACCEPTED, "version": 1, "how": How.WITHOUT_VOTE, "decision": "Accepted."}
    return accept(review, **facts | changes)


def codes(obstacles):
    return {each.code for each in obstacles}


# --- Agreement by the panel


def test_the_panel_chair_agrees_and_it_is_with_the_board(agreed, board_chair, coordinator):
    assert agreed.stage == Stage.ACCEPTANCE
    assert agreed.timetable.reached.get(milestone=Milestone.REPORT_AGREED).on == AGREED
    told = OutboxMessage.objects.filter(kind="reports.agreed").values_list("to", flat=True)
    assert set(told) == {board_chair.email, coordinator.email}


def test_what_is_missing_warns_before_the_panel_agrees(review, panel_chair):
    answer = ask(review, deeds.AGREE, panel_chair)
    assert answer.is_yes
    assert codes(answer.warnings) >= {
        "no_draft",
        "statement_missing",
        "no_learning_event",
        "no_outline",
        "out_of_order",
    }
    with pytest.raises(NotNow):
        agree(review, by=panel_chair, on=AGREED, version=0)
    agree(review, by=panel_chair, on=AGREED, version=0, reason=WHY)
    assert StageChange.objects.get(move="agree_report").reason == WHY


def test_the_panel_agrees_what_it_has_read(signed, reviewer, panel_chair):
    save_draft(signed, by=reviewer, on=WRITTEN, version=1, texts=texts(learning_en="Newer."))
    with pytest.raises(Overtaken):
        agree(signed, by=panel_chair, on=AGREED, version=1, reason=WHY)
    assert fresh(signed).stage == Stage.PANEL


def test_a_member_of_the_panel_does_not_agree_for_it(signed, panel_member):
    with pytest.raises(Refused):
        agree(signed, by=panel_member, on=AGREED, version=1, reason=WHY)


def test_an_agreement_on_paper_is_recorded_with_who_decided(signed, coordinator, panel_chair):
    words = {"by": coordinator, "on": AGREED, "version": 1, "reason": WHY}
    with pytest.raises(NotNow):
        agree(signed, **words)
    agree(signed, **words, decided_by=panel_chair.person)
    assert StageChange.objects.get(move="agree_report").decided_by == panel_chair.person


# --- Statements


def test_a_reviewer_signs_once(signed, reviewer):
    with pytest.raises(NotNow):
        sign_statement(signed, by=reviewer, on=WRITTEN, independence="x", qualification="y")


def test_a_statement_on_paper_is_the_reviewers(drafted, coordinator, reviewer):
    statement = sign_statement(
        drafted,
        by=coordinator,
        on=WRITTEN,
        independence="x",
        qualification="y",
        decided_by=reviewer.person,
    )
    assert (statement.person, statement.recorded_by) == (reviewer.person, coordinator)


def test_a_replaced_reviewers_statement_stays_and_the_next_one_signs_their_own(
    agreed, coordinator, board_chair, reviewer, reviewer_local
):
    old = agreed.appointments.get(capacity=Capacity.REVIEWER)
    end_appointment(agreed, by=coordinator, on=AGREED, appointment=old)
    appoint(
        fresh(agreed),
        by=coordinator,
        on=AGREED + dt.timedelta(days=1),
        person=reviewer_local.person,
        capacity=Capacity.REVIEWER,
    )
    case = fresh(agreed)
    with pytest.raises(NotNow) as not_now:
        accepting(case, by=board_chair)
    assert codes(not_now.value.obstacles) == {"statement_missing"}
    sign_statement(case, by=reviewer_local, on=ACCEPTED, independence="x", qualification="y")
    accepting(fresh(case), by=board_chair)
    signers = Acceptance.objects.get().report.statements.values_list("person", flat=True)
    assert set(signers) == {reviewer.person.pk, reviewer_local.person.pk}


# --- Acceptance by the Board


def test_the_board_accepts_and_the_six_months_end(agreed, board_chair, panel_chair):
    accepting(agreed, by=board_chair)
    review = fresh(agreed)
    assert review.stage == Stage.FOLLOW_THROUGH
    assert Reached.objects.get(milestone=Milestone.REPORT_ACCEPTED).on == ACCEPTED
    assert review.timetable.deadlines.get(limit="review_complete").met_on == ACCEPTED
    assert Acceptance.objects.get().draft.version == 1
    told = OutboxMessage.objects.filter(kind="reports.accepted")
    assert [mail.to for mail in told] == [panel_chair.email]


def test_acceptance_is_a_gate_without_a_draft_and_a_statement(review, panel_chair, board_chair):
    agree(review, by=panel_chair, on=AGREED, version=0, reason=WHY)
    with pytest.raises(NotNow) as not_now:
        accepting(fresh(review), by=board_chair, version=0, reason="All the same.")
    assert codes(not_now.value.obstacles) == {"no_draft", "statement_missing"}


def test_a_report_changed_since_the_panel_agreed_is_accepted_with_a_reason(
    agreed, reviewer, board_chair
):
    save_draft(agreed, by=reviewer, on=AGREED, version=1, texts=texts(learning_en="Mended."))
    with pytest.raises(NotNow) as not_now:
        accepting(fresh(agreed), by=board_chair, version=2)
    assert "changed_since_agreed" in codes(not_now.value.obstacles)
    accepting(fresh(agreed), by=board_chair, version=2, reason="A slip of the pen was mended.")
    assert Acceptance.objects.get().draft.version == 2


def test_who_wrote_the_report_does_not_accept_it(agreed, board, reviewer, coordinator):
    Holding.objects.create(
        person=reviewer.person, board=board, office=Office.BOARD_CHAIR, from_on=LONG_AGO
    )
    with pytest.raises(Refused):
        accepting(fresh(agreed), by=reviewer)
    with pytest.raises(Refused):
        accepting(fresh(agreed), by=coordinator, decided_by=reviewer.person)
    with pytest.raises(Refused):
        send_back(fresh(agreed), by=reviewer, on=ACCEPTED, reasons="Mine.")
    assert fresh(agreed).stage == Stage.ACCEPTANCE


def test_sent_back_it_is_agreed_anew_on_another_day(agreed, board_chair, panel_chair, reviewer):
    send_back(agreed, by=board_chair, on=ACCEPTED, reasons="Say more of the family.")
    review = fresh(agreed)
    assert review.stage == Stage.REPORT
    assert not review.timetable.reached.filter(milestone=Milestone.REPORT_AGREED).exists()
    told = set(OutboxMessage.objects.filter(kind="reports.sent_back").values_list("to", flat=True))
    assert told == {panel_chair.email, reviewer.email}
    later = ACCEPTED + dt.timedelta(days=2)
    save_draft(review, by=reviewer, on=later, version=1, texts=texts(learning_en="More."))
    agree(fresh(review), by=panel_chair, on=later, version=2, reason=WHY)
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
def test_an_acceptance_says_how_it_came_about(agreed, board_chair, facts, claim):
    with pytest.raises(IntegrityError, match=claim), transaction.atomic():
        accepting(agreed, by=board_chair, **facts)


def test_no_mail_tells_what_the_report_says(agreed, board_chair):
    accepting(agreed, by=board_chair)
    for mail in OutboxMessage.objects.filter(kind__startswith="reports."):
        assert "BE 1/2026" in mail.subject
        assert "listen" not in mail.text and "Child A" not in mail.text
        assert "/reviews/be-1-2026/report/" in mail.text
