"""Referring a case without an account. The key of the link leaves the address at once; what remains
says which referral a page belongs to, and opens nothing without that key."""

from django.urls import path

from reviews.referral.public import views
from reviews.referral.public.copying import Copy

app_name = "refer"
urlpatterns = [
    path("", views.Start.as_view(), name="start"),
    path("mail/", views.Posted.as_view(), name="posted"),
    path("link/<str:token>/", views.Open.as_view(), name="open"),
    path("write/<uuid:uuid>/", views.Write.as_view(), name="write"),
    path("copy/<uuid:uuid>/", Copy.as_view(), name="copy"),
    path("kept/<uuid:uuid>/", views.Kept.as_view(), name="kept"),
    path("sent/<uuid:uuid>/", views.Sent.as_view(), name="sent"),
]
