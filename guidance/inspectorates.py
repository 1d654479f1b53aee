"""The inspectorates to which Welsh Government may pass a notice (Annex 2, last part).

The form of 2011 names five. Two have another name since, which is known second-hand, and from
which day on is not known here: so both names stand, today's first and the form's beside it.
"""

from dataclasses import dataclass

from guidance.words import noop


@dataclass(frozen=True)
class Inspectorate:
    """One inspectorate; `code` stays when its name changes."""

    code: str
    label: str


INSPECTORATES = (
    Inspectorate("care", noop("Care Inspectorate Wales (CIW); on the form: CSSIW")),
    Inspectorate("education", noop("Estyn")),
    Inspectorate("health", noop("Healthcare Inspectorate Wales (HIW)")),
    Inspectorate(
        "police",
        noop(
            "HM Inspectorate of Constabulary and Fire & Rescue Services (HMICFRS); on the form:"
            " HMI Constabulary"
        ),
    ),
    Inspectorate("probation", noop("HM Inspectorate of Probation")),
)
CODES = tuple(each.code for each in INSPECTORATES)
