"""What was recorded for somebody, in the words of the history."""

from audit import verbs
from audit.models import Entry
from common.deeds import DEEDS, Sentence
from reviews.models import Confirmation, Departure


def told(row: Confirmation) -> str:
    """The sentence that the ledger tells of the act."""
    entry = Entry.objects.filter(act=row.act, verb=row.deed).first()
    verb = verbs.find(row.deed)
    return verb.told(entry.details) if entry and verb else ""


def label(row: Confirmation) -> Sentence:
    """The name of the act."""
    return DEEDS[row.deed].label if row.deed in DEEDS else ""


def reason(row: Confirmation) -> Departure | None:
    """Why it went ahead over what stood in its way."""
    return Departure.objects.filter(act=row.act).first()
