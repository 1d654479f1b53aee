"""The history of a case as this room tells it: who, in which part."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from typing import Any
from uuid import UUID

from audit import history
from audit.history import Day, Line, Show
from boards.models import Board, Hold, Office, Person, User
from boards.standing_in import Holders
from boards.words import in_words_of, office_name
from reviews.capacities import Capacity, Participating
from reviews.documents.reading import open_papers
from reviews.models import Correction, Departure, Provenance, Review

DEPUTY = f".{Hold.DEPUTY}"
LABELS = dict(Office.choices) | dict(Capacity.choices) | dict(Participating.choices)


def capacity_label(code: str, board: Board | None = None) -> str:
    """`board_chair.deputy` in the reader's language, and in the words of the board."""
    name, _dot, hold = code.partition(".")
    label = office_name(board, name) or str(LABELS.get(name, ""))
    return f"{label} ({Hold(hold).label})" if hold and label else label


def capacities(board: Board | None = None) -> dict[str, str]:
    """Every code the ledger may hold, labelled in the reader's language and the board's words."""
    held = (*Office.values, *Participating.values)
    codes = [*LABELS, *(f"{code}.{Hold.DEPUTY}" for code in held)]
    return {code: capacity_label(code, board) for code in codes}


def users(ids: Collection[int]) -> Mapping[int, str]:
    found = User.objects.filter(pk__in=ids).select_related("person")
    return {user.pk: user.person.name if hasattr(user, "person") else user.email for user in found}


def persons(ids: Collection[int]) -> Mapping[int, str]:
    return dict(Person.objects.filter(pk__in=ids).values_list("pk", "name"))


def reasons_of(review: Review) -> Mapping[UUID, str]:
    """Why what was out of the usual order went ahead, by its act in the ledger."""
    corrected = Correction.objects.filter(review=review).values_list("act", "reason")
    departed = Departure.objects.filter(review=review).values_list("act", "reason")
    return dict([*corrected, *departed])


def sources_of(review: Review) -> Mapping[UUID, Provenance]:
    """How what was recorded later or for another is known, and whether it was confirmed."""
    found = Provenance.objects.filter(review=review).select_related("confirmation", "paper")
    return {row.act: row for row in found}


def known_by(review: Review, user: Any) -> dict[str, Any]:
    """How each act is known, and the papers whose titles may be shown to this reader."""
    sources = sources_of(review)
    has_papers = any(source.paper_id for source in sources.values())
    return {
        "sources": sources,
        "open_papers": open_papers(user, review) if has_papers else set(),
    }


def days_of(
    review: Review, show: Show = Show.ACTS, at_most: int = 500, readings_by: int | None = None
) -> list[Day]:
    """The review's history, newest day first. `readings_by` leaves those of one user alone."""
    days = history.history(
        review.pk,
        names=users,
        persons=persons,
        show=show,
        capacities=capacities(review.board),
        at_most=at_most,
        readings_by=readings_by,
    )
    holders = holders_for(days)
    return [replace(day, lines=in_its_words(day.lines, review, holders)) for day in days]


def holders_for(days: Iterable[Day]) -> Holders:
    """Loaded only where a deputy acted; one query however long the history."""
    boards = {
        line.entry.board_id
        for day in days
        for line in day.lines
        if line.entry.capacity.endswith(DEPUTY) and line.entry.board_id is not None
    }
    return Holders(boards)


def in_its_words(lines: Iterable[Line], review: Review, holders: Holders) -> list[Line]:
    """The sentences in the board's own words; a deputy's act names the holder of that day."""
    return [
        replace(
            line,
            sentence=in_words_of(review.board, line.sentence),
            acted_for=acted_for(line, holders),
        )
        for line in lines
    ]


def acted_for(line: Line, holders: Holders) -> str:
    office, _dot, hold = line.entry.capacity.partition(".")
    if not hold or line.entry.board_id is None:
        return ""
    return holders.on(line.entry.board_id, office, line.on)
