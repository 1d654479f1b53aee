"""Reviews that stand at publication, in the days of the golden dates (early 2025)."""

import datetime as dt

import pytest

from deadlines import services as deadlines
from guidance.milestones import Milestone
from library.publication import beside, services
from reviews.capacities import Capacity
from reviews.children.services import add_child
from reviews.decision.services import decide, send_notice
from reviews.journey import Stage
from reviews.models import Review
from reviews.people.services import appoint
from reviews.recommendation.services import recommend
from reviews.referral.services import forward, log_referral

ACCEPTED = dt.date(2025, 2, 14)
SENT = dt.date(2025, 2, 17)
FIRST_DAY = dt.date(2025, 3, 3)


@pytest.fixture
def on_day(settings):
    """Set the calendar day."""

    def put(day):
        settings.DEMO_TODAY = day.isoformat()
        return day

    return put


@pytest.fixture
def review(on_day, board, board_chair, subgroup_chair, coordinator, reviewer):
    """A concise review whose report the Board accepted on 14 February 2025; both notices sent."""
    on_day(ACCEPTED)
    row = log_referral(
        board, by=coordinator, on=dt.date(2024, 6, 3), source="telephone", sentence="Injury."
    )
    row = forward(row, by=coordinator, on=dt.date(2024, 6, 10))
    add_child(row, by=coordinator, on=dt.date(2024, 6, 10), pseudonym="Child A")
    row = recommend(
        row,
        by=subgroup_chair,
        on=dt.date(2024, 7, 1),
        course="concise",
        vote="majority",
        dissent="Two members saw no lesson for more than one agency.",
        outline="A child of two was seriously injured at home.",
        rationale="The criteria of regulation 4 are met.",
        period_from_on=dt.date(2023, 6, 1),
        period_until_on=dt.date(2024, 5, 31),
        period_why="The family moved to the area then.",
    )
    row = decide(row, by=board_chair, on=dt.date(2024, 7, 8), reply="agree")
    for about in ("recommendation", "outcome"):
        send_notice(row, by=coordinator, on=dt.date(2024, 7, 9), about=about)
    appoint(
        row,
        by=coordinator,
        on=dt.date(2024, 7, 15),
        person=reviewer.person,
        capacity=Capacity.REVIEWER,
        is_independent=True,
    )
    return follow_through(row)


def follow_through(row):
    """Take the review to where publication begins; the rooms between have tests of their own."""
    row = Review.objects.get(pk=row.pk)
    row.release_timelines()
    row.hold_event()
    row.agree_report()
    row.accept_report()
    row.stage_since = ACCEPTED
    row.save()
    deadlines.reach(row.timetable, Milestone.REPORT_ACCEPTED, ACCEPTED)
    assert row.stage == Stage.FOLLOW_THROUGH
    return row


@pytest.fixture
def with_texts(review, coordinator):
    services.text_ready(review, by=coordinator, on=ACCEPTED, languages=["en", "cy"])
    return review


@pytest.fixture
def checked(with_texts, subgroup_chair, coordinator):
    for language in ("en", "cy"):
        services.check_disclosure(
            with_texts, by=subgroup_chair, on=ACCEPTED, language=language, finding="clear"
        )
    for audience in ("family", "staff"):
        beside.tell_first(
            with_texts, by=coordinator, on=ACCEPTED, audience=audience, how="By letter."
        )
    return with_texts


@pytest.fixture
def sent(checked, coordinator, on_day):
    """Sent on 17 February 2025 for publication on 3 March."""
    on_day(SENT)
    services.send_to_government(checked, by=coordinator, on=SENT, planned_publication_on=FIRST_DAY)
    return checked


@pytest.fixture
def published(sent, coordinator, on_day):
    """Published on 3 March 2025: it may come down from 26 May."""
    on_day(FIRST_DAY)
    services.publish(sent, by=coordinator, on=FIRST_DAY, address="https://be.example.wales/1")
    return sent
