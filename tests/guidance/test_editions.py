"""What the editions hold, and how honestly they say where it is from."""

import datetime as dt
import subprocess
import sys

import pytest

from guidance.editions import DEFAULT, codes, edition, offered
from guidance.limit import Kind, Limit, Severity, Standing, Unit
from guidance.milestones import Milestone

ALL = [edition(code) for code in codes()]
LIMITS = [
    pytest.param(each, limit, id=f"{each.code}-{limit.key}")
    for each in ALL
    for limit in each.limits
]


def numbers(code):
    return {
        limit.key: (limit.value, limit.unit.value, limit.standing.value)
        for limit in edition(code).limits
        if limit.value or limit.unit is Unit.WEEKS
    }


def test_the_numbers_of_2016_and_their_standing():
    assert numbers("CPR-2016") == {
        "register_or_looked_after": (6, "months", "statute"),
        "review_complete": (6, "months", "second_hand"),
        "timeline_concise": (12, "months", "second_hand"),
        "timeline_concise_exceptional": (24, "months", "second_hand"),
        "timeline_extended": (24, "months", "assumed"),
        "reviewers_concise": (1, "number", "second_hand"),
        "reviewers_extended": (2, "number", "second_hand"),
        "action_plan_final": (4, "weeks", "second_hand"),
        "agency_return": (0, "weeks", "assumed"),
        "action_done": (0, "weeks", "assumed"),
        "wg_notice_before_publication": (2, "weeks", "assumed"),
        "publication_minimum": (12, "weeks", "second_hand"),
        "board_annual_report": (731, "day_of_year", "second_hand"),
    }


def test_2013_takes_over_the_numbers_but_claims_no_more_than_second_hand():
    later = edition("CPR-2016")
    for limit in edition("CPR-2013").limits:
        assert limit.standing in (Standing.SECOND_HAND, Standing.ASSUMED)
        assert (limit.value, limit.unit) == (
            later.limit(limit.key).value,
            later.limit(limit.key).unit,
        )
    assert edition("CPR-2013").limit("board_votes_by_simple_majority") is None


def test_the_draft_is_offered_to_nobody():
    assert edition("CPR-DRAFT-2012") not in offered()
    assert edition("CPR-DRAFT-2012").limit("timeline_extended").value == 36
    assert edition("CPR-DRAFT-2012").limit("action_plan_final") is None


def test_the_single_unified_review_has_words_and_criteria_but_no_limit():
    susr = edition("SUSR-2024")
    assert susr.limits == ()
    assert "Case Review Group" in susr.terms.values()
    assert len(susr.criteria) > len(edition("CPR-2016").criteria)
    assert "not at hand" in susr.note


def test_the_default_is_the_guidance_of_2016():
    assert DEFAULT == "CPR-2016"
    assert edition(DEFAULT) in offered()


def test_from_october_2024_a_review_commences_under_the_later_regime():
    for code in ("CPR-2013", "CPR-2016"):
        assert not edition(code).is_superseded(dt.date(2024, 9, 30))
        assert edition(code).is_superseded(dt.date(2024, 10, 1))
    assert not edition("SUSR-2024").is_superseded(dt.date(2030, 1, 1))


def test_an_unknown_edition_is_an_error():
    with pytest.raises(KeyError):
        edition("CPR-2031")


@pytest.mark.parametrize("each, limit", LIMITS)
def test_every_limit_is_cited_and_worded(each, limit):
    assert limit.label and limit.citation
    assert limit.sentence.endswith(".")
    assert isinstance(limit.standing, Standing)


@pytest.mark.parametrize("each, limit", LIMITS)
def test_what_is_timed_says_from_what_to_what(each, limit):
    timed = limit.kind in (Kind.MAXIMUM, Kind.NOTICE, Kind.DURATION)
    assert timed == bool(limit.anchor) == bool(limit.end)
    assert limit.is_deadline == (limit.kind is Kind.MAXIMUM)
    assert limit.is_earliest == (limit.kind in (Kind.NOTICE, Kind.DURATION))
    assert not timed or limit.unit in (Unit.MONTHS, Unit.WEEKS)


def test_the_notice_counts_from_receipt_else_from_sending():
    assert edition("CPR-2016").limit("wg_notice_before_publication").anchor == (
        Milestone.REPORT_RECEIVED_BY_WG,
        Milestone.REPORT_SENT_TO_WG,
    )
    assert edition("CPR-2016").limit("wg_notice_before_publication").severity is Severity.BLOCKS


def test_a_limit_of_one_kind_holds_for_that_kind_only():
    cpr = edition("CPR-2016")
    assert not cpr.limit("reviewers_extended").applies("concise")
    assert not cpr.limit("reviewers_extended").applies("")
    assert cpr.limit("review_complete").applies("")
    assert cpr.limit("reviewers_extended") in cpr.limits_for("extended")


def test_two_limits_of_one_key_are_refused():
    cpr = edition("CPR-2016")
    twice = (cpr.limits[0], cpr.limits[0])
    with pytest.raises(ValueError, match="two limits of one key"):
        type(cpr)(cpr.code, cpr.label, None, None, cpr.note, cpr.terms, (), twice)
    assert isinstance(cpr.limits[0], Limit)


def test_the_guidance_needs_no_django():
    script = "import guidance.editions, sys; sys.exit('django' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0
