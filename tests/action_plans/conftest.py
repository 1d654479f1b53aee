"""A plan of one action; the same finalised after the Board accepted the report."""

import datetime as dt

import pytest

from action_plans.models import Action
from action_plans.plan.services import add_action, finalise, write_outline
from deadlines import services as deadlines
from guidance.milestones import Milestone
from reviews.journey import Stage
from reviews.models import Review

PLANNED = dt.date(2026, 2, 9)
ACCEPTED = dt.date(2026, 2, 16)
FINAL = dt.date(2026, 2, 20)
DONE = dt.date(2026, 2, 25)
DUE = dt.date(2026, 6, 1)
TEXT = "Train every health visitor in professional curiosity."


def fresh(row):
    return type(row).objects.get(pk=row.pk)


@pytest.fixture
def role(world):
    """The account of somebody in the world, by role."""
    return world.user


@pytest.fixture
def review(world):
    return world.review_at(Stage.PANEL)


@pytest.fixture
def facts(role):
    """What an action says."""
    owner = role("action-owner").person
    return {
        "learning_point": "Nobody asked the child.",
        "text": TEXT,
        "agency": owner.memberships.first().agency,
        "owner": owner,
        "due_on": DUE,
        "intended_outcome": "Children are heard.",
        "measure": "An audit of twenty records.",
    }


@pytest.fixture
def planned(review, role, facts):
    """An outline and one action."""
    write_outline(review, by=role("panel-chair"), on=PLANNED, version=0, outline="Train and audit.")
    add_action(review, by=role("panel-member"), on=PLANNED, facts=facts)
    return fresh(review)


@pytest.fixture
def followed(planned):
    """The Board has accepted the report; that room has tests of its own."""
    planned.release_timelines()
    planned.hold_event()
    planned.agree_report()
    planned.accept_report()
    planned.stage_since = ACCEPTED
    planned.save()
    deadlines.reach(planned.timetable, Milestone.REPORT_ACCEPTED, ACCEPTED)
    return Review.objects.select_related("board", "timetable").get(pk=planned.pk)


@pytest.fixture
def final(followed, role):
    """The plan is finalised: its owners have their actions."""
    finalise(followed, by=role("panel-chair"), on=FINAL)
    return fresh(followed)


@pytest.fixture
def action(final):
    return Action.objects.get(plan=final.pk)
