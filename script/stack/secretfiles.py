"""script/secrets: the secret files of the production stack, each made once, never overwritten."""

import argparse
import secrets
from pathlib import Path

from stack import ROOT
from stack.keys import field_key
from stack.progress import say

PASSWORDS = ("superuser_password", "owner_password", "application_password")
EMAIL = "email_url"


def fresh(folder: Path) -> dict[str, str]:
    """What each missing file would hold; the addresses follow the passwords that are there."""
    words = {name: secrets.token_urlsafe(32) for name in PASSWORDS}
    for name in PASSWORDS:
        if (folder / name).exists():
            words[name] = (folder / name).read_text()
    host = "postgres:5432/cprs"
    return words | {
        "database_owner_url": f"postgres://cprs_owner:{words['owner_password']}@{host}",
        "database_url": f"postgres://cprs_app:{words['application_password']}@{host}",
        "secret_key": secrets.token_urlsafe(50),
        "field_keys": field_key(),
    }


def make(folder: Path) -> list[str]:
    """Write what is missing and return its names.

    The folder is closed to others; the files in it can be read by the containers' own accounts.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    folder.chmod(0o700)
    made = []
    for name, text in fresh(folder).items():
        file = folder / name
        if not file.exists():
            file.touch(mode=0o600)
            file.write_text(text)
            file.chmod(0o444)
            made.append(name)
    return made


def command(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(
        prog="script/secrets", description="Make the secret files of docker-compose.yml."
    )
    parser.add_argument("folder", type=Path, nargs="?", default=ROOT / "secrets")
    folder = parser.parse_args(arguments).folder
    made = make(folder)
    say(f"Made in {folder}: {', '.join(made) or 'nothing, all were there'}")
    if not (folder / EMAIL).exists():
        say(f"Now write {folder / EMAIL}: smtp+tls://user:password@mail.example.wales:587")
    say("Keep a copy of field_keys apart from the database: without it names cannot be read again.")
    return 0
