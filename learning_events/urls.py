"""The pages of learning events."""

from django.urls import path

from learning_events.views import Another, Hold, Room

app_name = "learning_events"
urlpatterns = [
    path("reviews/<ref:ref>/learning-event/", Room.as_view(), name="room"),
    path("reviews/<ref:ref>/learning-event/hold/", Hold.as_view(), name="hold"),
    path("reviews/<ref:ref>/learning-event/another/", Another.as_view(), name="another"),
]
