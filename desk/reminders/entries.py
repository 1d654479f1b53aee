"""The lines of a digest as they are written, in the language of the moment: by review, what is due
and when, and what follows if it stays late. References and days only."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from boards.words import in_words_of
from common.distance import since, until
from common.outbox.words import absolute
from deadlines.reminding import Open
from desk.models import DigestLine, LineKind
from desk.reminders.words import label_of
from guidance.editions import edition
from guidance.reminders import next_up
from guidance.waits import BY_KEY as WAITS
from reviews.models import Review


def day_of(day: dt.date) -> str:
    return date_format(day, "j F Y")


@dataclass(frozen=True)
class Entry:
    """One matter for one person. `number` of them, where several say the same."""

    line: DigestLine
    matter: Open
    link: str
    goes_on: dt.date | None
    today: dt.date
    number: int = 1

    @property
    def same(self) -> tuple[Any, ...]:
        """What no reader could tell apart."""
        due_on = self.matter.due_on
        return (self.line.review_id, self.matter.limit, self.line.kind, due_on, self.link)

    @property
    def label(self) -> str:
        """What it is about, and how many of them."""
        label = label_of(self.line.reminder.timetable, self.matter.limit)
        return said(label, _("Number:"), self.number) if self.number > 1 else label

    @property
    def asked(self) -> str:
        """What is asked, where it is more than a reminder."""
        is_plain = self.line.kind == LineKind.REMIND
        return "" if is_plain else str(self.line.get_kind_display())

    @property
    def when(self) -> str:
        """The day and how far it is; of what is waited for, since when; of a first day, that."""
        day, key = self.matter.due_on, self.matter.limit
        wait = WAITS.get(key)
        if wait and not wait.is_set:
            return said(_("Waiting since:"), day_of(day), f"({since(day, self.today)})")
        limit = edition(self.line.reminder.timetable.edition).limit(key)
        if limit and limit.is_earliest:
            return said(_("Allowed from:"), day_of(day))
        return said(_("Day set:"), day_of(day), f"({until(day, self.today)})")

    @property
    def follows(self) -> str:
        """What going late means: when it goes up, and to whom; '' where it goes no further."""
        if self.line.kind == LineKind.GOING_UP:
            return said(_("Goes up on:"), day_of(self.goes_on)) if self.goes_on else ""
        matter = self.matter
        later = dt.timedelta(days=self.line.reminder.days_later)
        up = next_up(matter.limit, matter.anchor_on, matter.due_on, self.today - later)
        if up is None:
            return ""
        step, day = up[0], up[1] + later
        whom = f"({_(step.whom.label)})"
        return said(_("If it is still open, it goes up after:"), day_of(day), whom)

    @property
    def ask(self) -> str:
        """What is asked of whoever has no page of the case."""
        if self.link or self.line.kind != LineKind.ESCALATE:
            return ""
        return _("Please see that your agency answers. The co-ordinator can tell you more.")

    def __str__(self) -> str:
        lines = [self.label, self.asked, self.when, self.follows, self.ask]
        words = in_words_of(self.line.review.board, "\n".join(filter(None, lines)))
        return "\n".join((words, absolute(self.link))) if self.link else words


def said(*words: Any) -> str:
    return " ".join(str(word) for word in words)


@dataclass
class OfCase:
    """The entries of one review."""

    review: Review
    entries: list[Entry] = field(default_factory=list)

    @property
    def reference(self) -> str:
        return str(self.review.reference)


def by_case(entries: Iterable[Entry]) -> list[OfCase]:
    """The reviews in the order of the entries, what is due first standing first in each. What
    reads the same (several agencies with one day) is one entry with a number."""
    alike: dict[tuple[Any, ...], list[Entry]] = {}
    for entry in entries:
        alike.setdefault(entry.same, []).append(entry)
    found: dict[int, OfCase] = {}
    for rows in alike.values():
        first = rows[0]
        of = found.setdefault(first.line.review_id, OfCase(first.line.review))
        of.entries.append(replace(first, number=len(rows)))
    for of in found.values():
        of.entries.sort(key=lambda entry: entry.matter.due_on)
    return list(found.values())
