"""Killed workers, a Redis that is gone, two at once, wrong clocks: the mail goes all the same."""

import datetime as dt
import email
import shutil
import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import psycopg2
import pytest
from celery import current_app
from django.conf import LazySettings, settings
from django.db import connection, transaction
from django.db.models import F
from kombu import Connection
from redis import Redis as Client
from stack import places
from stack.redis import Redis

from common import clock
from common.alone import alone
from common.models import OutboxMessage
from common.outbox import post, transport
from common.outbox import sweep as sweeping
from common.outbox.sweep import LEASE, claim, sweep
from tests.common.outbox.test_sweep import age, write

pytestmark = pytest.mark.django_db
MINUTE = dt.timedelta(minutes=1)


def state(message):
    message.refresh_from_db()
    return message.sent_at is not None, message.failed_at is not None, message.last_error


def ids(inbox):
    return [email.message_from_bytes(each.content)["Message-ID"] for each in inbox.received]


# --- The worker is killed


def test_killed_between_commit_and_send_the_next_sends_once(inbox, monkeypatch):
    message = write()

    def killed(*_):
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(sweeping, "send", killed)
        with pytest.raises(KeyboardInterrupt):
            sweep()
    age(message, seconds=LEASE.total_seconds() + 1)
    assert (sweep(), ids(inbox)) == (1, [message.message_id])
    message.refresh_from_db()
    assert message.tries == 1, "dying was no try: a first greylisting waits one minute"


def test_killed_after_250_before_it_was_marked_the_copy_has_the_same_message_id(inbox, monkeypatch):
    message = write()

    def killed(*_):
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(sweeping, "settle_sent", killed)
        with pytest.raises(KeyboardInterrupt):
            sweep()
    age(message, seconds=LEASE.total_seconds() + 1)
    assert sweep() == 1
    assert ids(inbox) == [message.message_id] * 2


def test_what_a_killed_worker_held_is_free_well_within_five_minutes():
    longest = dt.timedelta(seconds=transport.EXCHANGE + sweeping.NOTING)
    tick = dt.timedelta(seconds=30)
    assert longest < LEASE <= 5 * MINUTE / 2 - tick


@pytest.mark.django_db(transaction=True)
def test_the_database_that_goes_away_after_250_is_told_once_it_is_back(inbox, monkeypatch):
    """What the server took is written down all the same: no second copy."""
    monkeypatch.setattr("common.waking.current_app.send_task", lambda *_, **__: None)
    message = write()
    settle = sweeping.settle_sent
    gone: list[int] = []

    def as_it_crashes(given):
        if not gone:
            gone.append(connection.connection.info.backend_pid)
            other = second()
            with other.cursor() as cursor:
                cursor.execute("SELECT pg_terminate_backend(%s, 5000)", gone)
            other.close()
        settle(given)

    monkeypatch.setattr(sweeping, "settle_sent", as_it_crashes)
    assert sweep() == 1
    assert gone != [connection.connection.info.backend_pid]
    assert state(message) == (True, False, "")


def test_what_was_claimed_and_not_begun_is_given_back(inbox, settings: LazySettings):
    settings.OUTBOX_TRANSPORT["EMAIL_PORT"] = 9
    messages = [write(str(number)) for number in range(3)]
    sweep()
    rows = OutboxMessage.objects.filter(pk__in=[each.pk for each in messages])
    assert not rows.exclude(claimed_until=None).exists()
    assert rows.filter(tries=0).count() == 2


# --- Redis, which only wakes


@pytest.fixture
def bell(monkeypatch):
    """A Redis of this test's own; what is posted rings it."""
    monkeypatch.setattr(post.bell, "quiet_until", 0.0)
    found = places.temporary()
    redis = Redis(found)
    ring: Any = current_app.send_task
    redis.start()

    def through(*task, **options):
        given = settings.CELERY_BROKER_TRANSPORT_OPTIONS
        with Connection(redis.url, transport_options=given) as line:
            return ring(*task, connection=line, **options)

    monkeypatch.setattr("common.waking.current_app.send_task", through)
    yield redis
    redis.stop()
    shutil.rmtree(found.data)


