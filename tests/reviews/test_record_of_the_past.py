"""A guard stops an act done here today, never the record of what has already happened."""

import datetime as dt

import pytest
from django.urls import reverse

from audit.models import Entry
from boards.models import Person
from common.deeds import NotNow, Proof, Refused, WrongDate
from library.publication.services import publish, send_to_government
from reports.models import Acceptance
from reports.services import accept
from reviews.capacities import Grade
from reviews.children.services import add_child, record_voice
from reviews.closing.services import close
from reviews.decision.services import decide
from reviews.models import (
    Confirmation,
    Decision,
    Departure,
    Provenance,
    Reply,
    Review,
    Spell,
    StageChange,
    Subject,
    Voice,
)
from reviews.people.services import set_interest
from tests.forms import fill, open_form, typed

WEEK = dt.timedelta(weeks=1)
PAST = Proof("meeting", "Minute 4 of the Board, in the minute book.", None, True)


def fresh(review) -> Review:
    return Review.objects.select_related("board", "timetable").get(pk=review.pk)


def commissioning(world):
    review = world.review_at("decision")
    identity = Subject.objects.filter(review=review).first().identity
    identity.keys.all().delete()  # nothing of a case cascades: what hangs on the name goes first
    identity.delete()
    Spell.objects.filter(subject__review=review).delete()
    Subject.objects.filter(review=review).delete()
    words = {"by": world.user("board-chair"), "on": review.stage_since + WEEK}
    return review, lambda **more: decide(fresh(review), reply=Reply.AGREE, **words, **more)


def acceptance(world):
    review = world.review_at("acceptance")
    Subject.objects.filter(review=review).update(voice=Voice.NOT_YET)
    words = {"by": world.user("board-chair"), "on": review.stage_since + WEEK}
    facts = {"version": 1, "how": "without_vote", "decision": "Accepted."}
    return review, lambda **more: accept(fresh(review), **facts, **words, **more)


def sending(world):
    review = world.review_at("follow_through")
    words = {"by": world.user("coordinator"), "on": world.today}
    return review, lambda **more: send_to_government(fresh(review), **words, **more)


def publishing(world):
    review = world.review_at("follow_through")
    words = {"by": world.user("coordinator"), "on": world.today}
    return review, lambda **more: publish(
        fresh(review), address="https://be.example.wales/1", **words, **more
    )


def closing(world):
    review = world.review_at("follow_through")
    words = {"by": world.user("coordinator"), "on": world.today}
    return review, lambda **more: close(fresh(review), difference="Asked.", **words, **more)


GATES = [commissioning, acceptance, sending, publishing, closing]


@pytest.mark.parametrize("gate", GATES)
def test_a_gate_stops_what_is_done_today_and_records_what_has_happened(world, gate):
    review, act = gate(world)
    before = Entry.objects.count()
    with pytest.raises(NotNow):
        act()
    with pytest.raises(NotNow):
        act(reason="Because.")
    assert Entry.objects.count() == before
    act(proof=PAST, reason="It was done on paper.")
    source = Provenance.objects.get(review=review, happened=True)
    departure = Departure.objects.get(review=review, act=source.act)
    assert (source.how, source.departs) == ("meeting", True)
    assert departure.missing
    assert departure.reason == "It was done on paper."
    assert Entry.objects.filter(act=source.act, verb=source.deed).exists()


@pytest.mark.parametrize("gate", GATES)
def test_the_record_of_the_past_says_why_how_and_where(world, gate):
    _review, act = gate(world)
    with pytest.raises(NotNow, match="Explain why"):
        act(proof=PAST)
    with pytest.raises(NotNow, match="where that can be found"):
        act(proof=Proof("meeting", "", None, True), reason="On paper.")
    with pytest.raises(NotNow, match="where that can be found"):
        act(proof=Proof("", "Minute 4.", None, True), reason="On paper.")
    assert not Provenance.objects.exists()


