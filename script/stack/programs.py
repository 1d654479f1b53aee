"""The programs of the site itself: the web server, the worker and the beat."""

import sys
from collections.abc import Mapping

from stack.children import Child
from stack.places import Places

PYTHON = sys.executable


def web(places: Places, env: Mapping[str, str], port: int) -> Child:
    return Child(
        name="web",
        command=[
            *(PYTHON, "-m", "cprs.serve"),
            *("--host", "127.0.0.1", "--port", str(port)),
        ],
        lock=places.lock("web"),
        log=places.logs / "web.log",
        env=env,
        patience=25,
    )


def worker(places: Places, env: Mapping[str, str]) -> Child:
    return Child(
        name="worker",
        command=[
            *(PYTHON, "-m", "celery", "-A", "cprs", "worker", "--loglevel", "INFO"),
            *("--concurrency", "2", "--without-gossip", "--without-mingle"),
        ],
        lock=places.lock("worker"),
        log=places.logs / "worker.log",
        env=env,
        patience=30,
    )


def beat(places: Places, env: Mapping[str, str]) -> Child:
    """Its schedule file only remembers when it last sent what; losing it does no harm."""
    return Child(
        name="beat",
        command=[
            *(PYTHON, "-m", "celery", "-A", "cprs", "beat", "--loglevel", "INFO"),
            *("--schedule", str(places.data / "beat" / "schedule"), "--pidfile="),
        ],
        lock=places.lock("beat"),
        log=places.logs / "beat.log",
        env=env,
    )
