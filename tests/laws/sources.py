"""The project's own Python files, parsed."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# The ladder, from below. `audit` and `guidance` know nothing of each other.
LADDER = (
    ("audit", "guidance"),
    ("common",),
    ("boards",),
    ("deadlines",),
    ("reviews",),
    ("panels",),
    ("learning_events",),
    ("reports",),
    ("action_plans",),
    ("library",),
    ("desk",),
    ("cprs",),
)
LAYER = {room: number for number, rooms in enumerate(LADDER) for room in rooms}
OF_CASES = ("reviews", "panels", "learning_events", "reports", "action_plans", "library")


def files(*rooms: str) -> Iterator[Path]:
    for room in rooms or LAYER:
        for path in sorted((ROOT / room).rglob("*.py")):
            if "migrations" not in path.parts:
                yield path


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text())


def place(path: Path, node: ast.AST) -> str:
    return f"{path.relative_to(ROOT)}:{getattr(node, 'lineno', 0)}"


def called(node: ast.AST) -> str:
    """The last name of what is called: `deed` of `board_door.door.deed(…)`."""
    if not isinstance(node, ast.Call):
        return ""
    function = node.func
    return getattr(function, "attr", "") or getattr(function, "id", "")


def calls(node: ast.AST) -> set[str]:
    return {name for each in ast.walk(node) if (name := called(each))}
