"""By which rules a board's reviews run: those of the edition, to the end that the board counts to,
and beside them the board's own targets. Loaded once for many reviews."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from deadlines.models import BoardTarget, BoardTime
from deadlines.working_days import OF_WALES, WorkingDays, working_days_of
from guidance.limit import Limit, Unit
from guidance.milestones import Milestone
from guidance.targets import BY_KEY, Target


@dataclass(frozen=True)
class Setting:
    """A target's number from a day on; none: off from that day."""

    from_on: dt.date
    value: int | None
    unit: Unit


@dataclass(frozen=True)
class BoardRules:
    """What one board has set."""

    six_months_end: Milestone | None = None
    settings: Mapping[str, tuple[Setting, ...]] = field(default_factory=dict)
    """By target, its settings, the earliest first."""
    working: WorkingDays = OF_WALES

    @cached_property
    def targets(self) -> tuple[Target, ...]:
        """Those that the board has ever set."""
        return tuple(BY_KEY[key] for key in sorted(self.settings))

    def to_its_end(self, limit: Limit) -> Limit:
        """The limit, to the end that the board counts to."""
        end = self.six_months_end
        return replace(limit, end=end) if end and end in limit.end_choices else limit

    def on(self, key: str, day: dt.date) -> Setting | None:
        """What holds for what begins to count on that day."""
        found = [each for each in self.settings.get(key, ()) if each.from_on <= day]
        return found[-1] if found and found[-1].value is not None else None

    def set_for(self, target: Target, begun: dt.date) -> Limit | None:
        """The target with its number, for what began to count on that day."""
        setting = self.on(target.key, begun)
        return target.set_to(setting.value or 0, setting.unit) if setting else None

    def count(self, limit: Limit, begun: dt.date) -> dt.date:
        """The last day of a limit (or the first one allowed), counted from that day."""
        if limit.unit is Unit.WORKING_DAYS:
            return self.working.add(begun, limit.value)
        return limit.count_from(begun)

    def with_setting(self, key: str, setting: Setting) -> "BoardRules":
        """As if the board had set it so."""
        kept = [each for each in self.settings.get(key, ()) if each.from_on != setting.from_on]
        ordered = sorted([*kept, setting], key=lambda each: each.from_on)
        return replace(self, settings={**self.settings, key: tuple(ordered)})


OF_THE_GUIDANCE = BoardRules()
"""What holds where a board has set nothing."""


def proposed_on(board_id: int, key: str, from_on: dt.date) -> dt.date | None:
    """The day that the board's own target proposes, counted from that day; none where it has set
    no such target."""
    rules = rules_of([board_id])[board_id]
    setting = rules.on(key, from_on)
    if setting is None:
        return None
    counted = replace(BY_KEY[key].rule, value=setting.value or 0, unit=setting.unit)
    return rules.count(counted, from_on)


def rules_of(board_ids: Iterable[int]) -> Mapping[int, BoardRules]:
    """By board, what it has set. Three queries, however many boards."""
    ids = set(board_ids)
    if not ids:
        return {}
    ends = dict(BoardTime.objects.filter(board__in=ids).values_list("board", "six_months_end"))
    settings: defaultdict[int, defaultdict[str, list[Setting]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for row in BoardTarget.objects.filter(board__in=ids).order_by("from_on"):
        settings[row.board_id][row.key].append(Setting(row.from_on, row.value, Unit(row.unit)))
    working = working_days_of(ids)
    return {
        each: BoardRules(
            Milestone(ends[each]) if each in ends else None,
            {key: tuple(found) for key, found in settings[each].items()},
            working[each],
        )
        for each in ids
    }
