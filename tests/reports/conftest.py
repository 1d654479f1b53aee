"""A concise review at the panel stage, and its report drafted and signed."""

import datetime as dt

import pytest

from action_plans.models import Plan
from reports.models import SECTIONS
from reports.services import save_draft, sign_statement
from reviews.children.services import record_voice
from reviews.journey import Stage
from reviews.models import Review, Voice

WRITTEN = dt.date(2026, 2, 9)
AGREED = dt.date(2026, 2, 16)
ACCEPTED = dt.date(2026, 2, 23)
WHY = "The event was held before this system."


def texts(**said):
    return {f"{part}_{lang}": "" for part in SECTIONS for lang in ("en", "cy")} | said


def fresh(review):
    return Review.objects.select_related("board", "timetable").get(pk=review.pk)


@pytest.fixture
def role(world):
    """The account of somebody in the world, by role."""
    return world.user


@pytest.fixture
def review(world, role):
    """Each child's voice is answered, which the Board's acceptance asks for."""
    review = world.review_at(Stage.PANEL)
    for child in review.subjects.filter(voice=Voice.NOT_YET):
        record_voice(
            review,
            by=role("coordinator"),
            on=WRITTEN,
            child=child,
            voice=Voice.SPOKEN_TO,
            lived_experience="In part two.",
        )
    return fresh(review)


def outlined(review):
    """What the learning comes to, in outline."""
    outline = {"outline": "What the learning comes to.", "outline_on": WRITTEN}
    Plan.objects.update_or_create(review=review, defaults=outline)


def save(review, by, version, on=WRITTEN, **said):
    """A draft on top of a version."""
    return save_draft(review, by=by, on=on, version=version, texts=texts(**said))


@pytest.fixture
def drafted(review, role):
    """With a first draft."""
    save_draft(
        review,
        by=role("reviewer"),
        on=WRITTEN,
        version=0,
        texts=texts(learning_en="We learned to listen.", learning_cy="Dysgom wrando."),
    )
    return fresh(review)


@pytest.fixture
def signed(drafted, role):
    """With the statements of both reviewers."""
    for reviewer in ("reviewer", "reviewer-two"):
        sign_statement(
            drafted,
            by=role(reviewer),
            on=WRITTEN,
            independence="No part in it.",
            qualification="Trained.",
        )
    return fresh(drafted)
