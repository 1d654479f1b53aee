"""The panel's people and steps, and a review whose timelines are released."""

import pytest

from panels.timelines.services import release_timelines
from tests.panels.conftest import (  # noqa: F401 # fixtures, by their names
    TODAY,
    asked,
    db,
    fresh,
    panel,
    police,
    police_author,
    review,
)


@pytest.fixture
def released(asked, panel_chair):  # noqa: F811 # pytest's way of asking for a fixture
    release_timelines(asked, by=panel_chair, on=TODAY, reason="They follow.")
    return fresh(asked)
