"""Files that people send, honest and hostile: each is known by its content or refused plainly."""

import base64
import io
import struct
import time
import zipfile
import zlib

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from common.uploads import checking
from common.uploads.checking import Unwelcome, check
from common.uploads.stripping import strip

TYPES = b'<Types><Override ContentType="application/x.main+xml"/></Types>'
MACRO_TYPES = TYPES.replace(b"x.main", b"x.macroEnabled.main")
DOCX = {"[Content_Types].xml": TYPES, "word/document.xml": b"<w:document/>"}
XLSX = {"[Content_Types].xml": TYPES, "xl/workbook.xml": b"<workbook/>"}
EICAR = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-" + b"ANTIVIRUS-TEST-FILE!$H+H*"
PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"
EML = b"From: a@example.wales\r\nTo: b@example.wales\r\nSubject: x\r\n\r\nBore da\r\n"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 504


def packed(parts, **words):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, **words) as box:
        for name, content in parts.items():
            box.writestr(name, content)
    return out.getvalue()


def chunk(name, content):
    crc = zlib.crc32(name + content)
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", crc)


def png(width=10, height=10, *more):
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    body = b"".join(more) + chunk(b"IDAT", zlib.compress(b"\x00" * 310)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + head + body


def segment(marker, content):
    return bytes([0xFF, marker]) + struct.pack(">H", len(content) + 2) + content


def jpeg(*more, width=10, height=10):
    size = segment(0xC0, struct.pack(">BHHB", 8, height, width, 1) + b"\x01\x11\x00")
    return b"\xff\xd8" + b"".join(more) + size + segment(0xDA, b"\x01") + b"picture\xff\xd9"


def sent(content, name="file"):
    return SimpleUploadedFile(name, content)


def attached(name, content):
    return (
        b"From: a@example.wales\nSubject: x\nMIME-Version: 1.0\n"
        b"Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nx\n--b\n"
        b"Content-Type: application/octet-stream\nContent-Disposition: attachment; filename="
        + name
        + b"\nContent-Transfer-Encoding: base64\n\n"
        + base64.encodebytes(content)
        + b"--b--\n"
    )


@pytest.mark.parametrize(
    ("content", "extension"),
    [
        (PDF, "pdf"),
        (packed(DOCX), "docx"),
        (packed(XLSX), "xlsx"),
        (EML, "eml"),
        (OLE + "__properties_version1.0".encode("utf-16-le"), "msg"),
        (jpeg(), "jpg"),
        (png(), "png"),
    ],
)
def test_a_file_is_known_by_its_content(content, extension):
    assert check(sent(content, "no-extension")).extension == extension
    assert check(sent(content, f"LLYTHYR ŵ.{extension.upper()}")).extension == extension


LOCKED = packed(DOCX)
LOCKED = LOCKED.replace(b"PK\x01\x02\x14\x03\x14\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01")


def bomb():
    return packed(DOCX | {"word/media/a.xml": b"\x00" * 30_000_000})


def huge():
    return packed(DOCX | {f"word/{n}.xml": b"\x00" * 900_000 for n in range(130)})


NESTED = EML[:-12] + b"Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n" * 900
LINES = EML + b"\n" * 3_000_000


def crowd():
    return packed(DOCX | {f"w/{n}": b"" for n in range(12_000)})


def many():
    return packed(DOCX | {f"word/{n}.xml": b"" for n in range(2_100)})


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("empty.pdf", b"", checking.EMPTY),
        ("virus.pdf", PDF + EICAR, checking.HARMFUL),
        ("virus-late.pdf", PDF + b" " * (checking.PIECE - 60) + EICAR, checking.HARMFUL),
        ("page.html", b"<html><script>alert(1)</script>", checking.UNKNOWN),
        ("page.docx", b"<html><script>alert(1)</script>", checking.UNKNOWN),
        ("picture.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", checking.UNKNOWN),
        ("program.pdf", b"MZ\x90\x00", checking.UNKNOWN),
        ("notes.txt", b"Bore da: a note\nno letter", checking.UNKNOWN),
        ("letter.pdf", packed(DOCX), checking.MISNAMED),
        ("letter.docx", PDF, checking.MISNAMED),
        ("letter.html", PDF, checking.MISNAMED),
        ("locked.pdf", PDF.replace(b"trailer\n<<", b"trailer\n<</Encrypt 2 0 R"), checking.LOCKED),
        ("locked.docx", LOCKED, checking.LOCKED),
        ("locked2.docx", OLE + "EncryptedPackage".encode("utf-16-le"), checking.LOCKED),
        ("script.pdf", PDF.replace(b"<<>>", b"<</S/JavaScript>>", 1), checking.MACROS),
        ("launch.pdf", PDF.replace(b"<<>>", b"<</S/Launch>>", 1), checking.MACROS),
        ("cut.pdf", PDF[:20], checking.BROKEN),
        ("both.pdf", PDF + packed(DOCX), checking.TWO_KINDS),
        ("macro.docx", packed(DOCX | {"word/vbaProject.bin": b"x"}), checking.MACROS),
        ("macro.xlsx", packed(XLSX | {"xl/macrosheets/sheet1.xml": b"x"}), checking.MACROS),
        (
            "macro2.docx",
            packed(DOCX | {"[Content_Types].xml": MACRO_TYPES}),
            checking.MACROS,
        ),
        ("ole.docx", packed(DOCX | {"word/embeddings/oleObject1.bin": b"x"}), checking.MACROS),
        (
            "template.docx",
            packed(
                DOCX
                | {"word/_rels/settings.xml.rels": b"<r TargetMode='External' Target='http://x'/>"}
            ),
            checking.ELSEWHERE,
        ),
        ("bomb.docx", bomb, checking.BOMB),
        ("huge.docx", huge, checking.BOMB),
        ("many.docx", many, checking.BOMB),
        ("crowd.docx", crowd, checking.BOMB),
        ("nested.eml", NESTED, checking.BROKEN),
        ("lines.eml", LINES, checking.BROKEN),
        ("slip.docx", packed(DOCX | {"../../etc/passwd": b"x"}), checking.BROKEN),
        ("slip2.docx", packed(DOCX | {"C:\\x": b"x"}), checking.BROKEN),
        ("cut.docx", packed(DOCX)[:60], checking.BROKEN),
        ("plain.zip", packed({"a.txt": b"x"}), checking.UNKNOWN),
        ("other.docx", packed({"[Content_Types].xml": TYPES}), checking.UNKNOWN),
        ("old.doc", OLE + "WordDocument".encode("utf-16-le"), checking.OLD_OFFICE),
        ("wide.png", png(60_000, 60_000), checking.ENORMOUS),
        ("wide.jpg", jpeg(width=60_000, height=60_000), checking.ENORMOUS),
        ("flat.png", png(0, 10), checking.BROKEN),
        ("cut.jpg", jpeg()[:9], checking.BROKEN),
        ("cut.png", png()[:10], checking.BROKEN),
        ("a.eml", attached(b"run.exe", b"MZ"), checking.MACROS),
        ("b.eml", attached(b"note.txt", b"MZ\x00"), checking.MACROS),
        ("c.eml", attached(b"note.txt", EICAR), checking.HARMFUL),
    ],
    # By name alone: the bytes of an archive hold the second it was made in.
    ids=lambda value: value if isinstance(value, str) else "-",
)
def test_a_file_that_we_do_not_take_is_refused_with_its_reason(name, content, sentence):
    content = content() if callable(content) else content  # the large ones are made when wanted
    began = time.perf_counter()
    with pytest.raises(Unwelcome) as refused:
        check(sent(content, name))
    assert str(refused.value.sentence) == str(sentence)
    assert time.perf_counter() - began < 1


