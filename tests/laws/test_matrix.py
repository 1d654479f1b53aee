"""Every address by persona by GET and POST answers as tests/laws/matrix.py says. One world, one
cookie a persona; an empty form is posted, so that a deed is refused or asked for its facts.

The quick form asks at every address, each in turn: one of those to whom it opens (of a page that is
only read, the co-ordinator first); one of those who are told no; one of the rest, who are told that
there is no such page. Without an account everybody is turned away by every method (below). So each
line is tried with somebody let in and somebody kept out, and each persona at the addresses that
fall to it. A page that is only read is drawn for whoever is first; one with a form is drawn for the
co-ordinator in test_bad_input. The whole law asks everybody everywhere by both methods, and draws
whatever they get.
"""

from collections.abc import Iterable
from pathlib import Path

import pytest
from django.db import transaction
from django.template.backends.django import Template
from django.test import Client
from django.urls import reverse

from boards.public import PUBLIC, is_public
from reviews.journey import Stage
from tests.laws import matrix
from tests.laws.addresses import names
from tests.laws.spoken_of import kwargs
from tests.laws.whole import WHOLE, some

ROWS = list(matrix.rows())
WHO = {"other-coordinator": ("coordinator", "dc")}


def ask(client, method: str, address: str) -> int:
    """The status of the answer; whatever it changed is undone."""
    with transaction.atomic():
        status: int = getattr(client, method.lower())(address).status_code
        transaction.set_rollback(True)
    return status


def in_turn(personas: Iterable[str], number: int) -> list[str]:
    """One of them, another at the next address; none of none."""
    found = list(personas)
    return [found[number % len(found)]] if found else []


def asked(row: matrix.Row, number: int) -> list[str]:
    """Who knocks at this address; the first is let in."""
    kept_out = [each for each in matrix.ACCOUNTS if each not in row.by]
    if WHOLE:
        return [*row.by, *kept_out, "anonymous"]
    let_in = ["coordinator"] if row.post == 405 and "coordinator" in row.by else row.by
    told_no = [each for each in kept_out if each in row.forbidden]
    strangers = [each for each in kept_out if each not in row.forbidden]
    return [each for group in (let_in, told_no, strangers) for each in in_turn(group, number)]


def tried(row: matrix.Row, number: int, place: int) -> tuple[str, ...]:
    """A page that is only read answers a POST alike for everybody."""
    if WHOLE or (place == 0 and row.post != 405):
        return ("GET", "POST")
    return ("GET",) if place == 0 or (number + place) % 2 else ("POST",)


SHARES = 3


@pytest.mark.parametrize("share", range(SHARES))
def test_every_address_answers_everybody_as_it_should(stage, signed_in, share, monkeypatch):
    def client_of(persona: str) -> Client:
        role, board = WHO.get(persona, (persona, "be"))
        client = signed_in(None if persona == "anonymous" else stage.user(role, board))
        client.raise_request_exception = False
        return client

    clients = {persona: client_of(persona) for persona in matrix.PERSONAS}
    wrong = []
    for number, row in list(enumerate(ROWS))[share::SHARES]:
        address = reverse(row.name, kwargs=kwargs(row, stage))
        for place, persona in enumerate(asked(row, number // SHARES)):
            for method in tried(row, number, place):
                is_drawn = WHOLE or (place == 0 and method == "GET" and row.post == 405)
                with monkeypatch.context() as patch:
                    if not is_drawn:
                        patch.setattr(Template, "render", lambda *_: "")
                    got = ask(clients[persona], method, address)
                if got != (wanted := row.expected(persona, method)):
                    wrong.append(f"{persona}: {method} {row.name}: {got}, not {wanted}")
    assert not wrong, "\n".join(wrong)


def test_each_line_is_tried_with_somebody_let_in_and_somebody_kept_out():
    everybody: set[str] = set()
    for number, row in enumerate(ROWS):
        knocking = asked(row, number // SHARES)
        everybody |= set(knocking)
        assert row.expected(knocking[0], "GET") in (200, 302), row.name
        if kept_out := set(matrix.ACCOUNTS) - set(row.by):
            assert kept_out & set(knocking), row.name
            assert not row.forbidden or set(row.forbidden) & set(knocking), row.name
    assert everybody >= set(matrix.ACCOUNTS)


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


OTHER = [Stage.CLOSED, Stage.DECISION, Stage.REFERRAL, Stage.PANEL, Stage.NO_REVIEW, Stage.FORUM]


@pytest.mark.parametrize("turn", range(len(OTHER) if WHOLE else 1))
def test_no_page_of_a_case_breaks_at_another_stage(stage, signed_in, turn):
    """A page bookmarked long ago, or opened too early, says what is missing and never breaks. The
    quick form opens each page at one other stage, in turn; the whole one at each of six."""
    clients = [signed_in(stage.user(role)) for role in some(["coordinator"], "board-chair")]
    reviews = {at: stage.review_at(at) for at in OTHER}
    for client in clients:
        client.raise_request_exception = False
        for number, row in enumerate(ROWS):
            words = kwargs(row, stage)
            if row.at and "ref" in words:
                at = OTHER[(number + turn) % len(OTHER)]
                address = reverse(row.name, kwargs=words | {"ref": reviews[at].slug})
                for method in ("GET", "POST") if WHOLE else ("GET",):
                    status = ask(client, method, address)
                    assert status < 500, (method, row.name, at, status)
