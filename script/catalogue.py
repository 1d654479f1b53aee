"""The Welsh catalogue: compile it, check it, list what it lacks.

    script/catalogue.py compile   merge locale/cy/LC_MESSAGES/parts/*.po into django.mo
    script/catalogue.py check     name every string without its Welsh, and every entry out of date
    script/catalogue.py missing   print the entries that are lacking, ready to be filled in

Each room keeps its own part. Nothing here needs gettext on the machine: Babel reads Python, and
templates after Django's own templatize. django.mo is made at set-up, never committed.
"""

import ast
import io
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from babel.messages import Catalog
from babel.messages.catalog import Message
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from django.conf import settings
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "locale" / "cy" / "LC_MESSAGES"
PARTS = FOLDER / "parts"
COMPILED = FOLDER / "django.mo"
ROOMS = [
    *("cprs", "desk", "library", "action_plans", "reports", "learning_events", "panels"),
    *("reviews", "deadlines", "boards", "common", "audit", "guidance"),
]
_SPECS: dict[str, tuple[int | tuple[int, int] | tuple[int, str], ...] | None] = {
    "gettext": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
KEYWORDS = {
    f"{name}{ending}": spec for name, spec in _SPECS.items() for ending in ("", "_lazy", "_noop")
} | {"_": None, "noop": None}
# The six forms of CLDR; Django's own catalogue has four, and both work side by side.
PLURALS = "nplurals=6; plural=(n==0)?0:(n==1)?1:(n==2)?2:(n==3)?3:(n==6)?4:5;"
HEADER = f"""msgid ""
msgstr ""
"Language: cy\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: {PLURALS}\\n"

""".encode()
PLACEHOLDER = re.compile(r"%\([a-z_]+\)[sd]|%[sd]|\{[a-z_]*\}")

Key = tuple[str, str]  # context, English


class Used(NamedTuple):
    """A string of ours, and the first place that says it."""

    plural: str
    place: str


class Faults(NamedTuple):
    """What is wrong with the catalogue, each as one line."""

    missing: list[str]
    obsolete: list[str]
    broken: list[str]


def used() -> dict[Key, Used]:
    """Every string marked in Python and in templates."""
    found: dict[Key, Used] = {}
    for path, source in _sources():
        for line, text, _comments, context in extract(
            "python", io.BytesIO(source.encode()), KEYWORDS, (), {"encoding": "utf-8"}
        ):
            singular, plural = text if isinstance(text, tuple) else (text, "")
            place = f"{path.relative_to(ROOT)}:{line}"
            found.setdefault((context or "", singular), Used(plural or "", place))
        if path.suffix == ".py":
            for line, singular in _in_f_strings(source):
                place = f"{path.relative_to(ROOT)}:{line}"
                found.setdefault(("", singular), Used("", place))
    return found


def _in_f_strings(source: str) -> Iterator[tuple[int, str]]:
    """What is marked inside an f-string, into which Babel does not look before Python 3.12."""
    for written in ast.walk(ast.parse(source)):
        if isinstance(written, ast.JoinedStr):
            for call in ast.walk(written):
                match call:
                    case ast.Call(func=ast.Name(id=name), args=[ast.Constant(value=str(text))]):
                        if KEYWORDS.get(name, ()) is None:
                            yield call.lineno, text


def _sources() -> Iterator[tuple[Path, str]]:
    for room in ROOMS:
        for path in sorted((ROOT / room).rglob("*.py")):
            if "migrations" not in path.parts:
                yield path, path.read_text()
    for pattern in ("*.html", "*.txt"):
        for path in sorted((ROOT / "templates").rglob(pattern)):
            # What templatize leaves of the text around would be wrongly indented Python.
            lines = templatize(path.read_text(), origin=str(path)).split("\n")
            yield path, "\n".join(line.strip() for line in lines)


def parts() -> dict[str, Catalog]:
    """Each room's entries."""
    read: dict[str, Catalog] = {}
    for path in sorted(PARTS.glob("*.po")):
        text = path.read_bytes()
        own_header = b"Plural-Forms:" in text
        stream = io.BytesIO(text if own_header else HEADER + text)
        read[path.name] = read_po(stream, locale="cy", abort_invalid=True)
    return read


def entries() -> tuple[dict[Key, Message], list[str]]:
    """All entries by key, and what is wrong with them: said twice differently, unsure, lossy."""
    merged: dict[Key, Message] = {}
    broken: list[str] = []
    for name, catalog in parts().items():
        for entry in catalog:
            if not entry.id:
                continue
            english = entry.id[0] if isinstance(entry.id, (tuple, list)) else entry.id
            key = (entry.context or "", english)
            if entry.fuzzy:
                broken.append(f"{name}: fuzzy: {english!r}")
            before = merged.get(key)
            if before is not None and before.string != entry.string:
                broken.append(f"{name}: two different translations: {english!r}")
            broken.extend(f"{name}: {fault}" for fault in _lossy(entry, english))
            merged.setdefault(key, entry)
    return merged, broken


def _lossy(entry: Message, english: str) -> Iterator[str]:
    """Placeholders that the Welsh lacks or adds; a plural may leave its number out."""
    plural = isinstance(entry.id, (tuple, list))
    texts = entry.string if isinstance(entry.string, (tuple, list)) else (entry.string,)
    wanted = Counter(PLACEHOLDER.findall(entry.id[1] if plural else english))
    for text in filter(None, texts):
        given = Counter(PLACEHOLDER.findall(text))
        if given - wanted or (not plural and wanted - given):
            yield f"placeholders differ: {english!r}"


def is_said(entry: Message | None) -> bool:
    if entry is None:
        return False
    if isinstance(entry.string, (tuple, list)):
        return len(entry.string) == 6 and all(entry.string)
    return bool(entry.string)


def faults() -> Faults:
    ours, (welsh, broken) = used(), entries()
    missing = [
        f"{said.place}: {key[1]!r}" for key, said in ours.items() if not is_said(welsh.get(key))
    ]
    obsolete = [f"{key[1]!r}" for key in welsh if key not in ours]
    return Faults(sorted(missing), sorted(obsolete), sorted(broken))


def compile_() -> None:
    """Write django.mo; an entry that is unsure or empty is left out, so English shows."""
    catalog = read_po(io.BytesIO(HEADER), locale="cy")
    catalog.fuzzy = False
    for (context, _english), entry in entries()[0].items():
        if is_said(entry) and not entry.fuzzy:
            catalog.add(entry.id, entry.string, context=context or None)
    fresh = COMPILED.with_suffix(".mo.new")
    with fresh.open("wb") as stream:
        write_mo(stream, catalog)
    fresh.replace(COMPILED)
    print(f"Compiled {len(catalog)} Welsh entries.")


def check() -> int:
    found = faults()
    for title, lines in zip(("No Welsh for:", "No longer used:", "Broken:"), found, strict=True):
        if lines:
            print(title, *lines, sep="\n  ")
    return 1 if found.missing or found.broken else 0


def missing() -> None:
    welsh = entries()[0]
    for (context, english), said in used().items():
        if not is_said(welsh.get((context, english))):
            print(f"#: {said.place}")
            if context:
                print(f'msgctxt "{context}"')
            print(f"msgid {_quoted(english)}")
            if said.plural:
                print(f"msgid_plural {_quoted(said.plural)}")
                print(*(f'msgstr[{form}] ""' for form in range(6)), "", sep="\n")
            else:
                print('msgstr ""\n')


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


if __name__ == "__main__":
    if not settings.configured:
        settings.configure(USE_I18N=True)
    match sys.argv[1:]:
        case ["compile"]:
            compile_()
        case ["check"]:
            sys.exit(check())
        case ["missing"]:
            missing()
        case _:
            sys.exit(__doc__)
