"""What production installs is enough: a fresh environment with requirements.txt and nothing else
runs the web server, the worker and the beat; a mail leaves and a paper is made.
"""

import subprocess
import sys
import urllib.error
import urllib.parse
import urllib.request
from http.cookiejar import CookieJar
from pathlib import Path

import pytest
from aiosmtpd.controller import Controller
from stack import ROOT, places, ports, surroundings
from stack.asking import health
from stack.children import Child
from stack.family import Family
from stack.postgres import APPLICATION, FASTER, OWNER, PostgreSQL
from stack.progress import run
from stack.redis import Redis
from stack.stamps import digest

from tests.stack.conftest import clean_environment, wait_for

LOCK = ROOT / "requirements.txt"


def production_environment() -> Path:
    """Python with exactly what the lock of production names; kept until the lock changes."""
    folder = ROOT / ".venv" / "production" / digest([LOCK])[:16]
    python = folder / "bin" / "python"
    if not (folder / ".complete").exists():
        log = ROOT / ".venv.log"
        run("Making production's environment", [sys.executable, "-m", "venv", folder], log)
        pip = [str(python), "-m", "pip", "--disable-pip-version-check", "install", "--no-input"]
        run("Installing production's lock", [*pip, "--require-hashes", "-r", str(LOCK)], log)
        (folder / ".complete").touch()
    return python


class Inbox:
    def __init__(self) -> None:
        self.messages: list[bytes] = []

    async def handle_DATA(self, _server, _session, envelope):  # noqa: N802 - its name in aiosmtpd
        self.messages.append(envelope.content)
        return "250 Kept"


@pytest.fixture
def inbox():
    found = Inbox()
    controller = Controller(found, hostname="127.0.0.1", port=ports.any_free())
    controller.start()
    yield found, controller.port
    controller.stop()


class Production:
    """The programs of the image, on services and addresses of the test's own."""

    def __init__(self, where: places.Places, python: Path, smtp: int) -> None:
        self.places, self.python, self.port = where, str(python), ports.any_free()
        self.address = f"http://127.0.0.1:{self.port}/"
        database, redis = PostgreSQL(where, **FASTER), Redis(where)
        addresses = {
            "DATABASE_URL": database.url(APPLICATION),
            "DATABASE_OWNER_URL": database.url(OWNER),
            "REDIS_URL": redis.url,
        }
        values = surroundings.settings(where.data, "development", self.address, addresses)
        values |= addresses | {"EMAIL_URL": f"smtp://127.0.0.1:{smtp}", "CPRS_TICK": "1"}
        self.env = clean_environment() | {
            name: value
            for name, value in surroundings.full(where.data, values).items()
            if name not in ("PYTHONPATH", "VIRTUAL_ENV")
        }
        surroundings.write(where.data, values)
        self.programs = [
            self.program("worker", "celery", "-A", "cprs", "worker", "--concurrency", "1"),
            self.program("web", "cprs.serve", "--port", str(self.port), "--processes", "2"),
            self.program(
                "beat",
                "celery",
                "-A",
                "cprs",
                "beat",
                "--pidfile=",
                "--schedule",
                str(where.data / "schedule"),
            ),
        ]
        self.family = Family([database, redis, *self.programs], remove=where.data)
        self.services = (database, redis)

    def program(self, name: str, module: str, *words: str) -> Child:
        return Child(
            name=name,
            command=[self.python, "-m", module, *words],
            lock=self.places.lock(name),
            log=self.places.logs / f"{name}.log",
            env=self.env,
        )

    def start(self) -> None:
        for service in self.services:
            self.family.begin(service)
        self.manage("prepare_database", CPRS_AS_OWNER="1")
        for each in self.programs:
            self.family.begin(each)
        wait_for(self.is_well, within=60)

    def is_well(self) -> bool:
        for child in self.family.dead():
            raise AssertionError(child.why())
        try:
            return health(self.address) == ""
        except OSError:
            return False

    def manage(self, *words: str, **env: str) -> str:
        done = subprocess.run(
            [self.python, "manage.py", *words],
            env=self.env | env,
            cwd=ROOT,
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, done.stderr[-3000:]
        return done.stdout.strip()


MAKE_ACCOUNT = (
    "from boards.models import Board, Person, User;"
    "b = Board.objects.create(code='be', name_en='BE', name_cy='BE', prefix='BE');"
    "u = User.objects.create_user('gwen@be.test', 'heather-on-the-hill-42');"
    "Person.objects.create(name='Gwen', email='gwen@be.test', user=u)"
)
ASK = (
    "from boards.models import User; from common.papers import services;"
    "from desk.clocks import paper; from desk.clocks.asked import Asked;"
    "user = User.objects.select_related('person').get();"
    "services.ask(paper.KIND, subject=paper.subject_of(user, Asked()), language='cy', by=user.pk)"
)
STATE = "from common.models import PaperRequest; print(PaperRequest.objects.get().state)"


def test_the_lock_of_production_runs_everything(inbox):
    found, smtp = inbox
    site = Production(places.temporary(), production_environment(), smtp)
    try:
        site.start()
        site.manage("shell", "-v0", "-c", MAKE_ACCOUNT)
        browser = urllib.request.build_opener(
            urllib.request.HTTPCookieProcessor(jar := CookieJar())
        )
        address = f"{site.address}accounts/password/reset/"
        for email in ("gwen@be.test", "nobody@be.test"):  # both are answered alike
            browser.open(address, timeout=10)
            token = next(each.value for each in jar if "csrf" in each.name)
            data = urllib.parse.urlencode({"email": email, "csrfmiddlewaretoken": token}).encode()
            request = urllib.request.Request(address, data, headers={"Referer": address})
            with browser.open(request, timeout=10) as answer:
                assert answer.status == 200
        wait_for(lambda: len(found.messages) == 1, within=30)
        assert b"gwen@be.test" in found.messages[0]
        site.manage("shell", "-v0", "-c", ASK)
        wait_for(lambda: site.manage("shell", "-v0", "-c", STATE) == "made", within=60)
        assert site.is_well()
    finally:
        site.family.stop()


def test_production_is_locked_to_the_same_versions_as_development():
    def pins(name: str) -> dict[str, str]:
        lines = (ROOT / name).read_text().splitlines()
        found = [line.split(" ")[0].partition(";")[0] for line in lines if "==" in line[:60]]
        return {one.partition("==")[0].partition("[")[0]: one.partition("==")[2] for one in found}

    ours, theirs = pins("requirements.txt"), pins("requirements-dev.txt")
    assert ours.items() <= theirs.items()