def test_what_is_impossible_stays_impossible(world):
    review = world.review_at("board_discussion")
    with pytest.raises(NotNow, match="discussion has not been recorded"):
        decide(
            review,
            by=world.user("board-chair"),
            on=world.today,
            reply=Reply.FINAL,
            course="no_review",
            reasons="Not met.",
            proof=PAST,
            reason="On paper.",
        )


def test_the_past_is_not_the_future(world):
    review = world.review_at("follow_through")
    with pytest.raises(WrongDate):
        send_to_government(
            review,
            by=world.user("coordinator"),
            on=world.today + dt.timedelta(days=1),
            proof=PAST,
            reason="On paper.",
        )


def test_a_move_that_is_past_keeps_its_real_day_the_wrong_way_round(world):
    review = world.review_at("decision")
    early = review.stage_since - WEEK
    words = {"by": world.user("board-chair"), "on": early, "reply": Reply.AGREE}
    with pytest.raises(WrongDate):
        decide(review, **words)
    with pytest.raises(NotNow, match="before the date of the step"):
        decide(fresh(review), **words, proof=PAST)
    decide(fresh(review), **words, proof=PAST, reason="The letter came first.")
    assert StageChange.objects.get(review=review, move="commission").on == early
    assert "before_the_step" in Departure.objects.get(review=review, deed__contains="comm").missing


def test_who_recommended_and_decided_too_is_refused_today_and_kept_of_the_past(world):
    review = world.review_at("decision")
    recommender = world.person("subgroup-chair")
    words = {"by": world.user("coordinator"), "on": review.stage_since, "reply": Reply.AGREE}
    with pytest.raises(Refused, match="own work"):
        decide(review, **words, decided_by=recommender)
    decide(fresh(review), **words, decided_by=recommender, proof=PAST, reason="It was so.")
    missing = Departure.objects.get(review=review, deed="reviews.commissioned").missing
    assert "own_work" in missing
    assert Decision.objects.get(review=review).decided_by == recommender


def test_the_typist_is_refused_for_own_work_and_interest_in_the_past_too(world):
    review = world.review_at("decision")
    words = {"on": review.stage_since, "reply": Reply.AGREE, "proof": PAST, "reason": "So."}
    with pytest.raises(Refused):
        decide(
            fresh(review),
            by=world.user("subgroup-chair"),
            decided_by=world.person("board-chair"),
            **words,
        )
    set_interest(
        fresh(review),
        by=world.user("coordinator"),
        on=world.today,
        person=world.person("board-chair"),
        grade=Grade.MANAGED,
        what="Line manager.",
    )
    with pytest.raises(Refused, match="managed or oversaw"):
        decide(fresh(review), by=world.user("board-chair"), **words)


def test_whoever_held_the_office_then_may_have_decided_then(world):
    review = world.review_at("decision")
    held = world.person("board-chair").holdings.get()
    held.until_on = world.today - WEEK
    held.save()
    words = {"by": world.user("coordinator"), "reply": Reply.AGREE}
    chair = world.person("board-chair")
    with pytest.raises(Refused, match="is not entitled to decide"):
        decide(fresh(review), **words, on=review.stage_since, decided_by=chair)
    decide(fresh(review), **words, on=review.stage_since, decided_by=chair, proof=PAST)
    assert not Provenance.objects.get(review=review).departs


def test_somebody_not_known_to_have_held_the_office_is_kept_as_a_departure(world):
    review = world.review_at("decision")
    decide(
        review,
        by=world.user("coordinator"),
        on=review.stage_since,
        reply=Reply.AGREE,
        decided_by=world.person("no-account"),
        proof=PAST,
        reason="She was chair in those years.",
    )
    assert "not_entitled" in Departure.objects.get(review=review, deed__contains="comm").missing


def test_an_ordinary_act_today_leaves_no_trace_of_a_past(world):
    review = world.review_at("panel")
    add_child(review, by=world.user("coordinator"), on=world.today, pseudonym="Child B")
    assert not Provenance.objects.exists()
    assert not Confirmation.objects.exists()


