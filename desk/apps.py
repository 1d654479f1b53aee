"""The worker's first page: what is mine, what is due; the board's figures."""

from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "desk"
