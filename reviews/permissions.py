"""Who may do what, on one page.

`May` is the vocabulary, each right with the sentence that says what it allows. BY_OFFICE and
BY_APPOINTMENT are the matrix: what an office of the Board, and an appointment on one review, allow.
There is nothing else: no flag on an account, no Django permission, no superuser.
"""

from django.utils.translation import gettext_lazy as _

from boards.models import Office
from common.rights import Right
from reviews.capacities import Capacity


class May(Right):
    VIEW = "view", _("Read the case.")
    VIEW_NAMES = "view_names", _("See the names of children and family.")
    VIEW_ALL_RETURNS = "view_all_returns", _("Read every agency's timeline before release.")
    LOG_REFERRAL = "log_referral", _("Log a referral to the Board.")
    TAKE_ON = "take_on", _("Take on a review that began outside the system.")
    CORRECT_RECORD = "correct_record", _("Correct a wrong day, or undo a mistaken move.")
    FORWARD = "forward", _("Forward a referral to the sub-group.")
    KEEP_CHILDREN = "keep_children", _("Record the children of the review.")
    RECORD_VOICE = "record_voice", _("Record whether a child was spoken to, or why not.")
    RECOMMEND = "recommend", _("Make the sub-group's recommendation to the Board Chair.")
    DECIDE = "decide", _("Decide on the recommendation.")
    RECORD_DISCUSSION = "record_discussion", _("Record the Board's discussion of the decision.")
    RECORD_FOR_OTHERS = "record_for_others", _("Record what another person decided, and its date.")
    TELL_GOVERNMENT = "tell_government", _("Send Welsh Government notices and the report.")
    SET_INTERESTS = "set_interests", _("Set and lift the grade of a declared interest.")
    DECLARE_INTEREST = "declare_interest", _("Declare an interest of one's own.")
    APPOINT = "appoint", _("Appoint the panel's chair and members, reviewers and authors.")
    RUN_PANEL = "run_panel", _("Set the terms of reference, ask agencies, release timelines.")
    RETURN_TIMELINE = "return_timeline", _("Return an agency's timeline.")
    WAIVE_RETURN = "waive_return", _("Go on without an agency's timeline, or waive it.")
    WORK_WITH_FAMILY = "work_with_family", _("Record the family's part in the review.")
    RUN_EVENT = "run_event", _("Plan the learning event and record it.")
    WRITE_REPORT = "write_report", _("Write the report and sign the reviewer's statement.")
    AGREE_REPORT = "agree_report", _("Agree the report for the panel.")
    ACCEPT_REPORT = "accept_report", _("Accept the report for the Board, or send it back.")
    WRITE_PLAN = "write_plan", _("Write the action plan.")
    FINALISE_PLAN = "finalise_plan", _("Finalise the action plan.")
    APPROVE_PLAN = "approve_plan", _("Approve the action plan for the Board.")
    RECORD_PROGRESS = "record_progress", _("Record progress and evidence on an action.")
    VERIFY_ACTION = "verify_action", _("Verify that an action is done.")
    CHECK_DISCLOSURE = "check_disclosure", _("Check the report for what must not be disclosed.")
    PUBLISH = "publish", _("Publish the report, or take it down.")
    DECIDE_PUBLICATION = "decide_publication", _("Waive the Welsh text, or decide not to publish.")
    CLOSE = "close", _("Close the review.")
    END_OTHERWISE = "end_otherwise", _("End the review another way than by closing it.")


READ = {May.VIEW, May.DECLARE_INTEREST}

BY_OFFICE: dict[str, set[May]] = {
    Office.COORDINATOR: READ
    | {
        May.VIEW_NAMES,
        May.VIEW_ALL_RETURNS,
        May.LOG_REFERRAL,
        May.TAKE_ON,
        May.CORRECT_RECORD,
        May.FORWARD,
        May.KEEP_CHILDREN,
        May.RECORD_VOICE,
        May.RECORD_DISCUSSION,
        May.RECORD_FOR_OTHERS,
        May.TELL_GOVERNMENT,
        May.SET_INTERESTS,
        May.APPOINT,
        May.RUN_EVENT,
        May.RETURN_TIMELINE,
        May.WORK_WITH_FAMILY,
        May.WRITE_PLAN,
        May.RECORD_PROGRESS,
        May.CHECK_DISCLOSURE,
        May.PUBLISH,
        May.CLOSE,
    },
    Office.SUBGROUP_CHAIR: READ
    | {
        May.VIEW_NAMES,
        May.LOG_REFERRAL,
        May.RECOMMEND,
        May.SET_INTERESTS,
        May.APPOINT,
        May.VERIFY_ACTION,
        May.CHECK_DISCLOSURE,
    },
    Office.BOARD_CHAIR: READ
    | {
        May.VIEW_NAMES,
        May.LOG_REFERRAL,
        May.TAKE_ON,
        May.CORRECT_RECORD,
        May.FORWARD,
        May.DECIDE,
        May.RECORD_DISCUSSION,
        May.TELL_GOVERNMENT,
        May.SET_INTERESTS,
        May.ACCEPT_REPORT,
        May.APPROVE_PLAN,
        May.PUBLISH,
        May.DECIDE_PUBLICATION,
        May.CLOSE,
        May.END_OTHERWISE,
    },
    Office.SUBGROUP_MEMBER: READ | {May.VERIFY_ACTION},
    Office.BOARD_MEMBER: set(),
    Office.AUDITOR: {May.VIEW},
}

BY_APPOINTMENT: dict[str, set[May]] = {
    Capacity.PANEL_CHAIR: READ
    | {
        May.VIEW_NAMES,
        May.VIEW_ALL_RETURNS,
        May.KEEP_CHILDREN,
        May.RECORD_VOICE,
        May.SET_INTERESTS,
        May.APPOINT,
        May.RUN_PANEL,
        May.WAIVE_RETURN,
        May.RUN_EVENT,
        May.WORK_WITH_FAMILY,
        May.AGREE_REPORT,
        May.WRITE_PLAN,
        May.FINALISE_PLAN,
    },
    Capacity.PANEL_MEMBER: READ | {May.RETURN_TIMELINE, May.WRITE_PLAN},
    Capacity.REVIEWER: READ
    | {
        May.VIEW_NAMES,
        May.VIEW_ALL_RETURNS,
        May.RECORD_VOICE,
        May.RUN_EVENT,
        May.WORK_WITH_FAMILY,
        May.WRITE_REPORT,
    },
    # The author of an agency's timeline sees that agency's return, not the case (panels.room).
    Capacity.AGENCY_AUTHOR: {May.RETURN_TIMELINE},
}
BY_APPOINTMENT[Capacity.REVIEWER_EXTERNAL] = BY_APPOINTMENT[Capacity.REVIEWER]
BY_APPOINTMENT[Capacity.REVIEWER_LOCAL] = BY_APPOINTMENT[Capacity.REVIEWER]

# What somebody who managed or oversaw the work may no longer do (they may go on reading).
JUDGING: set[May] = {
    May.RECOMMEND,
    May.DECIDE,
    May.RUN_PANEL,
    May.WAIVE_RETURN,
    May.WRITE_REPORT,
    May.AGREE_REPORT,
    May.ACCEPT_REPORT,
    May.APPROVE_PLAN,
    May.FINALISE_PLAN,
    May.VERIFY_ACTION,
    May.CHECK_DISCLOSURE,
    May.DECIDE_PUBLICATION,
    May.SET_INTERESTS,
    May.END_OTHERWISE,
    May.RECORD_FOR_OTHERS,
    May.CORRECT_RECORD,
}
