"""Putting the record right: a wrong day, a mistaken move."""

from django.utils.translation import gettext_lazy as _

from common.deeds import declare
from guidance.milestones import Milestone
from reviews.journey import Stage
from reviews.permissions import May


class Milestones:
    """The milestones by their codes, told in the reader's language."""

    choices = [(str(each), _(each.label)) for each in Milestone]


class Stages:
    choices = Stage.choices


CORRECT_DAY = declare(
    "reviews.day_corrected",
    may=May.CORRECT_RECORD,
    label=_("Correct a date"),
    sentence=_("A date was corrected: {milestone}. Old: {old}. New: {new}"),
    url="reviews:correct_day",
    codes={"milestone": Milestones},
)
UNDO = declare(
    "reviews.move_undone",
    may=May.CORRECT_RECORD,
    label=_("Undo the last stage change"),
    sentence=_("A mistaken stage change was undone. From: {old}. Back to: {new}"),
    url="reviews:undo",
    codes={"old": Stages, "new": Stages},
)
