"""Stacks of their own for the tests of the stack: nothing here touches the run's own services."""

import os
import shutil
import signal
import subprocess
import time
from pathlib import Path

import pytest
from stack import ROOT, places, ports
from stack.asking import health

OURS = ("DATABASE_URL", "DATABASE_OWNER_URL", "REDIS_URL", "CPRS_", "DJANGO_", "PYTEST_", "EMAIL_")


def clean_environment() -> dict[str, str]:
    """That of somebody who has set nothing."""
    return {name: value for name, value in os.environ.items() if not name.startswith(OURS)}


@pytest.fixture
def own_places():
    found = places.temporary()
    yield found
    shutil.rmtree(found.data, ignore_errors=True)


class Server:
    """script/server on a folder and port of its own, as somebody at a terminal would run it."""

    def __init__(self, data: Path, port: int | None = None) -> None:
        self.data, self.port = data, port or ports.any_free()
        self.output = data.parent / f"{data.name}.out"
        self.address = f"http://127.0.0.1:{self.port}/"
        self.process: subprocess.Popen[bytes] | None = None

    def command(self) -> list[str]:
        given = ["--no-demo", "--port", str(self.port), "--data", str(self.data)]
        return [str(ROOT / "script" / "server"), *given]

    def start(self) -> "Server":
        with self.output.open("wb") as output:
            self.process = subprocess.Popen(
                self.command(),
                env=clean_environment(),
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        wait_for(lambda: f"Ready: {self.address}" in self.said() or self.process.poll() is not None)
        assert self.process.poll() is None, self.said()
        assert health(self.address) == ""
        return self

    def said(self) -> str:
        return self.output.read_text()

    def try_again(self) -> subprocess.CompletedProcess[str]:
        """A second start with the same command."""
        return subprocess.run(
            self.command(), env=clean_environment(), capture_output=True, text=True, timeout=60
        )

    def manage(self, code: str) -> str:
        """What a person gets who runs manage.py by hand on this data."""
        done = subprocess.run(
            [ROOT / ".venv" / "bin" / "python", "manage.py", "shell", "-v0", "-c", code],
            env=clean_environment() | {"CPRS_DATA": str(self.data)},
            cwd=ROOT,
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    def processes(self) -> dict[int, str]:
        """Every living process of this stack: number and command line."""
        found = {}
        for folder in Path("/proc").glob("[0-9]*"):
            try:
                words = (folder / "cmdline").read_bytes().replace(b"\0", b" ").decode()
                where = (folder / "environ").read_bytes().decode(errors="replace")
                cluster = str((folder / "cwd").readlink())
            except OSError:
                continue
            ours = str(self.data)
            if ours in words or f"CPRS_DATA={ours}" in where or self.owns(cluster):
                found[int(folder.name)] = words
        return found

    def owns(self, folder: str) -> bool:
        link = self.data / "postgres"
        return link.exists() and Path(folder).is_relative_to(link.resolve())

    def kill(self, *pids: int) -> None:
        for pid in pids or self.processes():
            try:
                os.kill(pid, signal.SIGKILL)
            except ProcessLookupError:
                continue
        self.running().wait()

    def running(self) -> subprocess.Popen[bytes]:
        assert self.process is not None
        return self.process

    def stop(self) -> int:
        self.running().send_signal(signal.SIGTERM)
        return self.running().wait(60)

    def remove(self) -> None:
        if self.process and self.process.poll() is None:
            self.stop()
        cluster = (self.data / "postgres").resolve()
        for folder in (self.data, cluster):
            shutil.rmtree(folder, ignore_errors=True)


def wait_for(true, within: float = 90) -> None:
    until = time.monotonic() + within
    while not true():
        assert time.monotonic() < until, "waited in vain"
        time.sleep(0.1)


@pytest.fixture
def server(tmp_path):
    """Makes servers; they and their databases are gone afterwards."""
    made = []

    def make(data: Path = tmp_path / "data", port: int | None = None) -> Server:
        made.append(Server(data, port))
        return made[-1]

    yield make
    for one in made:
        one.remove()
