"""Actions: their owners work on them without seeing the case; somebody else verifies."""

import datetime as dt

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.utils import ProgrammingError

from action_plans.action.services import (
    carry_over,
    change_action,
    complete,
    record_progress,
    verify,
)
from action_plans.deeds import VERIFY
from action_plans.door import door
from action_plans.models import Action, Status, Step
from action_plans.plan.services import add_action
from action_plans.room import turns
from audit.ledger import Entry
from boards.models import Holding, Office
from common import clock
from common.deeds import NotNow, Overtaken, Refused
from common.models import OutboxMessage
from guidance.milestones import Milestone
from reviews.capacities import Grade
from reviews.people.services import set_interest
from reviews.permissions import May
from tests.action_plans.conftest import DONE, DUE, FINAL, PLANNED, fresh
from tests.cast import LONG_AGO


@pytest.fixture
def completed(action, role):
    complete(action, by=role("action-owner"), on=DONE, evidence="The list of those trained.")
    return fresh(action)


@pytest.fixture
def owning_verifier(action, role):
    """The owner is also a member of the sub-group, which verifies."""
    owner = role("action-owner")
    Holding.objects.create(
        person=owner.person,
        board=action.plan.review.board,
        office=Office.SUBGROUP_MEMBER,
        from_on=LONG_AGO,
    )
    return owner


# --- The owner


def test_an_owner_records_progress_without_seeing_the_case(action, role):
    owner = role("action-owner")
    assert not owner.has_perm(May.VIEW, action.plan.review)
    record_progress(action, by=owner, on=DONE, note="Half of them are trained.")
    assert action.diary.get(step=Step.PROGRESS).by == owner.person
    entry = Entry.objects.get(verb="action_plans.progress_recorded")
    assert (entry.review_id, entry.details) == (action.plan_id, {"number": 1})


def test_an_action_is_the_owners_once_the_plan_is_final(planned, role):
    action = Action.objects.get(plan=planned.pk)
    assert not Action.objects.owned_by(role("action-owner")).filter(pk=action.pk).exists()
    with pytest.raises(Refused):
        record_progress(action, by=role("action-owner"), on=DONE, note="Early.")


@pytest.mark.parametrize("somebody", ["outsider", "reviewer", "agency-author"])
def test_nobody_else_records_progress(action, role, somebody):
    with pytest.raises(Refused):
        record_progress(action, by=role(somebody), on=DONE, note="Not mine.")


def test_an_owner_whom_an_interest_keeps_out_has_no_action(action, role):
    owner = role("action-owner")
    set_interest(
        action.plan.review,
        by=role("coordinator"),
        on=FINAL,
        person=owner.person,
        grade=Grade.OUT,
        what="Named in the report.",
    )
    assert not Action.objects.owned_by(owner).filter(pk=action.pk).exists()
    with pytest.raises(Refused):
        record_progress(fresh(action), by=owner, on=DONE, note="Still here.")


def test_completing_needs_evidence_and_meets_the_day(action, role):
    with pytest.raises(IntegrityError, match="with_evidence"), transaction.atomic():
        complete(action, by=role("action-owner"), on=DONE, evidence="", note="Done.")
    complete(action, by=role("action-owner"), on=DONE, evidence="The list.")
    assert fresh(action).status == Status.COMPLETED
    timetable = action.plan.review.timetable
    assert timetable.deadlines.get(limit="action_done", part=action.part).met_on == DONE


def test_the_coordinator_may_record_it_for_them(action, role):
    complete(action, by=role("coordinator"), on=DONE, evidence="The list.")
    assert fresh(action).status == Status.COMPLETED


# --- Verifying


def test_somebody_else_verifies(completed, role):
    verify(completed, by=role("subgroup-member"), on=DONE, note="The list was checked.")
    assert fresh(completed).status == Status.VERIFIED
    assert completed.diary.get(step=Step.VERIFIED).by == role("subgroup-member").person


def test_an_owner_does_not_verify_their_own_action(completed, owning_verifier, role):
    assert not door.ask(completed, VERIFY, owning_verifier).is_yes
    with pytest.raises(Refused):
        verify(completed, by=owning_verifier, on=DONE, note="It is fine.")


def test_nor_does_somebody_record_that_the_owner_verified_it(completed, owning_verifier, role):
    words = {"by": role("coordinator"), "on": DONE, "note": "It is fine."}
    with pytest.raises(Refused):
        verify(completed, **words, decided_by=owning_verifier.person)
    verify(completed, **words, decided_by=role("subgroup-chair").person)
    assert completed.diary.get(step=Step.VERIFIED).by == role("subgroup-chair").person


