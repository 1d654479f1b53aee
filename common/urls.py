"""Addresses of the toolbox: health."""

from django.urls import path

from common.health import views as health

urlpatterns = [
    path("health/", health.health, name="health"),
    path("health/live/", health.live, name="health_live"),
]
