"""The pages of the spine."""

from django.urls import path, register_converter

from reviews.case.views import History, List, Overview
from reviews.children.views import AddChild, Names, RecordVoice
from reviews.children.views import Room as Children
from reviews.closing.views import Close, End, TellOfEnd
from reviews.confirming.views import Confirm, Settle
from reviews.correcting.views import CorrectDay, Record, Undo
from reviews.decision.notice_pdf import NoticePaper
from reviews.decision.views import Decide, RecordDiscussion, SendNotice
from reviews.decision.views import Room as Decision
from reviews.people.views import Appoint, DeclareInterest, EndAppointment, LiftInterest, SetInterest
from reviews.people.views import Room as People
from reviews.recommendation.views import Recommend
from reviews.references import ReferenceConverter
from reviews.referral.views import Forward, Log
from reviews.taking_on.views import TakeOn

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
    path("<ref:ref>/people/end/", EndAppointment.as_view(), name="end_appointment"),
    path("<ref:ref>/interest/", DeclareInterest.as_view(), name="declare_interest"),
    path("<ref:ref>/interest/set/", SetInterest.as_view(), name="set_interest"),
    path("<ref:ref>/interest/lift/", LiftInterest.as_view(), name="lift_interest"),
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
