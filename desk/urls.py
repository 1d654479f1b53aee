"""The first page; all running deadlines; what goes up, what was sent; the personal calendar."""

from django.urls import path

from desk.calendar.views import Feed
from desk.chasers.views import WriteReminder
from desk.clocks import views as clocks
from desk.reminders.views import Hold, ListGoingUp, Release
from desk.sent.views import BoardSent, CaseSent, TellOtherwise
from desk.undelivered.views import TellOfBoard
from desk.views import Desk

app_name = "desk"
urlpatterns = [
    path("", Desk.as_view(), name="desk"),
    # The board view of all that runs
    path("clocks/", clocks.List.as_view(), name="clocks"),
    path("clocks/figures/", clocks.Figures.as_view(), name="clocks_figures"),
    path("clocks/paper/", clocks.Paper.as_view(), name="clocks_paper"),
    path("clocks/deadlines.csv", clocks.Download.as_view(), {"kind": "csv"}, "clocks_csv"),
    path("clocks/deadlines.xlsx", clocks.Download.as_view(), {"kind": "xlsx"}, "clocks_xlsx"),
    # Read by calendar programs
    path("calendar/<str:token>.ics", Feed.as_view(), name="calendar"),
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
    path(
        "boards/<slug:code>/undelivered/<int:message>/", TellOfBoard.as_view(), name="tell_of_board"
    ),
    path("boards/<slug:code>/sent/", BoardSent.as_view(), name="board_sent"),
]
