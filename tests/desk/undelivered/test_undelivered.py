"""What reaches nobody is a named person's task, also where there is no case, and in time."""

import datetime as dt

import pytest
from django.db import transaction
from django.db.models import F

from boards.models import Holding, Office
from common import clock
from common.models import OutboxMessage, RefusedAddress
from common.outbox import addresses
from common.outbox.post import put
from common.outbox.sweep import GIVE_UP
from common.outbox.sweep import sweep as send_mail
from deadlines.services import reach
from deadlines.working_days import OF_WALES
from desk.models import ToldOtherwise
from desk.reminders.sweep import sweep
from desk.sent.reading import undelivered
from desk.turns import desk_of
from desk.undelivered.reading import TELL
from guidance.milestones import Milestone
from guidance.reminders import STEPS, Way, of_a_target
from reviews.journey import Stage
from reviews.referral.public.services import send, start
from tests.common.outbox.conftest import inbox  # noqa: F401 # a fixture, used by its name
from tests.desk.reminders.conftest import on  # noqa: F401

D = dt.date.fromisoformat


def tasks(world, role="coordinator", board="be"):
    mine = desk_of(world.user(role, board), world.today).mine
    return [each for each in mine if each.label == str(TELL)]


def refuse(*keys, **where):
    """Given up: the server takes none of it."""
    found = OutboxMessage.objects.filter(**where) if where else OutboxMessage.objects
    found.update(sent_at=None, failed_at=clock.now(), claimed_until=None, last_error="refused-550")


@pytest.fixture
def nothing_sent_yet(world):
    OutboxMessage.objects.filter(pk__in=OutboxMessage.objects.unsettled()).update(
        sent_at=clock.now()
    )


@pytest.fixture
def referred(world):
    """From the public page: nobody knows the sender but by an address."""
    return send(start(world.board, email="nurse@health.test", language="cy"), {"sentence": "A."})


def test_a_receipt_that_does_not_arrive_is_the_coordinators_task(world, referred, signed_in):
    refuse(kind="reviews.refer_received")
    (task,) = tasks(world)
    assert (task.reference, tasks(world, "board-chair")) == ("BE", [])
    assert tasks(world, board="dc") == []
    client = signed_in(world.user("coordinator"))
    page = client.get(task.url)
    assert "nurse@health.test" in page.content.decode()
    day = {"told_on_day": "2", "told_on_month": "3", "told_on_year": "2026"}
    assert client.post(task.url, {"how": "telephone"} | day).status_code == 302
    told = ToldOtherwise.objects.get()
    assert (told.board, told.review, told.how) == (world.board, None, "telephone")
    assert tasks(world) == []
    assert client.get(task.url).status_code == 404


def test_so_are_what_the_coordinator_was_to_read_and_an_invitation(world, referred):
    refuse(kind="reviews.refer_waiting")
    person = world.person("no-account")
    with transaction.atomic():
        put(key="invite", kind="accounts.invited", to=person.email, person=person.pk, subject="I",
            text="", language="cy", board=world.board.pk)  # fmt: skip
    refuse(key="invite")
    assert len(tasks(world)) == len(OutboxMessage.objects.exclude(failed_at=None)) > 1


def test_without_a_board_it_goes_to_the_boards_that_list_the_reader(world, nothing_sent_yet):
    person = world.person("panel-member")
    with transaction.atomic():
        for key, reader in (("listed", person.pk), ("unknown", None)):
            put(key=key, kind="accounts.x", to=f"{key}@x.test", person=reader, subject="S", text="",
                language="cy")  # fmt: skip
    refuse(key="listed")
    assert (len(tasks(world)), len(tasks(world, board="dc"))) == (1, 0)
    refuse(key="unknown")
    assert (len(tasks(world)), len(tasks(world, board="dc"))) == (2, 1)


def test_where_nobody_is_coordinator_it_is_the_task_of_who_manages_people(world, referred):
    refuse(kind="reviews.refer_received")
    Holding.objects.filter(office=Office.COORDINATOR, board=world.board).delete()
    assert len(tasks(world, "board-chair")) == 1


def test_of_a_case_that_has_ended_it_is_a_task_too(world, signed_in):
    review = world.review_at(Stage.CLOSED)
    message = OutboxMessage.objects.filter(case=review.pk).latest("pk")
    refuse(pk=message.pk)
    (task,) = tasks(world)
    assert task.reference == str(review.reference)
    client = signed_in(world.user("coordinator"))
    assert client.get(task.url).status_code == 200


def test_mail_may_go_there_again_once_somebody_says_so(world, referred, signed_in):
    refuse(kind="reviews.refer_received")
    addresses.refused("nurse@health.test", "refused-550")
    (task,) = tasks(world)
    day = {"told_on_day": "2", "told_on_month": "3", "told_on_year": "2026"}
    client = signed_in(world.user("coordinator"))
    client.post(task.url, {"how": "telephone", "again": "on"} | day)
    assert not RefusedAddress.objects.exists()


def test_a_reminder_to_a_refused_address_is_a_task_on_the_day_it_is_due(world, on):  # noqa: F811
    """It is not sent first to fail."""
    review = world.review_at(Stage.PANEL)
    reach(review.timetable, Milestone.FORWARDED, D("2026-01-14"), correcting=True)
    addresses.refused("coordinator@be.test", "refused-550")
    on("2026-04-14")
    sweep(at_any_hour=True)
    digest = OutboxMessage.objects.get(kind="desk.digest", to="coordinator@be.test")
    assert (digest.last_error, digest.tries) == ("refused-before", 0)
    assert review in [of for of, _message in undelivered([review], world.today)]


def test_put_off_for_long_it_is_a_task_five_working_days_before_the_duty(
    world,
    on,  # noqa: F811
    inbox,  # noqa: F811
    settings,
    nothing_sent_yet,
):
    """Three days of trying may be more than a duty has left."""
    review = world.review_at(Stage.PANEL)
    reach(review.timetable, Milestone.FORWARDED, D("2026-01-14"), correcting=True)
    settings.OUTBOX_TRANSPORT["EMAIL_PORT"] = 9
    on("2026-06-15")  # at five months
    sweep(at_any_hour=True)
    for _pass in range(len(OutboxMessage.objects.unsettled())):
        send_mail()
    assert not undelivered([review], D("2026-06-15"))
    OutboxMessage.objects.update(queued_at=F("queued_at") - dt.timedelta(hours=2))
    last = OF_WALES.add(D("2026-07-14"), -5)
    assert not undelivered([review], last - dt.timedelta(days=1))
    assert {of for of, _message in undelivered([review], last)} == {review}


def test_of_each_step_before_a_duty_a_failure_is_known_five_working_days_before():
    """Where it can be: a step on the day itself or after it is of a duty that is late already."""
    due_on, anchor_on = D("2026-07-14"), D("2026-01-14")
    steps = [each for found in STEPS.values() for each in found] + [*of_a_target("target.x")]
    before = [each for each in steps if each.way is Way.REMIND]
    before = [each for each in before if each.day(anchor_on, due_on) < due_on]
    assert len(before) >= 4
    latest = OF_WALES.add(due_on, -5)
    for step in before:
        day = step.day(anchor_on, due_on)
        assert day <= latest, "refused (5xx): that day"
        assert min(day + GIVE_UP, max(day, latest)) <= latest, "put off: then at the latest"
