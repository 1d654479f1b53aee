"""The days that are asked of a review that is taken on, and the stage each belongs to."""

from collections.abc import Iterable

from django.utils.translation import gettext

from guidance.editions import edition
from guidance.milestones import Milestone
from reviews.journey import ENDS, Stage
from reviews.taking_on.before import rank

# Each with the stage that is left by it, or in which it falls.
ASKED: dict[Milestone, Stage] = {
    Milestone.REFERRED: Stage.REFERRAL,
    Milestone.FORWARDED: Stage.REFERRAL,
    Milestone.RECOMMENDED: Stage.RECOMMENDATION,
    Milestone.WG_TOLD_OF_RECOMMENDATION: Stage.RECOMMENDATION,
    Milestone.DECIDED: Stage.DECISION,
    Milestone.WG_TOLD_OF_OUTCOME: Stage.DECISION,
    Milestone.PANEL_FIRST_MET: Stage.PANEL,
    Milestone.AGENCIES_ASKED: Stage.PANEL,
    Milestone.TIMELINES_RELEASED: Stage.TIMELINES,
    Milestone.EVENT_HELD: Stage.LEARNING,
    Milestone.REPORT_AGREED: Stage.REPORT,
    Milestone.REPORT_ACCEPTED: Stage.ACCEPTANCE,
    Milestone.REPORT_SENT_TO_WG: Stage.FOLLOW_THROUGH,
    Milestone.PUBLISHED: Stage.FOLLOW_THROUGH,
    Milestone.PLAN_FINALISED: Stage.FOLLOW_THROUGH,
    Milestone.PLAN_SENT_TO_WG: Stage.FOLLOW_THROUGH,
}
# By these a stage is left on the usual road.
LEAVING: dict[str, Milestone] = {
    Stage.REFERRAL: Milestone.FORWARDED,
    Stage.RECOMMENDATION: Milestone.RECOMMENDED,
    Stage.DECISION: Milestone.DECIDED,
    Stage.PANEL: Milestone.AGENCIES_ASKED,
    Stage.TIMELINES: Milestone.TIMELINES_RELEASED,
    Stage.LEARNING: Milestone.EVENT_HELD,
    Stage.REPORT: Milestone.REPORT_AGREED,
    Stage.ACCEPTANCE: Milestone.REPORT_ACCEPTED,
}


def lies_before(milestone: Milestone, stage: str) -> bool:
    """Whether a review at this stage has, on the usual road, reached the milestone."""
    if milestone == Milestone.REFERRED:
        return True
    if stage in ENDS:
        # An end off the road may have come after anything; one without a review, before the panel.
        early = stage in (Stage.NO_REVIEW, Stage.FORUM, Stage.ANOTHER_LEADS)
        return not early or rank(ASKED[milestone]) <= rank(Stage.DECISION)
    if milestone == Milestone.PANEL_FIRST_MET:
        return rank(stage) >= rank(Stage.PANEL)
    return rank(ASKED[milestone]) < rank(stage)


def passed(unknown: Iterable[str], stage: str) -> list[str]:
    """Of the days that were not given, those of milestones that lie behind for certain: the panel
    need not have met yet while the review is at the panel."""
    open_still = Milestone.PANEL_FIRST_MET if stage == Stage.PANEL else None
    return [each for each in unknown if each != open_still]


def drives(milestone: Milestone, code: str) -> str:
    """What is counted from this day, by name; '' if nothing is."""
    labels = [
        gettext(limit.label)
        for limit in edition(code).limits
        if milestone in limit.anchor and (limit.is_deadline or limit.is_earliest)
    ]
    return ", ".join(dict.fromkeys(labels))
