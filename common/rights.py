"""What a person may do, as a vocabulary. Each room that needs one declares its own."""

from enum import Enum
from typing import Self

from django.utils.functional import Promise


class Right(str, Enum):
    """A permission with the sentence that says what it allows.

    It is not a Django Permission and has no row, so nobody can be granted it globally: it follows
    from an office or an appointment, or not at all.
    """

    sentence: Promise | str

    def __new__(cls, value: str, sentence: Promise | str) -> Self:
        right = str.__new__(cls, value)
        right._value_ = value
        right.sentence = sentence
        return right

    def __str__(self) -> str:
        return str(self.value)
