"""A child's facts in words, in the order in which a page shows them."""

from django.utils.dates import MONTHS
from django.utils.translation import gettext_lazy as _

from common.deeds import Sentence
from common.templatetags.page import day
from reviews.models import Subject

CHOICES: tuple[tuple[str, Sentence, str], ...] = (
    ("sex", _("Sex"), ""),
    ("gender", _("Gender"), ""),
    ("ethnicity", _("Ethnic group"), ""),
    ("first_language", _("First language"), "language_other"),
    ("religion", _("Religion"), ""),
    ("disability", _("Disability"), "disability_what"),
    ("authority", _("Normal residence"), ""),
    ("setting", _("Kind of school or setting"), ""),
    ("legal_status", _("Legal status before the event"), ""),
    ("care_leaver", _("Care leaver"), ""),
    ("lived_with", _("Lived with at the event"), "lived_with_more"),
)


def facts_told(child: Subject) -> list[tuple[Sentence, str]]:
    """What is recorded, as label and words; what is not is left out."""
    told: list[tuple[Sentence, str]] = []
    if child.born_year:
        month = str(MONTHS[child.born_month]) if child.born_month else ""
        told.append((_("Born"), f"{month} {child.born_year}".strip()))
    if child.event_on:
        told.append((_("Another day of the event"), day(child.event_on)))
    if child.age_at_event is not None:
        unit = child.get_age_unit_display()
        told.append((_("Age at the event"), f"{unit}: {child.age_at_event}"))
    for name, label, more in CHOICES:
        said = getattr(child, f"get_{name}_display")() if getattr(child, name) else ""
        added = getattr(child, more) if more else ""
        if said or added:
            told.append((label, " · ".join(each for each in (said, added) if each)))
    return told
