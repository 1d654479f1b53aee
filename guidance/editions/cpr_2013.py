"""The guidance of 2013, under the amended Local Safeguarding Children Boards Regulations.

Its text was not at hand. The numbers are taken over from 2016: as far as seen they are the same.
"""

import datetime as dt
from dataclasses import replace

from guidance.edition import Edition
from guidance.editions import cpr_2016
from guidance.limit import Standing
from guidance.words import noop

SUMMARY = noop("Guidance (2013), as summarised by Cordis Bright (2015); numbers as in 2016")
NOT_YET_LAW = {
    "board_votes_by_simple_majority",
    "board_evaluates_participation",
    "board_minutes_evidence_and_dissent",
    "board_annual_report",
}

LIMITS = tuple(
    limit
    if limit.standing is Standing.ASSUMED
    else replace(limit, citation=SUMMARY, standing=Standing.SECOND_HAND)
    for limit in cpr_2016.LIMITS
    if limit.key not in NOT_YET_LAW
)

EDITION = Edition(
    code="CPR-2013",
    label=noop("Child practice review guidance 2013"),
    from_on=dt.date(2013, 1, 1),
    until_on=dt.date(2016, 4, 5),
    note=noop("The text was not at hand; the numbers are those of 2016."),
    terms=cpr_2016.TERMS,
    criteria=tuple(
        replace(criterion, citation=SUMMARY, standing=Standing.SECOND_HAND)
        for criterion in cpr_2016.CRITERIA
    ),
    limits=LIMITS,
    superseded_from=cpr_2016.SUPERSEDED_FROM,
    superseded_why=cpr_2016.SUPERSEDED_WHY,
)
