"""Nothing is lost and nothing goes twice, whatever dies."""

import threading

import pytest
from django.db import connection
from django.test import override_settings

from common import clock
from common.models import OutboxMessage
from common.outbox.sweep import sweep as send_mail
from deadlines.models import Reminder
from desk.models import DigestLine
from desk.reminders import sweep as sweeping
from desk.reminders.sweep import sweep
from reviews.rooms import ROOMS
from tests.common.outbox.conftest import inbox  # noqa: F401 # a fixture, used by its name
from tests.desk.reminders.conftest import only_owing

DAY = "2026-04-14"


def digests():
    return OutboxMessage.objects.filter(kind="desk.digest")


def only_the_digest_is_unsent():
    others = OutboxMessage.objects.exclude(kind="desk.digest")
    others.update(sent_at=clock.now(), failed_at=None, claimed_until=None)


def test_killed_between_claim_and_mark_it_is_passed_on_by_the_next(world, review, on, monkeypatch):
    on(DAY)

    def dies(*_args):
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(sweeping, "make_reminders", dies)
        with pytest.raises(KeyboardInterrupt):
            sweep(at_any_hour=True)
    assert not DigestLine.objects.exists()
    assert Reminder.objects.owed().filter(due_on=DAY).exists()
    assert sweep(at_any_hour=True).digests == 1


def test_killed_between_passing_on_and_the_digest_the_digest_follows(
    world, review, on, monkeypatch
):
    on(DAY)
    with monkeypatch.context() as patched:
        patched.setattr(sweeping, "write_digests", lambda today: 0)
        sweep(at_any_hour=True)
    assert DigestLine.objects.ready(world.today).exists()
    assert sweep(at_any_hour=True).digests == 1


def test_with_redis_gone_the_digest_is_written_all_the_same(world, review, on, settings):
    on(DAY)
    settings.OUTBOX_DELIVERS = True
    settings.CELERY_BROKER_URL = "redis://127.0.0.1:1/0"
    assert sweep(at_any_hour=True).digests == 1


def test_after_beat_was_dead_for_26_hours_there_is_one_digest(world, review, on):
    on("2026-04-15")
    assert [sweep(at_any_hour=True).digests for _tick in range(26)] == [1] + [0] * 25
    assert digests().count() == 1


@pytest.mark.transactional_clone
def test_two_sweeps_at_once_write_one_digest(own_clone):
    with override_settings(DEMO_TODAY="2026-03-02"):
        only_owing(own_clone)
    done = []

    def run():
        try:
            done.append(sweep(at_any_hour=True))
        finally:
            connection.close()

    with override_settings(DEMO_TODAY=DAY):
        threads = [threading.Thread(target=run) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        sweep(at_any_hour=True)  # the next tick
    assert len(done) == 4
    assert sum(each.passed_on for each in done) == 1
    assert digests().count() == 1
    assert DigestLine.objects.count() == 1


def test_a_digest_that_is_refused_for_good_becomes_a_task_of_the_coordinator(
    world,
    review,
    on,
    inbox,  # noqa: F811
):
    on(DAY)
    sweep(at_any_hour=True)
    only_the_digest_is_unsent()
    inbox.answers = ["550 No such user"]
    send_mail()
    assert digests().get().failed_at
    turns = list(ROOMS["sent"].turns([review], world.user("coordinator"), world.today))
    assert [turn.review for turn in turns] == [review]


def test_a_digest_that_is_put_off_waits_and_is_no_task(world, review, on, inbox):  # noqa: F811
    on(DAY)
    sweep(at_any_hour=True)
    only_the_digest_is_unsent()
    inbox.answers = ["451 Try again later"]
    send_mail()
    message = digests().get()
    assert (message.failed_at, message.last_error) == (None, "later-451")
    assert not list(ROOMS["sent"].turns([review], world.user("coordinator"), world.today))
