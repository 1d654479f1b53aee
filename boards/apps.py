"""Safeguarding boards, agencies, persons, users, offices, signing in."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class BoardsConfig(AppConfig):
    name = "boards"

    def ready(self) -> None:
        """Let every room register what moves when somebody leaves."""
        autodiscover_modules("leaving_moves")
