"""The end of a plan: passed on, closed by the Board, its difference told; national actions."""

import pytest
from django.db import IntegrityError, transaction

from action_plans.action.services import raise_with_government
from action_plans.ending.services import close_plan, disseminate, report_difference
from action_plans.models import Action, DifferenceReport, Plan
from action_plans.plan.services import approve, send
from action_plans.room import closing, turns
from common.deeds import NotNow, Refused
from deadlines.models import Reached
from reviews.closing.services import close
from reviews.deeds import CLOSE
from reviews.door import ask
from reviews.rooms import in_order
from tests.action_plans.conftest import DONE, FINAL, fresh


def codes(obstacles):
    return {each.code for each in obstacles}


@pytest.fixture
def sent(final, role):
    approve(final, by=role("board-chair"), on=FINAL)
    send(final, by=role("coordinator"), on=FINAL)
    return fresh(final)


@pytest.fixture
def national(action):
    Action.objects.filter(pk=action.pk).update(level="national")
    return fresh(action)


def test_the_board_closes_a_plan_and_says_why_where_something_is_left(sent, action, role):
    words = {"by": role("board-chair"), "on": DONE, "decision": "All of it is done."}
    with pytest.raises(NotNow) as caught:
        close_plan(sent, **words)
    assert codes(caught.value.obstacles) == {"reason_wanted", "action_unfinished"}
    Action.objects.filter(pk=action.pk).update(status="verified")
    close_plan(sent, **words)
    plan = Plan.objects.get(pk=sent.pk)
    assert (plan.closed_on, plan.closed_by) == (DONE, role("board-chair").person)
    with pytest.raises(NotNow):
        close_plan(sent, **words)


def test_a_closed_plan_has_a_decision(sent):
    with pytest.raises(IntegrityError, match="closed_with_a_decision"), transaction.atomic():
        Plan.objects.filter(pk=sent.pk).update(closed_on=DONE)


def test_the_coordinator_records_that_the_board_closed_it(sent, action, role):
    Action.objects.filter(pk=action.pk).update(status="verified")
    chair = role("board-chair").person
    close_plan(sent, by=role("coordinator"), on=DONE, decision="Done.", decided_by=chair)
    assert Plan.objects.get(pk=sent.pk).closed_by == chair


@pytest.mark.parametrize("somebody", ["panel-chair", "reviewer", "panel-member"])
def test_others_do_not_close_it(sent, role, somebody):
    with pytest.raises(Refused):
        close_plan(sent, by=role(somebody), on=DONE, decision="Done.")


def test_a_difference_is_reported_as_often_as_it_shows(sent, role):
    for day, difference in ((FINAL, "Too early to see."), (DONE, "Children are asked.")):
        report_difference(sent, by=role("coordinator"), on=day, difference=difference)
    days = DifferenceReport.objects.filter(plan=sent.pk).values_list("sent_on", flat=True)
    assert list(days) == [FINAL, DONE]
    assert "no_difference_report" not in codes(closing(sent))


def test_what_was_passed_on_is_not_missing_any_more(sent, role):
    assert "not_disseminated" in codes(closing(sent))
    disseminate(sent, by=role("coordinator"), on=DONE, how="training", audience="Health visitors.")
    assert "not_disseminated" not in codes(closing(sent))


def test_once_every_action_has_ended_the_plan_is_closed_and_its_difference_reported(
    sent, action, role
):
    def waiting():
        return [turn.kind.code for turn in turns([fresh(sent)], role("auditor"), DONE) if turn.kind]

    assert waiting() == []
    Action.objects.filter(pk=action.pk).update(status="verified")
    assert waiting() == ["action_plans.closed"]
    close_plan(sent, by=role("board-chair"), on=DONE, decision="Done.")
    assert waiting() == ["action_plans.difference_reported"]
    report_difference(sent, by=role("coordinator"), on=DONE, difference="Seen.")
    assert waiting() == []


def test_a_national_action_is_raised_once_and_stands_in_its_diary(national, role):
    raise_with_government(national, by=role("coordinator"), on=DONE, note="By letter.")
    assert fresh(national).raised_on == DONE
    assert national.diary.get().get_step_display() == "Raised with Welsh Government"
    with pytest.raises(NotNow):
        raise_with_government(national, by=role("coordinator"), on=DONE, note="Again.")


def test_only_a_national_action_is_raised(action, role):
    with pytest.raises(NotNow):
        raise_with_government(action, by=role("coordinator"), on=DONE, note="By letter.")


def test_an_open_national_action_only_warns_and_is_carried_over_by_closing(
    sent, national, role, monkeypatch
):
    """The other rooms are asked elsewhere; here the plan's own room alone."""
    found = list(closing(sent))
    assert {"national_action_open", "national_action_not_raised"} <= codes(found)
    assert all(each.is_warning for each in found)
    monkeypatch.setattr(
        "reviews.door.in_order",
        lambda: [room for room in in_order() if room.code == "plan"],
    )
    close(sent, by=role("coordinator"), on=DONE, reason="Wales must act.", difference="Some.")
    assert fresh(national).status == "carried_over"
    assert not Reached.objects.filter(milestone="action_due", part=national.part).exists()
    assert not ask(fresh(sent), CLOSE, role("coordinator")).in_time


def test_a_local_action_let_go_still_says_why(action):
    with pytest.raises(IntegrityError, match="let_go_says_why"), transaction.atomic():
        Action.objects.filter(pk=action.pk).update(status="carried_over")
