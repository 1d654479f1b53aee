"""The family's part in the review."""

from typing import Any

import pytest
from django.db import IntegrityError, transaction

from audit.ledger import Entry
from common.deeds import NotNow, Overtaken, Refused
from panels.family.services import record_family
from panels.models import FamilyContact
from tests.panels.conftest import ASKED, TODAY


def approached(review, by, **changes):
    facts: dict[str, Any] = {
        "on": TODAY,
        "relation": "mother",
        "approached": True,
        "approached_on": ASKED,
        "outcome": "awaited",
    }
    return record_family(review, by=by, **facts | changes)


def test_what_came_of_the_approach_is_recorded_without_a_word_in_the_ledger(panel, reviewer):
    approached(panel, reviewer, outcome="contributed", message="Nobody asked us.")
    contact = FamilyContact.objects.get(review=panel)
    assert (contact.relation, contact.message) == ("mother", "Nobody asked us.")
    assert Entry.objects.get(verb="panels.family_recorded").details == {"outcome": "contributed"}


def test_who_was_not_approached_has_a_reason_and_nothing_else(panel, coordinator):
    record_family(
        panel,
        by=coordinator,
        on=TODAY,
        relation="father",
        approached=False,
        why_not="The police asked us not to.",
        approached_on=ASKED,
        outcome="declined",
    )
    contact = FamilyContact.objects.get()
    assert (contact.approached_on, contact.outcome) == (None, "")
    assert Entry.objects.get(verb="panels.family_recorded").details == {"outcome": "not_approached"}


@pytest.mark.parametrize(
    "changes", [{"outcome": ""}, {"approached_on": None}, {"approached": False}]
)
def test_half_an_answer_is_none(panel, panel_chair, changes):
    with pytest.raises(NotNow):
        approached(panel, panel_chair, **changes)


def test_two_people_changing_one_entry_are_told_of_each_other(panel, reviewer, coordinator):
    contact = approached(panel, reviewer)
    approached(panel, reviewer, contact=contact, version=1, outcome="contributed")
    with pytest.raises(Overtaken):
        approached(panel, coordinator, contact=contact, version=1, outcome="declined")
    contact.refresh_from_db()
    assert (contact.version, contact.outcome) == (2, "contributed")


@pytest.mark.parametrize("who", ["panel_member", "agency_author", "board_chair", "outsider"])
def test_others_do_not_record_the_familys_part(panel, who, request):
    with pytest.raises(Refused):
        approached(panel, request.getfixturevalue(who))


@pytest.mark.parametrize(
    "changes",
    [{"outcome": ""}, {"approached_on": None}, {"why_not": "Both."}, {"approached": False}],
)
def test_the_database_wants_an_approach_or_a_reason(panel, reviewer, changes):
    contact = approached(panel, reviewer)
    with (
        pytest.raises(IntegrityError, match="approached_or_says_why_not"),
        transaction.atomic(),
    ):
        FamilyContact.objects.filter(pk=contact.pk).update(**changes)
