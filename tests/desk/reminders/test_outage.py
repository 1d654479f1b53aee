"""After any outage nobody gets more than one digest a working day, and nothing is left out."""

import datetime as dt

import pytest
from django.db.models import F

from common import clock
from common.models import OutboxMessage
from common.outbox.sweep import sweep as send_mail
from deadlines.models import Outcome, Reminder
from deadlines.services import reach
from desk.models import DigestLine
from desk.reminders.sweep import sweep
from guidance.milestones import Milestone
from reviews.journey import WORKING, Stage
from tests.common.outbox.conftest import inbox  # noqa: F401 # a fixture, used by its name

# Three months after each is a day on which one review's step comes: Tuesday 14 April and on.
FORWARDED = [dt.date(2026, 1, day) for day in (14, 15, 16, 17, 20, 21, 22, 23, 24)]
WORKED = [dt.date(2026, 4, day) for day in (14, 15, 16, 17, 20, 21, 22, 23, 24, 27, 28)]


@pytest.fixture
def owed(world):
    """The co-ordinator is owed a step on nearly every day, each about another review."""
    running = [each for each in world.reviews() if each.stage in (*WORKING, Stage.ACCEPTANCE)]
    reviews = [each for each in running if each.board == world.board]
    for review, day in zip(reviews, FORWARDED, strict=False):
        reach(review.timetable, Milestone.FORWARDED, day, correcting=True)
    steps = Reminder.objects.filter(
        step="three_months", timetable__in=[each.timetable for each in reviews]
    )
    Reminder.objects.owed().exclude(pk__in=steps).update(
        settled_at=clock.now(), outcome=Outcome.SENT
    )
    OutboxMessage.objects.exclude(kind="desk.digest").delete()
    return steps.filter(due_on__range=(WORKED[0], WORKED[-1]))


@pytest.fixture
def a_day(on, inbox, settings):  # noqa: F811
    """`a_day(day, down=…)`: its ticks, and how many digests reached the co-ordinator."""
    port = settings.OUTBOX_TRANSPORT["EMAIL_PORT"]

    def live(day, *, down=False, ticks=3):
        on(day.isoformat())
        settings.OUTBOX_TRANSPORT["EMAIL_PORT"] = 9 if down else port
        before = len(inbox.received)
        for _tick in range(ticks):
            sweep(at_any_hour=True)
            OutboxMessage.objects.unsettled().update(due_at=F("queued_at"))  # the wait is over
            send_mail()
        reached = [each.rcpt_tos for each in inbox.received[before:]]
        return reached.count(["coordinator@be.test"])

    return live


def told(owed):
    return DigestLine.objects.filter(reminder__in=owed, message__sent_at__isnull=False)


@pytest.mark.parametrize("down", [range(1), range(3), range(2, 8), range(1, 9)])
def test_while_the_mail_server_is_away_digests_do_not_pile_up(owed, a_day, down):
    reached = [a_day(day, down=number in down) for number, day in enumerate(WORKED)]
    assert max(reached) == 1
    assert told(owed).count() == owed.count() >= 5
    assert not DigestLine.objects.filter(message=None, dropped_at=None).exists()


@pytest.mark.parametrize("silent", [range(2), range(1, 6)])
def test_while_no_sweep_runs_nothing_is_lost_and_then_comes_at_once(owed, a_day, silent):
    days = [day for number, day in enumerate(WORKED) if number not in silent]
    assert max(a_day(day) for day in days) == 1
    assert told(owed).count() == owed.count() >= 5


def test_beat_dead_for_26_hours_then_one_digest_and_not_26(owed, a_day):
    assert a_day(WORKED[1], ticks=26) == 1
    lines = DigestLine.objects.filter(message__kind="desk.digest")
    assert lines.count() == 2, "that of yesterday too"
    assert lines.values("message").distinct().count() == 1
