"""The toolbox. No word of the domain lives here."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules

from audit.instants import tell_time_by
from common import clock


class CommonConfig(AppConfig):
    name = "common"

    def ready(self) -> None:
        """Hand the one clock down to the ledger, which may not import it; find all papers."""
        tell_time_by(lambda: clock.now())
        autodiscover_modules("papers")
