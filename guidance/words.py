"""Marking sentences for translation without Django: they are translated where they are shown."""

from enum import StrEnum
from typing import Self


def noop(text: str) -> str:
    """Mark the text for the catalogue and leave it as it is."""
    return text


class Worded(StrEnum):
    """A code with the English words for it, to be translated where they are shown."""

    label: str

    def __new__(cls, value: str, label: str = "") -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member
