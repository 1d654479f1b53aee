"""The secrets of one stack: made once, kept in its data folder, handed over as files."""

import base64
import os
import secrets
from pathlib import Path


def field_key() -> str:
    """A Fernet key."""
    return base64.urlsafe_b64encode(secrets.token_bytes(32)).decode()


def kept(file: Path, fresh: str) -> Path:
    """The file, with `fresh` in it if it is new; complete or absent, readable by us alone."""
    if not file.exists():
        half = file.with_name(f".{file.name}.{os.getpid()}")
        descriptor = os.open(half, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w") as output:
            output.write(fresh)
            output.flush()
            os.fsync(output.fileno())
        half.replace(file)
    return file


def secret_files(data: Path) -> dict[str, str]:
    """The settings that name the secrets."""
    return {
        "SECRET_KEY_FILE": str(kept(data / "secret-key", secrets.token_urlsafe(50))),
        "FIELD_KEYS_FILE": str(kept(data / "field-keys", field_key())),
    }
