"""Events that are planned, several of them, and their participants by agency and role."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from common.deeds import NotNow, Overtaken, Refused
from deadlines.models import Reached
from learning_events.models import LearningEvent, Participant
from learning_events.planning.services import (
    cancel_event,
    invite,
    plan_event,
    record_attendance,
    replan_event,
)
from learning_events.services import hold_event, record_another
from learning_events.showing import Shown
from reviews.journey import Stage
from tests.learning_events.test_services import codes, facts, ready  # noqa: F401 # a fixture
from tests.panels.conftest import TODAY, fresh

SOON = TODAY + dt.timedelta(days=14)


@pytest.fixture
def planned(ready, reviewer):  # noqa: F811 # pytest's way of asking for a fixture
    return plan_event(
        ready, by=reviewer, on=TODAY, kind="main", planned_on=SOON, venue="The town hall"
    )


def people(event, by, *roles, **words):
    return invite(event, by=by, on=TODAY, roles=roles, body="A surgery", **words)


def came(rows, *answers):
    return {row.pk: answer for row, answer in zip(rows, answers, strict=True)}


def test_a_planned_event_moves_nothing_until_it_is_held(ready, planned, reviewer):  # noqa: F811
    assert fresh(ready).stage == Stage.LEARNING
    words = facts(reviewer) | {"planned": planned}
    hold_event(ready, by=reviewer, **words)
    assert fresh(ready).stage == Stage.REPORT
    event = LearningEvent.objects.get(review=ready)
    assert (event.pk, event.planned_on, event.held_on) == (planned.pk, SOON, TODAY)


def test_the_numbers_are_those_of_the_list(ready, planned, reviewer):  # noqa: F811
    rows = people(planned, reviewer, "Practice nurse", "Receptionist", "Manager")
    rows += people(planned, reviewer, "GP", is_gp=True)
    words = {k: v for k, v in facts(reviewer).items() if k not in ("invited", "attended")}
    with pytest.raises(NotNow) as caught:
        hold_event(ready, by=reviewer, **words, planned=planned, attendance={})
    assert codes(caught) == ["nobody_attended"]
    answers = came(rows, ("attended", ""), ("ill", ""), ("withdrawn", ""), ("duty", "A surgery."))
    event = hold_event(ready, by=reviewer, **words, planned=planned, attendance=answers)
    assert (event.is_listed, event.invited, event.attended) == (True, 3, 1)
    assert str(Shown(event).gp) == "Invited, and did not come"
    record_attendance(event, by=reviewer, on=TODAY, attendance={rows[3].pk: ("attended", "")})
    again = LearningEvent.objects.get(pk=event.pk)
    assert (again.invited, again.attended) == (3, 2)
    assert str(Shown(again).gp) == "Yes"


def test_numbers_given_stay_until_the_list_is_whole(ready, reviewer):  # noqa: F811
    event = hold_event(ready, by=reviewer, **facts(reviewer, invited=2, attended=2))
    people(event, reviewer, "Practice nurse", attendance="attended")
    assert LearningEvent.objects.get(pk=event.pk).is_listed is False
    people(event, reviewer, "Manager", attendance="leave")
    again = LearningEvent.objects.get(pk=event.pk)
    assert (again.is_listed, again.invited, again.attended) == (True, 2, 1)


def test_before_the_report_another_event_is_not_the_reviews_own(ready, reviewer):  # noqa: F811
    with pytest.raises(NotNow) as caught:
        record_another(ready, by=reviewer, **facts(reviewer), kind="main")
    assert codes(caught) == ["main_moves_on"]
    record_another(ready, by=reviewer, **facts(reviewer), kind="managers")
    assert fresh(ready).stage == Stage.LEARNING
    assert not Reached.objects.filter(milestone="event_held").exists()
    hold_event(fresh(ready), by=reviewer, **facts(reviewer))
    assert Reached.objects.get(milestone="event_held").on == TODAY


def test_another_day_needs_a_reason(planned, reviewer):
    words = {"by": reviewer, "on": TODAY, "kind": "main"}
    later = SOON + dt.timedelta(days=7)
    with pytest.raises(NotNow) as caught:
        replan_event(planned, **words, planned_on=later)
    assert codes(caught) == ["why_moved"]
    moved = replan_event(planned, **words, planned_on=later, moved_why="The hall is closed.")
    assert (moved.planned_on, moved.moved_why) == (later, "The hall is closed.")


def test_what_is_cancelled_is_not_held_nor_cancelled_again(ready, planned, reviewer):  # noqa: F811
    cancel_event(planned, by=reviewer, on=TODAY, why="Snow.")
    with pytest.raises(Overtaken):
        cancel_event(planned, by=reviewer, on=TODAY, why="Ice.")
    with pytest.raises(Overtaken):
        hold_event(ready, by=reviewer, **facts(reviewer), planned=planned)
    assert fresh(ready).stage == Stage.LEARNING


def test_a_panel_member_does_not_plan_it(ready, panel_member):  # noqa: F811
    with pytest.raises(Refused):
        plan_event(ready, by=panel_member, on=TODAY, kind="main", planned_on=SOON)


@pytest.mark.parametrize(
    ("changes", "name"),
    [
        ({"body": "", "agency": None}, "says_from_where"),
        ({"role": ""}, "says_from_where"),
        ({"attendance": "perhaps"}, "attendance_known"),
        ({"attendance": "other"}, "other_reason_is_said"),
    ],
)
def test_the_database_refuses_a_participant_who_cannot_be(planned, reviewer, changes, name):
    (row,) = people(planned, reviewer, "Practice nurse")
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        Participant.objects.filter(pk=row.pk).update(**changes)


def test_it_is_planned_invited_to_and_held_over_the_pages(ready, client, reviewer, role_page):  # noqa: F811
    page = role_page(reviewer)
    made = page(
        "plan",
        kind="main",
        planned_on_day=SOON.day,
        planned_on_month=SOON.month,
        planned_on_year=SOON.year,
    )
    assert made.status_code == 302, made.context["form"].errors
    event = LearningEvent.objects.get(review=ready)
    assert page("invite", event, body="A surgery", roles="GP\n\nPractice nurse").status_code == 302
    first, second = event.participants.all()
    answers = {f"came_{first.pk}": "attended", f"came_{second.pk}": "other"}
    words = {
        "venue": "The hall",
        "length": "one",
        "facilitators": [reviewer.person.pk],
        "learning_points": "One.\n\nTwo.",
    }
    refused = page("hold_planned", event, **words, **answers)
    assert refused.context["form"].errors.keys() == {f"note_{second.pk}"}
    answers[f"note_{second.pk}"] = "Jury service."
    assert page("hold_planned", event, **words, **answers).status_code == 302
    shown = client.get(reverse("learning_events:room", args=[ready.slug])).content.decode()
    assert "<li>Two.</li>" in shown and "Jury service." in shown


@pytest.fixture
def role_page(client, ready, settings):  # noqa: F811
    settings.SECOND_FACTOR_REQUIRED = False

    def of(user):
        client.force_login(user, "boards.backends.EmailBackend")

        def send(name, event=None, **answers):
            args = [ready.slug, *([event.uuid] if event else [])]
            day = {"on_day": TODAY.day, "on_month": TODAY.month, "on_year": TODAY.year}
            return client.post(reverse(f"learning_events:{name}", args=args), day | answers)

        return send

    return of
