"""The ledger of acts and readings, append-only."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules
from django.utils.translation import gettext_lazy as _


class AuditConfig(AppConfig):
    name = "audit"
    verbose_name = _("Audit")

    def ready(self) -> None:
        """Every room's verbs are known before anything is written or read."""
        autodiscover_modules("verbs")
