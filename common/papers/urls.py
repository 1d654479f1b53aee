"""Addresses of papers that were asked for."""

from django.urls import path

from common.papers import views

urlpatterns = [
    path("papers/<uuid:pk>/", views.progress, name="paper"),
    path("papers/<uuid:pk>/file/", views.download, name="paper_file"),
]
