"""The panel, its reviewers, the agencies' timelines and the family's part."""

from django.apps import AppConfig


class PanelsConfig(AppConfig):
    name = "panels"
