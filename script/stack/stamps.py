"""Stamps: what a step was last done from, so that it is skipped while nothing has changed."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from stack import ROOT


def digest(files: Iterable[Path], *extra: str) -> str:
    """One number for the names and contents of the files and the extra words."""
    total = hashlib.sha256("\n".join(extra).encode())
    for file in sorted(files):
        total.update(f"\n{file.relative_to(ROOT)}\n".encode())
        total.update(file.read_bytes())
    return total.hexdigest()


def matches(stamp: Path, wanted: str) -> bool:
    return stamp.is_file() and stamp.read_text().strip() == wanted


def write(stamp: Path, value: str) -> None:
    stamp.parent.mkdir(parents=True, exist_ok=True)
    stamp.write_text(value + "\n")
