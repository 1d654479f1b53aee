"""Every address of the matrix as a page in Chromium: accessible, one heading, a neutral title, no
wider than the window. Half of them wide in English, half narrow in Welsh; with CPRS_WHOLE_LAWS all
of them both ways."""

import re
from types import SimpleNamespace

import pytest
from django.conf import settings as django_settings
from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.test import Client
from django.test.testcases import LiveServerThread
from django.urls import reverse

from boards.invitations.services import invite
from boards.models import User
from boards.models.invitation import hash_of
from reviews.referral.public.services import start
from tests.cast import make_person
from tests.laws import matrix, spoken_of
from tests.laws.whole import WHOLE

# What a title may hold of a case: its reference, and nobody's name.
PSEUDONYM_OR_NAME = re.compile(r"Child [A-Z]\b|Plentyn [A-Z]\b|@")
# A file comes instead.
NO_PAGE = {
    *("reviews:document", "reviews:incoming_file", "reviews:meeting_calendar"),
    *("desk:clocks_csv", "desk:clocks_xlsx"),
}
PUBLIC = [
    "/refer/",
    "/refer/mail/",
    "/help/",
    "/accessibility/",
    "/privacy/",
    "/accounts/login/",
]


@pytest.fixture
def stage(own_clone):
    invite(
        own_clone.board,
        own_clone.person("no-account"),
        by=own_clone.user("coordinator"),
        on=own_clone.today,
    )
    closed = make_person(own_clone.board, "closed-account")
    closed.user = User.objects.create_user(closed.email, is_active=False)
    closed.save()
    return own_clone


@pytest.fixture
def home(stage, settings):
    """A server on the world's clone."""
    settings.SECOND_FACTOR_REQUIRED = False
    settings.ALLOWED_HOSTS = ["*"]
    thread = LiveServerThread("127.0.0.1", StaticFilesHandler)
    thread.daemon = True
    thread.start()
    thread.is_ready.wait()
    assert thread.error is None, thread.error
    yield f"http://127.0.0.1:{thread.port}"
    thread.terminate()


def signed_in(user) -> str:
    """The cookie of a session: nobody types a password a hundred times."""
    client = Client()
    client.force_login(user, "boards.backends.EmailBackend")
    return client.cookies[django_settings.SESSION_COOKIE_NAME].value


def addresses(stage):
    """One reader and one address for every line of the matrix that shows a page."""
    for row in matrix.rows():
        if row.get == 200 and row.name not in NO_PAGE:
            reader = "coordinator" if "coordinator" in row.by else row.by[0]
            yield reader, reverse(row.name, kwargs=spoken_of.kwargs(row, stage))
    begun = start(stage.board, email="nurse@health.test", language="cy")
    begun.token_hash = hash_of("known-here")
    begun.save(update_fields=["token_hash"])
    yield "", reverse("refer:open", args=["known-here"])  # leads to the form
    yield from (("", place) for place in PUBLIC)


@pytest.mark.parametrize(("width", "language"), [(1280, "en-gb"), (390, "cy")])
def test_every_page_is_accessible_and_fits(home, stage, page, axe, width, language):
    page.set_viewport_size({"width": width, "height": 900})
    page.context.add_cookies([{"name": "language", "value": language, "url": home}])
    cookies = {"": "nobody"}
    wrong: list[str] = []
    for number, (reader, place) in enumerate(addresses(stage)):
        if not WHOLE and number % 2 == (width == 1280):
            continue
        cookie = cookies.get(reader) or cookies.setdefault(reader, signed_in(stage.user(reader)))
        name = django_settings.SESSION_COOKIE_NAME
        page.context.add_cookies([{"name": name, "value": cookie, "url": home}])
        wrong += [f"{place}: {fault}" for fault in faults(page, home + place, axe, width)]
    assert not wrong, "\n".join(wrong)


def faults(page, address, axe, width):
    """What is wrong with one page, in words."""
    answer = page.goto(address)
    if answer.status != 200:
        return [f"answered {answer.status}"]
    found = SimpleNamespace(
        headings=page.locator("h1").count(),
        wide=page.evaluate("document.documentElement.scrollWidth"),
        title=page.title(),
    )
    told = []
    if found.headings != 1:
        told.append(f"headings of the first level: {found.headings}")
    if found.wide > width:
        told.append(f"{found.wide} wide")
    if PSEUDONYM_OR_NAME.search(found.title):
        told.append(f"its title says too much: {found.title}")
    try:
        axe(page)
    except AssertionError as breach:
        told.append(str(breach))
    return told
