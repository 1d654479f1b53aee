"""Long steps, told as they go: what is done, that it still goes on, and why it failed."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from stack import ROOT, StackError


def say(line: str) -> None:
    print(line, flush=True)


def warn(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


def tail(log: Path, lines: int = 20) -> str:
    """The last lines of a log, indented."""
    try:
        text = log.read_text(errors="replace")
    except OSError:
        return ""
    return "\n".join(f"    {line}" for line in text.splitlines()[-lines:])


def run(
    title: str,
    command: Sequence[str | Path],
    log: Path,
    *,
    env: Mapping[str, str] | None = None,
    cwd: Path = ROOT,
) -> None:
    """Run a step with its output in `log`. Raises StackError with the log's end if it fails."""
    say(f"{title} ...")
    began = time.monotonic()
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("w") as output:
        step = subprocess.Popen(
            [str(part) for part in command],
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            env=os.environ | dict(env or {}),
            cwd=cwd,
            start_new_session=True,
        )
        try:
            while True:
                try:
                    code = step.wait(timeout=10)
                    break
                except subprocess.TimeoutExpired:
                    say(f"  still at it, {time.monotonic() - began:.0f} s")
        except BaseException:  # Ctrl-C, SIGTERM: leave nothing running behind
            os.killpg(step.pid, signal.SIGKILL)
            step.wait()
            raise
    if code:
        raise StackError(f"{title}: failed ({code}). The end of {log}:\n{tail(log)}")
