"""Recording learning events."""

import pytest
from django.db import IntegrityError, transaction

from audit.ledger import Entry
from common.deeds import NotNow, Refused
from common.models import OutboxMessage
from deadlines.models import Reached
from learning_events.models import LearningEvent
from learning_events.services import hold_event, record_another
from panels.family.services import record_family
from panels.timelines.services import release_timelines
from reviews.children.services import record_voice
from reviews.journey import Stage
from tests.panels.conftest import TODAY, fresh


def codes(caught):
    return [obstacle.code for obstacle in caught.value.obstacles]


def facts(reviewer, **changes):
    return {
        "on": TODAY,
        "venue": "The town hall",
        "length": "one",
        "facilitators": [reviewer.person],
        "invited": 20,
        "attended": 20,
        "learning_points": "Ask again.",
    } | changes


@pytest.fixture
def ready(released, reviewer):
    """Nothing is missing: the family's part and the child's voice are recorded."""
    record_family(
        released, by=reviewer, on=TODAY, relation="mother", approached=False, why_not="The police."
    )
    child = released.subjects.get()
    record_voice(fresh(released), by=reviewer, on=TODAY, child=child, voice="spoken_to")
    return fresh(released)


def test_the_event_moves_the_review_to_its_report_and_tells_the_reviewers(ready, reviewer):
    hold_event(ready, by=reviewer, **facts(reviewer))
    assert fresh(ready).stage == Stage.REPORT
    event = LearningEvent.objects.get(review=ready)
    assert (event.held_on, list(event.facilitators.all())) == (TODAY, [reviewer.person])
    assert Reached.objects.get(milestone="event_held").on == TODAY
    told = OutboxMessage.objects.filter(kind="learning_events.held")
    assert list(told.values_list("to", flat=True)) == [reviewer.email]
    assert Entry.objects.get(verb="learning_events.held").details == {"attended": 20}


def test_what_the_event_lacks_is_warned_of_and_wants_a_reason(asked, reviewer):
    with pytest.raises(NotNow) as caught:
        hold_event(asked, by=reviewer, **facts(reviewer))
    assert codes(caught) == [
        "reason_wanted",
        "out_of_order",
        "timelines_not_released",
        "family_not_recorded",
        "voice_not_answered",
    ]
    hold_event(asked, by=reviewer, **facts(reviewer), reason="The hall was booked.")
    assert fresh(asked).stage == Stage.REPORT


def test_timelines_may_still_be_released_after_the_event(asked, reviewer, panel_chair):
    hold_event(asked, by=reviewer, **facts(reviewer), reason="The hall was booked.")
    release_timelines(fresh(asked), by=panel_chair, on=TODAY, reason="Late.")
    assert fresh(asked).stage == Stage.REPORT
    assert Reached.objects.filter(milestone="timelines_released").exists()


def test_a_note_taker_who_facilitates_has_a_reason(ready, reviewer):
    words = facts(reviewer, note_taker=reviewer.person)
    with pytest.raises(NotNow) as caught:
        hold_event(ready, by=reviewer, **words)
    assert codes(caught) == ["note_taker_facilitates"]
    hold_event(ready, by=reviewer, **words, note_taker_why="Illness on the day.")
    assert LearningEvent.objects.get().note_taker_why == "Illness on the day."


def test_somebody_facilitates(ready, reviewer):
    with pytest.raises(NotNow) as caught:
        hold_event(ready, by=reviewer, **facts(reviewer, facilitators=[]))
    assert codes(caught) == ["no_facilitator"]


def test_a_further_event_moves_nothing(ready, reviewer, coordinator):
    hold_event(ready, by=reviewer, **facts(reviewer))
    record_another(fresh(ready), by=coordinator, **facts(reviewer, venue="Online"))
    assert fresh(ready).stage == Stage.REPORT
    assert LearningEvent.objects.filter(review=ready).count() == 2


@pytest.mark.parametrize("who", ["panel_member", "agency_author", "board_chair", "outsider"])
def test_others_do_not_record_the_event(ready, reviewer, who, request):
    with pytest.raises(Refused):
        hold_event(ready, by=request.getfixturevalue(who), **facts(reviewer))


@pytest.mark.parametrize(
    ("changes", "name"),
    [
        ({"length": "week"}, "length_known"),
        ({"until_on": "2020-01-01"}, "ends_after_it_begins"),
        ({"learning_points": ""}, "says_where_and_what_was_learned"),
        ({"attended": 0, "absent_why": "All ill."}, "somebody_attended"),
        ({"attended": 19}, "absence_is_explained"),
    ],
)
def test_the_database_refuses_an_event_that_cannot_be(ready, reviewer, changes, name):
    event = hold_event(ready, by=reviewer, **facts(reviewer))
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        LearningEvent.objects.filter(pk=event.pk).update(**changes)
