"""Who may do what, on one page.

`May` is the vocabulary, each right with the sentence that says what it allows. The matrix is what
an office of the Board allows (BY_OFFICE), an appointment on one review (BY_APPOINTMENT), and an
office of another board that takes part in the review (BY_PARTICIPATION).
There is nothing else: no flag on an account, no Django permission, no superuser.
"""

from django.utils.translation import gettext_lazy as _

from boards.models import Office
from common.rights import Right
from reviews.capacities import Capacity, Participating


class May(Right):
    VIEW = "view", _("Read the case.")
    READ_LOG = "read_log", _("See who has read the case.")
    VIEW_NAMES = "view_names", _("See the names of children and family.")
    VIEW_ALL_RETURNS = "view_all_returns", _("Read every agency's timeline before release.")
    LOG_REFERRAL = "log_referral", _("Log a referral to the Board.")
    KEEP_REFERRAL = (
        "keep_referral",
        _("Complete a referral, join two referrals, and tell the referrer the outcome."),
    )
    RECORD_EARLY_ACTION = "record_early_action", _("Record what was done at once.")
    TAKE_ON = "take_on", _("Add a review that started before this system.")
    CORRECT_RECORD = "correct_record", _("Correct a wrong date, or undo a mistaken stage change.")
    FORWARD = "forward", _("Forward a referral to the sub-group.")
    KEEP_CHILDREN = "keep_children", _("Record the children of the review.")
    CHECK_CRITERIA = "check_criteria", _("Answer the criteria, limb by limb.")
    RECORD_VOICE = "record_voice", _("Record whether a child was spoken to, or why not.")
    PREPARE = (
        "prepare",
        _("Prepare the sub-group's work: draft the recommendation and ask agencies."),
    )
    ANSWER_SCOPING = "answer_scoping", _("Record what an agency answers the sub-group.")
    RECOMMEND = "recommend", _("Make the sub-group's recommendation to the Board Chair.")
    DECIDE = "decide", _("Decide on the recommendation.")
    RECORD_DISCUSSION = "record_discussion", _("Record the Board's discussion of the decision.")
    RECORD_FOR_OTHERS = "record_for_others", _("Record what another person decided, and its date.")
    TELL_GOVERNMENT = "tell_government", _("Send Welsh Government notices and the report.")
    SET_INTERESTS = "set_interests", _("Set the grade of a declared interest, or remove it.")
    DECLARE_INTEREST = "declare_interest", _("Declare an interest of one's own.")
    APPOINT = "appoint", _("Appoint the panel's chair and members, reviewers and authors.")
    SEE_REVIEWERS = "see_reviewers", _("See the board's register of reviewers.")
    KEEP_REVIEWERS = "keep_reviewers", _("Keep the board's register of reviewers.")
    KEEP_COSTS = "keep_costs", _("Record what a review costs and how it is met.")
    RUN_PANEL = "run_panel", _("Set the terms of reference, ask agencies, release timelines.")
    RETURN_TIMELINE = "return_timeline", _("Return an agency's timeline.")
    SIGN_OFF_RETURN = "sign_off_return", _("Sign off a timeline for one's own agency.")
    QUERY_RETURN = "query_return", _("Ask an agency about its timeline; open it for correction.")
    WAIVE_RETURN = "waive_return", _("Continue without an agency's timeline, or waive it.")
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
    CHECK_DISCLOSURE = "check_disclosure", _("Carry out disclosure checks on the report.")
    PUBLISH = "publish", _("Publish the report, or take it down.")
    DECIDE_PUBLICATION = "decide_publication", _("Waive the Welsh text, or decide not to publish.")
    KEEP_DOCUMENTS = "keep_documents", _("Keep, replace and withdraw papers of the case.")
    LEGAL_ADVICE = "legal_advice", _("Read the legal advice and keep its log.")
    PLAN_DATES = "plan_dates", _("Plan the dates of a review, and say why it takes longer.")
    KEEP_MEETINGS = "keep_meetings", _("Plan, move and record meetings about the case.")
    SUBGROUP_MEETINGS = "subgroup_meetings", _("Keep the sub-group's meetings.")
    PANEL_MEETINGS = "panel_meetings", _("Keep the panel's meetings.")
    BOARD_MEETINGS = "board_meetings", _("Keep the Board's meetings.")
    KEEP_PROCEEDINGS = (
        "keep_proceedings",
        _("Record other proceedings and what is on hold because of them."),
    )
    KEEP_REMINDERS = (
        "keep_reminders",
        _("Hold what goes up, write reminders, and see to what was not delivered."),
    )
    CLOSE = "close", _("Close the review.")
    JOIN_BOARDS = "join_boards", _("Say which boards and countries take part, and who leads.")
    OPEN_NAMES = "open_names", _("Open the names to a participating board, or close them.")
    KEEP_OTHER_WORK = "keep_other_work", _("List the Board's other work and keep it up to date.")
    END_OTHERWISE = "end_otherwise", _("End the review without closing it.")


READ = {May.VIEW, May.DECLARE_INTEREST}

