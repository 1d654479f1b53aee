"""One child of the stack: how it is started, asked to stop, and known to be gone."""

import contextlib
import os
import signal
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from stack import ROOT, StackError
from stack.locks import end_holders, take
from stack.progress import tail

LARGEST_LOG = 5_000_000


@dataclass
class Child:
    """A program in a session of its own, holding the lock of its name for as long as it lives."""

    name: str
    command: list[str]
    lock: Path
    log: Path
    env: Mapping[str, str] = field(default_factory=dict)
    user: int | None = None
    group: int | None = None
    cwd: Path = ROOT
    stops_on: signal.Signals = signal.SIGTERM
    patience: float = 10.0
    handover: float = 5.0  # seconds for an earlier one to be gone
    popen: subprocess.Popen[bytes] | None = None

    def clear(self) -> None:
        """End what an earlier start left behind under this name."""
        end_holders(self.lock, self.stops_on, within=self.patience)

    def start(self) -> None:
        """Raises StackError if another one of this name lives."""
        held = take(self.lock, wait=self.handover)
        if held is None:
            raise StackError(f"{self.name} is already running (lock {self.lock}).")
        if self.log.exists() and self.log.stat().st_size > LARGEST_LOG:
            self.log.replace(self.log.with_suffix(".log.1"))
        try:
            with self.log.open("ab") as output:
                self.popen = subprocess.Popen(
                    self.command,
                    stdin=subprocess.DEVNULL,
                    stdout=output,
                    stderr=subprocess.STDOUT,
                    env=self.env,
                    cwd=self.cwd,
                    user=self.user,
                    group=self.group,
                    extra_groups=[] if self.user is not None else None,
                    pass_fds=(held,),
                    start_new_session=True,
                )
        finally:
            os.close(held)  # from here on only the child and its descendants hold it

    def died(self) -> bool:
        return self.popen is not None and self.popen.poll() is not None

    def why(self) -> str:
        """What is known of its end, for the person at the terminal."""
        code = self.popen.returncode if self.popen else None
        end = signal.Signals(-code).name if code and code < 0 else f"code {code}"
        return f"{self.name} ended ({end}). The end of {self.log}:\n{tail(self.log, 15)}"

    def stop(self) -> None:
        """Ask it to stop, wait, and leave none of its session behind."""
        if self.popen is None:
            return
        if self.popen.poll() is None:
            self.popen.send_signal(self.stops_on)
            with contextlib.suppress(subprocess.TimeoutExpired):
                self.popen.wait(self.patience)
        self.sweep()

    def sweep(self) -> None:
        """Whatever is left of its session is ended."""
        if self.popen is None:
            return
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(self.popen.pid, signal.SIGKILL)
        self.popen.wait()
        self.popen = None
        end_holders(self.lock, signal.SIGKILL, within=5)
