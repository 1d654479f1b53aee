"""Our own manager of PostgreSQL, against what has been seen to go wrong."""

import os
import signal
import subprocess
import sys

import pytest
from stack import ROOT, StackError, locks
from stack.places import account
from stack.postgres import APPLICATION, OWNER, PostgreSQL

from tests.stack.conftest import clean_environment


@pytest.fixture
def postgres(own_places):
    server = PostgreSQL(own_places, fsync="off")  # a kill loses nothing the system has
    yield server
    server.stop()
    server.clear()


def ask(server, query, role="postgres"):
    connection = server.connect(role, "cprs")
    try:
        with connection.cursor() as cursor:
            cursor.execute(query)
            return cursor.fetchone()[0]
    finally:
        connection.close()


def test_both_roles_are_made_and_neither_is_a_superuser(postgres):
    postgres.start()
    powers = "SELECT string_agg(rolname, ' ') FROM pg_roles WHERE rolsuper"
    assert ask(postgres, powers) == "postgres"
    assert ask(postgres, "SELECT current_user", APPLICATION) == APPLICATION
    assert (
        ask(
            postgres,
            "SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = 'cprs'",
            OWNER,
        )
        == OWNER
    )
    assert ask(postgres, "SELECT current_setting('listen_addresses')") == ""


def test_nobody_else_reaches_its_folder_or_its_socket(postgres):
    postgres.start()
    other = account()
    owner = other.pw_uid if other else os.getuid()
    for folder in (postgres.cluster, postgres.socket):
        assert (folder.stat().st_mode & 0o777, folder.stat().st_uid) == (0o700, owner)


def test_data_survives_a_kill_and_a_stale_pid_file_is_no_obstacle(postgres):
    postgres.start()
    connection = postgres.connect(OWNER, "cprs")
    connection.cursor().execute("CREATE TABLE kept AS SELECT 42 AS answer")
    connection.commit()  # and its back-end is still there when the postmaster is killed
    os.kill(postgres.popen.pid, signal.SIGKILL)
    postgres.popen.wait()
    postgres.popen = None
    # A number that belongs to somebody else by now: us.
    (postgres.files / "postmaster.pid").write_text(f"{os.getpid()}\n{postgres.files}\n")
    postgres.start()
    assert ask(postgres, "SELECT answer FROM kept") == 42


def test_a_cluster_that_was_half_made_is_made_anew(postgres):
    (postgres.cluster / "cluster.new").mkdir()
    (postgres.cluster / "cluster.new" / "PG_VERSION").write_text("18")
    postgres.start()
    assert ask(postgres, "SELECT 1") == 1


START = """
import sys
from pathlib import Path
from stack.places import Places
from stack.postgres import FASTER, PostgreSQL
from stack import StackError
top = Path(sys.argv[1])
server = PostgreSQL(Places(top, top / "postgres", top / "s"), **FASTER)
server.handover = 3.0
sys.stdin.readline()
try:
    server.start()
    print("started", flush=True)
    sys.stdin.readline()
    server.stop()
except StackError as reason:
    print("refused", reason, flush=True)
"""


def test_of_two_starters_at_the_same_moment_one_gets_it(own_places):
    two = [
        subprocess.Popen(
            [sys.executable, "-c", START, str(own_places.data)],
            env=clean_environment() | {"PYTHONPATH": str(ROOT / "script")},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(2)
    ]
    for one in two:
        print("go", file=one.stdin, flush=True)
    words = sorted(next(iter(one.stdout or ())).split()[0] for one in two)
    assert words == ["refused", "started"]
    for one in two:
        one.communicate("end\n", timeout=30)
    assert locks.is_free(own_places.cluster / "lock")


def test_a_server_that_cannot_start_says_why(own_places):
    broken = PostgreSQL(own_places, no_such_setting="1")
    with pytest.raises(StackError, match="no_such_setting"):
        broken.start()
    broken.sweep()
