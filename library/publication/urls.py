"""Addresses of publication, under the review.

Their namespace is not the library's: that one is open to the public.
"""

from django.urls import path

from library.publication import views

app_name = "publication"
urlpatterns = [
    path("<ref:ref>/publication/", views.Room.as_view(), name="room"),
    path("<ref:ref>/publication/texts/", views.TextReady.as_view(), name="text_ready"),
    path("<ref:ref>/publication/check/", views.Check.as_view(), name="check"),
    path("<ref:ref>/publication/welsh/", views.WaiveWelsh.as_view(), name="waive_welsh"),
    path("<ref:ref>/publication/send/", views.Send.as_view(), name="send"),
    path("<ref:ref>/publication/receipt/", views.Receive.as_view(), name="receive"),
    path("<ref:ref>/publication/answer/", views.Answer.as_view(), name="answer"),
    path("<ref:ref>/publication/told/", views.TellFirst.as_view(), name="tell_first"),
    path("<ref:ref>/publication/places/", views.AddPlace.as_view(), name="place"),
    path("<ref:ref>/publication/places/<uuid:uuid>/", views.EndPlace.as_view(), name="end_place"),
    path("<ref:ref>/publication/notice/", views.AgreeEarlier.as_view(), name="agree_earlier"),
    path("<ref:ref>/publication/publish/", views.Publish.as_view(), name="publish"),
    path("<ref:ref>/publication/take-down/", views.TakeDown.as_view(), name="take_down"),
    path("<ref:ref>/publication/not/", views.DecideNot.as_view(), name="decide_not"),
    path(
        "<ref:ref>/publication/not/told/", views.TellOfDecision.as_view(), name="tell_of_decision"
    ),
]
