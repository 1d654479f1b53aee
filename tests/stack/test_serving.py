"""The web server is asked to stop, and loses a process: what is being worked on is answered."""

import contextlib
import http.client
import os
import signal
import subprocess
import sys
import urllib.request
from concurrent.futures import ThreadPoolExecutor

import pytest
from stack import ROOT, ports

from tests.stack.conftest import wait_for

# The server as it is, before an application that takes its time and says who answered.
SLOW = """
import os, sys, time
from unittest import mock
sys.modules["cprs.wsgi"] = mock.Mock()
from cprs import serve
def application(environ, start_response):
    if environ["PATH_INFO"] == "/slow":
        time.sleep(1.5)
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [str(os.getpid()).encode() + b" " + b"x" * 300_000]
serve.application = application
serve.main(sys.argv[1:])
"""


@pytest.fixture
def serving():
    started = []

    def start(processes: int) -> tuple[subprocess.Popen[bytes], str]:
        port = ports.any_free()
        words = ["--port", str(port), "--processes", str(processes)]
        started.append(subprocess.Popen([sys.executable, "-c", SLOW, *words], cwd=ROOT))
        address = f"http://127.0.0.1:{port}"
        wait_for(lambda: answers(address), within=20)
        return started[-1], address

    yield start
    for each in started:
        if each.poll() is None:
            each.terminate()
            each.wait(30)


def answers(address: str) -> bool:
    try:
        return bool(fetch(address))
    except OSError:
        return False


def fetch(address: str) -> bytes:
    with urllib.request.urlopen(address, timeout=10) as answer:
        content: bytes = answer.read()
        return content


@pytest.mark.parametrize("processes", [1, 2])
def test_asked_to_stop_it_finishes_what_is_being_worked_on(serving, processes):
    server, address = serving(processes)
    with ThreadPoolExecutor(2) as browsers:
        slow = [browsers.submit(fetch, f"{address}/slow") for _ in range(2)]
        wait_for(lambda: all(each.running() for each in slow), within=5)
        fetch(address)  # by now both are inside
        server.send_signal(signal.SIGTERM)
        assert all(len(each.result()) > 300_000 for each in slow)
    assert server.wait(20) == 0
    assert not answers(address)


def test_a_process_that_is_killed_is_replaced(serving):
    server, address = serving(2)
    killed = int(fetch(address).split()[0])
    assert killed != server.pid
    os.kill(killed, signal.SIGKILL)
    wait_for(lambda: answers(address), within=10)
    seen: set[int] = set()

    def both() -> bool:
        seen.add(int(fetch(address).split()[0]))
        return len(seen - {killed}) == 2

    wait_for(both, within=20)


@pytest.mark.parametrize("processes", [1, 2])
def test_in_the_middle_of_much_work_it_stops_when_asked(serving, processes):
    server, address = serving(processes)
    port = int(address.rpartition(":")[2])
    answered = []

    def go_on() -> None:
        """One connection that is kept, as a proxy keeps it."""
        line = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
        with contextlib.suppress(OSError, http.client.HTTPException):
            while True:
                line.request("GET", "/")
                answered.append(len(line.getresponse().read()))

    with ThreadPoolExecutor(8) as browsers:
        for _ in range(8):
            browsers.submit(go_on)
        wait_for(lambda: len(answered) > 200, within=20)
        server.send_signal(signal.SIGTERM)
        assert server.wait(30) == 0
    assert min(answered) > 300_000, "no answer was cut off"
