import datetime as dt

import pytest

from reports.services import save_draft, sign_statement
from reviews.capacities import Capacity
from tests.commissioned import commissioned, fresh

WRITTEN = dt.date(2026, 2, 9)
AGREED = dt.date(2026, 2, 16)
ACCEPTED = dt.date(2026, 2, 23)
WHY = "The event was held before this system."


def texts(**said):
    empty = dict.fromkeys(
        (
            f"{part}_{lang}"
            for part in ("outline", "learning", "conclusions")
            for lang in ("en", "cy")
        ),
        "",
    )
    return empty | said


@pytest.fixture
def review(
    board, agency, coordinator, subgroup_chair, board_chair, panel_chair, reviewer, panel_member
):
    """A concise review at the panel stage with its panel chair, reviewer and member."""
    return commissioned(
        board,
        coordinator=coordinator,
        subgroup_chair=subgroup_chair,
        board_chair=board_chair,
        appointments=[
            (panel_chair, Capacity.PANEL_CHAIR, None),
            (reviewer, Capacity.REVIEWER, None),
            (panel_member, Capacity.PANEL_MEMBER, agency),
        ],
    )


@pytest.fixture
def drafted(review, reviewer):
    """With a first draft."""
    save_draft(
        review,
        by=reviewer,
        on=WRITTEN,
        version=0,
        texts=texts(learning_en="We learned to listen.", learning_cy="Dysgom wrando."),
    )
    return fresh(review)


@pytest.fixture
def signed(drafted, reviewer):
    """With the reviewer's statement."""
    sign_statement(
        drafted, by=reviewer, on=WRITTEN, independence="No part in it.", qualification="Trained."
    )
    return fresh(drafted)
