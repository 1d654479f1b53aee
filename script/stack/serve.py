"""script/server: the questions that are asked before any work, then set-up, then the supervisor."""

import argparse
import os
from pathlib import Path

from stack import ROOT, VENV_PYTHON, running
from stack.ports import check_free
from stack.setup import set_up

DEMO_TODAY = "2024-11-21"


def parse(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="script/server", description="Start everything on this machine. Ctrl-C stops it."
    )
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument(
        "--data",
        type=Path,
        default=ROOT / ".data",
        metavar="DIR",
        help="everything it keeps (default: .data)",
    )
    parser.add_argument(
        "--no-demo", action="store_true", help="begin empty, with today's date and no demo people"
    )
    return parser.parse_args(arguments)


def command(arguments: list[str]) -> int:
    wish = parse(arguments)
    data = wish.data.absolute()
    running.check_nobody(data)
    check_free(wish.port)
    set_up()
    os.environ["PYTHONPATH"] = str(ROOT / "script")
    mode = "development" if wish.no_demo else "demo"
    os.execv(
        VENV_PYTHON,
        [str(VENV_PYTHON), "-m", "stack.supervisor", str(wish.port), str(data), mode],
    )
