"""The draft of a reminder, whom it may go to, and whether it names the child or the family."""

import datetime as dt
from collections import Counter

from django.db.models import Q, QuerySet
from django.utils import translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from boards.models import Holding, Office, Person
from boards.words import in_words_of
from deadlines.clocks import dates_of
from desk.reminders.words import label_of
from reviews.capacities import Grade
from reviews.case.listing import next_open
from reviews.children.matching import digests, parts_of
from reviews.models import Appointment, Interest, NameKey, NameKind, RelativeKey, Review

OFFICES = (Office.BOARD_CHAIR, Office.SUBGROUP_CHAIR, Office.COORDINATOR, Office.BOARD_MEMBER)


def draft(review: Review, language: str, today: dt.date) -> str:
    """A few lines about the date that matters next, in one language."""
    date = next_open(dates_of([review.timetable], today)[review.timetable_id])
    with translation.override(language):
        lines = [_("Something in this review needs your attention."), ""]
        lines.append(" ".join((_("Review:"), str(review.reference))))
        if date:
            label = label_of(review.timetable, date.limit.key)
            lines.append(" ".join((_("What:"), label)))
            lines.append(" ".join((_("Day set:"), date_format(date.due_on, "j F Y"))))
        lines += [
            "",
            _("Please do it, or tell the co-ordinator what stands in the way and until when."),
        ]
        return in_words_of(review.board, "\n".join(lines))


def reachable(review: Review, today: dt.date) -> QuerySet[Person]:
    """Those with a part in the review, and the offices of its board; none that is kept out."""
    appointed = Appointment.objects.current(today).filter(review=review)
    held = Holding.objects.current(today).filter(board=review.board_id, office__in=OFFICES)
    barred = Interest.objects.standing().filter(review=review, grade=Grade.OUT)
    found = Person.objects.filter(
        Q(pk__in=appointed.values("person")) | Q(pk__in=held.values("person"))
    )
    return found.exclude(pk__in=barred.values("person"))


def names_somebody(review: Review, text: str) -> bool:
    """Whether two parts of the name of one child or relative of the case stand in the text. Asked
    of the blind index: no name is read."""
    sought = [digest for part in parts_of(text) for digest in digests(NameKind.PART.value, part)]
    of_children = NameKey.objects.filter(
        kind=NameKind.PART, digest__in=sought, name__subject__review=review
    )
    of_kin = RelativeKey.objects.filter(
        kind=NameKind.PART, digest__in=sought, name__relative__review=review
    )
    found = Counter(("child", name) for name in of_children.values_list("name", flat=True))
    found.update(("kin", name) for name in of_kin.values_list("name", flat=True))
    return any(parts > 1 for parts in found.values())
