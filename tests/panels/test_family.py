"""The family's part in the review."""

from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from audit.ledger import Entry
from common.deeds import DEEDS, NotNow, Overtaken, Refused
from panels.family import asking
from panels.family.services import record_family
from panels.models import FamilyContact
from reviews.children.services import record_voice
from reviews.door import door
from reviews.relatives.services import record_relative
from reviews.rooms import ROOMS
from tests.forms import typed
from tests.panels.conftest import ASKED, TODAY, fresh


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


@pytest.fixture
def father(panel, coordinator):
    return record_relative(
        panel, by=coordinator, on=TODAY, pseudonym="Father of Child A", kin="father"
    )


def test_that_the_police_asked_us_not_to_is_a_full_answer(panel, reviewer, father):
    record_family(
        panel, by=reviewer, on=TODAY, relative=father, approached=False, why_not_kind="police"
    )
    contact = FamilyContact.objects.get()
    assert (contact.who, contact.relation, contact.why_not) == ("Father of Child A", "father", "")
    with pytest.raises(NotNow):
        record_family(
            panel, by=reviewer, on=TODAY, relation="sibling", approached=False, why_not_kind="other"
        )


def test_a_relative_has_one_entry(panel, reviewer, father):
    approached(panel, reviewer, relation="", relative=father)
    with pytest.raises(NotNow) as refused:
        approached(panel, reviewer, relation="", relative=father)
    assert refused.value.obstacles[0].code == "recorded_already"


def test_only_who_contributed_took_part(panel, reviewer):
    facts = {"method": "home_visit", "took_part_on": TODAY, "feedback_how": "letter"}
    contact = approached(panel, reviewer, outcome="declined", **facts)
    assert (contact.method, contact.took_part_on, contact.feedback_how) == ("", None, "")
    approached(
        panel,
        reviewer,
        contact=contact,
        version=1,
        outcome="contributed",
        wants_feedback=True,
        approached_by="A reviewer",
        channel="letter",
        **facts,
    )
    contact.refresh_from_db()
    assert (contact.method, contact.took_part_on) == ("home_visit", TODAY)
    assert (contact.feedback_how, contact.channel) == ("letter", "letter")


def warned(review, code):
    kind = DEEDS[code]
    return [o.code for o in door.obstacles(fresh(review), kind, TODAY)]


def test_the_event_warns_of_a_father_of_whom_nothing_is_said(panel, reviewer, coordinator, father):
    assert "relative_not_recorded" in warned(panel, "learning_events.held")
    record_relative(panel, by=coordinator, on=TODAY, pseudonym="Sibling 1", kin="sibling")
    approached(panel, reviewer, relation="", relative=father)
    assert "relative_not_recorded" not in warned(panel, "learning_events.held")


def test_acceptance_waits_for_each_childs_voice_and_life(panel, reviewer):
    (child,) = panel.subjects.all()

    def missing():
        asked = {"voice_not_answered", "lived_experience_not_placed"}
        return [code for code in warned(panel, "reports.accepted") if code in asked]

    assert missing() == ["voice_not_answered"]
    facts = {"by": reviewer, "on": TODAY, "child": child}
    with pytest.raises(NotNow):
        record_voice(panel, **facts, voice="not_spoken_to")
    record_voice(panel, **facts, voice="not_spoken_to", voice_why_kind="police")
    assert missing() == ["lived_experience_not_placed"]
    record_voice(
        panel,
        **facts,
        voice="spoken_to",
        spoken_on=ASKED,
        spoken_by="A reviewer",
        spoken_how="alone",
        lived_experience="Part two.",
    )
    assert missing() == []
    child.refresh_from_db()
    assert (child.voice_why_kind, child.spoken_how) == ("", "alone")


def test_the_family_is_told_what_came_of_it_and_until_then_it_is_a_turn(world):
    review, user = world.review_at("follow_through"), world.user("reviewer")
    contact = FamilyContact.objects.get(review=review)
    words = {"by": user, "on": world.today, "contact": contact, "approached": False}
    facts = {"relative": contact.relative, "why_not_kind": "police", "wants_feedback": True}
    record_family(fresh(review), **words, **facts, version=1)

    def due():
        turns = ROOMS["family"].turns([fresh(review)], user, world.today)
        return [turn.url for turn in turns]

    assert due() == [reverse("panels:change_family", args=[review.slug, contact.uuid])]
    (obstacle,) = asking.obstacles(review, DEEDS["reviews.closed"], world.today)
    assert (obstacle.code, obstacle.is_warning) == ("feedback_not_given", True)
    record_family(fresh(review), **words, **facts, version=2, feedback_on=world.today)
    assert due() == []
    assert not list(asking.obstacles(review, DEEDS["reviews.closed"], world.today))


def test_through_the_page_a_relative_is_chosen_once(panel, reviewer, father, signed_in):
    client = signed_in(reviewer)
    family = reverse("panels:family", args=[panel.slug])
    record = reverse("panels:record_family", args=[panel.slug])
    assert f"{record}?person={father.uuid}" in client.get(family).text
    form = client.get(f"{record}?person={father.uuid}").context["form"]
    sent = typed(form, approached="no", why_not_kind="police")
    assert client.post(record, sent).status_code == 302
    page = client.get(family).text
    assert "Father of Child A" in page
    assert "The police asked us not to" in page
    assert "relative" not in client.get(record).context["form"].fields
