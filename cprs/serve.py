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


class Stop:
    """Whether somebody has asked the server to stop. A handler that raised instead would be caught
    and logged by whatever connection was just being served."""

    asked = False

    def ask(self, _number: int, _frame: FrameType | None) -> None:
        self.asked = True


def serve(listening: socket.socket, stop: Stop) -> None:
    """Answer until asked to stop; then finish what is being worked on, and send it."""
    connections: dict[int, Any] = {}
    server = create_server(application, map=connections, sockets=[listening], **SETTINGS)
    while not stop.asked:
        wasyncore.loop(timeout=0.5, use_poll=True, map=connections, count=1)
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


def start(listening: socket.socket, stop: Stop) -> int:
    """Start one process that answers; its number."""
    child = os.fork()
    if child:
        return child
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the first process passes it on
    try:
        serve(listening, stop)
    finally:
        os._exit(0)


def watch(listening: socket.socket, processes: int, stop: Stop) -> None:
    """Keep so many processes answering, until asked to stop."""
    children = {start(listening, stop) for _ in range(processes)}
    while not stop.asked:
        time.sleep(0.5)  # one that cannot start is not started a thousand times
        ended = {child for child in children if os.waitpid(child, os.WNOHANG)[0]}
        children -= ended
        if not stop.asked:
            children |= {start(listening, stop) for _ in ended}
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
    stop = Stop()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, stop.ask)
    if wish.processes == 1:
        serve(listening, stop)
    else:
        watch(listening, wish.processes, stop)


if __name__ == "__main__":
    main(sys.argv[1:])
