"""What a reminder is about, in the reader's language."""

from django.utils.translation import gettext

from deadlines.models import Timetable
from guidance.editions import edition


def label_of(timetable: Timetable, key: str) -> str:
    """The name of a limit, or of a target of the board's own."""
    limit = edition(timetable.edition).limit(key)
    return gettext(limit.label) if limit else gettext("A day that the Board or the panel has set")
