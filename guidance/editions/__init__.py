"""The editions of the guidance, by code. One module an edition."""

from guidance.edition import Edition
from guidance.editions import cpr_2013, cpr_2016, cpr_draft_2012, susr_2024

_EDITIONS = {
    each.code: each
    for each in (
        cpr_draft_2012.EDITION,
        cpr_2013.EDITION,
        cpr_2016.EDITION,
        susr_2024.EDITION,
    )
}
DEFAULT = cpr_2016.EDITION.code


def edition(code: str) -> Edition:
    """The edition of that code; KeyError if there is none."""
    return _EDITIONS[code]


def codes() -> tuple[str, ...]:
    return tuple(_EDITIONS)


def offered() -> tuple[Edition, ...]:
    """The editions a review may begin under."""
    return tuple(each for each in _EDITIONS.values() if each.offered)
