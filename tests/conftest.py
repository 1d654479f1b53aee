"""What every test stands on: the cast, a clock that stands still, and the world."""

import pytest
from django.utils import translation

from tests.cast import *  # noqa: F403 # the cast's fixtures, by their names
from tests.stage import *  # noqa: F403
from tests.world import TODAY


@pytest.fixture(autouse=True)
def fixed_day(settings):
    """Monday 2 March 2026, everywhere but in the tests of the clock itself."""
    settings.DEMO_TODAY = TODAY


@pytest.fixture(autouse=True)
def own_language(settings):
    """A page read in Welsh by one test leaves nothing behind for the next."""
    translation.activate(settings.LANGUAGE_CODE)
