"""Locks on files: who holds one, and what to do with those who were left behind.

A child inherits the open lock of its own name, and so do all its descendants. The lock is free
exactly when every one of them is gone, whatever became of whoever started them, and the system can
say which processes hold it. No process number is ever remembered, so none can be mistaken.
"""

import contextlib
import fcntl
import os
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

from stack import StackError
from stack.progress import say


def take(path: Path, *, wait: float = 0) -> int | None:
    """An open descriptor that holds the lock, or None if somebody else still holds it."""
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    until = time.monotonic() + wait
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return descriptor
        except BlockingIOError:
            if time.monotonic() >= until:
                os.close(descriptor)
                return None
            time.sleep(0.05)


def is_free(path: Path) -> bool:
    descriptor = take(path) if path.exists() else -1
    if descriptor is None:
        return False
    if descriptor >= 0:
        os.close(descriptor)
    return True


@contextlib.contextmanager
def folder_held(path: Path) -> Iterator[None]:
    """Wait for the lock on a folder itself; no file is needed for it."""
    descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("Waiting for another set-up to finish ...")
            fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def holders(path: Path) -> list[int]:
    """The processes that have the file open, this one excepted."""
    if not Path("/proc/self/fd").exists():  # macOS
        found = subprocess.run(["lsof", "-t", str(path)], capture_output=True, text=True).stdout
        return [int(pid) for pid in found.split() if int(pid) != os.getpid()]
    wanted = path.stat()
    pids = []
    for folder in Path("/proc").glob("[0-9]*/fd"):
        with contextlib.suppress(OSError):
            if any(
                os.path.samestat(entry.stat(), wanted)
                for entry in os.scandir(folder)
                if entry.is_file()
            ):
                pids.append(int(folder.parent.name))
    return [pid for pid in pids if pid != os.getpid()]


def end_holders(path: Path, gently: signal.Signals, *, within: float) -> None:
    """End whoever was left behind with this lock: gently first, then for certain."""
    if not path.exists():
        return
    for ask, patience in ((gently, within), (signal.SIGKILL, 10.0)):
        if is_free(path):
            return
        for pid in holders(path):
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.kill(pid, ask)
        until = time.monotonic() + patience
        while time.monotonic() < until:
            if is_free(path):
                return
            time.sleep(0.05)
    raise StackError(f"Processes left by an earlier start cannot be ended: {holders(path)}")
