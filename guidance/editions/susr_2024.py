"""The Single Unified Safeguarding Review. Its time limits were found in no text we could read, so
none stands here: a limit is added with its citation, never from memory."""

import datetime as dt

from guidance.edition import Criterion, Edition, Part, Term
from guidance.editions import cpr_2016
from guidance.limit import Standing
from guidance.words import noop

OVERVIEW = noop("Welsh Government, overview of the Single Unified Safeguarding Review")

EDITION = Edition(
    code="SUSR-2024",
    label=noop("Single Unified Safeguarding Review guidance 2024"),
    from_on=dt.date(2024, 10, 1),
    until_on=None,
    note=noop(
        "No time limit is known here: the text of this guidance was not at hand. None is invented"
        " in its place; a board's own targets fill the gap."
    ),
    terms={
        Term.REVIEW: noop("Single Unified Safeguarding Review"),
        Term.SUBGROUP: noop("Case Review Group"),
        Term.COORDINATOR: noop("Business Unit"),
        Term.CONTACT: noop("Co-ordination Hub"),
        Term.REPORT: noop("Single Unified Safeguarding Review report"),
    },
    criteria=(
        *cpr_2016.CRITERIA,
        *(
            Criterion(code, Part.ALSO, sentence, OVERVIEW, Standing.SECOND_HAND)
            for code, sentence in (
                (
                    "adult_practice_review",
                    noop("The criteria of an adult practice review are met."),
                ),
                (
                    "domestic_homicide_review",
                    noop("The criteria of a domestic homicide review are met."),
                ),
                (
                    "mental_health_homicide_review",
                    noop("The criteria of a mental health homicide review are met."),
                ),
                (
                    "offensive_weapons_homicide_review",
                    noop("The criteria of an offensive weapons homicide review are met."),
                ),
            )
        ),
    ),
    limits=(),
)
