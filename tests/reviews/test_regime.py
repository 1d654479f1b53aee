"""Whether a review that is commissioned today belongs to the later regime: a setting, a source."""

import datetime as dt

import pytest

from reviews.models import Referral
from reviews.regime import superseded

TODAY = dt.date(2026, 3, 2)


@pytest.fixture
def undecided(world):
    return world.review_at("decision")  # referred in January 2024


def test_commissioning_now_warns_and_names_the_source(undecided):
    (warning,) = superseded(undecided, TODAY)
    assert warning.is_warning
    assert "1 October 2024" in str(warning.sentence)
    assert "Regional boards" in str(warning.sentence)
    assert not list(superseded(undecided, dt.date(2024, 9, 30)))


def test_the_setting_decides_which_day_counts(undecided, settings):
    settings.SUSR_COUNTS_FROM = "referred"
    assert not list(superseded(undecided, TODAY)), "referred before the governing date"
    Referral.objects.filter(pk=undecided.pk).update(event_on=dt.date(2024, 11, 1))
    settings.SUSR_COUNTS_FROM = "event"
    assert list(superseded(type(undecided).objects.get(pk=undecided.pk), TODAY))


def test_a_board_of_another_opinion_sets_the_day_and_its_source(undecided, settings):
    settings.SUSR_FROM = dt.date(2026, 1, 1)
    settings.SUSR_SOURCE = "Letter of the Board's solicitor."
    (warning,) = superseded(undecided, TODAY)
    assert "1 January 2026" in str(warning.sentence)
    assert "solicitor" in str(warning.sentence)
    assert not list(superseded(undecided, dt.date(2025, 12, 31)))
