"""A day as it was typed, in three boxes."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError

from common.forms import DateField

BOXES = ("day", "month", "year")


def day_of(answers: Mapping[str, Any], name: str) -> dt.date | None:
    """The day in three boxes; None where none was given."""
    boxes = [answers.get(f"{name}_{box}", "") for box in BOXES]
    try:
        found: dt.date | None = DateField(required=False).clean(boxes)
    except ValidationError:
        return None
    return found
