"""Timetables: milestones reached and the deadlines that follow from them."""

from django.apps import AppConfig


class DeadlinesConfig(AppConfig):
    name = "deadlines"
