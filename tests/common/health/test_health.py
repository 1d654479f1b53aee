"""The two health addresses."""

import datetime as dt

import pytest
from celery import current_app
from django.db import OperationalError
from django.db.models.functions import Now

from common.health import state
from common.health.tasks import tick
from common.models import Heartbeat

ALIVE = {"database": "ok", "broker": "ok", "worker": "ok", "beat": "ok"}


@pytest.fixture
def all_alive(db):
    for name in (state.WORKER, state.BEAT):
        Heartbeat.objects.note(name)


def test_live_answers_without_asking_the_database(client):
    assert client.get("/health/live/").content == b"ok\n"  # pytest-django forbids queries here


def test_health_is_200_when_all_parts_are_alive(client, all_alive):
    answer = client.get("/health/")
    assert (answer.status_code, answer.json()) == (200, ALIVE)
    assert "no-store" in answer["Cache-Control"]


@pytest.mark.parametrize("name", [state.WORKER, state.BEAT])
def test_a_silent_part_is_named(client, all_alive, name):
    Heartbeat.objects.filter(name=name).update(seen_at=Now() - dt.timedelta(minutes=2))
    answer = client.get("/health/")
    assert (answer.status_code, answer.json()) == (503, ALIVE | {name: "down"})


def test_a_part_that_was_never_seen_is_down(client, db):
    assert client.get("/health/").json() == ALIVE | {"worker": "down", "beat": "down"}


def test_a_database_that_is_down_is_named_and_no_reason_is_given(client, monkeypatch):
    def refuse():
        raise OperationalError("connection to secret-host refused")

    monkeypatch.setattr(Heartbeat.objects, "ages", refuse)
    answer = client.get("/health/")
    assert answer.status_code == 503
    assert answer.json() == ALIVE | {"database": "down", "worker": "unknown", "beat": "unknown"}


def test_a_broker_that_is_down_is_named(client, all_alive, settings, tmp_path, monkeypatch):
    gone = current_app.connection_for_read(f"redis+socket://{tmp_path}/no?virtual_host=0")
    monkeypatch.setattr(current_app, "connection_for_read", lambda: gone)
    answer = client.get("/health/")
    assert (answer.status_code, answer.json()) == (503, ALIVE | {"broker": "down"})


def test_a_tick_shows_that_the_worker_is_alive(db):
    tick()
    tick()
    assert Heartbeat.objects.ages()[state.WORKER] < dt.timedelta(seconds=60)
