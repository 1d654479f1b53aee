"""The children together: started one after another, tended while they live, stopped last first."""

import contextlib
import subprocess
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from stack import StackError, keeper
from stack.children import Child
from stack.progress import warn


@dataclass
class Backoff:
    """How long to wait before a child that keeps dying is started again: 1, 2, 4 ... 30 s."""

    began: float
    delay: float = 1.0
    again_at: float = 0.0

    def plan(self) -> float:
        """Plan the next start; a child that lived for a minute begins anew at a second."""
        if time.monotonic() - self.began > 60:
            self.delay = 1.0
        delay, self.delay = self.delay, min(self.delay * 2, 30.0)
        self.again_at = time.monotonic() + delay
        return delay


class Family:
    """All children there will be, in the order of starting. Whatever lived before them is ended."""

    def __init__(
        self,
        children: Sequence[Child],
        *,
        inherit: Sequence[int] = (),
        remove: Path | None = None,
    ) -> None:
        """The keeper holds the `inherit`ed descriptors, and removes the folder `remove` at last."""
        self.children, self.inherit, self.remove = list(children), inherit, remove
        self.backoffs: dict[str, Backoff] = {}
        for child in reversed(self.children):
            child.clear()
        self.keeper = self.new_keeper()

    def new_keeper(self) -> subprocess.Popen[bytes]:
        return keeper.begin(self.children[::-1], inherit=self.inherit, remove=self.remove)

    def begin(self, child: Child) -> None:
        self.backoffs[child.name] = Backoff(began=time.monotonic())
        child.start()

    def dead(self) -> list[Child]:
        return [child for child in self.children if child.died()]

    def tend(self) -> None:
        """Start again whoever has died, later each time; the keeper too."""
        for child in self.dead():
            warn(child.why())
            child.sweep()
            warn(f"{child.name} starts again in {self.backoffs[child.name].plan():.0f} s.")
        for child in self.children:
            backoff = self.backoffs.get(child.name)
            if backoff and child.popen is None and time.monotonic() >= backoff.again_at:
                backoff.began = time.monotonic()
                try:
                    child.start()
                except StackError as reason:
                    warn(str(reason))
                    child.sweep()
                    backoff.plan()
        if self.keeper.poll() is not None:
            self.keeper = self.new_keeper()

    def stop(self, tell: Callable[[str], None] | None = None) -> None:
        """Stop all, last first, and let the keeper go."""
        for child in reversed(self.children):
            if child.popen is not None:
                child.stop()
                if tell:
                    tell(f"Stopped {child.name}.")
        if self.keeper.stdin:
            with contextlib.suppress(BrokenPipeError):
                self.keeper.stdin.close()
        self.keeper.wait()
