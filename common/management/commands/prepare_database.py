"""Brings the database up to date. Run as its owner, before the programs of a new version start."""

from typing import Any

import environ
from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connection


class Command(BaseCommand):
    help = (
        "Migrates, makes the cache table, derives the deadlines and grants the application's role"
        " its rights. Run with CPRS_AS_OWNER=1 and DATABASE_OWNER_URL;"
        " harmless when there is nothing to do."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        quiet = {"verbosity": max(0, options["verbosity"] - 1)}
        call_command("migrate", interactive=False, **quiet)
        call_command("createcachetable", **quiet)
        # A release may bring a rule or a reminder: what follows from it is there from now on.
        call_command("rebuild_deadlines", **quiet)
        env = environ.FileAwareEnv()
        address = env.str("DATABASE_URL", default="")
        application = env.db_url_config(address).get("USER", "") if address else ""
        if application and application != connection.settings_dict["USER"]:
            call_command("grant_application_role", **quiet)
        elif settings.PRODUCTION:
            raise CommandError(
                "The application must have a role of its own. Set CPRS_AS_OWNER=1, and let"
                " DATABASE_URL and DATABASE_OWNER_URL name two roles."
            )
        self.stdout.write(f"{connection.settings_dict['NAME']} is up to date.")
