"""What goes up is shown to the co-ordinator a working day before, and may be held."""

import pytest
from django.urls import reverse

from boards.models import Holding
from common.models import OutboxMessage
from deadlines.models import Reminder
from deadlines.services import reach
from desk.models import DigestLine, GoingUp, LineKind
from desk.reminders.services import hold_step, release_step
from desk.reminders.sweep import sweep
from guidance.milestones import Milestone

FRIDAY, MONDAY = "2026-08-14", "2026-08-17"


@pytest.fixture
def shown(world, review, on):
    """On Friday a step up to the sub-group chair is shown."""
    Reminder.objects.owed().exclude(step="to_subgroup_chair").delete()
    on(FRIDAY)
    sweep(at_any_hour=True)
    return GoingUp.objects.get()


def escalated():
    return [line.person.email for line in DigestLine.objects.filter(kind=LineKind.ESCALATE)]


def test_it_is_shown_first_and_goes_on_the_next_working_day(world, shown, on, signed_in):
    assert (str(shown.shown_on), str(shown.goes_on)) == (FRIDAY, MONDAY)
    told = OutboxMessage.objects.get(kind="desk.digest")
    assert told.to == "coordinator@be.test"
    assert "/going-up/" in told.text
    page = signed_in(world.user("coordinator")).get(reverse("desk:going_up"))
    assert world.person("subgroup-chair").name in page.content.decode()
    assert escalated() == []
    on(MONDAY)
    assert sweep(at_any_hour=True).went_up == 1
    assert escalated() == ["subgroup-chair@be.test"]
    assert sweep(at_any_hour=True).went_up == 0


def test_held_it_stays_and_let_go_it_goes_a_working_day_later(world, review, shown, on):
    by = world.user("coordinator")
    hold_step(review, by=by, on=world.today, step=shown, why="An answer comes on Tuesday.")
    on(MONDAY)
    assert sweep(at_any_hour=True).went_up == 0
    release_step(review, by=by, on=world.today, step=shown)
    assert sweep(at_any_hour=True).went_up == 0, "not on the same day"
    on("2026-08-18")
    assert sweep(at_any_hour=True).went_up == 1
    assert escalated() == ["subgroup-chair@be.test"]


def test_what_is_done_by_then_is_brought_to_nobody(world, review, shown, on):
    reach(review.timetable, Milestone.REPORT_ACCEPTED, world.today)
    on(MONDAY)
    sweep(at_any_hour=True)
    assert escalated() == []
    shown.refresh_from_db()
    assert shown.settled_at
    assert not shown.went


def test_holding_is_asked_for_a_reason_on_its_page(world, review, shown, signed_in):
    client = signed_in(world.user("coordinator"))
    address = reverse("desk:hold_step", args=[review.slug, shown.uuid])
    assert client.get(address).status_code == 200
    assert signed_in(world.user("subgroup-chair")).get(address).status_code == 403
    assert signed_in(world.user("outsider")).get(address).status_code == 404
    assert client.post(address, {"opened_at": review.stage}).status_code == 200
    assert not GoingUp.objects.exclude(held_at=None).exists()
    answer = client.post(address, {"opened_at": review.stage, "why": "Agreed by telephone."})
    assert answer.status_code == 302
    page = client.get(reverse("desk:going_up")).content.decode()
    assert "Agreed by telephone." in page


def test_whoever_is_no_coordinator_has_no_such_page(world, shown, signed_in):
    for role in ("board-chair", "panel-chair", "outsider", "root"):
        assert signed_in(world.user(role)).get(reverse("desk:going_up")).status_code == 404
    excluded = signed_in(world.user("excluded")).get(reverse("desk:going_up"))
    assert str(shown.review.reference) not in excluded.content.decode()


def test_it_never_goes_to_whoever_was_asked_before_but_to_the_next_in_line(
    world, shown, on, signed_in
):
    chair = Holding.objects.get(person=world.person("subgroup-chair"), office="subgroup_chair")
    chair.person = world.person("coordinator")
    chair.save()
    page = signed_in(world.user("coordinator")).get(reverse("desk:going_up")).content.decode()
    assert f"<td>{world.person('board-chair').name}</td>" in page
    on(MONDAY)
    assert sweep(at_any_hour=True).went_up == 1
    assert escalated() == ["board-chair@be.test"]
