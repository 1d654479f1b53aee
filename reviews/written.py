"""The journey and the matrix of permissions as pages of docs/, written from the code itself."""

import inspect
from collections.abc import Callable, Iterable

from django.utils.translation import override

from boards.models import Office
from common.deeds import DEEDS
from reviews.capacities import Capacity, Participating
from reviews.journey import ENDS, OF_THE_RECORD, USUAL, Journey, Stage
from reviews.models import Review
from reviews.permissions import BY_APPOINTMENT, BY_OFFICE, BY_PARTICIPATION, JUDGING, May

MADE = "<!-- Made by manage.py generate_docs. Do not edit. -->"


def journey_page() -> str:
    """The machine as a Mermaid diagram, and each move with its rule and its deed."""
    with override("en-gb"):
        moves = sorted(
            {
                (str(move.source), str(move.target), str(move.name))
                for move in Review().get_all_stage_transitions()
                if move.name not in OF_THE_RECORD
            }
        )
        deeds = {kind.move: kind for kind in DEEDS.values() if kind.move}
        lines = [
            MADE,
            "# Where a review can go",
            "",
            "Every stage and every move. Who may make a move, and what must be there first, is",
            "asked by the door; who may do what is in [permissions.md](permissions.md).",
            "",
            "```mermaid",
            "stateDiagram-v2",
            "    direction LR",
            *(f'    state "{stage.label}" as {stage.value}' for stage in Stage),
            f"    [*] --> {Stage.REFERRAL.value}",
            *(f"    {source} --> {target}: {name}" for source, target, name in moves),
            *(f"    {stage.value} --> [*]" for stage in ENDS),
            "```",
            "",
            "| Move | Rule | Recorded as | From | To | Gate |",
            "| --- | --- | --- | --- | --- | --- |",
        ]
        for name in sorted({name for _source, _target, name in moves}):
            usual = USUAL.get(name)
            sources = [str(Stage(s).label) for s, _t, n in moves if n == name and s != usual]
            if usual:
                sources.insert(0, f"**{usual.label}**")
            (target,) = {target for _source, target, n in moves if n == name}
            kind = deeds.get(name)
            lines.append(
                _row(
                    f"`{name}`",
                    inspect.getdoc(getattr(Journey, name)) or "",
                    f"`{kind.code}`" if kind else "",
                    ", ".join(sources),
                    str(Stage(target).label),
                    "yes" if kind and kind.gate else "",
                )
            )
        lines += ["", "**Bold**: the usual stage; from another it needs a reason."]
        lines += ["", "Two moves put the record right and are not of the guidance:", ""]
        for name in OF_THE_RECORD:
            lines.append(f"- `{name}`: {inspect.getdoc(getattr(Journey, name))}")
        lines.append("")
        return "\n".join(lines)


def permissions_page() -> str:
    """Every right with its sentence, and who holds it."""
    with override("en-gb"):
        holders = [
            *((str(office.label), BY_OFFICE.get(office, set())) for office in Office),
            *((str(who.label), BY_APPOINTMENT.get(who, set())) for who in Capacity),
            *((str(who.label), BY_PARTICIPATION.get(who, set())) for who in Participating),
        ]
        lines = [
            MADE,
            "# Who may do what",
            "",
            "By office of the Board, by appointment on one review, and by office of another board",
            "that takes part in the review; there is nothing else. A",
            "declared interest takes rights away: who managed or oversaw the work loses those",
            "marked †, who took part or is named loses all. A deputy holds what the holder holds.",
            "",
        ]
        for right in May:
            mark = " †" if right in JUDGING else ""
            by = " · ".join(name for name, rights in holders if right in rights) or "nobody"
            lines += [f"**{right.sentence}**{mark}  ", f"`{right}`: {by}", ""]
        lines += ["## What each deed needs", "", _row("Deed", "Right", "Recorded for others by")]
        lines += [_row("---", "---", "---")]
        for code, kind in sorted(DEEDS.items()):
            if isinstance(kind.may, May):
                others = f"`{kind.record_with}`" if kind.record_with else ""
                lines.append(_row(f"`{code}`", f"`{kind.may}`", others))
        return "\n".join([*lines, ""])


def _row(*cells: str) -> str:
    return f"| {' | '.join(_plain(cells))} |"


def _plain(cells: Iterable[str]) -> list[str]:
    return [" ".join(cell.split()).replace("|", "/") for cell in cells]


PAGES: dict[str, Callable[[], str]] = {
    "journey.md": journey_page,
    "permissions.md": permissions_page,
}
