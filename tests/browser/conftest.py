"""What browser tests share: Chromium from the system, axe, pictures, and a server of the look."""

import os
import shutil
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.conf import settings
from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.test import override_settings
from django.test.testcases import LiveServerThread

ROOT = Path(__file__).resolve().parent.parent.parent
AXE = ROOT / "static" / "built" / "axe.min.js"
PICTURES = ROOT / "test-results" / "pictures"
WCAG_22_AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

# Playwright runs an event loop in this thread; the tests beside it use the database as always.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")


def pytest_collection_modifyitems(items):
    here = Path(__file__).parent
    for item in items:
        if here in Path(item.path).parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    chromium = os.environ.get("CHROMIUM") or next(
        filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
    )
    if chromium is None:
        pytest.skip("No Chromium: set CHROMIUM to its path, or install it.")
    return browser_type_launch_args | {
        "executable_path": chromium,
        "args": ["--no-sandbox", "--disable-dev-shm-usage", "--disable-background-networking"],
    }


@pytest.fixture
def axe():
    """`axe(page)` fails with every breach of WCAG 2.2 AA on the page as it stands."""

    def check(page, *, but: tuple[str, ...] = ()) -> None:
        # Not as a <script>: the page's own policy would (rightly) not let it in.
        page.evaluate(AXE.read_text())
        found = page.evaluate(
            "(tags) => axe.run(document, {runOnly: {type: 'tag', values: tags}})", WCAG_22_AA
        )["violations"]
        told = [
            f"{each['id']} ({each['impact']}): {each['help']}\n    "
            + "\n    ".join(node["html"][:200] for node in each["nodes"][:4])
            for each in found
            if each["id"] not in but
        ]
        assert not told, f"{page.url}\n" + "\n".join(told)

    return check


@pytest.fixture
def picture():
    """`picture(page, "case-cy-390")` keeps the whole page as test-results/pictures/….png."""

    def take(page, name: str) -> Path:
        PICTURES.mkdir(parents=True, exist_ok=True)
        path = PICTURES / f"{name}.png"
        page.screenshot(path=path, full_page=True)
        return path

    return take


@pytest.fixture
def quiet_page(page):
    """A page that fails its test if the browser's console reports an error: a script that broke, a
    policy that was broken, a file that is missing."""
    heard: list[str] = []
    page.on("console", lambda said: heard.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: heard.append(str(error)))
    yield page
    assert not heard, heard


@pytest.fixture(scope="module")
def kitchen_address(django_test_environment):
    """The kitchen-sink pages, served without a database. Their settings are everybody's while they
    are served, so no longer than the module that looks at them."""
    templates = [
        settings.TEMPLATES[0]
        | {"DIRS": [settings.BASE_DIR / "templates", Path(__file__).parent / "templates"]}
    ]
    without_accounts = [
        name
        for name in settings.MIDDLEWARE
        if not name.startswith(("boards.", "allauth."))
        and "Authentication" not in name
        and "Persons" not in name
    ]
    with override_settings(
        ROOT_URLCONF="tests.browser.kitchen",
        TEMPLATES=templates,
        MIDDLEWARE=without_accounts,
        MESSAGE_STORAGE="django.contrib.messages.storage.cookie.CookieStorage",
        SESSION_ENGINE="django.contrib.sessions.backends.signed_cookies",
        ALLOWED_HOSTS=["*"],
    ):
        thread = LiveServerThread("127.0.0.1", StaticFilesHandler)
        thread.daemon = True
        thread.start()
        thread.is_ready.wait()
        if thread.error:
            raise thread.error
        yield f"http://127.0.0.1:{thread.port}"
        thread.terminate()


@pytest.fixture
def kitchen(kitchen_address, quiet_page):
    """`kitchen.open("case", language="cy", width=390)` gives the page."""

    def open_(place: str, *, language: str = "en-gb", width: int = 1280, height: int = 900):
        quiet_page.set_viewport_size({"width": width, "height": height})
        quiet_page.context.add_cookies(
            [{"name": "language", "value": language, "url": kitchen_address}]
        )
        quiet_page.goto(f"{kitchen_address}/{place}")
        return quiet_page

    return SimpleNamespace(open=open_, address=kitchen_address)
