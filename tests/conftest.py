"""What every test stands on: the cast, a clock that stands still, and the world."""

import gc

import pytest
from django.test import override_settings
from django.utils import translation

from tests.cast import *  # noqa: F403 # the cast's fixtures, by their names
from tests.order import pytest_collection_modifyitems, pytest_sessionstart
from tests.stage import *  # noqa: F403
from tests.world import TODAY

__all__ = ["pytest_collection_modifyitems", "pytest_sessionstart"]


def pytest_collection_finish():
    """What is loaded by now stays until the end: it is not looked through for rubbish again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)


@pytest.fixture(scope="session", autouse=True)
def quick(django_test_environment):
    """The real hasher takes a tenth of a second on purpose (tests/boards/test_passwords asks it);
    and each client of a test would look through all static files."""
    hashers = ["MD5PasswordHasher", "Argon2PasswordHasher"]
    with override_settings(
        PASSWORD_HASHERS=[f"django.contrib.auth.hashers.{each}" for each in hashers],
        WHITENOISE_AUTOREFRESH=True,
    ):
        yield


@pytest.fixture(autouse=True)
def fixed_day(settings):
    """Monday 2 March 2026, everywhere but in the tests of the clock itself."""
    settings.DEMO_TODAY = TODAY


@pytest.fixture(autouse=True)
def own_language(settings):
    """A page read in Welsh by one test leaves nothing behind for the next."""
    translation.activate(settings.LANGUAGE_CODE)
