"""A board's own words, where a page, a message or the history speaks of an office or a group."""

import re
from collections.abc import Collection, Mapping
from typing import Any

from boards.models import SUBGROUP, TERMS, Board, Office, Wording
from common.bilingual import is_welsh
from common.deeds import Sentence

STANDARD: dict[str, Sentence] = dict(TERMS)
# What our own sentences call them; only these words are exchanged, and only after "the".
IN_ENGLISH = {SUBGROUP: "sub-group", Office.COORDINATOR: "co-ordinator"}
IN_WELSH = {SUBGROUP: "is-grŵp", Office.COORDINATOR: "cydlynydd"}
VOWELS = tuple("aâeêiîoôuûwŵyŷh")


def words_of(board: Board) -> Mapping[str, Wording]:
    """The board's own words, loaded once for as long as the instance lives."""
    kept: dict[str, Wording] | None = board.__dict__.get("_wordings")
    if kept is None:
        kept = board.__dict__["_wordings"] = {row.term: row for row in board.wordings.all()}
    return kept


def office_name(board: Board | None, term: str) -> str:
    """What the board calls an office or group, in the reader's language; else the usual word."""
    own = words_of(board).get(term) if board else None
    return str(own.word) if own else str(STANDARD.get(term, ""))


def in_words_of(board: Board | None, sentence: Any) -> str:
    """A sentence of ours with the board's own words for its sub-group and its co-ordinator."""
    return exchanged(words_of(board) if board else {}, sentence)


class Vocabulary:
    """The words of several boards, loaded in one query: for a list of many reviews."""

    def __init__(self, boards: Collection[int]) -> None:
        self._own: dict[int, dict[str, Wording]] = {}
        for row in Wording.objects.filter(board__in=boards):
            self._own.setdefault(row.board_id, {})[row.term] = row

    def say(self, board: int, sentence: Any) -> str:
        return exchanged(self._own.get(board, {}), sentence)


def exchanged(own: Mapping[str, Wording], sentence: Any) -> str:
    """Only the plain word after the article is exchanged: a Welsh word that has mutated stays."""
    text = str(sentence)
    for term, row in own.items():
        if is_welsh():
            if term in IN_WELSH:
                text = _in_welsh(text, IN_WELSH[term], row.word_cy)
        elif term in IN_ENGLISH:
            text = re.sub(rf"\b(the|The) {IN_ENGLISH[term]}\b", rf"\1 {_quoted(row.word_en)}", text)
    return text


def _quoted(word: str) -> str:
    return word.replace("\\", "\\\\")


def _in_welsh(text: str, ours: str, theirs: str) -> str:
    """The article before it follows the first letter: yr before a vowel or h, y before others."""
    article = "yr" if theirs.lower().startswith(VOWELS) else "y"

    def exchange(found: re.Match[str]) -> str:
        before = found[1]
        if before.lower() in ("y", "yr"):
            before = article.capitalize() if before[0] == "Y" else article
        return f"{before}{found[2]}{theirs}"

    return re.sub(
        rf"\b([Yy]r?|\w*['\N{{RIGHT SINGLE QUOTATION MARK}}]r)(\s){ours}\b", exchange, text
    )
