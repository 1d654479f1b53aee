"""The ledger of acts and readings, append-only."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class AuditConfig(AppConfig):
    name = "audit"

    def ready(self) -> None:
        """Every room's verbs are known before anything is written or read."""
        autodiscover_modules("verbs")
