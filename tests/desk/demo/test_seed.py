"""The demo is loaded by the real services, twice without a change, and never in production."""

import datetime as dt
import io

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command
from django.db import transaction
from django.test import override_settings

from boards.models import User
from common.models import OutboxMessage
from reviews.journey import ENDS, Stage
from reviews.models import Review, StageChange

DEMO = {"MODE": "demo", "DEMO_TODAY": "2024-11-21"}


@pytest.fixture(autouse=True)
def demo_day(settings, fixed_day):
    settings.MODE, settings.DEMO_TODAY = DEMO["MODE"], DEMO["DEMO_TODAY"]


def seed() -> str:
    out = io.StringIO()
    call_command("seed_demo", stdout=out)
    return out.getvalue()


def everything() -> dict[str, int]:
    """How many rows each of our tables holds."""
    return {
        model._meta.label: model._base_manager.count()
        for model in apps.get_models()
        if not model._meta.app_label.startswith("django")
    }


@pytest.fixture(scope="module")
def loaded(django_db_setup, django_db_blocker):
    """The demo, loaded once for this module and rolled back after it."""
    with django_db_blocker.unblock(), override_settings(**DEMO), transaction.atomic():
        yield seed()
        transaction.set_rollback(True)


@pytest.fixture
def seeded(loaded, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        yield loaded
        transaction.set_rollback(True)


def test_a_second_run_changes_nothing(seeded):
    before = everything()
    assert "there already" in seed()
    assert everything() == before


def test_there_is_a_case_at_every_stage_of_the_usual_road(seeded):
    there = set(Review.objects.values_list("stage", flat=True))
    assert set(Stage) - there == {Stage.DISCONTINUED}


def test_every_review_of_the_demo_was_commissioned_before_october_2024(seeded):
    days = StageChange.objects.filter(move="commission").values_list("on", flat=True)
    assert days
    assert max(days) < dt.date(2024, 10, 1)


def test_both_kinds_were_closed(seeded):
    closed = Review.objects.filter(stage=Stage.CLOSED)
    assert {review.kind for review in closed} == {"concise", "extended"}


def test_every_end_has_its_reasons(seeded):
    for review in Review.objects.filter(stage__in=ENDS):
        assert (
            review.decisions.exclude(reasons="").exists()
            or hasattr(review, "ending")
            or (review.recommendation.rationale)
        )


def test_references_of_a_board_rise_with_the_day(seeded):
    for code in ("be", "dc"):
        rows = Review.objects.filter(board__code=code).order_by("referral__received_on")
        references = [(row.year, row.number) for row in rows]
        assert references == sorted(references)


def test_one_account_a_role_and_board_is_printed_with_its_password(seeded):
    out = io.StringIO()
    call_command("demo_accounts", stdout=out)
    assert User.objects.filter(email__endswith=".demo").count() == 24
    assert "coordinator@be.demo" in out.getvalue()
    assert "heather-on-the-hill" in out.getvalue()


def test_no_childs_name_stands_in_a_message(seeded):
    texts = " ".join(f"{m.subject} {m.text} {m.html}" for m in OutboxMessage.objects.all())
    for name in ("Elsi", "Cai", "Heledd", "Gruff", "Ifan"):
        assert name not in texts


def test_production_refuses(db, settings):
    settings.PRODUCTION = True
    with pytest.raises(CommandError):
        seed()
