"""The commands of script/, one function each."""

import os
import signal
import sys
from types import FrameType

from stack import StackError, check, secretfiles, serve, setup, suite

COMMANDS = {
    "setup": setup.command,
    "server": serve.command,
    "test": suite.command,
    "check": check.command,
    "secrets": secretfiles.command,
}


def end(number: int, _frame: FrameType | None) -> None:
    raise SystemExit(128 + number)


def main() -> int:
    os.environ.pop("PYTHONPATH", None)  # it was for finding this package, not for our children
    for number in (signal.SIGTERM, signal.SIGHUP):
        if signal.getsignal(number) != signal.SIG_IGN:
            signal.signal(number, end)
    name, *arguments = sys.argv[1:]
    try:
        return COMMANDS[name](arguments)
    except StackError as reason:
        print(reason, file=sys.stderr, flush=True)
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
