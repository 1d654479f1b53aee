"""Planning, holding and writing up the learning event."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LearningEventsConfig(AppConfig):
    name = "learning_events"
    verbose_name = _("Learning events")
