"""What a reader asks of the running deadlines: which of them, and in which order.

It is written in the address, and as numbers in the request for a paper.
"""

import re
import zlib
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any
from urllib.parse import urlencode

from django.utils.translation import gettext_lazy as _

from common.deeds import Sentence
from guidance.causes import Cause
from reviews.journey import RUNNING

WHEN: dict[str, Sentence] = {
    "": _("All"),
    "late": _("Late"),
    "soon": _("Due in the next four weeks"),
}
ORDERS: dict[str, Sentence] = {
    "": _("The most urgent first"),
    "reference": _("By reference"),
    "stage": _("By stage"),
    "rule": _("By rule"),
}
RULE = re.compile(r"[a-z0-9_.\-]{1,60}")
HELD, NO_CAUSE = "held", "none"
CAUSES = (*Cause, HELD, NO_CAUSE)


@dataclass(frozen=True)
class Asked:
    """Which deadlines, in which order. '' leaves everything."""

    when: str = ""
    rule: str = ""
    stage: str = ""
    cause: str = ""
    board: str = ""
    order: str = ""

    @property
    def query(self) -> str:
        """As it stands in an address, without what leaves everything."""
        return urlencode({name: value for name, value in self.words().items() if value})

    @property
    def query_and(self) -> str:
        """The same, to be followed by a page's number."""
        return f"{self.query}&" if self.query else ""

    @property
    def narrows(self) -> bool:
        return bool(replace(self, order="").query)

    def words(self) -> dict[str, str]:
        return {field.name: getattr(self, field.name) for field in fields(self)}

    def but(self, **changed: str) -> str:
        """The address of the same with something else."""
        return f"?{replace(self, **changed).query}"

    def numbers(self) -> dict[str, int]:
        """For the request of a paper, which holds numbers only."""
        words = self.words()
        known = {name: table.index(words[name]) for name, table in tables().items()}
        return known | {"rule": number_of(self.rule)}


def tables() -> dict[str, tuple[str, ...]]:
    """What may be asked, in a fixed order. Rules go by their own keys, boards by their codes."""
    return {
        "when": tuple(WHEN),
        "stage": ("", *RUNNING),
        "cause": ("", *CAUSES),
        "order": tuple(ORDERS),
    }


def number_of(rule: str) -> int:
    return zlib.crc32(rule.encode()) if rule else 0


def asked_in(said: Mapping[str, Any], boards: Collection[str]) -> Asked:
    """What an address asks. What is not known asks nothing."""
    known: dict[str, Collection[str]] = {**tables(), "board": boards}
    found = {name: str(said.get(name, "")) for name in known}
    rule = str(said.get("rule", ""))
    return Asked(
        rule=rule if RULE.fullmatch(rule) else "",
        **{name: value for name, value in found.items() if value in known[name]},
    )


def asked_by(numbers: Mapping[str, int], board: str, rules: Iterable[str]) -> Asked:
    """What the request of a paper asks, of the rules that occur."""
    found = {name: table[numbers[name]] for name, table in tables().items()}
    by_number = {number_of(rule): rule for rule in rules}
    return Asked(board=board, rule=by_number.get(numbers["rule"], ""), **found)