def test_every_cut_of_an_honest_file_is_taken_or_refused_and_never_breaks():
    for whole in (PDF, packed(DOCX), jpeg(), png(), EML, attached(b"a.txt", b"x")):
        for length in range(0, len(whole), 7):
            for content in (whole[:length], whole[length:], whole[:length] + b"\x00" * 50):
                try:
                    check(sent(content, "x"))
                except Unwelcome:
                    continue


def test_a_file_over_the_limit_is_refused(settings):
    settings.UPLOAD_MAX_BYTES = 1024 * 1024
    with pytest.raises(Unwelcome, match="megabytes: 1"):
        check(sent(PDF + b" " * 1024 * 1024, "a.pdf"))


def exif(place=b"Llanfair GPS"):
    entries = struct.pack(">HHIHH", 0x0112, 3, 1, 6, 0) + struct.pack(
        ">HHI4s", 0x010F, 2, 4, b"Can"
    )
    return segment(0xE1, b"Exif\x00\x00MM\x00\x2a\x00\x00\x00\x08\x00\x02" + entries + place)


def test_a_picture_loses_what_it_says_of_its_maker_and_stays_a_picture():
    told = jpeg(exif(), segment(0xFE, b"by Gwen"), segment(0xE1, b"http://ns.adobe.com/xap Gwen"))
    bare = strip(told, "image/jpeg")
    assert b"Llanfair" not in bare
    assert b"Gwen" not in bare
    assert b"picture\xff\xd9" in bare
    assert struct.pack(">HHIH", 0x0112, 3, 1, 6) in bare  # how the camera was held
    assert check(sent(bare)).extension == "jpg"
    told = png(10, 10, chunk(b"tEXt", b"Author\x00Gwen"), chunk(b"eXIf", b"MM Llanfair"))
    bare = strip(told + b"Gwen behind the end", "image/png")
    assert bare == png()
    assert strip(PDF, "application/pdf") == PDF
