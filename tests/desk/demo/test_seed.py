"""The demo is loaded by the real services, twice without a change, and never in production."""

import datetime as dt
import io

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command

from boards.models import User
from common.models import OutboxMessage
from reviews.journey import ENDS, Stage
from reviews.models import Review, StageChange


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


def test_a_second_run_changes_nothing(seeded):
    before = everything()
    assert "there already" in seed()
    assert everything() == before


def test_there_is_a_case_at_every_stage_and_every_end(seeded):
    there = set(Review.objects.values_list("stage", flat=True))
    assert set(Stage) == there


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
            review.stage == Stage.JOINED
            or review.decisions.exclude(reasons="").exists()
            or hasattr(review, "ending")
            or (review.recommendation.rationale)
        )


def test_references_of_a_board_rise_with_the_day(seeded):
    for code in ("be", "dc"):
        rows = Review.objects.filter(board__code=code, taken_on=None)
        rows = rows.order_by("referral__received_on")
        references = [(row.year, row.number) for row in rows]
        assert references == sorted(references)


def test_one_account_a_role_and_board_is_printed_with_its_password(seeded):
    out = io.StringIO()
    call_command("demo_accounts", stdout=out)
    assert User.objects.filter(email__endswith=".demo", is_active=True).count() == 24
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
