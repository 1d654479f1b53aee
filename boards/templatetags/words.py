"""Saying a thing in the words of a board, and for whom a deputy acted (built in: no {% load %})."""

import datetime as dt
from typing import Any

from django import template

from boards import standing_in, words
from boards.models import Board, Person

register = template.Library()


@register.filter
def in_words_of(sentence: Any, board: Any) -> str:
    """A sentence of ours with the board's words; a page without a board keeps ours."""
    return words.in_words_of(board if isinstance(board, Board) else None, sentence)


@register.simple_tag
def acted_for(board: Board, office: str, person: Person, on: dt.date) -> str:
    """For a page or paper: the holder for whom a deputy acted that day, by name; else ''."""
    return standing_in.acted_for(board.pk, office, person.pk, on)


@register.filter
def office_in(office: str, board: Any) -> str:
    """What the board calls an office."""
    return words.office_name(board if isinstance(board, Board) else None, office)
