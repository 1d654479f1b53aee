"""A server that has the whole text takes its time (RFC 5321, 4.5.3.2.6): nobody gets copies."""

import smtplib

import pytest

from common.outbox import transport
from common.outbox.sweep import sweep
from tests.common.outbox.test_faults import ids, state
from tests.common.outbox.test_sweep import age, write

pytestmark = pytest.mark.django_db


def test_a_server_slower_than_a_command_may_be_is_waited_for(inbox, monkeypatch):
    monkeypatch.setattr(transport, "TIMEOUT", 0.3)
    monkeypatch.setattr(transport, "EXCHANGE", 0.9)
    inbox.slow_to_say_250 = 1.5
    message = write()
    assert sweep() == 1
    assert ids(inbox) == [message.message_id]
    assert state(message)[:2] == (True, False)


def test_what_may_have_arrived_is_not_sent_again(inbox, monkeypatch):
    monkeypatch.setattr(transport, "END_OF_DATA", 0.3)
    inbox.slow_to_say_250 = 1
    message = write()
    assert sweep() == 0
    assert state(message) == (False, True, "unknown")
    for _hour in range(72):
        age(message, minutes=60)
        sweep()
    assert ids(inbox) == [message.message_id]


def test_the_others_wait_for_the_next_sweep(inbox, monkeypatch):
    monkeypatch.setattr(transport, "END_OF_DATA", 0.3)
    inbox.slow_to_say_250 = 1
    first, second = write("1"), write("2")
    assert sweep() == 0
    assert state(second) == (False, False, "")
    inbox.slow_to_say_250 = 0
    assert sweep() == 1
    assert sorted(ids(inbox)) == sorted([first.message_id, second.message_id])


def test_a_text_that_broke_off_on_the_way_is_sent_again(inbox, monkeypatch):
    """Without its end no server has it: its fate is known."""

    def break_off(self, what):
        if self.replies_to_text:
            self.close()
            raise smtplib.SMTPServerDisconnected("Server not connected")
        return real(self, what)

    real = smtplib.SMTP.send
    monkeypatch.setattr(smtplib.SMTP, "send", break_off)
    message = write()
    assert sweep() == 0
    assert state(message)[:2] == (False, False)
