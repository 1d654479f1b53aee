"""The first page, all running deadlines, and the personal calendar."""

from django.urls import path

from desk.calendar.views import Feed
from desk.clocks import views as clocks
from desk.views import Desk

app_name = "desk"
urlpatterns = [
    path("", Desk.as_view(), name="desk"),
    path("clocks/", clocks.List.as_view(), name="clocks"),
    path("clocks/figures/", clocks.Figures.as_view(), name="clocks_figures"),
    path("clocks/paper/", clocks.Paper.as_view(), name="clocks_paper"),
    path("clocks/deadlines.csv", clocks.Download.as_view(), {"kind": "csv"}, "clocks_csv"),
    path("clocks/deadlines.xlsx", clocks.Download.as_view(), {"kind": "xlsx"}, "clocks_xlsx"),
    path("calendar/<str:token>.ics", Feed.as_view(), name="calendar"),
]
