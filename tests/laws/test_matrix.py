"""Every address by persona by GET and POST answers as tests/laws/matrix.py says. One world, one
cookie a persona; an empty form is posted, so that a deed is refused or asked for its facts.

The quick form asks every door of everybody, and draws the pages behind them for the co-ordinator
alone; a POST where a GET was turned away it tries for three. The whole walk leaves nothing out.
"""

from pathlib import Path

import pytest
from django.db import transaction
from django.template.backends.django import Template
from django.urls import reverse

from boards.invitations.services import invite
from boards.models import User
from boards.public import PUBLIC, is_public
from tests.cast import make_person
from tests.laws import matrix
from tests.laws.addresses import names
from tests.laws.spoken_of import kwargs
from tests.laws.whole import WHOLE, some

ROWS = list(matrix.rows())
WHO = {"other-coordinator": ("coordinator", "dc")}
POSTS_ALL_THE_SAME = ("anonymous", "outsider", "excluded")


@pytest.fixture
def stage(world):
    """The world, with an invitation that is open and an account that is closed."""
    invite(world.board, world.person("no-account"), by=world.user("coordinator"), on=world.today)
    closed = make_person(world.board, "closed-account")
    closed.user = User.objects.create_user(closed.email, is_active=False)
    closed.save()
    return world


def ask(client, method: str, address: str) -> int:
    """The status of the answer; whatever it changed is undone."""
    with transaction.atomic():
        status: int = getattr(client, method.lower())(address).status_code
        transaction.set_rollback(True)
    return status


def tried(row: matrix.Row, persona: str) -> tuple[str, ...]:
    """A page that is only read answers a POST alike for everybody."""
    may_post = row.post != 405 and (persona in (*row.by, *POSTS_ALL_THE_SAME))
    return ("GET", "POST") if WHOLE or may_post else ("GET",)


@pytest.mark.parametrize("persona", matrix.PERSONAS)
def test_every_address_answers_everybody_as_it_should(stage, signed_in, persona, monkeypatch):
    if persona != "coordinator" and not WHOLE:
        monkeypatch.setattr(Template, "render", lambda *_: "")
    role, board = WHO.get(persona, (persona, "be"))
    client = signed_in(None if persona == "anonymous" else stage.user(role, board))
    client.raise_request_exception = False
    wrong = []
    for row in ROWS:
        address = reverse(row.name, kwargs=kwargs(row, stage))
        for method in tried(row, persona):
            wanted, got = row.expected(persona, method), ask(client, method, address)
            if got != wanted:
                wrong.append(f"{method} {row.name}: {got}, not {wanted}")
    assert not wrong, f"{persona}\n" + "\n".join(wrong)


def test_every_address_stands_in_the_table_once_and_no_line_is_stale():
    listed = [row.name for row in ROWS]
    assert len(listed) == len(set(listed))
    others = matrix.ACCOUNT | set(matrix.ELSEWHERE)
    known = set(listed) | others | {name for name in names() if is_public(name)}
    assert set(names()) - known == set(), "give it a line in tests/laws/matrix.py"
    assert (set(listed) | others) - set(names()) == set(), "no such address any more"
    assert {name for name in PUBLIC if not name.endswith(":")} <= set(names())


def test_every_line_lets_somebody_in_and_keeps_somebody_out():
    for row in ROWS:
        statuses = {who: row.expected(who, "GET") for who in matrix.PERSONAS}
        assert {statuses[who] for who in row.by} & {200, 302}, row.name
        assert {statuses[who] for who in matrix.PERSONAS if who not in row.by}, row.name


@pytest.mark.parametrize("name", sorted(matrix.ELSEWHERE))
def test_what_is_tried_elsewhere_is_tried_there(name):
    path = Path(__file__).parents[2] / matrix.ELSEWHERE[name]
    assert path.exists()


def test_whoever_has_an_account_opens_the_pages_about_it(world, signed_in):
    user = world.user("outsider")
    user.set_password("heather on the hill")
    user.save()
    client = signed_in(user)
    stranger = signed_in()
    for name in sorted(matrix.ACCOUNT):
        assert ask(client, "GET", reverse(name)) in (200, 204, 302, 404, 405), name
        answer = stranger.get(reverse(name))
        assert answer.status_code == 302, name
        assert answer.url.startswith(reverse("account_login")), name


def test_nothing_is_told_and_nothing_done_before_signing_in(stage, signed_in):
    client = signed_in()
    for row in ROWS:
        address = reverse(row.name, kwargs=kwargs(row, stage))
        for method in ("get", "head", "post", "put", "patch", "delete"):
            answer = getattr(client, method)(address)
            if method in ("get", "head"):
                assert answer.status_code == 302, (method, row.name)
                assert answer.url.startswith(reverse("account_login")), (method, row.name)
            else:
                assert answer.status_code == 403, (method, row.name)


@pytest.mark.parametrize(
    "at", some(["closed"], "decision", "referral", "panel", "no_review", "forum")
)
def test_no_page_of_a_case_breaks_at_another_stage(stage, signed_in, at):
    """A page bookmarked long ago, or opened too early, says what is missing and never breaks."""
    review = stage.review_at(at)
    clients = [signed_in(stage.user(role)) for role in some(["coordinator"], "board-chair")]
    for client in clients:
        client.raise_request_exception = False
        for row in ROWS:
            words = kwargs(row, stage)
            if row.at and "ref" in words:
                address = reverse(row.name, kwargs=words | {"ref": review.slug})
                for method in ("GET", "POST") if WHOLE else ("GET",):
                    status = ask(client, method, address)
                    assert status < 500, (method, row.name, status)
