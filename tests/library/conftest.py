"""Reviews that stand at publication, in the days of the golden dates (early 2025)."""

import datetime as dt

import pytest
from django.test import override_settings

from action_plans.models import Plan
from boards.models import Office, User
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
from tests.cast import make_board, make_user
from tests.stage import rolled_back

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


def at(day: dt.date) -> override_settings:
    return override_settings(DEMO_TODAY=day.isoformat())


def people() -> tuple[User, User, User, User]:
    """Co-ordinator, the sub-group's chair, the Board's, and a reviewer."""
    board = make_board("be")
    return (
        make_user(board, "coordinator", Office.COORDINATOR),
        make_user(board, "subgroup-chair", Office.SUBGROUP_CHAIR),
        make_user(board, "board-chair", Office.BOARD_CHAIR),
        make_user(board, "reviewer"),
    )


def accepted() -> Review:
    """A concise review whose report the Board accepted on 14 February 2025; both notices sent."""
    coordinator, subgroup_chair, board_chair, reviewer = people()
    with at(ACCEPTED):
        row = log_referral(
            make_board("be"),
            by=coordinator,
            on=dt.date(2024, 6, 3),
            source="telephone",
            sentence="Injury.",
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
    deadlines.reach(row.timetable, Milestone.EVENT_HELD, dt.date(2024, 11, 4))
    deadlines.reach(row.timetable, Milestone.REPORT_ACCEPTED, ACCEPTED)
    Plan.objects.create(review=row, outline_on=ACCEPTED, outline="What the learning comes to.")
    assert row.stage == Stage.FOLLOW_THROUGH
    return row


def texts_ready() -> Review:
    row = accepted()
    with at(ACCEPTED):
        services.text_ready(row, by=people()[0], on=ACCEPTED, languages=["en", "cy"])
    return row


def ready_to_send() -> Review:
    """The texts are checked, and family and staff are told first."""
    row = texts_ready()
    coordinator, subgroup_chair, *_others = people()
    with at(ACCEPTED):
        for language in ("en", "cy"):
            services.check_disclosure(
                row, by=subgroup_chair, on=ACCEPTED, language=language, finding="clear"
            )
        for audience in ("family", "staff"):
            beside.tell_first(row, by=coordinator, on=ACCEPTED, audience=audience, how="By letter.")
    return row


def with_government() -> Review:
    """Sent on 17 February 2025 for publication on 3 March."""
    row = ready_to_send()
    with at(SENT):
        services.send_to_government(row, by=people()[0], on=SENT, planned_publication_on=FIRST_DAY)
    return row


def in_public() -> Review:
    """Published on 3 March 2025: it may come down from 26 May."""
    row = with_government()
    with at(FIRST_DAY):
        services.publish(row, by=people()[0], on=FIRST_DAY, address="https://be.example.wales/1")
    return row


BEGINNINGS = {
    "published": in_public,
    "sent": with_government,
    "checked": ready_to_send,
    "with_texts": texts_ready,
    "review": accepted,
}


@pytest.fixture
def db(request, database_with, django_db_blocker):
    """The database in which what the test asks for stands already."""
    build = next(BEGINNINGS[each] for each in BEGINNINGS if each in request.fixturenames)
    name = database_with(f"library_{build.__name__}", build)
    with django_db_blocker.unblock(), rolled_back(name):
        yield


@pytest.fixture
def review(db, on_day):
    """As far along as the test asks, by the fixtures below."""
    on_day(ACCEPTED)
    return Review.objects.get()


@pytest.fixture
def with_texts(review):
    return review


@pytest.fixture
def checked(review):
    return review


@pytest.fixture
def sent(review, on_day):
    on_day(SENT)
    return review


@pytest.fixture
def published(review, on_day):
    on_day(FIRST_DAY)
    return review
