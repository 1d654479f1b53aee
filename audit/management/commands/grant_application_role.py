"""Gives the application's role what it needs, and nothing that could change the ledger."""

from typing import Any

import environ
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection, transaction

LEDGER = ("audit_entry", "audit_link")
GRANTS = (
    "GRANT USAGE ON SCHEMA public TO {role}",
    "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {role}",
    "GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {role}",
    "ALTER DEFAULT PRIVILEGES IN SCHEMA public"
    " GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO {role}",
    "ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO {role}",
)


class Command(BaseCommand):
    help = (
        "Run as the owner (CPRS_AS_OWNER=1) after every migrate: grants the role of DATABASE_URL"
        " its rights. On the ledger it may read and add, never change, delete or truncate."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--role", help="Default: the user named in DATABASE_URL.")

    def handle(self, *args: Any, **options: Any) -> None:
        role = options["role"] or environ.FileAwareEnv().db_url("DATABASE_URL").get("USER", "")
        if not role:
            raise CommandError("DATABASE_URL names no user, so there is no role to grant to.")
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(
                "SELECT quote_ident(rolname), rolsuper, rolname = current_user FROM pg_roles"
                " WHERE rolname = %s",
                [role],
            )
            found = cursor.fetchone()
            if found is None:
                raise CommandError(f"There is no role {role!r}. Create it first, without rights.")
            name, is_superuser, is_myself = found
            if is_myself:
                raise CommandError(
                    f"This runs as {role!r} itself. Run it as the owner: set CPRS_AS_OWNER=1 and"
                    " DATABASE_OWNER_URL."
                )
            if is_superuser:
                raise CommandError(f"{role!r} is a superuser, which no grant can hold back.")
            for grant in GRANTS:
                cursor.execute(grant.format(role=name))
            for table in LEDGER:
                cursor.execute(f"REVOKE ALL ON {table} FROM {name}")
                cursor.execute(f"GRANT SELECT, INSERT ON {table} TO {name}")
        self.stdout.write(f"{role} may use the database, and add to the ledger.")
