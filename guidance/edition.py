"""What an edition of the guidance is. A review keeps the edition it began under."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from guidance.limit import Limit, Standing
from guidance.words import Worded, noop


class Part(Worded):
    """Which part of the criteria a criterion belongs to."""

    GATE = "gate", noop("Abuse or neglect")
    OUTCOME = "outcome", noop("What happened to the child")
    EXTENDED = "extended", noop("Extended review")
    ALSO = "also", noop("Criteria of another review")


class Term(Worded):
    """A word of the process that differs between editions."""

    REVIEW = "review", noop("Review")
    SUBGROUP = "subgroup", noop("Group that recommends")
    COORDINATOR = "coordinator", noop("Office that co-ordinates")
    CONTACT = "contact", noop("Contact in Welsh Government")
    REPORT = "report", noop("Report")


@dataclass(frozen=True)
class Criterion:
    """One criterion for holding a review."""

    code: str
    part: Part
    sentence: str
    citation: str
    standing: Standing


@dataclass(frozen=True)
class Edition:
    """One edition: from when it held, its words, its criteria and its limits."""

    code: str
    label: str
    from_on: dt.date | None
    until_on: dt.date | None
    note: str
    terms: Mapping[Term, str]
    criteria: tuple[Criterion, ...]
    limits: tuple[Limit, ...]
    offered: bool = True
    superseded_from: dt.date | None = None
    superseded_why: str = ""
    _by_key: dict[str, Limit] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        by_key = {limit.key: limit for limit in self.limits}
        if len(by_key) != len(self.limits):
            raise ValueError(f"{self.code} has two limits of one key.")
        object.__setattr__(self, "_by_key", by_key)

    @property
    def knows_time(self) -> bool:
        """Whether any of its time limits is known here."""
        return any(limit.is_deadline or limit.is_earliest for limit in self.limits)

    def limit(self, key: str) -> Limit | None:
        """The rule of that key, or None: an edition need not have it."""
        return self._by_key.get(key)

    def is_superseded(self, on: dt.date) -> bool:
        """Whether a review that commences on that day should run under a later regime."""
        return self.superseded_from is not None and on >= self.superseded_from

    def limits_for(self, kind: str) -> tuple[Limit, ...]:
        """The rules for a review of that kind."""
        return tuple(limit for limit in self.limits if limit.applies(kind))
