"""What a reminder is about, in the reader's language."""

from django.utils.translation import gettext

from deadlines.models import Timetable
from guidance.editions import edition
from guidance.targets import target_of
from guidance.waits import BY_KEY as WAITS
from guidance.words import noop

# A limit is named by what ends it; a reminder, by what is still to be done.
STILL_TO_DO = {
    "review_complete": noop("The six months of the review"),
    "action_plan_final": noop("The final action plan"),
    "action_done": noop("An action of the plan"),
    "wg_notice_before_publication": noop("Publication: the notice to Welsh Government ends"),
    "publication_minimum": noop("The report on the website: the least time ends"),
}


def label_of(timetable: Timetable, key: str) -> str:
    """The name of a limit, of a target of the board's own, or of what is waited for."""
    if key in STILL_TO_DO:
        return gettext(STILL_TO_DO[key])
    if key in WAITS:
        return gettext(WAITS[key].label)
    target = target_of(key)
    rule = target.rule if target else edition(timetable.edition).limit(key)
    return gettext(rule.label) if rule else gettext("A day that the Board or the panel has set")
