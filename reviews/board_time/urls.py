"""The time of a board."""

from django.urls import path

from reviews.board_time import views

urlpatterns = [
    path("<slug:code>/time/", views.BoardTimePage.as_view(), name="board_time"),
    path("<slug:code>/time/targets/<slug:key>/", views.SetTarget.as_view(), name="set_target"),
    path("<slug:code>/time/closures/add/", views.AddClosure.as_view(), name="add_closure"),
    path(
        "<slug:code>/time/closures/<int:closure>/remove/",
        views.RemoveClosure.as_view(),
        name="remove_closure",
    ),
    path(
        "<slug:code>/time/six-months/", views.SetSixMonthsEnd.as_view(), name="set_six_months_end"
    ),
    path(
        "<slug:code>/time/annual-report/<int:year>/",
        views.RecordAnnualReport.as_view(),
        name="record_annual_report",
    ),
]
