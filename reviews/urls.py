"""The pages of the spine."""

from django.urls import path, register_converter

from reviews.case.views import History, List, Overview
from reviews.children.views import AddChild, RecordFacts, RecordVoice
from reviews.children.views import Room as Children
from reviews.closing.views import Close, End, TellOfEnd
from reviews.confirming.views import Confirm, Settle
from reviews.correcting.views import CorrectDay, Record, Undo
from reviews.criteria.views import AnswerCriteria, Criteria
from reviews.decision.notice_pdf import NoticePaper
from reviews.decision.views import (
    CorrectNotice,
    Decide,
    RecordAnswer,
    RecordDiscussion,
    SendNotice,
)
from reviews.decision.views import Room as Decision
from reviews.documents import views as documents
from reviews.joint.views import AddBoard, EndParticipation, OpenNames, RecordCountry
from reviews.joint.views import Room as Boards
from reviews.kind.views import ChangeKind
from reviews.legal import views as legal
from reviews.meetings import views as meetings
from reviews.names.views import Names, RecordNames, Search
from reviews.other_work.views import AddWork, ChangeWork, ChooseBoard, KeepForum, ShowWork
from reviews.people.views import (
    Appoint,
    DeclareInterest,
    EndAppointment,
    LiftInterest,
    Replace,
    SetInterest,
)
from reviews.people.views import Room as People
from reviews.proceedings import views as proceedings
from reviews.recommendation.views import Check, Complete, Recommend
from reviews.references import ReferenceConverter
from reviews.referral.early_actions.views import CorrectEarlyAction, RecordEarlyAction
from reviews.referral.incoming.views import Accept, AskForMore, File, Incoming, Join
from reviews.referral.incoming.views import List as IncomingList
from reviews.referral.joining.views import JoinCase, JoinReferral
from reviews.referral.refusing import views as refusing
from reviews.referral.telling.views import TellReferrer
from reviews.referral.views import Complete as CompleteReferral
from reviews.referral.views import Forward, Log
from reviews.referral.views import Room as Referral
from reviews.relatives.views import AddRelative, ChangeRelative, WithdrawRelative
from reviews.scoping.views import AskScoping, ScopingPage
from reviews.spells.views import AddSpell, CorrectSpell, WithdrawSpell
from reviews.subgroup.views import Defer
from reviews.subgroup.views import Room as Subgroup
from reviews.taking_on.views import TakeOn
from reviews.timing import views as timing

register_converter(ReferenceConverter, "ref")

