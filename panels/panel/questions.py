"""The questions of the terms, typed one a line, and the numbered rows that they become."""

import re
from collections.abc import Iterable, Iterator

from guidance.terms import CORE_QUESTIONS
from panels.models import Asks, TermsOfReference, TermsQuestion, TermsWording
from reviews.models import Review

_NUMBERED = re.compile(r"([0-9]{1,4})\s*[.)]\s+(.+)")


class NumberedTwice(ValueError):
    """The same number stands before two questions."""

    def __init__(self, number: int) -> None:
        super().__init__(str(number))
        self.number = number


def read(text: str, known: Iterable[int]) -> list[tuple[int, str]]:
    """Each question with its number. A line keeps the number it is given if a question of the
    review has it; any other line is a new question and gets the next. Raises NumberedTwice."""
    old = set(known)
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    found: list[tuple[int, str]] = []
    fresh = max(old, default=0)
    for line in lines:
        match = _NUMBERED.fullmatch(line)
        number, words = (int(match[1]), match[2]) if match else (0, line)
        if number not in old:
            fresh += 1
            number = fresh
        if number in {each for each, _words in found}:
            raise NumberedTwice(number)
        found.append((number, words))
    return sorted(found)


def numbers(review: Review, asks: str) -> list[int]:
    """The numbers that the review's questions of a kind have had so far."""
    rows = TermsQuestion.objects.filter(review=review, asks=asks)
    return list(rows.values_list("number", flat=True))


def word(terms: TermsOfReference, asks: str, questions: Iterable[tuple[int, str]]) -> None:
    """Write how this version words the questions of a kind; a core question by its code."""
    known = {
        row.number: row for row in TermsQuestion.objects.filter(review=terms.review, asks=asks)
    }
    for number, words in questions:
        row = known.get(number) or TermsQuestion.objects.create(
            review=terms.review, asks=asks, number=number
        )
        said = {"core": words} if asks == Asks.CORE else {"written": words}
        TermsWording.objects.create(terms=terms, question=row, **said)


def core() -> Iterator[tuple[int, str]]:
    """The core questions of an extended review, each by its number and code."""
    return ((item.number, item.code) for item in CORE_QUESTIONS)
