"""An address that refused for good is told to nobody else in vain."""

import pytest

from common.models import RefusedAddress
from common.outbox.addresses import FOR
from common.outbox.sweep import sweep
from tests.common.outbox.test_faults import state
from tests.common.outbox.test_sweep import write

pytestmark = pytest.mark.django_db


@pytest.fixture
def refused(inbox):
    """Mail to Gwen's address was refused for good."""
    write("first")
    inbox.answers = ["550 5.1.1 No such user"]
    sweep()
    inbox.tried.clear()


def test_the_next_message_to_it_is_given_up_at_once_and_not_tried(refused, inbox):
    later = write("later", to="Gwen@Example.test", is_private=True)
    assert state(later) == (False, True, "refused-before")
    assert later.text == "", "a private link is forgotten"
    assert (sweep(), inbox.tried) == (0, [])
    assert write("other", to="huw@example.test").failed_at is None


def test_what_its_reader_asked_for_is_tried_and_arriving_ends_it(refused, inbox):
    code = write("code", asked_for=True)
    assert sweep() == 1
    assert state(code) == (True, False, "")
    assert write("later").failed_at is None


def test_after_four_weeks_it_is_tried_again(refused):
    mark = RefusedAddress.objects.get()
    mark.refused_at -= FOR
    mark.save()
    assert write("later").failed_at is None


@pytest.mark.parametrize(
    "answer", ["550 5.7.1 Refused by policy", "552 5.2.2 Mailbox full", "554 No", "451 5.1.1 Later"]
)
def test_what_says_nothing_of_the_address_does_not_mark_it(inbox, answer):
    write("first")
    inbox.answers = [answer]
    sweep()
    assert not RefusedAddress.objects.exists()
