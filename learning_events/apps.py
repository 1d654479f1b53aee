"""Planning, holding and writing up the learning event."""

from django.apps import AppConfig


class LearningEventsConfig(AppConfig):
    name = "learning_events"
