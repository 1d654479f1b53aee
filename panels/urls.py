"""The pages of the panel: under the case, and an agency's return at its own address."""

from django.urls import path

from panels.family.views import Change as ChangeFamily
from panels.family.views import Record as RecordFamily
from panels.family.views import Room as Family
from panels.panel.views import AgreeTerms
from panels.panel.views import Room as Panel
from panels.timelines.returns import Give, ReturnPage
from panels.timelines.views import AskAgencies, AskAnother, Release, Waive
from panels.timelines.views import Room as Timelines

app_name = "panels"
urlpatterns = [
    path("reviews/<ref:ref>/panel/", Panel.as_view(), name="panel"),
    path("reviews/<ref:ref>/panel/terms/", AgreeTerms.as_view(), name="agree_terms"),
    path("reviews/<ref:ref>/timelines/", Timelines.as_view(), name="timelines"),
    path("reviews/<ref:ref>/timelines/ask/", AskAgencies.as_view(), name="ask_agencies"),
    path("reviews/<ref:ref>/timelines/another/", AskAnother.as_view(), name="ask_another"),
    path("reviews/<ref:ref>/timelines/waive/", Waive.as_view(), name="waive_return"),
    path("reviews/<ref:ref>/timelines/release/", Release.as_view(), name="release"),
    path("reviews/<ref:ref>/family/", Family.as_view(), name="family"),
    path("reviews/<ref:ref>/family/record/", RecordFamily.as_view(), name="record_family"),
    path("reviews/<ref:ref>/family/<uuid:uuid>/", ChangeFamily.as_view(), name="change_family"),
    # Not below the case: an agency's author does not see the case.
    path("returns/<uuid:uuid>/", ReturnPage.as_view(), name="return"),
    path("returns/<uuid:uuid>/give/", Give.as_view(), name="give_return"),
]
