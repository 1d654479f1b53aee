"""What an uploaded file is, by its content, and whether we take it.

The list is short: e-mails, PDF, Word and Excel without macros, JPEG and PNG. Everything here reads
in pieces and stops at fixed sizes, so that a hostile file costs no more than an honest one.
"""

import re
import struct
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import IO, Any

from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from common.uploads.letters import check_email

PIECE = 256 * 1024
OVERLAP = 128
EICAR = b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE"
MEMBERS = 2_000
UNPACKED = 100 * 1024 * 1024
DIRECTORY = MEMBERS * 256
TAIL = 66_000
RATIO = 100  # of what is larger than a megabyte: plain XML packs well
SMALL = 1024 * 1024
PIXELS = 60_000_000


class Unwelcome(Exception):
    """We do not take this file, and say why."""

    def __init__(self, sentence: Promise | str) -> None:
        super().__init__(str(sentence))
        self.sentence = sentence


EMPTY = _("The file is empty.")
HARMFUL = _("This file is marked as harmful by the test of virus scanners. It was not kept.")
UNKNOWN = _(
    "We cannot accept this type of file. Send a PDF, DOCX, XLSX, EML, MSG, JPEG or PNG file."
)
MISNAMED = _(
    "The content of the file does not match its name. Save it again as the right type and"
    " send that."
)
LOCKED = _("The file is protected by a password. Save it without one and send it again.")
MACROS = _("The file holds macros or other programs. Save it without them and send it again.")
BOMB = _("The file would unpack to far more than its size. It was not kept.")
BROKEN = _("The file is damaged or incomplete. Open it, save it again and send that.")
TWO_KINDS = _("The file can be read as two different types. Save it again and send that.")
OLD_OFFICE = _("This is an old Office format. Save it as DOCX or XLSX and send that.")
ELSEWHERE = _("The document draws on a template that lies elsewhere. Save it without the template.")
ENORMOUS = _("The picture has too many points. Save it smaller and send it again.")


@dataclass(frozen=True)
class Kind:
    """A kind of file that we take."""

    content_type: str
    extension: str
    also_named: tuple[str, ...] = ()


PDF = Kind("application/pdf", "pdf")
_OPEN_XML = "application/vnd.openxmlformats-officedocument."
DOCX = Kind(f"{_OPEN_XML}wordprocessingml.document", "docx")
XLSX = Kind(f"{_OPEN_XML}spreadsheetml.sheet", "xlsx")
EML = Kind("message/rfc822", "eml")
MSG = Kind("application/vnd.ms-outlook", "msg")
JPEG = Kind("image/jpeg", "jpg", ("jpeg", "jpe"))
PNG = Kind("image/png", "png")
KINDS = (PDF, DOCX, XLSX, EML, MSG, JPEG, PNG)
ACCEPT = ",".join(f".{name}" for kind in KINDS for name in (kind.extension, *kind.also_named))
OTHER_NAMES = {"doc", "xls", "docm", "xlsm", "dotm", "xltm", "zip", "exe", "html", "htm", "svg"}


def too_large() -> str:
    limit = settings.UPLOAD_MAX_BYTES // (1024 * 1024)
    return str(_("The file is too large. At most, in megabytes: %(limit)s.") % {"limit": limit})


def check(file: Any) -> Kind:
    """The kind of an uploaded file. Raises Unwelcome with the sentence for whoever sent it."""
    if not file.size:
        raise Unwelcome(EMPTY)
    if file.size > settings.UPLOAD_MAX_BYTES:
        raise Unwelcome(too_large())
    if holds(file, EICAR):
        raise Unwelcome(HARMFUL)
    kind = recognise(file)
    named = PurePosixPath(str(file.name)).suffix.lower().lstrip(".")
    others = {name for each in KINDS for name in (each.extension, *each.also_named)} | OTHER_NAMES
    if named in others and named not in (kind.extension, *kind.also_named):
        raise Unwelcome(MISNAMED)
    file.seek(0)
    return kind


def recognise(file: IO[bytes]) -> Kind:
    """By the first bytes, then by what each kind must and must not hold."""
    file.seek(0)
    head = file.read(4096)
    if head.startswith(b"%PDF-"):
        return pdf(file)
    if head.startswith(b"PK\x03\x04"):
        return office(file)
    if head.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return compound(file)
    if head.startswith(b"\xff\xd8\xff"):
        return jpeg(file)
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return png(head)
    if looks_like_email(head):
        check_email(file, Unwelcome, harmful=HARMFUL, programs=MACROS, broken=BROKEN)
        return EML
    raise Unwelcome(UNKNOWN)


def pieces(file: IO[bytes]) -> Iterator[bytes]:
    """The whole file in overlapping pieces, so that nothing hides at a seam."""
    file.seek(0)
    tail = b""
    while piece := file.read(PIECE):
        yield tail + piece
        tail = piece[-OVERLAP:]


def holds(file: IO[bytes], *marks: bytes) -> bool:
    return any(mark in piece for piece in pieces(file) for mark in marks)


def pdf(file: IO[bytes]) -> Kind:
    if holds(file, b"/Encrypt"):
        raise Unwelcome(LOCKED)
    if holds(file, b"/JavaScript", b"/Launch"):
        raise Unwelcome(MACROS)
    if not holds(file, b"%%EOF"):
        raise Unwelcome(BROKEN)
    file.seek(0)
    if zipfile.is_zipfile(file):
        raise Unwelcome(TWO_KINDS)
    return PDF


