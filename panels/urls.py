"""The pages of the panel: under the case, and an agency's return at its own address."""

from django.urls import path

from panels.costs.views import RecordCosts
from panels.family.views import Change as ChangeFamily
from panels.family.views import Record as RecordFamily
from panels.family.views import Room as Family
from panels.panel.views import AgreeTerms, Changes, ChooseReviewer, Terms
from panels.panel.views import Room as Panel
from panels.register.views import Change, Enter, Leave, RecordTraining, Register, Show
from panels.returns.views import AnswerQuery, AskQuery, SignOff, Unlock
from panels.timelines.returns import Give, ReturnPage
from panels.timelines.views import AskAgencies, AskAnother, Extend, Release, Waive
from panels.timelines.views import Room as Timelines

app_name = "panels"
urlpatterns = [
    path("reviews/<ref:ref>/panel/", Panel.as_view(), name="panel"),
    path("reviews/<ref:ref>/panel/terms/", AgreeTerms.as_view(), name="agree_terms"),
    path("reviews/<ref:ref>/panel/terms/<int:version>/", Terms.as_view(), name="terms"),
    path("reviews/<ref:ref>/panel/terms/<int:version>/changes/", Changes.as_view(), name="changes"),
    path("reviews/<ref:ref>/panel/reviewers/", ChooseReviewer.as_view(), name="choose_reviewer"),
    path("reviews/<ref:ref>/panel/costs/", RecordCosts.as_view(), name="costs"),
    path("reviews/<ref:ref>/timelines/", Timelines.as_view(), name="timelines"),
    path("reviews/<ref:ref>/timelines/ask/", AskAgencies.as_view(), name="ask_agencies"),
    path("reviews/<ref:ref>/timelines/another/", AskAnother.as_view(), name="ask_another"),
    path("reviews/<ref:ref>/timelines/waive/", Waive.as_view(), name="waive_return"),
    path("reviews/<ref:ref>/timelines/extend/", Extend.as_view(), name="extend_return"),
    path("reviews/<ref:ref>/timelines/release/", Release.as_view(), name="release"),
    path("reviews/<ref:ref>/family/", Family.as_view(), name="family"),
    path("reviews/<ref:ref>/family/record/", RecordFamily.as_view(), name="record_family"),
    path("reviews/<ref:ref>/family/<uuid:uuid>/", ChangeFamily.as_view(), name="change_family"),
    # Not below the case: an agency's author does not see the case.
    path("returns/<uuid:uuid>/", ReturnPage.as_view(), name="return"),
    path("returns/<uuid:uuid>/give/", Give.as_view(), name="give_return"),
    path("returns/<uuid:uuid>/sign-off/", SignOff.as_view(), name="sign_off_return"),
    path("returns/<uuid:uuid>/queries/ask/", AskQuery.as_view(), name="ask_query"),
    path(
        "returns/<uuid:uuid>/queries/<uuid:query>/answer/",
        AnswerQuery.as_view(),
        name="answer_query",
    ),
    path("returns/<uuid:uuid>/unlock/", Unlock.as_view(), name="unlock_return"),
    # A board's register of reviewers.
    path("reviewers/<slug:code>/", Register.as_view(), name="register"),
    path("reviewers/<slug:code>/add/", Enter.as_view(), name="enter_reviewer"),
    path("reviewers/<slug:code>/<uuid:uuid>/", Show.as_view(), name="reviewer"),
    path("reviewers/<slug:code>/<uuid:uuid>/change/", Change.as_view(), name="change_reviewer"),
    path(
        "reviewers/<slug:code>/<uuid:uuid>/training/",
        RecordTraining.as_view(),
        name="record_training",
    ),
    path("reviewers/<slug:code>/<uuid:uuid>/leave/", Leave.as_view(), name="reviewer_leaves"),
]
