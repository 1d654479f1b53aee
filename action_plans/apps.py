"""The plan, its actions, progress, evidence and outcome."""

from django.apps import AppConfig


class ActionPlansConfig(AppConfig):
    name = "action_plans"
