"""The lines of a digest as they are written, in the language of the moment: by review, what is due
and when, and what follows if it stays late. References and days only."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field

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
    """One matter for one person."""

    line: DigestLine
    matter: Open
    link: str
    goes_on: dt.date | None
    today: dt.date

    @property
    def label(self) -> str:
        return label_of(self.line.reminder.timetable, self.matter.limit)

    @property
    def when(self) -> str:
        """The day and how far it is; of what is waited for, since when; of a first day, that."""
        day, key = self.matter.due_on, self.matter.limit
        wait = WAITS.get(key)
        if wait and not wait.is_set:
            return f"{_('Waiting since:')} {day_of(day)} ({since(day, self.today)})"
        limit = edition(self.line.reminder.timetable.edition).limit(key)
        if limit and limit.is_earliest:
            return f"{_('Allowed from:')} {day_of(day)}"
        return f"{_('Day set:')} {day_of(day)} ({until(day, self.today)})"

    @property
    def follows(self) -> str:
        """What going late means: when it goes up, and to whom; '' where it goes no further."""
        if self.line.kind == LineKind.GOING_UP:
            return f"{_('Goes up on:')} {day_of(self.goes_on)}" if self.goes_on else ""
        up = next_up(self.matter.limit, self.matter.anchor_on, self.matter.due_on, self.today)
        if up is None:
            return ""
        step, day = up
        return f"{_('If it is still open, it goes up on:')} {day_of(day)} ({_(step.whom.label)})"

    @property
    def asks(self) -> str:
        """What is asked of whoever has no page of the case."""
        if self.link or self.line.kind != LineKind.ESCALATE:
            return ""
        return _("Please see that your agency answers. The co-ordinator can tell you more.")

    def __str__(self) -> str:
        said = [f"{self.line.get_kind_display()}: {self.label}", self.when, self.follows, self.asks]
        words = in_words_of(self.line.review.board, "\n".join(filter(None, said)))
        return f"{words}\n{absolute(self.link)}" if self.link else words


@dataclass
class OfCase:
    """The entries of one review."""

    review: Review
    entries: list[Entry] = field(default_factory=list)

    @property
    def reference(self) -> str:
        return str(self.review.reference)


def by_case(entries: Iterable[Entry]) -> list[OfCase]:
    """The reviews in the order of the entries, what is due first standing first in each."""
    found: dict[int, OfCase] = {}
    for entry in entries:
        of = found.setdefault(entry.line.review_id, OfCase(entry.line.review))
        of.entries.append(entry)
    for of in found.values():
        of.entries.sort(key=lambda entry: entry.matter.due_on)
    return list(found.values())
