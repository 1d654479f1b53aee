"""What an e-mail saved as a file may carry. Its attachments are looked into, once, never opened."""

import email
import email.policy
import re
from email.message import Message
from typing import IO, Any

from django.utils.functional import Promise

MOST_PARTS = 200
# What an honest e-mail of the largest size stays under. Each line of one is held against each
# boundary that is open: without these limits a small file could keep the parser busy for hours.
MOST_LINES = 600_000
MOST_BOUNDARIES = 20
EICAR = b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE"
BOUNDARY = re.compile(rb"boundary\s{0,20}=", re.IGNORECASE)
PROGRAMS = (
    *(".exe", ".com", ".scr", ".bat", ".cmd", ".pif", ".msi", ".jar", ".lnk", ".hta", ".iso"),
    *(".js", ".jse", ".vbs", ".vbe", ".wsf", ".ps1", ".docm", ".dotm", ".xlsm", ".xltm", ".xlam"),
    *(".pptm", ".potm", ".ppam", ".img", ".vhd", ".chm", ".reg"),
)


def check_email(
    file: IO[bytes],
    refuse: Any,
    *,
    harmful: Promise | str,
    programs: Promise | str,
    broken: Promise | str,
) -> None:
    """Raise `refuse` with a sentence if an attachment is, or is named like, a program."""
    if is_laborious(file):
        raise refuse(broken)
    file.seek(0)
    try:
        message = email.message_from_binary_file(file, policy=email.policy.compat32)
        parts = list(message.walk())
    except (RecursionError, ValueError, LookupError, TypeError) as error:
        raise refuse(broken) from error
    if len(parts) > MOST_PARTS:
        raise refuse(broken)
    for part in parts:
        if part.is_multipart():
            continue
        content = payload(part)
        if EICAR in content:
            raise refuse(harmful)
        name = str(part.get_filename() or "").strip().lower()
        if name.endswith(PROGRAMS) or content[:2] == b"MZ" or b"vbaProject.bin" in content:
            raise refuse(programs)


def is_laborious(file: IO[bytes]) -> bool:
    """Told by counting, before anything is parsed."""
    file.seek(0)
    lines = boundaries = 0
    while piece := file.read(256 * 1024):
        lines += piece.count(b"\n") + piece.count(b"\r")
        boundaries += len(BOUNDARY.findall(piece))
    return lines > 2 * MOST_LINES or boundaries > MOST_BOUNDARIES


def payload(part: "Message[str, str]") -> bytes:
    """The bytes of an attachment; nothing where its coding is broken."""
    try:
        found = part.get_payload(decode=True)
    except (ValueError, LookupError, TypeError, AssertionError):
        return b""
    return found if isinstance(found, bytes) else b""
