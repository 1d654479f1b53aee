"""The world is what it says."""

import pytest

from reviews.models import Review, StageChange
from tests.world import stages


@pytest.mark.parametrize("stage, kind", list(stages()))
def test_there_is_a_review_at_every_stage(world, stage, kind):
    review = world.review_at(stage, kind)
    assert review.stage == stage
    assert review.kind in ("", kind)


def test_a_test_leaves_nothing_behind(world):
    assert StageChange.objects.exists()
    StageChange.objects.all().delete()


def test_the_next_test_finds_everything(world):
    assert StageChange.objects.exists()


def test_a_clone_is_ones_own(own_clone):
    before = Review.objects.count()
    StageChange.objects.all().delete()
    assert Review.objects.count() == before


def test_and_thrown_away(own_clone):
    assert StageChange.objects.exists()
