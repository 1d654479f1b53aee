"""The databases of a test run: two templates, made by whichever worker comes first, and clones.

`empty` is migrated and holds nothing: pytest's ordinary tests run in a clone of it. `world` is a
clone of it in which tests.world has been walked: tests that take the fixture `world` run in a
worker's clone and are rolled back, tests that commit take `own_clone`. No world is ever flushed.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from django.core.management import call_command
from django.db import connection, connections

RUN = os.environ.setdefault("CPRS_TEST_RUN", str(os.getpid()))  # inherited by xdist's workers
WORKER = os.environ.get("PYTEST_XDIST_WORKER", "main")
# Emptied between tests that commit. Changing and deleting stay refused, here as everywhere.
LEDGER = ("audit_entry", "audit_link")


def named(what: str) -> str:
    return f"test_{RUN}_{what}"


@contextmanager
def one_at_a_time() -> Iterator[None]:
    """Templates are made, and copied, by one worker at a time. The server holds the lock: it is
    gone with the connection, and no file of it is left behind."""
    with connection._nodb_cursor() as cursor:
        cursor.execute("SET statement_timeout = 0; SET lock_timeout = 0")
        cursor.execute("SELECT pg_advisory_lock(hashtext(%s))", [named("lock")])
        yield


def use(name: str) -> None:
    """Every new connection, in whichever thread, leads to this database."""
    connections.close_all()
    connection.settings_dict["NAME"] = name


@contextmanager
def within(name: str) -> Iterator[None]:
    before = connection.settings_dict["NAME"]
    use(name)
    try:
        yield
    finally:
        use(before)


def administer(statement: str) -> list[tuple[str, ...]]:
    with connection._nodb_cursor() as cursor:
        cursor.execute("SET statement_timeout = 0")
        cursor.execute(statement)
        return list(cursor.fetchall()) if cursor.description else []


def exists(name: str) -> bool:
    return bool(administer(f"SELECT datname FROM pg_database WHERE datname = '{name}'"))


def drop(name: str) -> None:
    administer(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


def note(name: str, text: str) -> None:
    """Keep a text with a database of this name, as long as it stands."""
    quoted = text.replace("'", "''")
    administer(f"""COMMENT ON DATABASE "{name}" IS '{quoted}'""")


def noted(name: str) -> str:
    """The text that was kept with it."""
    ((text,),) = administer(
        f"SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = '{name}'"
    )
    return text


def made(name: str, template: str, fill: Callable[[], object]) -> str:
    """The template of this name; filled by whoever comes first. Call it one at a time."""
    if not exists(name):
        administer(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
        try:
            with within(name):
                fill()
                with connection.cursor() as cursor:
                    cursor.execute("VACUUM ANALYZE")  # nothing else does it in a run this short
        except BaseException:
            drop(name)
            raise
    return name


def migrate() -> None:
    call_command("migrate", verbosity=0, interactive=False)
    call_command("createcachetable", verbosity=0)
    with connection.cursor() as cursor:
        for table in LEDGER:
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER {table}_never_emptied")


def clone_of_empty(name: str) -> str:
    with one_at_a_time():
        template = made(named("empty"), "template1", migrate)
        administer(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
    return name


def clone_of_world(name: str, walk: Callable[[], object]) -> str:
    with one_at_a_time():
        empty = made(named("empty"), "template1", migrate)
        template = made(named("world"), empty, walk)
        administer(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
    return name


def drop_all() -> None:
    """At the end of the run; in a cluster of its own nothing would be left anyway."""
    for (name,) in administer(
        f"SELECT datname FROM pg_database WHERE datname LIKE 'test\\_{RUN}\\_%'"
    ):
        drop(name)
