"""Who runs on a data folder: one at a time, and the second is told where the first is."""

import json
import os
from pathlib import Path

from stack import StackError
from stack.locks import holders, is_free, take

HANDOVER = 120.0


def lock_of(data: Path) -> Path:
    return data / "lock"


def where(data: Path) -> tuple[int, str]:
    """Process and address of whoever started last on this folder."""
    try:
        note = json.loads((data / "running.json").read_text())
        return int(note["process"]), str(note["address"])
    except (OSError, ValueError, KeyError):
        return 0, ""


def check_nobody(data: Path) -> None:
    """Raises StackError, saying where, if it is in use. A keeper tidying up does not count."""
    if not lock_of(data).exists() or is_free(lock_of(data)):
        return
    process, address = where(data)
    if process in holders(lock_of(data)):
        raise StackError(f"Already running on {data}: {address} (process {process})")


def take_over(data: Path, address: str) -> int:
    """Hold the folder for as long as the descriptor is open. Raises StackError if taken."""
    check_nobody(data)
    held = take(lock_of(data), wait=HANDOVER)
    if held is None:
        raise StackError(f"{data} is still in use by an earlier start.")
    note = json.dumps({"process": os.getpid(), "address": address})
    (data / "running.json").write_text(note + "\n")
    return held
