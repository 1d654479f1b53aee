"""The databases of a test run: templates, each made once by whoever comes first, and clones.

`empty` is migrated and holds nothing: pytest's ordinary tests run in a clone of it. `world` is a
clone of it in which tests.world has been walked: tests that take the fixture `world` run in a
worker's clone and are rolled back, tests that commit take `own_clone`. No world is ever flushed.

Migrating takes longer than any test. What came of it is kept beside pytest's own cache and read in
again by the next run, as long as no migration and no package has changed since.
"""

import os
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from django.core.management import call_command
from django.db import connection, connections
from stack import ROOT
from stack.postgres import programs
from stack.stamps import digest

RUN = os.environ.setdefault("CPRS_TEST_RUN", str(os.getpid()))  # inherited by xdist's workers
WORKER = os.environ.get("PYTEST_XDIST_WORKER", "main")
# Emptied between tests that commit. Changing and deleting stay refused, here as everywhere.
LEDGER = ("audit_entry", "audit_link")


def named(what: str) -> str:
    return f"test_{RUN}_{what}"


@contextmanager
def one_at_a_time(what: str) -> Iterator[None]:
    """A template is made by one worker at a time. The server holds the lock: it is gone with the
    connection, and no file of it is left behind."""
    with connection._nodb_cursor() as cursor:
        cursor.execute("SET statement_timeout = 0; SET lock_timeout = 0")
        cursor.execute("SELECT pg_advisory_lock(hashtext(%s))", [named(what)])
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


def made(what: str, template: str, fill: Callable[[], object]) -> str:
    """The template of this name; filled by whoever comes first."""
    name = named(what)
    with one_at_a_time(what):
        if not exists(name):
            administer(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
            try:
                with within(name):
                    fill()
                    with connection.cursor() as cursor:
                        cursor.execute("VACUUM ANALYZE")  # nothing else does it in so short a run
            except BaseException:
                drop(name)
                raise
    return name


def kept() -> Path:
    """The file of a migrated database; another migration or package makes it another file."""
    from_files = [
        *ROOT.glob("*/migrations/*.py"),
        *ROOT.glob("common/*.py"),  # fields of its own
        *(ROOT / name for name in ("requirements-dev.txt", "tests/databases.py")),
    ]
    name = f"{digest(from_files)[:32]}.sql"
    return ROOT / ".pytest_cache" / "d" / "databases" / name


def postgres(program: str, *words: str | Path) -> None:
    """One of PostgreSQL's programs, on the database that is connected."""
    to = connection.get_connection_params()
    address = " ".join(f"{word}={to[word]}" for word in ("host", "dbname", "user"))
    subprocess.run([programs() / program, "-d", address, *words], check=True, capture_output=True)


def migrate() -> None:
    is_ours = "CPRS_TEST_CLUSTER" in os.environ  # tests.embedded
    file = kept()
    if is_ours and file.exists():
        postgres("psql", "-X", "-q", "-1", "-v", "ON_ERROR_STOP=1", "-f", file)
        return
    call_command("migrate", verbosity=0, interactive=False)
    call_command("createcachetable", verbosity=0)
    with connection.cursor() as cursor:
        for table in LEDGER:
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER {table}_never_emptied")
    if is_ours:
        keep(file)


def keep(file: Path) -> None:
    """What was kept before is of no more use."""
    file.parent.mkdir(parents=True, exist_ok=True)
    half = file.with_suffix(f".{os.getpid()}")
    postgres("pg_dump", "-f", half)
    half.rename(file)
    for older in set(file.parent.glob("*.sql")) - {file}:
        older.unlink(missing_ok=True)


def empty() -> str:
    return made("empty", "template1", migrate)


def clone(name: str, template: str) -> str:
    administer(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
    return name


def clone_of_empty(name: str) -> str:
    return clone(name, empty())


def world(walk: Callable[[], object]) -> str:
    return made("world", empty(), walk)


def clone_of_world(name: str, walk: Callable[[], object]) -> str:
    return clone(name, world(walk))


def drop_all() -> None:
    """At the end of the run; in a cluster of its own nothing would be left anyway."""
    for (name,) in administer(
        f"SELECT datname FROM pg_database WHERE datname LIKE 'test\\_{RUN}\\_%'"
    ):
        drop(name)
