"""The inspectorates to which Welsh Government may pass a notice (Annex 2, last part).

The form of 2011 names five. Two bear another name since: a notice names them as they were called
on its day. Estyn and the others have kept theirs for as long as there have been such reviews.
"""

import datetime as dt
from dataclasses import dataclass

from guidance.limit import Standing
from guidance.words import noop


@dataclass(frozen=True)
class Inspectorate:
    """One inspectorate under one name; `code` stays when the name changes."""

    code: str
    label: str
    from_on: dt.date | None = None
    until_on: dt.date | None = None
    standing: Standing = Standing.GUIDANCE

    def holds(self, on: dt.date) -> bool:
        return (self.from_on is None or self.from_on <= on) and (
            self.until_on is None or on <= self.until_on
        )


_ALL = (
    Inspectorate(
        "care",
        noop("Care and Social Services Inspectorate Wales (CSSIW)"),
        until_on=dt.date(2018, 1, 14),
    ),
    Inspectorate(
        "care",
        noop("Care Inspectorate Wales (CIW)"),
        from_on=dt.date(2018, 1, 15),
        standing=Standing.SECOND_HAND,
    ),
    Inspectorate("education", noop("Estyn")),
    Inspectorate("health", noop("Healthcare Inspectorate Wales (HIW)")),
    Inspectorate(
        "police", noop("HM Inspectorate of Constabulary (HMIC)"), until_on=dt.date(2017, 7, 18)
    ),
    Inspectorate(
        "police",
        noop("HM Inspectorate of Constabulary and Fire & Rescue Services (HMICFRS)"),
        from_on=dt.date(2017, 7, 19),
        standing=Standing.SECOND_HAND,
    ),
    Inspectorate("probation", noop("HM Inspectorate of Probation")),
)
CODES = tuple(dict.fromkeys(each.code for each in _ALL))


def inspectorates(on: dt.date) -> tuple[Inspectorate, ...]:
    """Those of the form under the names of that day, in the form's order."""
    return tuple(each for each in _ALL if each.holds(on))
