"""The first page, and the board view of all running deadlines."""

from django.urls import path

from desk.clocks import views as clocks
from desk.views import Desk

app_name = "desk"
urlpatterns = [
    path("", Desk.as_view(), name="desk"),
    path("clocks/", clocks.List.as_view(), name="clocks"),
]
