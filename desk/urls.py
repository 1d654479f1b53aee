"""The first page; what goes up; what was sent."""

from django.urls import path

from desk.chasers.views import WriteReminder
from desk.reminders.views import Hold, ListGoingUp, Release
from desk.sent.views import BoardSent, CaseSent, TellOtherwise
from desk.views import Desk

app_name = "desk"
urlpatterns = [
    path("", Desk.as_view(), name="desk"),
    # What goes up, shown before
    path("going-up/", ListGoingUp.as_view(), name="going_up"),
    path("reviews/<ref:ref>/going-up/<uuid:uuid>/hold/", Hold.as_view(), name="hold_step"),
    path("reviews/<ref:ref>/going-up/<uuid:uuid>/release/", Release.as_view(), name="release_step"),
    # What was sent, and written by hand
    path("reviews/<ref:ref>/sent/write/", WriteReminder.as_view(), name="write_reminder"),
    path("reviews/<ref:ref>/sent/", CaseSent.as_view(), name="sent"),
    path(
        "reviews/<ref:ref>/sent/<int:message>/told/", TellOtherwise.as_view(), name="tell_otherwise"
    ),
    path("boards/<slug:code>/sent/", BoardSent.as_view(), name="board_sent"),
]
