"""The other children of the household on the public form: a few questions for each, and one child
more than has been named, up to a limit. Names and days of birth go where the child's own go."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from common import clock
from common.forms import DateField, PlainTextField
from reviews.models.choices import Kin
from reviews.referral.public.boxes import BOXES, day_of

MOST = 8
OLDEST = 25  # a child of the household is at times grown up
KIN = (Kin.SIBLING, Kin.HALF_SIBLING, Kin.STEP_SIBLING, Kin.OTHER_CHILD)
PARTS = ("name", "age", "born_on", "kin", "harmed")


@dataclass(frozen=True)
class OtherChild:
    """What is known of one of them; any of it may lack."""

    name: str = ""
    age: int | None = None
    born_on: dt.date | None = None
    kin: str = Kin.OTHER_CHILD
    was_harmed: bool = False


def part(number: int, name: str) -> str:
    return f"other_{number}_{name}"


def questions(rows: int) -> dict[str, forms.Field]:
    """The questions about the first so many of them."""
    found: dict[str, forms.Field] = {}
    for number in range(1, rows + 1):
        asked = (
            PlainTextField(
                label=format_lazy(_("Other child {number}: full name"), number=number),
                help_text=_("Only here. It is kept apart and encrypted."),
                max_length=120,
                required=False,
            ),
            forms.IntegerField(
                label=format_lazy(_("Other child {number}: age in years"), number=number),
                min_value=0,
                max_value=OLDEST,
                required=False,
            ),
            DateField(
                label=format_lazy(_("Other child {number}: date of birth"), number=number),
                required=False,
                latest=clock.today,
            ),
            forms.ChoiceField(
                label=format_lazy(_("Other child {number}: who they are"), number=number),
                choices=[("", _("Not known")), *((each.value, each.label) for each in KIN)],
                required=False,
            ),
            forms.BooleanField(
                label=format_lazy(_("Other child {number}: was harmed too"), number=number),
                required=False,
            ),
        )
        found |= {part(number, name): field for name, field in zip(PARTS, asked, strict=True)}
    return found


def shown(answers: Mapping[str, Any]) -> int:
    """How many are asked about: those of whom something was typed, and one more."""
    return min(MOST, max((n for n in range(1, MOST + 1) if is_typed(answers, n)), default=0) + 1)


def is_typed(answers: Mapping[str, Any], number: int) -> bool:
    return any(answers.get(box) for name in PARTS for box in typed_in(number, name))


def typed_in(number: int, name: str) -> list[str]:
    """The boxes in which a question is answered."""
    question = part(number, name)
    return [f"{question}_{box}" for box in BOXES] if name == "born_on" else [question]


def left_empty(answers: Mapping[str, Any]) -> set[str]:
    """The questions that nobody answered: of a child who is not there nothing is listed."""
    return {
        part(number, name)
        for number in range(1, MOST + 1)
        for name in PARTS
        if not any(answers.get(box) for box in typed_in(number, name))
    }


def named_in(answers: Mapping[str, Any]) -> list[OtherChild]:
    """Those of whom something is known, in the order in which they were written."""
    return [_child(answers, number) for number in range(1, MOST + 1) if is_typed(answers, number)]


def _child(answers: Mapping[str, Any], number: int) -> OtherChild:
    age = str(answers.get(part(number, "age"), "")).strip()
    kin = answers.get(part(number, "kin"))
    return OtherChild(
        name=str(answers.get(part(number, "name"), "")).strip(),
        age=int(age) if age.isdecimal() and len(age) < 3 else None,
        born_on=day_of(answers, part(number, "born_on")),
        kin=kin if kin in KIN else Kin.OTHER_CHILD,
        was_harmed=bool(answers.get(part(number, "harmed"))),
    )
