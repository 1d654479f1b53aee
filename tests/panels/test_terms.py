"""The terms of reference: versions, the period, and two people at once."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction

from common.deeds import NotNow, Overtaken, Refused
from panels.models import TermsOfReference
from tests.panels.conftest import ASKED, TODAY, agree, fresh


def codes(caught):
    return [obstacle.code for obstacle in caught.value.obstacles]


def test_a_change_is_a_new_version_and_the_old_one_stays(panel, panel_chair):
    agree(panel, panel_chair)
    agree(fresh(panel), panel_chair, version=1, questions="What else?", changes="A sibling.")
    versions = TermsOfReference.objects.filter(review=panel)
    assert [(row.version, row.questions) for row in versions] == [
        (2, "2. What else?"),
        (1, "1. What was known?"),
    ]
    assert versions[0].agreed_by == panel_chair.person


def test_a_change_says_what_changed(panel, panel_chair):
    agree(panel, panel_chair)
    with pytest.raises(NotNow) as caught:
        agree(fresh(panel), panel_chair, version=1)
    assert codes(caught) == ["change_without_reason"]


def test_who_agrees_second_on_the_same_version_sees_the_first(panel, panel_chair, coordinator):
    agree(panel, panel_chair)
    with pytest.raises(Overtaken) as caught:
        agree(fresh(panel), coordinator, questions="Mine.", decided_by=panel_chair.person)
    assert caught.value.subject.questions == "1. What was known?"
    assert TermsOfReference.objects.count() == 1


@pytest.mark.parametrize(
    ("kind", "until_on", "is_long"),
    [
        ("concise", dt.date(2026, 1, 1), False),
        ("concise", dt.date(2026, 1, 2), True),
        ("extended", dt.date(2027, 1, 1), False),
        ("extended", dt.date(2027, 1, 2), True),
    ],
)
def test_a_longer_period_than_the_edition_allows_wants_its_reason(
    panel, panel_chair, kind, until_on, is_long
):
    type(panel).objects.filter(pk=panel.pk).update(kind=kind)
    words = {"period_from_on": dt.date(2025, 1, 1), "period_until_on": until_on}
    if is_long:
        with pytest.raises(NotNow) as caught:
            agree(fresh(panel), panel_chair, **words)
        assert codes(caught) == ["period_without_reason"]
        words["period_why"] = "The first pregnancy matters."
    agree(fresh(panel), panel_chair, **words)
    assert TermsOfReference.objects.get().period_until_on == until_on


@pytest.mark.parametrize("who", ["reviewer", "panel_member", "agency_author", "outsider"])
def test_only_the_panel_chair_agrees_them(panel, who, request):
    with pytest.raises(Refused):
        agree(panel, request.getfixturevalue(who))


def test_terms_wait_for_a_panel_chair(review, coordinator):
    with pytest.raises(NotNow) as caught:
        agree(review, coordinator)
    assert "who_decided" in codes(caught)


@pytest.mark.parametrize(
    ("changes", "name"),
    [
        ({"is_significant": True}, "panels_terms_significant_change_is_told"),
        ({"version": 2}, "panels_terms_later_version_says_what_changed"),
        ({"period_until_on": dt.date(2020, 1, 1)}, "panels_terms_period_in_order"),
    ],
)
def test_the_database_refuses_terms_that_cannot_be(panel, panel_chair, changes, name):
    terms = agree(panel, panel_chair)
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        TermsOfReference.objects.filter(pk=terms.pk).update(**changes)


def test_the_database_keeps_each_version_once(panel, panel_chair):
    terms = agree(panel, panel_chair)
    terms.pk = None
    with pytest.raises(IntegrityError, match="each_version_once"), transaction.atomic():
        terms.save(force_insert=True)


def test_the_dates_are_those_of_the_world(panel, panel_chair):
    terms = agree(panel, panel_chair)
    assert terms.agreed_on == ASKED < TODAY
