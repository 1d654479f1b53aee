"""The plan: written by the panel, finalised by its chair, approved by the Board."""

import pytest
from django.db import IntegrityError, transaction

from action_plans.deeds import FINALISE
from action_plans.models import Action, Plan
from action_plans.plan.services import add_action, approve, finalise, send, write_outline
from action_plans.room import closing, obstacles
from boards.models import Holding, Office
from common.deeds import NotNow, Overtaken, Refused
from common.models import OutboxMessage
from guidance.milestones import Milestone
from reports.deeds import AGREE
from reviews.deeds import CLOSE
from reviews.door import ask
from tests.action_plans.conftest import DUE, FINAL, PLANNED, fresh
from tests.cast import LONG_AGO


def codes(found):
    return {each.code for each in found}


def test_the_panel_writes_the_plan_and_the_reviewer_does_not(review, role):
    with pytest.raises(Refused):
        write_outline(review, by=role("reviewer"), on=PLANNED, version=0, outline="Mine.")
    write_outline(review, by=role("panel-member"), on=PLANNED, version=0, outline="The panel's.")
    assert Plan.objects.get(pk=review.pk).outline_on == PLANNED


def test_of_two_who_write_the_outline_the_second_is_told(planned, role):
    with pytest.raises(Overtaken) as overtaken:
        write_outline(planned, by=role("coordinator"), on=PLANNED, version=0, outline="Mine.")
    assert overtaken.value.subject.outline == "Train and audit."


def test_a_report_without_an_outline_plan_is_agreed_with_a_warning(review, planned, role):
    Plan.objects.filter(pk=review.pk).update(outline="", outline_on=None)
    assert "no_outline" in codes(ask(review, AGREE, role("panel-chair")).warnings)
    Plan.objects.filter(pk=review.pk).update(outline="Train.", outline_on=PLANNED)
    assert "no_outline" not in codes(ask(review, AGREE, role("panel-chair")).warnings)


def test_actions_are_numbered_and_their_days_are_counted(planned, role, facts):
    second = add_action(planned, by=role("coordinator"), on=PLANNED, facts=facts)
    assert second.number == 2
    deadlines = planned.timetable.deadlines.filter(limit="action_done")
    assert {row.part for row in deadlines} == {
        a.part for a in Action.objects.filter(plan=planned.pk)
    }
    assert {row.due_on for row in deadlines} == {DUE}


def test_the_four_weeks_end_when_the_panels_chair_finalises(followed, role):
    assert followed.timetable.deadlines.get(limit="action_plan_final").met_on is None
    with pytest.raises(Refused):
        finalise(followed, by=role("panel-member"), on=FINAL)
    finalise(followed, by=role("panel-chair"), on=FINAL)
    assert followed.timetable.deadlines.get(limit="action_plan_final").met_on == FINAL
    told = OutboxMessage.objects.filter(kind__startswith="action_plans.")
    assert set(told.values_list("kind", "to")) == {
        ("action_plans.given", "action-owner@be.test"),
        ("action_plans.finalised", "board-chair@be.test"),
        ("action_plans.finalised", "vice-chair@be.test"),
    }
    for mail in told:
        assert "health visitor" not in mail.text + mail.subject


def test_a_plan_is_not_final_before_the_report_is_with_the_board(planned, role):
    with pytest.raises(NotNow):
        finalise(planned, by=role("panel-chair"), on=FINAL)


def test_a_plan_without_an_action_says_why_none_is_needed(followed, role):
    Action.objects.filter(plan=followed.pk).delete()
    assert not ask(followed, FINALISE, role("panel-chair")).is_yes
    with pytest.raises(NotNow):
        finalise(followed, by=role("panel-chair"), on=FINAL, reason="Go on.")
    write_outline(
        followed,
        by=role("panel-chair"),
        on=FINAL,
        version=1,
        outline="Nothing to do.",
        no_action_because="All was changed at once.",
    )
    finalise(followed, by=role("panel-chair"), on=FINAL)
    assert fresh(Plan.objects.get(pk=followed.pk)).is_final


def test_the_board_approves_once_what_is_final(followed, role):
    with pytest.raises(NotNow):
        approve(followed, by=role("board-chair"), on=FINAL)
    finalise(followed, by=role("panel-chair"), on=FINAL)
    approve(followed, by=role("board-chair"), on=FINAL)
    assert followed.timetable.reached.get(milestone=Milestone.PLAN_APPROVED).on == FINAL
    with pytest.raises(NotNow):
        approve(followed, by=role("board-chair"), on=FINAL)


def test_who_finalised_the_plan_does_not_approve_it(final, role):
    chair = role("panel-chair").person
    Holding.objects.create(
        person=chair, board=final.board, office=Office.BOARD_CHAIR, from_on=LONG_AGO
    )
    with pytest.raises(Refused):
        approve(final, by=role("panel-chair"), on=FINAL)
    with pytest.raises(Refused):
        approve(final, by=role("coordinator"), on=FINAL, decided_by=chair)


def test_a_plan_is_sent_before_its_approval_only_with_a_reason(final, role):
    with pytest.raises(NotNow):
        send(final, by=role("coordinator"), on=FINAL)
    send(final, by=role("coordinator"), on=FINAL, reason="The Board meets in May.")
    plan = Plan.objects.get(pk=final.pk)
    assert plan.sent_on == FINAL
    assert final.timetable.reached.get(milestone=Milestone.PLAN_SENT_TO_WG).on == FINAL


def test_a_review_is_not_closed_over_an_unfinished_plan(review, followed, role):
    ends = {"not_disseminated", "no_difference_report"}
    assert codes(obstacles(followed, CLOSE, FINAL)) == {"plan_not_final"} | ends
    finalise(followed, by=role("panel-chair"), on=FINAL)
    found = list(obstacles(followed, CLOSE, FINAL))
    assert codes(found) == {"action_unfinished", "plan_not_sent"} | ends
    assert [each.code for each in found if not each.is_warning] == ["action_unfinished"]
    Action.objects.filter(plan=followed.pk).update(status="verified")
    assert codes(closing(followed)) == {"plan_not_sent"} | ends
    approve(followed, by=role("board-chair"), on=FINAL)
    send(followed, by=role("coordinator"), on=FINAL)
    assert codes(closing(followed)) == {"plan_not_closed"} | ends


@pytest.mark.parametrize(
    ("change", "claim"),
    [
        ({"outline": ""}, "has_outline"),
        ({"finalised_by": None}, "finalised_by_somebody"),
        ({"approved_on": PLANNED}, "approved_after_finalised"),
        ({"sent_on": PLANNED}, "sent_after_finalised"),
    ],
)
def test_a_plans_days_stand_in_order(final, change, claim):
    with pytest.raises(IntegrityError, match=claim), transaction.atomic():
        Plan.objects.filter(pk=final.pk).update(**change)
