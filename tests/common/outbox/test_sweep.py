import datetime as dt
import email
import threading

import pytest
from django.conf import LazySettings
from django.core.management import call_command
from django.db import connection, transaction

from common import clock
from common.models import OutboxMessage
from common.outbox import sweep as sweeping
from common.outbox.post import put
from common.outbox.sweep import BACKOFF, GIVE_UP, LEASE, claim, sweep


def write(key="one", to="gwen@example.test", **fields):
    defaults = {"kind": "test.note", "language": "cy", "subject": "BE 3/2024", "text": "Dŵr"}
    with transaction.atomic():
        return put(key=key, to=to, **(defaults | fields))


def age(message, **by):
    """Move the message's times into the past."""
    row = OutboxMessage.objects.get(pk=message.pk)
    for name in ("queued_at", "due_at", "claimed_until"):
        if getattr(row, name):
            setattr(row, name, getattr(row, name) - dt.timedelta(**by))
    row.save()


@pytest.mark.django_db
def test_what_is_due_is_sent_once(inbox):
    message = write()
    assert sweep() == 1
    assert sweep() == 0
    message.refresh_from_db()
    assert message.sent_at
    assert message.tries == 1
    mail = email.message_from_bytes(inbox.received[0].content, policy=email.policy.default)
    assert mail["Message-ID"] == message.message_id
    assert mail["Content-Language"] == "cy"
    assert mail["To"] == "gwen@example.test"
    assert mail.get_content().strip() == "Dŵr"


@pytest.mark.django_db
def test_greylisting_waits_and_holds_nobody_up(inbox):
    grey, other = write(), write("two", "huw@example.test")
    inbox.answers = ["451 Try again later"]
    assert sweep() == 1
    grey.refresh_from_db()
    other.refresh_from_db()
    assert other.sent_at
    assert grey.sent_at is None
    assert grey.last_error == "later-451"
    assert BACKOFF[0] - (grey.due_at - clock.now()) < dt.timedelta(minutes=1)
    assert sweep() == 0, "not before its time"
    age(grey, minutes=2)
    assert sweep() == 1
    grey.refresh_from_db()
    assert (grey.tries, grey.last_error) == (2, "")


@pytest.mark.django_db
def test_a_final_refusal_is_not_tried_again(inbox):
    message = write()
    inbox.answers = ["550 No such user"]
    assert sweep() == 0
    message.refresh_from_db()
    assert message.failed_at
    assert message.last_error == "refused-550"
    age(message, days=1)
    sweep()
    assert len(inbox.tried) == 1


@pytest.mark.django_db
def test_after_three_days_of_trying_a_message_is_given_up(inbox):
    message = write()
    age(message, seconds=GIVE_UP.total_seconds())
    inbox.answers = ["451 Still later"]
    sweep()
    message.refresh_from_db()
    assert message.failed_at


@pytest.mark.django_db
def test_nothing_leaves_without_tls_when_tls_was_asked_for(inbox, settings: LazySettings):
    settings.OUTBOX_TRANSPORT |= {"EMAIL_USE_TLS": True}
    message = write()
    assert sweep() == 0
    message.refresh_from_db()
    assert message.last_error == "no-tls"
    assert message.failed_at is None
    assert inbox.tried == []


@pytest.mark.django_db
def test_a_server_that_is_away_is_asked_once_a_sweep(inbox, settings: LazySettings):
    settings.OUTBOX_TRANSPORT |= {"EMAIL_PORT": 9}
    first, second = write(), write("two")
    assert sweep() == 0
    first.refresh_from_db()
    second.refresh_from_db()
    assert first.last_error == "no-connection"
    assert (second.tries, second.last_error) == (0, "")


@pytest.mark.django_db
def test_a_claim_of_somebody_who_died_ends_with_its_lease(inbox):
    message = write()
    assert [each.message for each in claim()] == [message]  # and now the worker is killed
    assert sweep() == 0
    age(message, seconds=LEASE.total_seconds() + 1)
    assert sweep() == 1


@pytest.mark.django_db
def test_killed_after_sending_the_second_copy_is_the_same_message(inbox, monkeypatch):
    message = write()
    monkeypatch.setattr(sweeping, "settle_sent", lambda message: None)
    sweep()
    monkeypatch.undo()
    age(message, seconds=LEASE.total_seconds() + 1)
    sweep()
    ids = {email.message_from_bytes(m.content)["Message-ID"] for m in inbox.received}
    assert len(inbox.received) == 2
    assert ids == {message.message_id}


@pytest.mark.django_db
def test_a_private_link_is_forgotten_once_sent(inbox):
    private, plain = write(is_private=True), write("two")
    sweep()
    private.refresh_from_db()
    plain.refresh_from_db()
    assert private.text == ""
    assert plain.text == "Dŵr"


@pytest.mark.django_db
def test_a_row_nobody_can_read_stops_only_itself(inbox):
    broken, whole = write(), write("two")
    with connection.cursor() as cursor:
        cursor.execute("UPDATE common_outboxmessage SET text = 'x' WHERE id = %s", [broken.pk])
    assert sweep() == 1
    row = OutboxMessage.objects.defer("text").get(pk=broken.pk)
    assert row.last_error == "unreadable"
    whole.refresh_from_db()
    assert whole.sent_at


@pytest.mark.django_db
def test_without_a_mail_server_nothing_is_touched(settings: LazySettings):
    settings.OUTBOX_DELIVERS = False
    message = write()
    call_command("sweep")
    message.refresh_from_db()
    assert (message.tries, message.sent_at) == (0, None)


@pytest.mark.django_db(transaction=True)
def test_two_sweeps_at_once_send_each_message_once(inbox, monkeypatch):
    monkeypatch.setattr("common.waking.current_app.send_task", lambda *_, **__: None)
    for number in range(20):
        write(str(number), f"p{number}@example.test")
    both_ready = threading.Barrier(2)

    def run():
        both_ready.wait()
        sweep()
        connection.close()

    threads = [threading.Thread(target=run) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(inbox.tried) == sorted(f"p{number}@example.test" for number in range(20))
    assert OutboxMessage.objects.unsettled().count() == 0
