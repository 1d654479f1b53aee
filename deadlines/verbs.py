"""What is done to a board's time: its deeds."""

from django.utils.translation import gettext_lazy as _

from boards.permissions import MayBoard
from common.deeds import declare
from guidance.milestones import ENDS_OF_A_REVIEW
from guidance.targets import TARGETS


class Targets:
    """The targets by their keys, told in the reader's language."""

    choices = [(target.key, _(target.rule.label)) for target in TARGETS]


class Ends:
    """The days to which the six months may be counted."""

    choices = [(str(each), _(each.label)) for each in ENDS_OF_A_REVIEW]


TARGET_SET = declare(
    "deadlines.target_set",
    may=MayBoard.SET_TIME,
    label=_("Set a target"),
    sentence=_("A target of the board was set: {target}. From: {from_on}"),
    url="set_target",
    codes={"target": Targets},
)
CLOSURE_ADDED = declare(
    "deadlines.closure_added",
    may=MayBoard.SET_TIME,
    label=_("Add a closure"),
    sentence=_("Days on which the board does not work were added. From: {from_on}. To: {until_on}"),
    url="add_closure",
)
CLOSURE_REMOVED = declare(
    "deadlines.closure_removed",
    may=MayBoard.SET_TIME,
    label=_("Take off a closure"),
    sentence=_("A closure of the board was taken off. From: {from_on}. To: {until_on}"),
    url="remove_closure",
)
SIX_MONTHS_END_SET = declare(
    "deadlines.six_months_end_set",
    may=MayBoard.SET_TIME,
    label=_("Choose the end of the six months"),
    sentence=_("The day to which the six months are counted was chosen: {end}"),
    url="set_six_months_end",
    codes={"end": Ends},
)
ANNUAL_REPORT_RECORDED = declare(
    "deadlines.annual_report_recorded",
    may=MayBoard.SET_TIME,
    label=_("Record the annual report"),
    sentence=_("The Board's annual report was recorded. Year: {year}. Published: {published_on}"),
    url="record_annual_report",
)
