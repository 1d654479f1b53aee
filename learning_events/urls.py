"""The pages of learning events."""

from django.urls import path

from learning_events.planning.views import (
    Cancel,
    HoldPlanned,
    Invite,
    Plan,
    RecordAttendance,
    Replan,
)
from learning_events.views import Another, Hold, Room

app_name = "learning_events"
CASE = "reviews/<ref:ref>/learning-event/"
ONE = CASE + "<uuid:uuid>/"
urlpatterns = [
    path(CASE, Room.as_view(), name="room"),
    path(CASE + "hold/", Hold.as_view(), name="hold"),
    path(CASE + "another/", Another.as_view(), name="another"),
    path(CASE + "plan/", Plan.as_view(), name="plan"),
    path(ONE + "plan/", Replan.as_view(), name="replan"),
    path(ONE + "cancel/", Cancel.as_view(), name="cancel"),
    path(ONE + "participants/", Invite.as_view(), name="invite"),
    path(ONE + "attendance/", RecordAttendance.as_view(), name="attendance"),
    path(ONE + "held/", HoldPlanned.as_view(), name="hold_planned"),
]
