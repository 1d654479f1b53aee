"""What test databases need that production never does: emptying the ledger between tests that
commit. Only the TRUNCATE triggers are put to sleep; changing and deleting stay refused."""

import pytest
from django.db import connection

TABLES = ("audit_entry", "audit_link")


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """Extends pytest-django's own fixture; import it into conftest.py under this name."""
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        for table in TABLES:
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER {table}_never_emptied")
