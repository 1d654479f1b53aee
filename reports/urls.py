"""The pages of the report, below a case."""

from django.urls import path

from reports.views import Accept, Agree, Compare, Ratify, Room, SendBack, Sign, Version, Write

app_name = "reports"
urlpatterns = [
    path("<ref:ref>/report/", Room.as_view(), name="room"),
    path("<ref:ref>/report/write/", Write.as_view(), name="write"),
    path("<ref:ref>/report/versions/<int:version>/", Version.as_view(), name="version"),
    path("<ref:ref>/report/versions/<int:old>/<int:new>/", Compare.as_view(), name="compare"),
    path("<ref:ref>/report/sign/", Sign.as_view(), name="sign"),
    path("<ref:ref>/report/agree/", Agree.as_view(), name="agree"),
    path("<ref:ref>/report/accept/", Accept.as_view(), name="accept"),
    path("<ref:ref>/report/ratify/", Ratify.as_view(), name="ratify"),
    path("<ref:ref>/report/send-back/", SendBack.as_view(), name="send_back"),
]
