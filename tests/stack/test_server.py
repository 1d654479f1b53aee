"""script/server, whole: the real programs, started and ended as people and machines do it."""

import os
import signal
import socket
import subprocess
import time

from stack import locks
from stack.asking import lives

from tests.stack.conftest import wait_for

MODEL = "from common.models import Heartbeat; "
MAKE = MODEL + "Heartbeat.objects.note('kept')"
COUNT = MODEL + "print(Heartbeat.objects.filter(name='kept').count())"
ROLES = (
    "from django.db import connection as c; k = c.cursor(); k.execute('SELECT current_user');"
    "print(k.fetchone()[0])"
)


def test_a_long_path_a_second_start_a_restart_and_an_orderly_end(server, tmp_path):
    long = tmp_path / ("d" * 40) / ("e" * 40) / ("f" * 40)
    assert len(str(long)) > 120
    long.parent.mkdir(parents=True)
    first = server(long).start()
    assert first.data.stat().st_mode & 0o777 == 0o700
    assert first.manage(ROLES) == "cprs_app"

    again = first.try_again()
    assert again.returncode == 1
    assert f"Already running on {long}: {first.address}" in again.stderr

    web = next(pid for pid, words in first.processes().items() if "granian" in words)
    os.kill(web, signal.SIGKILL)
    wait_for(lambda: "web starts again" in first.said())
    wait_for(lambda: lives(first.address), within=20)

    assert first.stop() == 0
    stopped = [line.removeprefix("Stopped ") for line in first.said().splitlines()]
    assert stopped[-6:] == ["beat.", "web.", "worker.", "Redis.", "PostgreSQL.", "all."]
    assert first.processes() == {}


def test_kill_9_of_everything_then_a_start_that_finds_its_data(server):
    first = server().start()
    first.manage(MAKE)
    first.kill()
    wait_for(lambda: first.processes() == {}, within=10)

    began = time.monotonic()
    again = server(port=first.port).start()
    assert time.monotonic() - began < 30
    assert again.manage(COUNT) == "1"

    # The death of the parent alone ends the children: the keeper sees to it.
    again.kill(again.process.pid)
    wait_for(lambda: locks.is_free(again.data / "lock"), within=40)
    assert again.processes() == {}


def test_a_port_that_is_taken_is_told_before_any_work(server):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        late = server(port=port)
        answer = late.try_again()
    assert answer.returncode == 1
    assert f"Port {port} cannot be used" in answer.stderr
    assert not late.data.exists()


def test_help_names_the_options(server):
    command = server().command()[0]
    said = subprocess.run([command, "--help"], capture_output=True, text=True).stdout
    assert all(option in said for option in ("--port", "--data", "--no-demo"))
