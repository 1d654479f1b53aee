"""Two versions of a text compared: paragraphs first, then the words of those that changed."""

import difflib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

PARAGRAPHS = re.compile(r"[^\n]+\n*|\n+")
WORDS = re.compile(r"\S+\s*|\s+")
TOO_MANY = 4_000_000


@dataclass(frozen=True)
class Run:
    """A stretch of text; `change` is '' where both have it, else ins or del."""

    change: str
    text: str


def compare(old: str, new: str) -> list[Run]:
    """The new text with what was added and what was taken out, in reading order."""
    runs: list[Run] = []
    for change, left, right in _steps(_paragraphs(old), _paragraphs(new)):
        if change == "equal":
            runs.append(Run("", "".join(right)))
        elif len(left) == len(right):
            for before, after in zip(left, right, strict=True):
                runs.extend(_words(before, after))
        else:
            runs.extend(_words("".join(left), "".join(right)))
    return runs


def _paragraphs(text: str) -> list[str]:
    """Each with the empty lines after it, so that those do not count as text in common."""
    return PARAGRAPHS.findall(text)


def _words(old: str, new: str) -> Iterator[Run]:
    before, after = WORDS.findall(old), WORDS.findall(new)
    if len(before) * len(after) > TOO_MANY:
        before, after = [old], [new]  # a page is not kept waiting for a finer comparison
    for change, gone, come in _steps(before, after):
        if change == "equal":
            yield Run("", "".join(come))
            continue
        if gone:
            yield Run("del", "".join(gone))
        if come:
            yield Run("ins", "".join(come))


def _steps(
    old: Sequence[str], new: Sequence[str]
) -> Iterator[tuple[str, Sequence[str], Sequence[str]]]:
    matcher = difflib.SequenceMatcher(None, old, new)
    for change, i, j, k, m in matcher.get_opcodes():
        yield change, old[i:j], new[k:m]


def differs(runs: Sequence[Run]) -> bool:
    return any(run.change for run in runs)
