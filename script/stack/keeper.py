"""The keeper: ends the children if their parent is gone, even by kill -9.

It waits for the end of its input, whose other end only the parent holds; then it ends whoever still
holds the children's locks, in the order given. After an orderly stop nobody does. Until it is done
it holds the parent's own lock too, so that a new start waits for it.
"""

import shutil
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from stack import ROOT
from stack.children import Child
from stack.locks import end_holders


def begin(
    children: Sequence[Child], *, inherit: Sequence[int] = (), remove: Path | None = None
) -> subprocess.Popen[bytes]:
    """Start the keeper of these children, to be ended in this order; then `remove` the folder."""
    orders = [f"{c.stops_on.value}:{c.patience:g}:{c.lock}" for c in children]
    return subprocess.Popen(
        [sys.executable, "-m", "stack.keeper", str(remove or ""), *orders],
        stdin=subprocess.PIPE,
        cwd="/",
        env={"PYTHONPATH": str(ROOT / "script"), "PATH": "/usr/bin:/bin:/usr/sbin:/sbin"},
        pass_fds=tuple(inherit),
        start_new_session=True,
    )


def main(remove: str, orders: Sequence[str]) -> None:
    for ours in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(ours, signal.SIG_IGN)
    sys.stdin.read()
    for order in orders:
        number, patience, lock = order.split(":", 2)
        end_holders(Path(lock), signal.Signals(int(number)), within=float(patience))
    if remove:
        shutil.rmtree(remove, ignore_errors=True)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
