"""The pages of the spine."""

from django.urls import path, register_converter

from reviews.case.views import History, List, Overview
from reviews.children.views import AddChild, Names, RecordVoice
from reviews.children.views import Room as Children
from reviews.closing.views import Close, End
from reviews.decision.notice_pdf import NoticePaper
from reviews.decision.views import Decide, RecordDiscussion, SendNotice
from reviews.decision.views import Room as Decision
from reviews.documents import views as documents
from reviews.legal import views as legal
from reviews.meetings import views as meetings
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
from reviews.recommendation.views import Recommend
from reviews.references import ReferenceConverter
from reviews.referral.views import Forward, Log

register_converter(ReferenceConverter, "ref")

app_name = "reviews"
urlpatterns = [
    path("", List.as_view(), name="list"),
    path("log/", Log.as_view(), name="log"),
    path("<ref:ref>/", Overview.as_view(), name="overview"),
    path("<ref:ref>/history/", History.as_view(), name="history"),
    # Children
    path("<ref:ref>/children/", Children.as_view(), name="children"),
    path("<ref:ref>/children/add/", AddChild.as_view(), name="add_child"),
    path("<ref:ref>/children/names/", Names.as_view(), name="names"),
    path("<ref:ref>/children/voice/", RecordVoice.as_view(), name="record_voice"),
    # Referral, recommendation, decision
    path("<ref:ref>/decision/", Decision.as_view(), name="decision"),
    path("<ref:ref>/forward/", Forward.as_view(), name="forward"),
    path("<ref:ref>/recommend/", Recommend.as_view(), name="recommend"),
    path("<ref:ref>/decide/", Decide.as_view(), name="decide"),
    path("<ref:ref>/discussion/", RecordDiscussion.as_view(), name="record_discussion"),
    path("<ref:ref>/notice/", SendNotice.as_view(), name="send_notice"),
    path("<ref:ref>/notice/pdf/", NoticePaper.as_view(), name="notice_pdf"),
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
    # Ends
    path("<ref:ref>/close/", Close.as_view(), name="close"),
    path("<ref:ref>/end/", End.as_view(), name="end"),
]
