"""References: shown BE 3/2024, in addresses be-3-2024, and found however they are written."""

import re
from typing import NamedTuple

WRITTEN = re.compile(r"^\s*([A-Za-z]{1,12})?[\s_/-]*(\d{1,4})[\s_/-]+(\d{4})\s*$")


class Reference(NamedTuple):
    """The board's prefix ('' where it was left out), the number in its year, the year."""

    prefix: str
    number: int
    year: int

    @property
    def slug(self) -> str:
        return f"{self.prefix.lower()}-{self.number}-{self.year}"

    def __str__(self) -> str:
        return f"{self.prefix} {self.number}/{self.year}"


def parse(written: str) -> Reference | None:
    """Read `BE 3/2024`, `be-3-2024`, `6-2021`, `06 2021`; None if it is no reference."""
    found = WRITTEN.match(written)
    if not found:
        return None
    prefix, number, year = found.groups()
    return Reference((prefix or "").upper(), int(number), int(year))


class ReferenceConverter:
    """The path converter: forgives the variants; open_case redirects to the one true slug."""

    regex = r"[A-Za-z]{1,12}[ _-]?[0-9]{1,4}[ _-][0-9]{4}"

    def to_python(self, value: str) -> Reference:
        reference = parse(value)
        if reference is None:
            raise ValueError(value)
        return reference

    def to_url(self, value: Reference | str) -> str:
        return value.slug if isinstance(value, Reference) else str(value)