def test_whoever_owns_it_now_is_asked_not_whoever_did_when_the_page_was_opened(
    completed, owning_verifier, role
):
    stale = fresh(completed)
    Action.objects.filter(pk=completed.pk).update(owner=role("outsider").person)
    stale.owner = role("outsider").person
    Action.objects.filter(pk=completed.pk).update(owner=owning_verifier.person)
    with pytest.raises(Refused):
        verify(stale, by=owning_verifier, on=DONE, note="It is fine.")


def test_what_is_not_completed_is_not_verified(action, role):
    with pytest.raises(NotNow):
        verify(action, by=role("subgroup-chair"), on=DONE, note="Early.")


def test_the_panel_does_not_verify(completed, role):
    with pytest.raises(Refused):
        verify(completed, by=role("panel-chair"), on=DONE, note="Ours.")


# --- Letting go


def test_a_national_action_is_carried_over_with_reasons_and_its_day_no_longer_counts(action, role):
    carry_over(
        action,
        by=role("subgroup-chair"),
        on=DONE,
        outcome=Status.CARRIED_OVER,
        reasons="Raised with Welsh Government.",
    )
    assert fresh(action).status == Status.CARRIED_OVER
    timetable = action.plan.review.timetable
    assert not timetable.reached.filter(milestone=Milestone.ACTION_DUE, part=action.part).exists()
    entry = Entry.objects.get(verb="action_plans.carried_over")
    assert entry.details == {"number": 1, "outcome": "carried_over"}


def test_an_owner_does_not_let_their_own_action_go(action, owning_verifier):
    with pytest.raises(Refused):
        carry_over(
            action, by=owning_verifier, on=DONE, outcome=Status.NOT_ACCEPTED, reasons="Too much."
        )


def test_an_action_let_go_says_why(action):
    with pytest.raises(IntegrityError, match="let_go_says_why"), transaction.atomic():
        Action.objects.filter(pk=action.pk).update(status=Status.CARRIED_OVER)


# --- Changing


def test_a_change_moves_the_day_and_tells_the_new_owner(action, role, facts):
    later = DUE + dt.timedelta(days=30)
    new = facts | {"owner": role("outsider").person, "due_on": later}
    change_action(
        action, by=role("panel-chair"), on=DONE, version=1, facts=new, why="She has left."
    )
    timetable = action.plan.review.timetable
    assert timetable.deadlines.get(limit="action_done", part=action.part).due_on == later
    assert action.diary.get(step=Step.CHANGED).note == "She has left."
    given = OutboxMessage.objects.filter(kind="action_plans.given", to="outsider@be.test")
    assert given.count() == 1
    assert not Action.objects.owned_by(role("action-owner")).filter(pk=action.pk).exists()


def test_of_two_who_change_it_the_second_is_told(action, role, facts):
    change_action(action, by=role("panel-chair"), on=DONE, version=1, facts=facts, why="Clearer.")
    with pytest.raises(Overtaken):
        change_action(action, by=role("coordinator"), on=DONE, version=1, facts=facts, why="Mine.")


def test_the_reviewer_does_not_change_it(action, role, facts):
    with pytest.raises(Refused):
        change_action(action, by=role("reviewer"), on=DONE, version=1, facts=facts)


def test_the_diary_is_never_changed(completed):
    with (
        pytest.raises(ProgrammingError, match="Append-only"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute("UPDATE action_plans_progress SET evidence = 'another'")


# --- Whose turn it is


def test_an_open_action_waits_for_its_owner_by_its_day(action, role):
    owner = role("action-owner")
    (turn,) = turns([], owner, clock.today())
    assert (turn.person_id, turn.due_on) == (owner.person.pk, DUE)
    assert turn.url == f"/actions/{action.uuid}/"


def test_a_completed_action_waits_for_another_to_verify_it(completed, owning_verifier, role):
    review = fresh(completed.plan.review)
    urls = {turn.url for turn in turns([review], role("subgroup-chair"), clock.today())}
    assert f"/actions/{completed.uuid}/verify/" in urls
    own = {turn.url for turn in turns([review], owning_verifier, clock.today())}
    assert f"/actions/{completed.uuid}/verify/" not in own


def test_the_turns_take_as_many_queries_for_many_actions(
    final, role, facts, django_assert_num_queries
):
    owner = role("action-owner")
    assert final.board.prefix == "BE"  # a list of reviews has its boards at hand
    with django_assert_num_queries(2):
        list(turns([final], owner, clock.today()))
    for _number in range(3):
        add_action(final, by=role("coordinator"), on=PLANNED, facts=facts)
    with django_assert_num_queries(2):
        assert len(list(turns([final], owner, clock.today()))) == 5
