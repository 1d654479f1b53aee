"""script/check: all that can be told without running the suite. One failing stops none."""

import os
import secrets
import subprocess
import time
from collections.abc import Mapping

from stack import ROOT, VENV, VENV_PYTHON
from stack.keys import field_key
from stack.progress import say
from stack.setup import set_up

NO_DATABASE = {"DATABASE_URL": "postgres://nobody@127.0.0.1:1/none"}


def production() -> dict[str, str]:
    """The production shape, with secrets for this minute only."""
    return {
        "CPRS_MODE": "production",
        "SECRET_KEY": secrets.token_urlsafe(50),
        "FIELD_KEYS": field_key(),
        "CPRS_BASE_URL": "https://reviews.example.wales",
        "REDIS_URL": "redis://127.0.0.1:1/0",
        "EMAIL_URL": "smtp+tls://user:word@127.0.0.1:1",
        "DEFAULT_FROM_EMAIL": "reviews@example.wales",
        **NO_DATABASE,
    }


def templates() -> list[str]:
    return [str(path.relative_to(ROOT)) for path in sorted(ROOT.glob("templates/**/*.html"))]


def checks() -> list[tuple[str, list[str], Mapping[str, str]]]:
    """Name, command, and what is added to the environment."""
    python = str(VENV_PYTHON)
    pages = templates()
    djade = [str(VENV / "bin" / "djade"), "--check", "--target-version", "5.2", *pages]
    return [
        ("style", [python, "-m", "ruff", "check", "."], {}),
        ("format", [python, "-m", "ruff", "format", "--check", "."], {}),
        *([("templates", djade, {})] if pages else []),
        ("layers", [str(VENV / "bin" / "lint-imports")], {}),
        ("types", [python, "-m", "mypy", "."], {}),
        ("migrations", [python, "manage.py", "makemigrations", "--check", "--dry-run"], {}),
        (
            "production settings",
            [python, "manage.py", "check", "--deploy", "--fail-level", "WARNING"],
            production(),
        ),
    ]


def command(_arguments: list[str]) -> int:
    set_up()
    env = {name: value for name, value in os.environ.items() if name != "CPRS_MODE"}
    failed = []
    for name, call, extra in checks():
        began = time.monotonic()
        done = subprocess.run(
            call,
            cwd=ROOT,
            env=env | dict(extra),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        verdict = "FAILED" if done.returncode else "ok    "
        say(f"{verdict} {name} ({time.monotonic() - began:.0f} s)")
        if done.returncode:
            failed.append(name)
            say(done.stdout.rstrip())
    if failed:
        say(f"Failed: {', '.join(failed)}")
    return 1 if failed else 0