@pytest.mark.django_db(transaction=True)
def test_redis_gone_while_messages_wait_loses_none_and_stops_no_act(inbox, bell):
    before = write()
    bell.stop()
    began = time.monotonic()
    after = [write(str(number)) for number in range(5)]  # the acts are done all the same
    assert time.monotonic() - began < 2, "and nobody waits for Redis"
    assert sweep() == 6
    assert {state(each) for each in (before, *after)} == {(True, False, "")}


@pytest.mark.django_db(transaction=True)
def test_redis_flushed_while_messages_wait_loses_none(inbox, bell):
    messages = [write(str(number)) for number in range(3)]
    with Client(unix_socket_path=str(bell.socket)) as line:
        assert line.llen("celery") == 3
        line.flushall()
    assert sweep() == 3
    assert all(state(each) == (True, False, "") for each in messages)


# --- Two at once


@pytest.mark.django_db(transaction=True)
def test_two_claims_at_once_take_different_messages(monkeypatch):
    """Should the lock ever fail: nobody sends what another has in hand."""
    monkeypatch.setattr("common.waking.current_app.send_task", lambda *_, **__: None)
    monkeypatch.setattr(sweeping, "BATCH", 2)
    for number in range(4):
        write(str(number))
    with transaction.atomic():
        first = claim()
        with ThreadPoolExecutor() as pool:
            others = pool.submit(in_another_thread, claim).result(10)
    assert len(first) == len(others) == 2
    assert {each.message for each in first}.isdisjoint(each.message for each in others)


def in_another_thread(work):
    try:
        return work()
    finally:
        connection.close()


def test_while_one_sweep_is_at_it_the_second_idles(inbox):
    message = write()
    other = second()
    with other.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(hashtext('common.outbox'))")
        assert sweep() == 0
        assert state(message) == (False, False, "")
        cursor.execute("SELECT pg_advisory_unlock_all()")
        assert sweep() == 1
    other.close()


def test_whoever_is_killed_while_sweeping_leaves_no_lock_behind():
    other = second()
    with other.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(hashtext('a name'))")
        with alone("a name") as mine:
            assert not mine
    other.close()  # as the kernel does for the dead
    with alone("a name", wait=5) as mine:
        assert mine


def second():
    """Another connection to the same database."""
    given = connection.settings_dict
    return psycopg2.connect(
        dbname=given["NAME"],
        user=given["USER"],
        password=given["PASSWORD"] or None,
        host=given["HOST"] or given["OPTIONS"].get("host"),
        port=given["PORT"] or None,
    )


# --- Clocks


@pytest.mark.parametrize("hours", [24, -24, 1], ids=["a-day-on", "a-day-back", "an-hour-on"])
def test_a_wrong_clock_of_the_machine_moves_no_lease_and_no_wait(inbox, monkeypatch, hours):
    real = clock.now
    held = write()
    claim()
    waiting, due = write("two"), write("three", "huw@example.test")
    OutboxMessage.objects.filter(pk=waiting.pk).update(due_at=F("due_at") + 30 * MINUTE)
    monkeypatch.setattr(clock, "now", lambda: real() + dt.timedelta(hours=hours))
    later = write("four", "sian@example.test")  # written while the clock is wrong
    assert sweep() == 2
    assert state(due) == state(later) == (True, False, "")
    assert state(held) == state(waiting) == (False, False, "")


def test_a_clock_three_days_ahead_gives_nothing_up(inbox, monkeypatch):
    real = clock.now
    message = write()
    inbox.answers = ["451 Later"]
    monkeypatch.setattr(clock, "now", lambda: real() + dt.timedelta(days=4))
    sweep()
    assert state(message) == (False, False, "later-451")
