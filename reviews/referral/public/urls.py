"""Referring a case without an account. Nothing stands in an address but the key of the link, and
that leaves it at once."""

from django.urls import path

from reviews.referral.public import views

app_name = "refer"
urlpatterns = [
    path("", views.Start.as_view(), name="start"),
    path("mail/", views.Posted.as_view(), name="posted"),
    path("link/<str:token>/", views.Open.as_view(), name="open"),
    path("write/", views.Write.as_view(), name="write"),
    path("kept/", views.Kept.as_view(), name="kept"),
    path("sent/", views.Sent.as_view(), name="sent"),
]