app_name = "reviews"
urlpatterns = [
    path("", List.as_view(), name="list"),
    path("log/", Log.as_view(), name="log"),
    # The board's other work
    path("other/add/", ChooseBoard.as_view(), name="choose_board_of_work"),
    path("other/add/<slug:code>/", AddWork.as_view(), name="add_work"),
    path("other/<uuid:uuid>/", ShowWork.as_view(), name="other_work"),
    path("other/<uuid:uuid>/change/", ChangeWork.as_view(), name="change_work"),
    path("other/<uuid:uuid>/forum/", KeepForum.as_view(), name="keep_forum"),
    path("<ref:ref>/", Overview.as_view(), name="overview"),
    path("<ref:ref>/history/", History.as_view(), name="history"),
    # The referral
    path("incoming/", IncomingList.as_view(), name="incoming"),
    path("incoming/<uuid:uuid>/", Incoming.as_view(), name="incoming_referral"),
    path("incoming/<uuid:uuid>/files/<uuid:file>/", File.as_view(), name="incoming_file"),
    path("incoming/<uuid:uuid>/accept/", Accept.as_view(), name="accept_referral"),
    path("incoming/<uuid:uuid>/join/", Join.as_view(), name="accept_into"),
    path("incoming/<uuid:uuid>/ask/", AskForMore.as_view(), name="return_referral"),
    path("incoming/<uuid:uuid>/refuse/", refusing.Propose.as_view(), name="refuse_referral"),
    path("incoming/<uuid:uuid>/refuse/agree/", refusing.Agree.as_view(), name="agree_refusal"),
    path("incoming/<uuid:uuid>/refuse/keep/", refusing.Keep.as_view(), name="keep_public_referral"),
    path("<ref:ref>/referral/", Referral.as_view(), name="referral"),
    path("<ref:ref>/referral/complete/", CompleteReferral.as_view(), name="complete_referral"),
    path("<ref:ref>/referral/at-once/", RecordEarlyAction.as_view(), name="early_action"),
    path(
        "<ref:ref>/referral/at-once/<uuid:uuid>/",
        CorrectEarlyAction.as_view(),
        name="correct_early_action",
    ),
    path("<ref:ref>/referral/join/", JoinReferral.as_view(), name="join_referral"),
    path("<ref:ref>/referral/join-case/", JoinCase.as_view(), name="join_case"),
    path("<ref:ref>/referral/tell/", TellReferrer.as_view(), name="tell_referrer"),
    # Children
    path("<ref:ref>/children/", Children.as_view(), name="children"),
    path("<ref:ref>/children/add/", AddChild.as_view(), name="add_child"),
    path("<ref:ref>/children/names/", Names.as_view(), name="names"),
    path("<ref:ref>/children/names/<uuid:uuid>/", RecordNames.as_view(), name="record_names"),
    path("<ref:ref>/children/voice/", RecordVoice.as_view(), name="record_voice"),
    path("<ref:ref>/children/facts/<uuid:uuid>/", RecordFacts.as_view(), name="record_facts"),
    path("names/", Search.as_view(), name="search_names"),
    # Times on the register and looked after
    path("<ref:ref>/children/times/add/", AddSpell.as_view(), name="add_spell"),
    path("<ref:ref>/children/times/<uuid:uuid>/", CorrectSpell.as_view(), name="correct_spell"),
    path(
        "<ref:ref>/children/times/<uuid:uuid>/withdraw/",
        WithdrawSpell.as_view(),
        name="withdraw_spell",
    ),
    # Family and household
    path("<ref:ref>/children/family/add/", AddRelative.as_view(), name="add_relative"),
    path("<ref:ref>/children/family/<uuid:uuid>/", ChangeRelative.as_view(), name="relative"),
    path(
        "<ref:ref>/children/family/<uuid:uuid>/withdraw/",
        WithdrawRelative.as_view(),
        name="withdraw_relative",
    ),
    # The criteria
    path("<ref:ref>/criteria/", Criteria.as_view(), name="criteria"),
    path("<ref:ref>/criteria/answer/", AnswerCriteria.as_view(), name="answer_criteria"),
    # Referral, recommendation, decision
    path("<ref:ref>/decision/", Decision.as_view(), name="decision"),
    path("<ref:ref>/forward/", Forward.as_view(), name="forward"),
    path("<ref:ref>/decide/", Decide.as_view(), name="decide"),
    path("<ref:ref>/discussion/", RecordDiscussion.as_view(), name="record_discussion"),
    path("<ref:ref>/notice/", SendNotice.as_view(), name="send_notice"),
    path("<ref:ref>/notice/pdf/", NoticePaper.as_view(), name="notice_pdf"),
    path("<ref:ref>/notice/answer/", RecordAnswer.as_view(), name="record_answer"),
    path("<ref:ref>/notice/correct/", CorrectNotice.as_view(), name="correct_notice"),
    path("<ref:ref>/type/", ChangeKind.as_view(), name="change_kind"),
    # The sub-group
    path("<ref:ref>/subgroup/", Subgroup.as_view(), name="subgroup"),
    path("<ref:ref>/recommend/", Recommend.as_view(), name="recommend"),
    path("<ref:ref>/recommendation/check/", Check.as_view(), name="check_recommendation"),
    path("<ref:ref>/recommendation/complete/", Complete.as_view(), name="complete_recommendation"),
    path("<ref:ref>/defer/", Defer.as_view(), name="defer"),
    path("<ref:ref>/scoping/", AskScoping.as_view(), name="ask_scoping"),
    # Not below the case: who is asked at an agency does not see the case.
    path("scoping/<uuid:uuid>/", ScopingPage.as_view(), name="scoping_return"),
    # People
    path("<ref:ref>/people/", People.as_view(), name="people"),
    path("<ref:ref>/people/appoint/", Appoint.as_view(), name="appoint"),
    path("<ref:ref>/people/replace/", Replace.as_view(), name="replace"),
    path("<ref:ref>/people/end/", EndAppointment.as_view(), name="end_appointment"),
    path("<ref:ref>/interest/", DeclareInterest.as_view(), name="declare_interest"),
    path("<ref:ref>/interest/set/", SetInterest.as_view(), name="set_interest"),
    path("<ref:ref>/interest/lift/", LiftInterest.as_view(), name="lift_interest"),
    # Meetings
    path("<ref:ref>/meetings/", meetings.Room.as_view(), name="meetings"),
    path("<ref:ref>/meetings/plan/", meetings.Plan.as_view(), name="plan_meeting"),
    path("<ref:ref>/meetings/record/", meetings.Record.as_view(), name="record_meeting"),
    path("<ref:ref>/meetings/<uuid:uuid>/hold/", meetings.Hold.as_view(), name="hold_meeting"),
    path("<ref:ref>/meetings/<uuid:uuid>/move/", meetings.Move.as_view(), name="move_meeting"),
    path(
        "<ref:ref>/meetings/<uuid:uuid>/cancel/", meetings.Cancel.as_view(), name="cancel_meeting"
    ),
    path(
        "<ref:ref>/meetings/<uuid:uuid>/minutes/", meetings.Minutes.as_view(), name="keep_minutes"
    ),
    path(
        "<ref:ref>/meetings/<uuid:uuid>/calendar/",
        meetings.Calendar.as_view(),
        name="meeting_calendar",
    ),
    # Papers, and the log of legal advice
    path("<ref:ref>/papers/", documents.Room.as_view(), name="documents"),
    path("<ref:ref>/papers/add/", documents.Add.as_view(), name="add_document"),
    path("<ref:ref>/papers/<uuid:uuid>/", documents.Download.as_view(), name="document"),
    path(
        "<ref:ref>/papers/<uuid:uuid>/replace/",
        documents.Replace.as_view(),
        name="replace_document",
    ),
    path(
        "<ref:ref>/papers/<uuid:uuid>/classify/",
        documents.Classify.as_view(),
        name="classify_document",
    ),
    path(
        "<ref:ref>/papers/<uuid:uuid>/withdraw/",
        documents.Withdraw.as_view(),
        name="withdraw_document",
    ),
    path("<ref:ref>/legal/", legal.Room.as_view(), name="legal"),
    path("<ref:ref>/legal/ask/", legal.Ask.as_view(), name="ask_advice"),
    path("<ref:ref>/legal/<uuid:uuid>/given/", legal.Give.as_view(), name="give_advice"),
    # Dates: clocks, plan, causes of delay
    path("<ref:ref>/dates/", timing.Dates.as_view(), name="dates"),
    path("<ref:ref>/dates/plan/", timing.Plan.as_view(), name="plan_dates"),
    path("<ref:ref>/dates/extend/", timing.Extend.as_view(), name="extend_plan"),
    path("<ref:ref>/dates/extend/withdraw/", timing.Withdraw.as_view(), name="withdraw_extension"),
    path("<ref:ref>/dates/done/", timing.RecordStep.as_view(), name="record_step"),
    path("<ref:ref>/dates/done/take-back/", timing.TakeBackStep.as_view(), name="take_back_step"),
    path("<ref:ref>/dates/causes/", timing.Look.as_view(), name="look_at_causes"),
    # Other proceedings, holds, staff matters
    path("<ref:ref>/proceedings/", proceedings.Room.as_view(), name="proceedings"),
    path("<ref:ref>/proceedings/add/", proceedings.Add.as_view(), name="add_proceeding"),
    path(
        "<ref:ref>/proceedings/<uuid:uuid>/change/",
        proceedings.Change.as_view(),
        name="change_proceeding",
    ),
    path(
        "<ref:ref>/proceedings/<uuid:uuid>/hearing/",
        proceedings.AddHearing.as_view(),
        name="add_hearing",
    ),
    path("<ref:ref>/proceedings/<uuid:uuid>/hold/", proceedings.PutHold.as_view(), name="put_hold"),
    path("<ref:ref>/holds/<uuid:uuid>/look/", proceedings.Look.as_view(), name="look_at_hold"),
    path("<ref:ref>/holds/<uuid:uuid>/lift/", proceedings.Lift.as_view(), name="lift_hold"),
    path(
        "<ref:ref>/staff-matter/",
        proceedings.ReferStaffMatter.as_view(),
        name="refer_staff_matter",
    ),
    # Other boards and countries
    path("<ref:ref>/boards/", Boards.as_view(), name="boards"),
    path("<ref:ref>/boards/add/", AddBoard.as_view(), name="add_board"),
    path("<ref:ref>/boards/end/", EndParticipation.as_view(), name="end_participation"),
    path("<ref:ref>/boards/names/", OpenNames.as_view(), name="open_names"),
    path("<ref:ref>/boards/country/", RecordCountry.as_view(), name="record_country"),
    # The record: confirmed, taken on, put right
    path("take-on/", TakeOn.as_view(), name="take_on"),
    path("confirm/<uuid:key>/", Confirm.as_view(), name="confirm"),
    path("<ref:ref>/record/", Record.as_view(), name="record"),
    path("<ref:ref>/record/day/", CorrectDay.as_view(), name="correct_day"),
    path("<ref:ref>/record/undo/", Undo.as_view(), name="undo"),
    path("<ref:ref>/record/dispute/<uuid:key>/", Settle.as_view(), name="settle"),
    # Ends
    path("<ref:ref>/close/", Close.as_view(), name="close"),
    path("<ref:ref>/end/", End.as_view(), name="end"),
    path("<ref:ref>/end/told/", TellOfEnd.as_view(), name="tell_of_end"),
]
