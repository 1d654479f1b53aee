"""Two versions of a text compared: paragraphs first, then the words of those that changed."""

import difflib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

WORDS = re.compile(r"\S+\s*|\s+")


@dataclass(frozen=True)
class Run:
    """A stretch of text; `change` is '' where both have it, else ins or del."""

    change: str
    text: str


def compare(old: str, new: str) -> list[Run]:
    """The new text with what was added and what was taken out, in reading order."""
    before, after = old.splitlines(keepends=True), new.splitlines(keepends=True)
    runs: list[Run] = []
    for change, left, right in _steps(before, after):
        if change == "replace":
            # Words are compared only inside changed paragraphs, so that long reports stay quick.
            steps = _steps(WORDS.findall("".join(left)), WORDS.findall("".join(right)))
        else:
            steps = iter([(change, left, right)])
        for each, gone, come in steps:
            if each == "equal":
                runs.append(Run("", "".join(come)))
                continue
            if gone:
                runs.append(Run("del", "".join(gone)))
            if come:
                runs.append(Run("ins", "".join(come)))
    return runs


def _steps(
    old: Sequence[str], new: Sequence[str]
) -> Iterator[tuple[str, Sequence[str], Sequence[str]]]:
    matcher = difflib.SequenceMatcher(None, old, new)
    for change, i, j, k, m in matcher.get_opcodes():
        yield change, old[i:j], new[k:m]


def differs(runs: Sequence[Run]) -> bool:
    return any(run.change for run in runs)
