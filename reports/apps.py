"""Drafting, agreement by the panel, acceptance by the Board."""

from django.apps import AppConfig


class ReportsConfig(AppConfig):
    name = "reports"
