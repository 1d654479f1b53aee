"""What a form on paper is made of. PDF and Word are both made from these, so they say the same."""

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass


@dataclass(frozen=True)
class Block:
    """One piece of the form. `shape` tells the two makers how it is drawn."""

    @property
    def shape(self) -> str:
        return type(self).__name__.lower()


@dataclass(frozen=True)
class Heading(Block):
    text: str
    level: int = 2
    on_new_page: bool = False


@dataclass(frozen=True)
class Words(Block):
    """Text that somebody wrote, under its label. Where there is none the paper says so, or, where
    it need not have been written, leaves the box blank."""

    label: str
    text: str
    may_be_blank: bool = False


@dataclass(frozen=True)
class Note(Block):
    """Small print of the form itself."""

    text: str


@dataclass(frozen=True)
class Points(Block):
    """The form's own numbered or plain points."""

    points: Sequence[str]
    numbered: bool = False


@dataclass(frozen=True)
class Box:
    """One box of the form, ticked or not."""

    label: str
    ticked: bool


@dataclass(frozen=True)
class Boxes(Block):
    label: str
    boxes: Sequence[Box]


@dataclass(frozen=True)
class Facts(Block):
    """Two columns: what is asked, and the answer ('' stays blank, as on paper)."""

    caption: str
    rows: Sequence[tuple[str, str]]


@dataclass(frozen=True)
class Grid(Block):
    """A table with a row of headings; the first cell of each row names it."""

    caption: str
    head: Sequence[str]
    rows: Sequence[Sequence[str]]


@dataclass(frozen=True)
class Form:
    """The whole paper in one language."""

    title: str
    letterhead: str
    blocks: Sequence[Block]

    @property
    def checksum(self) -> str:
        """The same for PDF and Word of one language; another as soon as a word differs."""
        said = json.dumps(asdict(self), sort_keys=True, ensure_ascii=False).encode()
        return hashlib.sha256(said).hexdigest()

    def text(self) -> Iterator[str]:
        """Every string of it, for whoever compares."""
        yield from _strings(asdict(self))


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from _strings(each)
    elif isinstance(value, (list, tuple)):
        for each in value:
            yield from _strings(each)
