"""script/test: the suite in two runs, without and with browsers, or once with your arguments."""

import subprocess
from collections.abc import Sequence

from stack import ROOT, VENV_PYTHON
from stack.progress import say, warn
from stack.setup import set_up
from stack.system import no_chromium

NOTHING_FOUND = 5


def pytest(arguments: Sequence[str]) -> int:
    say(f"pytest {' '.join(arguments)}")
    return subprocess.run([VENV_PYTHON, "-m", "pytest", *arguments], cwd=ROOT).returncode


def command(arguments: list[str]) -> int:
    set_up(browsers=True)
    if arguments:
        return pytest(arguments)
    code = pytest(["-n", "2", "--dist", "worksteal", "-m", "not browser"])
    if reason := no_chromium():
        warn(reason)
        return code or 1
    with_browsers = pytest(["-m", "browser"])
    return code or (0 if with_browsers == NOTHING_FOUND else with_browsers)