def office(file: IO[bytes]) -> Kind:
    """Word or Excel, told by their parts. Only the directory is read, and two small parts."""
    check_directory(file)
    file.seek(0)
    try:
        with zipfile.ZipFile(file) as packed:
            members = packed.infolist()
            check_members(members)
            names = {member.filename for member in members}
            types = part(packed, "[Content_Types].xml").lower()
            check_parts(names, types)
            if b'targetmode="external"' in part(
                packed, "word/_rels/settings.xml.rels"
            ).lower().replace(b"'", b'"'):
                raise Unwelcome(ELSEWHERE)
    except (
        zipfile.BadZipFile,
        zipfile.LargeZipFile,
        NotImplementedError,
        OSError,
        ValueError,
        EOFError,
        RuntimeError,
        struct.error,
    ) as broken:
        raise Unwelcome(BROKEN) from broken
    if "word/document.xml" in names:
        return DOCX
    if "xl/workbook.xml" in names:
        return XLSX
    raise Unwelcome(UNKNOWN)


def check_directory(file: IO[bytes]) -> None:
    """How large the directory says it is, before anything reads it: a row for each of a million
    members would fill the memory. Wherever a directory's end may be meant, each is asked."""
    file.seek(0, 2)
    file.seek(max(0, file.tell() - TAIL))
    tail = file.read(TAIL)
    ends = [found.start() for found in re.finditer(rb"PK\x05\x06", tail)]
    for at in ends:
        size = int.from_bytes(tail[at + 12 : at + 16], "little")
        if size > DIRECTORY or b"PK\x06\x07" in tail[max(0, at - 20) : at]:
            raise Unwelcome(BOMB)
    if not ends:
        raise Unwelcome(BROKEN)


def check_members(members: list[zipfile.ZipInfo]) -> None:
    """Told by the directory alone: too many, too large, locked, or on their way out of the box."""
    if len(members) > MEMBERS or sum(member.file_size for member in members) > UNPACKED:
        raise Unwelcome(BOMB)
    if not members or min(member.header_offset for member in members) != 0:
        raise Unwelcome(TWO_KINDS)
    for member in members:
        if member.flag_bits & 1:
            raise Unwelcome(LOCKED)
        if member.file_size > SMALL and member.file_size > RATIO * max(member.compress_size, 1):
            raise Unwelcome(BOMB)
        path = PurePosixPath(member.filename.replace("\\", "/"))
        if path.is_absolute() or ".." in path.parts or ":" in member.filename:
            raise Unwelcome(BROKEN)


PROGRAMS = re.compile(r"vbaproject|vbadata|macrosheets/|activex/|oleobject", re.IGNORECASE)


def check_parts(names: set[str], types: bytes) -> None:
    if not types:
        raise Unwelcome(UNKNOWN)
    if b"macroenabled" in types or b"vbaproject" in types:
        raise Unwelcome(MACROS)
    if any(PROGRAMS.search(name) for name in names):
        raise Unwelcome(MACROS)


def part(packed: zipfile.ZipFile, name: str) -> bytes:
    """A small part, however large it says it is; nothing where there is none."""
    if name not in packed.NameToInfo:
        return b""
    with packed.open(name) as opened:
        return opened.read(SMALL)


def wide(text: str) -> bytes:
    """As the directory of a compound file writes a name."""
    return text.encode("utf-16-le")


def compound(file: IO[bytes]) -> Kind:
    """Outlook's messages are taken; old Office files are not, nor new ones under a password."""
    if holds(file, wide("EncryptedPackage")):
        raise Unwelcome(LOCKED)
    if holds(file, wide("_VBA_PROJECT")):
        raise Unwelcome(MACROS)
    if holds(file, wide("__properties_version1.0")):
        return MSG
    if holds(file, wide("WordDocument"), wide("Workbook"), wide("PowerPoint Document")):
        raise Unwelcome(OLD_OFFICE)
    raise Unwelcome(UNKNOWN)


def jpeg(file: IO[bytes]) -> Kind:
    """Walks the segments to the one that says the size."""
    file.seek(2)
    for _turn in range(500):
        start = file.read(4)
        if len(start) < 4 or start[0] != 0xFF:
            raise Unwelcome(BROKEN)
        marker, length = start[1], int.from_bytes(start[2:], "big")
        if marker in range(0xC0, 0xD0) and marker not in (0xC4, 0xC8, 0xCC):
            size = file.read(5)
            if len(size) < 5:
                raise Unwelcome(BROKEN)
            _bits, height, width = struct.unpack(">BHH", size)
            check_points(width, height)
            return JPEG
        if length < 2:
            raise Unwelcome(BROKEN)
        file.seek(length - 2, 1)
    raise Unwelcome(BROKEN)


def png(head: bytes) -> Kind:
    if head[12:16] != b"IHDR" or len(head) < 24:
        raise Unwelcome(BROKEN)
    width, height = struct.unpack(">II", head[16:24])
    check_points(width, height)
    return PNG


def check_points(width: int, height: int) -> None:
    if not width or not height:
        raise Unwelcome(BROKEN)
    if width * height > PIXELS:
        raise Unwelcome(ENORMOUS)


HEADER = re.compile(rb"[!-9;-~]{1,76}:[ \t]?")
TELLING = re.compile(rb"^(from|to|subject|date|received|message-id):", re.IGNORECASE | re.MULTILINE)


def looks_like_email(head: bytes) -> bool:
    """Header lines from the very first, with at least two that an e-mail has."""
    if b"\x00" in head or not HEADER.match(head):
        return False
    top = re.split(rb"\r?\n\r?\n", head, maxsplit=1)[0]
    return len({found.lower() for found in TELLING.findall(top)}) >= 2
