"""Choosing a board's own words."""

import datetime as dt
from collections.abc import Mapping

from boards import verbs
from boards.door import deed
from boards.models import Board, User, Wording
from common.deeds import Act


def choose_words(
    board: Board, *, by: User, on: dt.date, words: Mapping[str, tuple[str, str]]
) -> None:
    """Set the board's words, English and Welsh, by term; an empty pair is the usual word again."""
    act = Act(details={str(term): all(pair) for term, pair in words.items()})
    with deed(board, verbs.WORDS_CHOSEN, by=by, on=on, act=act) as board:
        for term, (english, welsh) in words.items():
            if english and welsh:
                Wording.objects.update_or_create(
                    board=board, term=term, defaults={"word_en": english, "word_cy": welsh}
                )
            else:
                Wording.objects.filter(board=board, term=term).delete()