def test_what_outlives_its_stages_is_recorded_afterwards(world):
    review = world.review_at("closed")
    child = Subject.objects.get(review=review)
    words = {"by": world.user("coordinator"), "on": world.today, "child": child}
    with pytest.raises(NotNow):
        record_voice(review, **words, voice=Voice.SPOKEN_TO)
    record_voice(fresh(review), **words, voice=Voice.SPOKEN_TO, proof=PAST)
    before = world.review_at("referral")
    other = Subject.objects.get(review=before)
    with pytest.raises(NotNow):
        record_voice(before, **words | {"child": other}, voice=Voice.SPOKEN_TO, proof=PAST)


# --- pages


def test_the_page_of_a_closed_gate_takes_the_record_and_nothing_else(world, signed_in):
    review, _act = acceptance(world)
    client = signed_in(world.user("board-chair"))
    url = reverse("reports:accept", args=[review.slug])
    page = client.get(url)
    assert "You cannot do this today." in page.content.decode()
    facts = {"how": "without_vote", "decision": "Accepted.", "on": review.stage_since}
    answer = client.post(url, typed(page.context["form"], **facts, reason="Paper."))
    assert answer.status_code == 200
    assert not Acceptance.objects.filter(report=review.pk).exists()
    words = {"known_how": "meeting", "known_where": "Minute 4.", "reason": "Paper."}
    answer = client.post(url, typed(page.context["form"], **facts, **words))
    assert answer.status_code == 302, answer.context["form"].errors
    history = client.get(reverse("reviews:history", args=[review.slug])).content.decode()
    for told in (
        "Recorded as something that had already happened.",
        "Did not follow the usual process.",
        "Minute 4.",
        "Paper.",
    ):
        assert told in history


def test_a_paper_decision_without_a_child_is_recorded_on_the_decision_page(world, signed_in):
    review, _act = commissioning(world)
    client = signed_in(world.user("board-chair"))
    url = reverse("reviews:decide", args=[review.slug])
    on = review.stage_since
    refused = fill(client, url, reply="agree", on=on)
    assert refused.status_code == 200
    assert "No child has been recorded" in refused.content.decode()
    words = {"known_how": "letter", "known_where": "Letter of the day.", "reason": "Paper."}
    answer = fill(client, url, reply="agree", on=on, is_past="is_past", **words)
    assert answer.status_code == 302, answer.context["form"].errors
    assert fresh(review).stage == "panel"


def test_the_record_names_who_decided_then_from_the_list_of_the_board(world, signed_in):
    review = world.review_at("decision")
    client = signed_in(world.user("board-chair"))
    url = reverse("reviews:decide", args=[review.slug])
    vice = world.person("vice-chair")
    answer = fill(
        client,
        url,
        reply="agree",
        on=review.stage_since,
        is_past="is_past",
        decided_then=vice,
        known_how="telephone",
        known_where="Note of the call.",
    )
    assert answer.status_code == 302, answer.context["form"].errors
    assert Decision.objects.get(review=review).decided_by == vice
    assert Confirmation.objects.get(review=review).person == vice


def test_nobody_of_another_board_can_be_named(world, signed_in):
    review = world.review_at("decision")
    client = signed_in(world.user("board-chair"))
    url = reverse("reviews:decide", args=[review.slug])
    stranger = Person.objects.get(email="board-chair@dc.test")
    words = {"known_how": "telephone", "known_where": "Note.", "is_past": "is_past"}
    answer = fill(client, url, reply="agree", on=world.today, decided_then=stranger, **words)
    assert answer.status_code == 200
    assert not Decision.objects.filter(review=review).exists()


@pytest.mark.parametrize("bad", ["\x00", "x" * 3000, "‮"])
def test_bad_words_of_a_record_are_said_and_nothing_is_lost(world, signed_in, bad):
    review = world.review_at("decision")
    client = signed_in(world.user("board-chair"))
    url = reverse("reviews:decide", args=[review.slug])
    data = typed(open_form(client, url), reply="agree", on=world.today, is_past="is_past")
    data |= {"known_how": bad, "known_where": bad, "known_paper": "99999999", "reason": "Kept."}
    answer = client.post(url, data)
    assert answer.status_code == 200
    assert "Kept." in answer.content.decode()
    assert not Decision.objects.filter(review=review).exists()
