"""Mail servers that are away, slow, refusing, or not to be trusted: over a real socket."""

import datetime as dt
import os
import time

import pytest
from django.conf import LazySettings
from django.db import connection

from common.outbox import transport
from common.outbox.sweep import GIVE_UP, sweep
from tests.common.outbox.conftest import running
from tests.common.outbox.test_faults import MINUTE, ids, state
from tests.common.outbox.test_sweep import age, write

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("answer", ["451 4.7.1 Greylisted", "421 4.3.2 Shutting down"])
def test_put_off_it_is_tried_again_after_a_minute(inbox, answer):
    message = write()
    inbox.answers = [answer]
    assert sweep() == 0
    assert state(message) == (False, False, f"later-{answer[:3]}")
    age(message, seconds=50)
    assert sweep() == 0
    age(message, seconds=11)
    assert (sweep(), ids(inbox)) == (1, [message.message_id])


def test_a_refused_connection_is_tried_after_1_5_15_60_minutes_and_hourly_until_72_hours(
    inbox, settings: LazySettings
):
    settings.OUTBOX_TRANSPORT["EMAIL_PORT"] = 9
    message, waits, passed = write(), [], dt.timedelta()
    while True:
        sweep()
        message.refresh_from_db()
        if message.failed_at:
            break
        assert message.last_error == "no-connection"
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT due_at - statement_timestamp() FROM common_outboxmessage WHERE id = %s",
                [message.pk],
            )
            wait = round(cursor.fetchone()[0].total_seconds() / 60)
        waits.append(wait)
        passed += wait * MINUTE
        age(message, minutes=wait)
    assert waits[:6] == [1, 5, 15, 60, 60, 60]
    assert set(waits[4:]) == {60}
    assert GIVE_UP <= passed < GIVE_UP + 61 * MINUTE
    assert message.sent_at is None


def test_a_silent_server_holds_one_sweep_up_for_one_time_out(silent_server, monkeypatch):
    monkeypatch.setattr(transport, "TIMEOUT", 0.3)
    messages = [write(str(number)) for number in range(5)]
    began = time.monotonic()
    assert sweep() == 0
    assert time.monotonic() - began < 1.5, "the others do not wait for it in turn"
    assert state(messages[0]) == (False, False, "timeout")
    assert all(state(each) == (False, False, "") for each in messages[1:])


def test_a_server_slow_over_one_reader_lets_the_other_mail_flow(inbox, monkeypatch):
    """Sixty seconds a command: the sweep waits twenty, and goes on with the others at once."""
    monkeypatch.setattr(transport, "TIMEOUT", 0.3)
    slow, other, third = write(), write("two", "huw@example.test"), write("three", "a@example.test")
    inbox.slow = {"gwen@example.test": 60}
    assert sweep() == 2
    assert state(slow) == (False, False, "timeout")
    assert state(other) == state(third) == (True, False, "")


def test_a_server_slow_at_every_command_is_left_before_the_lease_ends(inbox, monkeypatch):
    monkeypatch.setattr(transport, "EXCHANGE", 0.4)
    inbox.slow = {"gwen@example.test": 0.6}
    message = write()
    sweep()
    assert state(message) == (False, False, "timeout")


def test_a_550_is_not_retried(inbox):
    message = write()
    inbox.answers = ["550 5.1.1 No such user"]
    sweep()
    assert state(message) == (False, True, "refused-550")
    age(message, days=4)
    assert (sweep(), len(inbox.tried)) == (0, 1)


# --- TLS


def test_starttls_asked_for_and_not_offered_sends_nothing_now_or_later(
    inbox, settings: LazySettings
):
    settings.OUTBOX_TRANSPORT |= {"EMAIL_USE_TLS": True}
    messages = [write(), write("two")]
    for _pass in range(3):  # nor over the connection on which it has failed
        assert sweep() == 0
        age(messages[0], hours=2)
    assert state(messages[0]) == (False, False, "no-tls")
    assert inbox.tried == inbox.received == []


def test_starttls_with_a_certificate_nobody_vouches_for_sends_nothing(
    own_certificate, settings: LazySettings
):
    message = write()
    with running(settings, tls_context=own_certificate[0]) as inbox:
        settings.OUTBOX_TRANSPORT |= {"EMAIL_USE_TLS": True}
        assert sweep() == 0
    assert state(message) == (False, False, "bad-tls")
    assert inbox.tried == inbox.received == []


def test_with_a_certificate_that_is_vouched_for_it_leaves_over_tls(
    own_certificate, settings: LazySettings, monkeypatch
):
    context, file = own_certificate
    monkeypatch.setitem(os.environ, "SSL_CERT_FILE", str(file))
    message = write()
    with running(settings, tls_context=context, require_starttls=True) as inbox:
        settings.OUTBOX_TRANSPORT |= {"EMAIL_USE_TLS": True}
        assert sweep() == 1
    assert ids(inbox) == [message.message_id]
