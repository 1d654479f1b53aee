"""The demo boards' registers of reviewers: a few entries as a board would keep them."""

import datetime as dt
from typing import Any

from desk.demo.cast import Cast
from panels.models import Reviewer, Skill, Welsh
from panels.register.services import enter, record_training

BEGAN = dt.date(2021, 1, 11)
ENTRIES: dict[str, dict[str, Any]] = {
    "reviewer": {
        "skills": [Skill.CHILD_PROTECTION, Skill.AGENCIES, Skill.FACILITATION],
        "experience": "Twenty years in children's services. Deaf children and their families.",
        "welsh": Welsh.SOME,
        "employers": "Independent since 2018; before that a local authority in another region.",
        "done_before": 4,
    },
    "reviewer-local": {
        "skills": [Skill.OWN_PROFESSION, Skill.MULTI_DISCIPLINARY, Skill.ADULT_LEARNING],
        "experience": "Health visiting in rural places.",
        "welsh": Welsh.FLUENT,
        "availability": "One review at a time.",
        "employers": "The health board of the region.",
    },
}
TRAINING = "Reviewers' course: facilitating learning events"


def keep_register(cast: Cast) -> None:
    """Enter who is not yet in the board's register."""
    by = cast.user("coordinator")
    for role, facts in ENTRIES.items():
        person = cast.person(role)
        if Reviewer.objects.filter(board=cast.board, person=person).exists():
            continue
        row = enter(cast.board, by=by, on=BEGAN, person=person, facts=facts)
        record_training(row, by=by, on=BEGAN, what=TRAINING, trained_on=dt.date(2020, 10, 5))
