"""What is owed is passed on once, in one digest a working day, to whom it is meant for."""

import datetime as dt
import re

import pytest

from common import clock
from common.models import OutboxMessage
from deadlines.models import Outcome, Reminder
from deadlines.plans import keep_causes
from deadlines.services import reach
from desk.models import DigestLine
from desk.reminders.sweep import sweep
from guidance.milestones import Milestone
from tests.walking import CHILD

D = dt.date.fromisoformat


def run():
    return sweep(at_any_hour=True)


def digests():
    return OutboxMessage.objects.filter(kind="desk.digest").order_by("pk")


def test_at_three_months_the_coordinator_has_one_digest(world, review, on):
    on("2026-04-13")
    assert run().passed_on == 0
    on("2026-04-14")
    swept = run()
    assert (swept.passed_on, swept.digests) == (1, 1)
    message = digests().get()
    assert message.to == "coordinator@be.test"
    assert str(review.reference) in message.text
    assert "14 July 2026" in message.text
    assert review.get_absolute_url() in message.text
    assert run().digests == 0, "nothing twice"


def test_a_digest_holds_no_name_and_no_fact(world, review, on):
    on("2026-07-14")
    run()
    message = digests().get()
    for word in (CHILD, "pseudonym", str(review.board)):
        assert word not in message.text + message.subject + message.html
    links = re.findall(r"http\S+", message.text)
    assert all(link.startswith("http://127.0.0.1:8000/") for link in links)


def test_in_an_unknown_language_it_speaks_both_welsh_first(world, review, on):
    person = world.person("coordinator")
    person.language = ""
    person.save()
    on("2026-04-14")
    run()
    message = digests().get()
    assert message.language == ""
    assert message.text.index("Gorffennaf 2026") < message.text.index("July 2026")


def test_on_a_weekend_it_waits_and_what_is_met_meanwhile_is_not_said(world, review, on):
    on("2026-08-15")  # a Saturday
    assert run().passed_on == 0
    reach(review.timetable, Milestone.REPORT_ACCEPTED, world.today)
    on("2026-08-17")
    assert run().passed_on == 0
    assert not digests().exists()


def test_after_months_of_silence_one_digest_with_the_last_step_of_each(world, review, on):
    on("2026-07-16")  # three, five and six months have passed unsent
    swept = run()
    assert (swept.passed_on, swept.digests) == (3, 1)
    message = digests().get()
    assert message.text.count("14 July 2026") == 2, "a reminder, and the question why"
    assert DigestLine.objects.filter(message=message).count() == 3


def but_monthly():
    """Everything else that is owed has been told."""
    rest = Reminder.objects.owed().exclude(step="each_month")
    rest.update(settled_at=clock.now(), outcome=Outcome.SENT)


def test_the_monthly_question_owes_its_next_and_makes_up_for_nothing(world, review, on):
    but_monthly()
    on("2026-11-20")  # from August to November nobody swept
    assert run().passed_on == 1
    owed = Reminder.objects.owed().get(timetable=review.timetable, step="each_month")
    assert str(owed.due_on) == "2026-12-14"
    assert run().passed_on == 0


def test_a_cause_that_stands_is_not_asked_for_until_its_next_look(world, review, on):
    keep_causes(review.timetable, ["inquest"], on=world.today, next_look_on=D("2026-09-01"))
    but_monthly()
    on("2026-08-14")
    run()
    assert not DigestLine.objects.filter(kind="ask_cause").exists()
    on("2026-09-14")
    run()
    asked = DigestLine.objects.get(kind="ask_cause")
    assert "/dates/" in asked.message.text


def test_whom_an_interest_keeps_out_is_not_reminded(world, review, on):
    """The joint co-ordinator of the world is barred from every review of the board."""
    on("2026-04-14")
    run()
    told = {line.person.email for line in DigestLine.objects.select_related("person")}
    assert told == {"coordinator@be.test"}


def test_what_was_written_already_today_leaves_the_rest_to_tomorrow(world, review, on):
    on("2026-04-14")
    run()
    reach(review.timetable, Milestone.FORWARDED, D("2025-11-14"), correcting=True)  # five months
    assert run().digests == 0
    on("2026-04-15")
    assert run().digests == 1
    assert digests().count() == 2


def test_in_the_night_nothing_is_passed_on(world, review, on, settings):
    on("2026-04-14")
    settings.REMIND_FROM_HOUR = 24
    assert sweep().passed_on == 0
    assert run().passed_on == 1


@pytest.mark.parametrize(
    ("forwarded", "sunday", "monday"),
    [
        ("2025-12-29", "2026-03-29", "2026-03-30"),
        ("2026-07-25", "2026-10-25", "2026-10-26"),
    ],
)
def test_where_the_clocks_change_each_step_goes_once(world, review, on, forwarded, sunday, monday):
    reach(review.timetable, Milestone.FORWARDED, D(forwarded), correcting=True)
    Reminder.objects.owed().exclude(step="three_months").delete()
    on(sunday)
    assert run().digests == 0
    on(monday)
    assert [run().digests, run().digests] == [1, 0]
