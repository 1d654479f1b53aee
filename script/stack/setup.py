"""The set-up: environment, style sheet, Welsh catalogue. Skipped where nothing has changed."""

import shutil
import subprocess
import sys

from stack import ROOT, VENV, VENV_PYTHON, StackError, style, system
from stack.locks import folder_held
from stack.progress import run, say
from stack.stamps import digest, matches, write

LOG = ROOT / ".venv.log"
REQUIREMENTS = ROOT / "requirements-dev.txt"
INSTALLED = VENV / ".from"
CATALOGUE = ROOT / "script" / "catalogue.py"
COMPILED = ROOT / "locale" / "cy" / "LC_MESSAGES" / ".from"


def set_up(*, browsers: bool = False) -> None:
    """Bring everything up to date. Two at once take turns."""
    with folder_held(ROOT):
        make_environment()
        install_packages()
        system.offer_pango()
        if browsers:
            system.offer_chromium()
        style.build()
        compile_catalogue()


def make_environment() -> None:
    if VENV_PYTHON.exists():
        works = subprocess.run([VENV_PYTHON, "-c", "import pip"], capture_output=True)
        if works.returncode == 0:
            return
        if VENV.is_symlink():
            raise StackError(f"{VENV} points to an environment that does not work.")
        shutil.rmtree(VENV)  # half made, or its Python has gone
    system.require_venv()
    run("Making the Python environment", [sys.executable, "-m", "venv", VENV], LOG)


def install_packages() -> None:
    wanted = digest([REQUIREMENTS])
    if matches(INSTALLED, wanted):
        return
    pip = [str(VENV_PYTHON), "-m", "pip", "--disable-pip-version-check", "install", "--no-input"]
    run(
        "Installing the locked Python packages (a minute or two the first time)",
        [*pip, "--require-hashes", "-r", str(REQUIREMENTS)],
        LOG,
    )
    write(INSTALLED, wanted)


def compile_catalogue() -> None:
    """Merge the parts of the Welsh catalogue and compile them."""
    if not CATALOGUE.exists():
        return
    parts = (ROOT / "locale").glob("cy/LC_MESSAGES/parts/*.po")
    wanted = digest([CATALOGUE, *parts])
    if matches(COMPILED, wanted) and COMPILED.with_name("django.mo").exists():
        return
    run("Compiling the Welsh catalogue", [VENV_PYTHON, CATALOGUE, "compile"], LOG)
    write(COMPILED, wanted)


def command(_arguments: list[str]) -> int:
    set_up(browsers=True)
    say("Everything is set up.")
    return 0
