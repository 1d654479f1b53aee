"""The web server: `python -m cprs.serve --port 8000 --processes 2`.

Waitress reads each request whole, and sends each answer whole, without giving it a thread: people
on slow lines, and those who send half a request on purpose, keep nobody else waiting. What arrives
is bounded in size, and a connection on which nothing happens is closed. Several processes share one
listening socket; the first of them watches over the others. See docs/adr/0037.
"""

import argparse
import os
import signal
import socket
import sys
import time
from collections.abc import Sequence
from types import FrameType
from typing import Any

from waitress import create_server, wasyncore
from waitress.channel import HTTPChannel

from cprs.wsgi import application

MEGABYTE = 1024 * 1024
SETTINGS: dict[str, Any] = {
    "threads": 8,
    "backlog": 1024,
    "connection_limit": 1000,
    "asyncore_use_poll": True,
    "channel_timeout": 30,  # seconds in which nothing was sent or received
    "cleanup_interval": 5,
    "max_request_header_size": 64 * 1024,
    "max_request_body_size": 300 * MEGABYTE,  # ten files of a referral; each has its own limit
    "outbuf_high_watermark": 64 * MEGABYTE,  # a whole paper waits for a slow reader on disk
    "ident": "",
    "clear_untrusted_proxy_headers": False,  # common.middleware says which it believes
}
LAST_ANSWERS_WITHIN = 20.0  # seconds to finish what is being worked on when asked to stop


class Stopping(BaseException):
    """Somebody asked the server to stop."""


def asked_to_stop(_number: int, _frame: FrameType | None) -> None:
    raise Stopping


def serve(listening: socket.socket) -> None:
    """Answer until asked to stop; then finish what is being worked on, and send it."""
    connections: dict[int, Any] = {}
    server = create_server(application, map=connections, sockets=[listening], **SETTINGS)
    signal.signal(signal.SIGTERM, asked_to_stop)
    try:
        wasyncore.loop(timeout=1, use_poll=True, map=connections)
    except (Stopping, KeyboardInterrupt):
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
    listening.close()
    until = time.monotonic() + LAST_ANSWERS_WITHIN
    while is_busy(connections) and time.monotonic() < until:
        wasyncore.loop(timeout=0.2, use_poll=True, map=connections, count=1)
    server.task_dispatcher.shutdown(timeout=1)


def is_busy(connections: dict[int, Any]) -> bool:
    """Whether a request is being worked on, or an answer is still on its way out."""
    return any(
        isinstance(each, HTTPChannel) and (each.requests or each.total_outbufs_len)
        for each in list(connections.values())
    )


def start(listening: socket.socket) -> int:
    """Start one process that answers; its number."""
    child = os.fork()
    if child:
        return child
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the first process passes it on
    try:
        serve(listening)
    finally:
        os._exit(0)


def watch(listening: socket.socket, processes: int) -> None:
    """Keep so many processes answering, until asked to stop."""
    signal.signal(signal.SIGTERM, asked_to_stop)
    children = {start(listening) for _ in range(processes)}
    try:
        while True:
            ended, _status = os.wait()
            children.discard(ended)
            time.sleep(0.5)  # one that cannot start is not started a thousand times
            children.add(start(listening))
    except (Stopping, KeyboardInterrupt):
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
    for child in children:
        os.kill(child, signal.SIGTERM)
    for child in children:
        os.waitpid(child, 0)


def main(arguments: Sequence[str]) -> None:
    parser = argparse.ArgumentParser(prog="cprs.serve", description="The web server.")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--processes", type=int, default=1)
    wish = parser.parse_args(arguments)
    listening = socket.create_server((wish.host, wish.port), backlog=SETTINGS["backlog"])
    if wish.processes == 1:
        serve(listening)
    else:
        watch(listening, wish.processes)


if __name__ == "__main__":
    main(sys.argv[1:])
