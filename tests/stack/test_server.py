"""script/server, whole: the real programs, started and ended as people and machines do it."""

import os
import signal
import socket
import subprocess
import time
import urllib.request

import pytest
from stack import locks
from stack.asking import health, lives

from tests.stack.conftest import Server, wait_for

MODEL = "from common.models import Heartbeat; "
MAKE = MODEL + "Heartbeat.objects.note('kept')"
COUNT = MODEL + "print(Heartbeat.objects.filter(name='kept').count())"
ROLES = (
    "from django.db import connection as c; k = c.cursor(); k.execute('SELECT current_user');"
    "print(k.fetchone()[0])"
)

HOST = b"Host: 127.0.0.1\r\n"
HALF_BODY = (
    b"POST /accounts/login/ HTTP/1.1\r\n"
    + HOST
    + b"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 5000\r\n\r\nlogin="
)
HALF_HEADERS = b"GET / HTTP/1.1\r\n" + HOST + b"X-Slow: "


@pytest.fixture(scope="module")
def begun(tmp_path_factory):
    """A folder with a long path in which a server has once been started, and that server: making
    its database is most of what a first start does."""
    long = tmp_path_factory.mktemp("d" * 40) / ("e" * 40) / ("f" * 40)
    assert len(str(long)) > 120
    long.parent.mkdir(parents=True)
    server = Server(long)
    try:
        yield server.start()
    finally:
        server.remove()


@pytest.fixture
def running(begun):
    """The same server, running."""
    if begun.running().poll() is not None:
        begun.start()
    return begun


def test_a_second_start_a_restart_and_an_orderly_end(running):
    assert running.data.stat().st_mode & 0o777 == 0o700
    assert running.manage(ROLES) == "cprs_app"

    again = running.try_again()
    assert again.returncode == 1
    assert f"Already running on {running.data}: {running.address}" in again.stderr

    web = next(pid for pid, words in running.processes().items() if "cprs.serve" in words)
    os.kill(web, signal.SIGKILL)
    wait_for(lambda: "web starts again" in running.said())
    wait_for(lambda: lives(running.address), within=20)

    assert running.stop() == 0
    stopped = [line.removeprefix("Stopped ") for line in running.said().splitlines()]
    assert stopped[-6:] == ["beat.", "web.", "worker.", "Redis.", "PostgreSQL.", "all."]
    assert running.processes() == {}


def test_kill_9_of_everything_then_a_start_that_finds_its_data(running):
    running.manage(MAKE)
    running.kill()
    wait_for(lambda: running.processes() == {}, within=10)

    began = time.monotonic()
    running.start()
    assert time.monotonic() - began < 30
    assert running.manage(COUNT) == "1"

    # The death of the parent alone ends the children: the keeper sees to it.
    running.kill(running.process.pid)
    wait_for(lambda: locks.is_free(running.data / "lock"), within=40)
    assert running.processes() == {}


def test_fifty_half_sent_requests_keep_nobody_waiting(running):
    begun = []
    try:
        for number in range(50):
            line = socket.create_connection(("127.0.0.1", running.port), timeout=5)
            line.sendall(HALF_BODY if number % 2 else HALF_HEADERS)
            begun.append(line)
        time.sleep(0.5)
        since = time.monotonic()
        with urllib.request.urlopen(running.address, timeout=5) as page:
            assert page.status == 200
        assert health(running.address) == ""
        assert time.monotonic() - since < 5
        # Who goes on slowly is read to the end and answered.
        slow = begun[1]
        slow.sendall(b"a" * (5000 - len(b"login=")))
        slow.settimeout(5)
        assert b"403" in slow.recv(200).split(b"\r\n")[0]  # no token: it was read as a form
    finally:
        for line in begun:
            line.close()


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
