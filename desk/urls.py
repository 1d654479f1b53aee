"""The first page."""

from django.urls import path

from desk.views import Desk

app_name = "desk"
urlpatterns = [path("", Desk.as_view(), name="desk")]
