"""What an e-mail saved as a file may carry. Its attachments are looked into, once, never opened."""

import email
import email.policy
from email.message import Message
from typing import IO, Any

from django.utils.functional import Promise

MOST_PARTS = 200
EICAR = b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE"
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


def payload(part: "Message[str, str]") -> bytes:
    """The bytes of an attachment; nothing where its coding is broken."""
    try:
        found = part.get_payload(decode=True)
    except (ValueError, LookupError, TypeError, AssertionError):
        return b""
    return found if isinstance(found, bytes) else b""
