"""What a reminder is about, in the reader's language."""

from django.utils.translation import gettext

from deadlines.models import Timetable
from guidance.editions import edition
from guidance.targets import BY_KEY, PREFIX
from guidance.waits import BY_KEY as WAITS


def label_of(timetable: Timetable, key: str) -> str:
    """The name of a limit, of a target of the board's own, or of what is waited for."""
    if key in WAITS:
        return gettext(WAITS[key].label)
    target = BY_KEY.get(key.removeprefix(PREFIX)) if key.startswith(PREFIX) else None
    rule = target.rule if target else edition(timetable.edition).limit(key)
    return gettext(rule.label) if rule else gettext("A day that the Board or the panel has set")
