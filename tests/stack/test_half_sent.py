"""Requests that are begun and not finished keep nobody else waiting, on the server as it is run."""

import socket
import time
import urllib.request

from stack.asking import health

HOST = b"Host: 127.0.0.1\r\n"
HALF_BODY = (
    b"POST /accounts/login/ HTTP/1.1\r\n"
    + HOST
    + b"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 5000\r\n\r\nlogin="
)
HALF_HEADERS = b"GET / HTTP/1.1\r\n" + HOST + b"X-Slow: "


def test_fifty_half_sent_requests_keep_nobody_waiting(server):
    running = server().start()
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
