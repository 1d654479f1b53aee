"""The demo's day is moved while it runs."""

import datetime as dt
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from common import clock
from common.models import OutboxMessage
from tests.desk.reminders.conftest import only_owing


@pytest.fixture
def demo(settings, tmp_path):
    settings.MODE = "demo"
    settings.DEMO_DAY_FILE = tmp_path / "demo-day"


def move(*wish):
    out = StringIO()
    call_command("demo_day", *wish, stdout=out)
    return out.getvalue()


def test_every_day_between_writes_its_reminders(world, demo):
    review = only_owing(world)
    assert "2026-03-02" in move()
    said = move("+44")
    assert clock.today() == dt.date(2026, 4, 15)
    assert "2026-04-14: digests written: 1" in said
    message = OutboxMessage.objects.get(kind="desk.digest")
    assert str(review.reference) in message.text
    assert message.created_at.astimezone(clock.WALES).date() == dt.date(2026, 4, 14)
    move("2026-03-02")
    assert clock.today() == dt.date(2026, 3, 2)


@pytest.mark.parametrize("wish", ["tomorrow", "2026-02-30", "+100000", "+x"])
def test_what_is_no_day_is_refused(demo, wish):
    with pytest.raises(CommandError):
        move(wish)


def test_outside_the_demo_it_is_refused(settings, demo):
    settings.DEMO_DAY_FILE = None
    with pytest.raises(CommandError, match="only in the demo"):
        move("+1")


def test_production_refuses_it_even_with_the_file_there(settings, demo):
    settings.DEMO_DAY_FILE.write_text("2026-04-01")
    settings.PRODUCTION = True
    with pytest.raises(CommandError, match="only in the demo"):
        move("2026-04-02")