BY_OFFICE: dict[str, set[May]] = {
    Office.COORDINATOR: READ
    | {
        May.READ_LOG,
        May.VIEW_NAMES,
        May.VIEW_ALL_RETURNS,
        May.LOG_REFERRAL,
        May.KEEP_REFERRAL,
        May.RECORD_EARLY_ACTION,
        May.TAKE_ON,
        May.CORRECT_RECORD,
        May.FORWARD,
        May.KEEP_CHILDREN,
        May.CHECK_CRITERIA,
        May.RECORD_VOICE,
        May.PREPARE,
        May.ANSWER_SCOPING,
        May.RECORD_DISCUSSION,
        May.RECORD_FOR_OTHERS,
        May.TELL_GOVERNMENT,
        May.SET_INTERESTS,
        May.APPOINT,
        May.SEE_REVIEWERS,
        May.KEEP_REVIEWERS,
        May.KEEP_COSTS,
        May.RUN_EVENT,
        May.RETURN_TIMELINE,
        May.QUERY_RETURN,
        May.WORK_WITH_FAMILY,
        May.WRITE_PLAN,
        May.RECORD_PROGRESS,
        May.CHECK_DISCLOSURE,
        May.PUBLISH,
        May.CLOSE,
        May.KEEP_DOCUMENTS,
        May.LEGAL_ADVICE,
        May.KEEP_MEETINGS,
        May.SUBGROUP_MEETINGS,
        May.PANEL_MEETINGS,
        May.BOARD_MEETINGS,
        May.KEEP_PROCEEDINGS,
        May.PLAN_DATES,
        May.JOIN_BOARDS,
        May.KEEP_OTHER_WORK,
        May.KEEP_REMINDERS,
    },
    Office.SUBGROUP_CHAIR: READ
    | {
        May.READ_LOG,
        May.KEEP_DOCUMENTS,
        May.LEGAL_ADVICE,
        May.KEEP_MEETINGS,
        May.SUBGROUP_MEETINGS,
        May.KEEP_PROCEEDINGS,
        May.VIEW_NAMES,
        May.LOG_REFERRAL,
        May.CHECK_CRITERIA,
        May.PREPARE,
        May.RECORD_EARLY_ACTION,
        May.RECOMMEND,
        May.SET_INTERESTS,
        May.APPOINT,
        May.SEE_REVIEWERS,
        May.KEEP_REVIEWERS,
        May.VERIFY_ACTION,
        May.CHECK_DISCLOSURE,
        May.JOIN_BOARDS,
        May.KEEP_OTHER_WORK,
    },
    Office.BOARD_CHAIR: READ
    | {
        May.READ_LOG,
        May.KEEP_DOCUMENTS,
        May.LEGAL_ADVICE,
        May.KEEP_MEETINGS,
        May.BOARD_MEETINGS,
        May.KEEP_PROCEEDINGS,
        May.VIEW_NAMES,
        May.LOG_REFERRAL,
        May.TAKE_ON,
        May.CORRECT_RECORD,
        May.FORWARD,
        May.DECIDE,
        May.RECORD_DISCUSSION,
        May.TELL_GOVERNMENT,
        May.SET_INTERESTS,
        May.SEE_REVIEWERS,
        May.KEEP_COSTS,
        May.ACCEPT_REPORT,
        May.APPROVE_PLAN,
        May.PUBLISH,
        May.DECIDE_PUBLICATION,
        May.CLOSE,
        May.JOIN_BOARDS,
        May.OPEN_NAMES,
        May.KEEP_OTHER_WORK,
        May.END_OTHERWISE,
    },
    Office.SUBGROUP_MEMBER: READ | {May.VERIFY_ACTION},
    Office.BOARD_MEMBER: set(),
    Office.AUDITOR: {May.VIEW, May.READ_LOG, May.SEE_REVIEWERS},
}

BY_APPOINTMENT: dict[str, set[May]] = {
    Capacity.PANEL_CHAIR: READ
    | {
        May.READ_LOG,
        May.KEEP_DOCUMENTS,
        May.LEGAL_ADVICE,
        May.KEEP_MEETINGS,
        May.PANEL_MEETINGS,
        May.KEEP_PROCEEDINGS,
        May.PLAN_DATES,
        May.VIEW_NAMES,
        May.VIEW_ALL_RETURNS,
        May.RECORD_EARLY_ACTION,
        May.KEEP_CHILDREN,
        May.RECORD_VOICE,
        May.SET_INTERESTS,
        May.APPOINT,
        May.RUN_PANEL,
        May.QUERY_RETURN,
        May.WAIVE_RETURN,
        May.RUN_EVENT,
        May.WORK_WITH_FAMILY,
        May.AGREE_REPORT,
        May.WRITE_PLAN,
        May.FINALISE_PLAN,
    },
    Capacity.PANEL_MEMBER: READ | {May.RETURN_TIMELINE, May.SIGN_OFF_RETURN, May.WRITE_PLAN},
    Capacity.REVIEWER: READ
    | {
        May.KEEP_DOCUMENTS,
        May.VIEW_NAMES,
        May.VIEW_ALL_RETURNS,
        May.QUERY_RETURN,
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

# They read: the case is the lead board's to run. The children's names stay with the lead board,
# because its own people work with the family; where the other board must find the child in its
# records, the lead's Chair opens them to that board's co-ordinator.
BY_PARTICIPATION: dict[str, set[May]] = {
    Participating.BOARD_CHAIR: READ,
    Participating.SUBGROUP_CHAIR: READ,
    Participating.COORDINATOR: READ,
    Participating.NAMES: {May.VIEW_NAMES},
}

# What somebody who managed or oversaw the work may no longer do (they may go on reading).
JUDGING: set[May] = {
    May.PREPARE,
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
    May.OPEN_NAMES,
    May.CORRECT_RECORD,
}
