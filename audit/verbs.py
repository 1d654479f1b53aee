"""The register of verbs: every act and every reading that the ledger can hold.

A room registers its verbs in its own verbs.py, which is found when the apps are ready. The ledger
keeps the name only; the sentence is made when it is read, in the reader's language. So a name once
written is never renamed, and a verb no longer in use stays registered.
"""

import datetime as dt
import re
from collections.abc import Mapping
from typing import Any, Self

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

Text = str | Promise
Codes = Mapping[str, Any]

_NAME = re.compile(r"[a-z_]+\.[a-z_]+")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_register: dict[str, "Verb"] = {}


class Verb(str):
    """A verb's name, with what is needed to tell it to a reader."""

    label: Text
    sentence: Text
    reading: bool
    codes: Codes

    def __new__(
        cls, name: str, *, label: Text, sentence: Text, reading: bool, codes: Codes
    ) -> Self:
        verb = super().__new__(cls, name)
        verb.label, verb.sentence, verb.reading, verb.codes = label, sentence, reading, codes
        return verb

    @property
    def name(self) -> str:
        """The plain name, as it is written."""
        return str.__str__(self)

    def told(self, details: Mapping[str, Any]) -> str:
        """The sentence in the active language, its placeholders filled from the entry's details."""
        words = _Words({key: self._word(key, value) for key, value in details.items()})
        return str(self.sentence).format_map(words)

    def _word(self, key: str, value: Any) -> str:
        choices = self.codes.get(key)
        if choices is not None:
            labels = dict(choices.choices) if hasattr(choices, "choices") else dict(choices)
            return str(labels.get(value, value))
        if value is None:
            return _("not recorded")
        if isinstance(value, bool):
            return pgettext("claim", "Yes") if value else pgettext("claim", "No")
        if isinstance(value, str) and _DAY.fullmatch(value):
            return date_format(dt.date.fromisoformat(value), "j F Y")
        return str(value)


class _Words(dict[str, str]):
    """An old entry may lack a detail that today's sentence names."""

    def __missing__(self, key: str) -> str:
        return _("not recorded")


def verb(
    name: str,
    *,
    label: Text,
    sentence: Text,
    reading: bool = False,
    codes: Codes | None = None,
) -> Verb:
    """Register a verb, named <room>.<verb>. `codes` maps a detail to the choices that label it."""
    if not _NAME.fullmatch(name):
        raise ValueError(f"{name!r} is not a verb's name: it is <room>.<verb>, in small letters.")
    if name in _register:
        raise ValueError(f"The verb {name!r} is registered already.")
    made = Verb(name, label=label, sentence=sentence, reading=reading, codes=codes or {})
    _register[name] = made
    return made


def find(name: str) -> Verb | None:
    return _register.get(name)


def registered() -> Mapping[str, Verb]:
    return dict(_register)


def readings() -> list[str]:
    """The names of the verbs that only tell who looked."""
    return [name for name, each in _register.items() if each.reading]
