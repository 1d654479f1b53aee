"""The pages of the plan below a case, and those of an action, which open without the case."""

from django.urls import path

from action_plans.action.views import (
    CarryOver,
    Change,
    Complete,
    Mine,
    Page,
    Raise,
    RecordProgress,
    Verify,
)
from action_plans.ending.views import ClosePlan, Difference, Disseminate
from action_plans.plan.views import AddAction, Approve, Finalise, Room, Send, WriteOutline

app_name = "action_plans"
urlpatterns = [
    path("reviews/<ref:ref>/plan/", Room.as_view(), name="room"),
    path("reviews/<ref:ref>/plan/outline/", WriteOutline.as_view(), name="outline"),
    path("reviews/<ref:ref>/plan/add/", AddAction.as_view(), name="add"),
    path("reviews/<ref:ref>/plan/finalise/", Finalise.as_view(), name="finalise"),
    path("reviews/<ref:ref>/plan/approve/", Approve.as_view(), name="approve"),
    path("reviews/<ref:ref>/plan/send/", Send.as_view(), name="send"),
    path("reviews/<ref:ref>/plan/passed-on/", Disseminate.as_view(), name="disseminate"),
    path("reviews/<ref:ref>/plan/close/", ClosePlan.as_view(), name="close"),
    path("reviews/<ref:ref>/plan/difference/", Difference.as_view(), name="difference"),
    path("actions/", Mine.as_view(), name="mine"),
    path("actions/<uuid:key>/", Page.as_view(), name="action"),
    path("actions/<uuid:key>/change/", Change.as_view(), name="change"),
    path("actions/<uuid:key>/progress/", RecordProgress.as_view(), name="progress"),
    path("actions/<uuid:key>/complete/", Complete.as_view(), name="complete"),
    path("actions/<uuid:key>/verify/", Verify.as_view(), name="verify"),
    path("actions/<uuid:key>/raise/", Raise.as_view(), name="raise"),
    path("actions/<uuid:key>/carry-over/", CarryOver.as_view(), name="carry_over"),
]
