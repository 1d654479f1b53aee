"""Waking the worker fails no request, whatever is wrong with the broker or its client."""

import pytest
from django.core.cache import cache
from django.urls import reverse

from common.waking import Bell
from tests.cast import make_board, make_user


def broken(*_words, **_more):
    raise ModuleNotFoundError("No module named 'packaging'")


@pytest.mark.django_db(transaction=True)
def test_a_known_and_an_unknown_address_are_answered_alike(client, settings, monkeypatch):
    settings.OUTBOX_DELIVERS = True
    monkeypatch.setattr("common.waking.current_app.send_task", broken)
    monkeypatch.setattr("common.outbox.post.bell.quiet_until", 0.0)
    known = make_user(make_board("be"), "gwen").email
    cache.clear()
    answers = {
        email: client.post(reverse("account_reset_password"), {"email": email})
        for email in (known, "nobody@be.test")
    }
    assert {answer.status_code for answer in answers.values()} == {302}
    assert len({answer["Location"] for answer in answers.values()}) == 1


def test_where_ringing_failed_it_is_quiet_for_a_while(monkeypatch):
    rung = []

    def down(*words, **_more):
        rung.append(words)
        broken()

    monkeypatch.setattr("common.waking.current_app.send_task", down)
    bell = Bell("common.papers.tasks.sweep")
    bell.ring()
    bell.ring()
    assert rung == [("common.papers.tasks.sweep",)]


@pytest.mark.django_db
def test_health_tells_of_a_broker_whose_client_does_not_load(client, monkeypatch):
    monkeypatch.setattr("common.health.state.current_app.connection_for_read", broken)
    answer = client.get("/health/")
    assert answer.status_code == 503
    assert answer.json()["broker"] == "down"
