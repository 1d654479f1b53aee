"""The environment variables of the stack, and stack.env, by which manage.py finds it by hand."""

import os
from pathlib import Path

from stack import ROOT, VENV, StackError
from stack.keys import secret_files
from stack.progress import say
from stack.serve import DEMO_TODAY

GIVEN = (
    *("DATABASE_URL", "DATABASE_OWNER_URL", "REDIS_URL"),
    *("EMAIL_URL", "DEFAULT_FROM_EMAIL", "CPRS_DEMO_TODAY"),
)


def given() -> dict[str, str]:
    """What the person at the terminal has set."""
    return {name: os.environ[name] for name in GIVEN if os.environ.get(name)}


def fix_kind(data: Path, mode: str) -> None:
    """A data folder holds the demo or it does not; the two are never mixed. Raises StackError."""
    note = data / "kind"
    if not note.exists():
        note.write_text(mode + "\n")
    kind = note.read_text().strip()
    if kind != mode:
        other = "without --no-demo" if kind == "demo" else "with --no-demo"
        raise StackError(f"{data} was begun {other}. Start it so again, or give another --data.")


def settings(data: Path, mode: str, address: str, addresses: dict[str, str]) -> dict[str, str]:
    """What the settings read. What is given goes first."""
    ours = {
        "CPRS_MODE": mode,
        "CPRS_BASE_URL": address,
        **({"CPRS_DEMO_TODAY": DEMO_TODAY} if mode == "demo" else {}),
        **secret_files(data),
        **addresses,
    }
    own = given()
    if "DATABASE_URL" in own:
        say("Using the database of DATABASE_URL.")
        own.setdefault("DATABASE_OWNER_URL", own["DATABASE_URL"])
    return ours | own


def write(data: Path, values: dict[str, str]) -> None:
    file = data / "stack.env"
    file.touch(mode=0o600)
    lines = (f"{name}={value}\n" for name, value in values.items())
    file.write_text("# Written by script/server at each start.\n" + "".join(lines))


def full(data: Path, values: dict[str, str]) -> dict[str, str]:
    """The environment of the children."""
    rest = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    return (
        rest
        | values
        | {
            "CPRS_DATA": str(data),
            "DJANGO_SETTINGS_MODULE": "cprs.settings",
            "PATH": f"{VENV / 'bin'}{os.pathsep}{os.environ.get('PATH', '')}",
            "PYTHONPATH": str(ROOT),
            "PYTHONUNBUFFERED": "1",
        }
    )
