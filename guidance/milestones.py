"""The dates of a review that the guidance counts from and to."""

from guidance.words import Worded, noop


class Milestone(Worded):
    """Something that happened on a day. Where it happens more than once, each has a part: an
    agency's return, an action of the plan."""

    REFERRED = "referred", noop("Referred")
    SUBGROUP_MET = "subgroup_met", noop("Sub-group first met on it")
    RECOMMENDED = "recommended", noop("Recommendation made")
    FORWARDED = "forwarded", noop("Forwarded to the sub-group")
    DECIDED = "decided", noop("Chair decided")
    WG_TOLD_OF_RECOMMENDATION = (
        "wg_told_of_recommendation",
        noop("Welsh Government told of the recommendation"),
    )
    WG_TOLD_OF_OUTCOME = "wg_told_of_outcome", noop("Welsh Government told of the outcome")
    COMMISSIONED = "commissioned", noop("Review commissioned")
    PANEL_FIRST_MET = "panel_first_met", noop("Panel first met")
    REVIEWERS_APPOINTED = "reviewers_appointed", noop("Reviewers appointed")
    AGENCIES_ASKED = "agencies_asked", noop("Agencies asked for their timelines")
    AGENCY_DUE = "agency_due", noop("Day set for an agency's timeline")
    AGENCY_RETURNED = "agency_returned", noop("Agency returned its timeline")
    TIMELINES_RELEASED = "timelines_released", noop("Timelines released to the panel")
    EVENT_HELD = "event_held", noop("Learning event held")
    REPORT_AGREED = "report_agreed", noop("Report agreed by the panel")
    REPORT_ACCEPTED = "report_accepted", noop("Report accepted by the Board")
    REPORT_SENT_TO_WG = "report_sent_to_wg", noop("Report sent to Welsh Government")
    REPORT_RECEIVED_BY_WG = "report_received_by_wg", noop("Report received by Welsh Government")
    PUBLISHED = "published", noop("Report published")
    PUBLICATION_ENDED = "publication_ended", noop("Report taken down")
    PLAN_FINALISED = "plan_finalised", noop("Action plan finalised")
    PLAN_APPROVED = "plan_approved", noop("Action plan approved by the Board")
    PLAN_SENT_TO_WG = "plan_sent_to_wg", noop("Action plan sent to Welsh Government")
    PLAN_PROGRESS = "plan_progress", noop("Progress of the action plan last recorded")
    ACTION_DUE = "action_due", noop("Day set for an action")
    ACTION_DONE = "action_done", noop("Action done")
    CLOSED = "closed", noop("Review closed")
    # Days that were set, each with a part. A room takes its day back once the matter is done.
    DEFERRED_UNTIL = "deferred_until", noop("Day set for a deferred case")
    HOLD_LOOK = "hold_look", noop("Next look at a hold")
    CAUSE_LOOK = "cause_look", noop("Next look at the causes of delay")
    EVENT_PLANNED = "event_planned", noop("Day planned for a learning event, with answers open")
    STATEMENT_WANTED = "statement_wanted", noop("Reviewer's statement wanted since")
    TRANSLATION_DUE = "translation_due", noop("Day set for the report in both languages")


SET_DAYS = (
    Milestone.DEFERRED_UNTIL,
    Milestone.HOLD_LOOK,
    Milestone.CAUSE_LOOK,
    Milestone.EVENT_PLANNED,
    Milestone.STATEMENT_WANTED,
    Milestone.TRANSLATION_DUE,
)
"""The days of these follow from the rows of the rooms (`reviews.owing`): no act records them."""


# The guidance says within what time a review is complete, and not which day that is.
ENDS_OF_A_REVIEW = (
    Milestone.REPORT_AGREED,
    Milestone.REPORT_ACCEPTED,
    Milestone.REPORT_SENT_TO_WG,
    Milestone.PUBLISHED,
)
