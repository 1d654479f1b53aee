"""A commissioned review becomes one of the other type."""

import datetime as dt

import pytest
from django.urls import reverse

from audit.models import Entry
from common.deeds import NotNow, Overtaken, Refused
from common.models import OutboxMessage
from reviews.decision.notices import notices_due
from reviews.decision.papers import context, subject_of
from reviews.decision.room import notice_turns
from reviews.decision.services import send_notice
from reviews.kind.services import change_kind
from reviews.models import KindChange, Review
from tests.forms import fill

ON = dt.date(2026, 2, 20)


@pytest.fixture
def concise(world):
    return world.review_at("panel", "concise")


def fresh(review):
    return Review.objects.select_related("board", "timetable").get(pk=review.pk)


def test_the_chair_changes_the_type_and_the_clocks_follow(world, concise, signed_in):
    before = OutboxMessage.objects.count()
    url = reverse("reviews:change_kind", args=[concise.slug])
    answer = fill(
        signed_in(world.user("board-chair")), url, on=ON, reasons="She was looked after in May."
    )
    assert answer.status_code == 302
    review = fresh(concise)
    assert (review.kind, review.timetable.kind, review.stage) == ("extended", "extended", "panel")
    assert OutboxMessage.objects.count() > before
    entry = Entry.objects.filter(review_id=review.pk, verb="reviews.kind_changed").get()
    assert (entry.details["old"], entry.details["new"]) == ("concise", "extended")
    assert "kind-1" in [matter.key for matter in notices_due(review)]


def test_each_change_has_its_own_notice(world, concise):
    chair, coordinator = world.user("board-chair"), world.user("coordinator")
    for reasons in ("Wrong.", "Right after all."):
        change_kind(fresh(concise), by=chair, on=ON, reasons=reasons)
    review = fresh(concise)
    assert review.kind == "concise"
    keys = [matter.key for matter in notices_due(review)]
    assert {"kind-1", "kind-2"} <= set(keys)
    send_notice(review, by=coordinator, on=ON, about="kind-2")
    due = {matter.key: matter for matter in notices_due(fresh(concise))}
    assert "kind-1" in due and "kind-2" not in due
    subject = subject_of(review, due["kind-1"], is_welsh=False, by=coordinator)
    said = "\n".join(context(subject)["form"].text())
    assert "Wrong." in said and "Right after all." not in said
    assert "Care Inspectorate Wales (CIW)" in said


def test_who_recommended_does_not_change_the_type(world, concise):
    with pytest.raises(Refused):
        change_kind(
            concise,
            by=world.user("coordinator"),
            on=ON,
            reasons="So.",
            decided_by=world.person("subgroup-chair"),
        )


def test_a_second_one_who_saw_the_old_type_does_not_change_it_back(world, concise):
    words = {"on": ON, "reasons": "So.", "was": "concise"}
    change_kind(fresh(concise), by=world.user("board-chair"), **words)
    with pytest.raises(Overtaken):
        change_kind(fresh(concise), by=world.user("vice-chair"), **words)
    assert KindChange.objects.filter(review=concise).count() == 1


def test_before_commissioning_there_is_no_type_to_change(world):
    with pytest.raises(NotNow):
        change_kind(world.review_at("decision"), by=world.user("board-chair"), on=ON, reasons="So.")


def test_the_page_before_commissioning_says_so(world, signed_in):
    url = reverse("reviews:change_kind", args=[world.review_at("decision").slug])
    answer = signed_in(world.user("board-chair")).get(url)
    assert answer.status_code == 200 and answer.context["form"] is None


def test_the_notice_of_a_change_waits_since_the_day_of_the_change(world, concise):
    change_kind(fresh(concise), by=world.user("board-chair"), on=ON, reasons="Wrong.")
    turns = notice_turns(fresh(concise), world.today)
    assert [turn.since for turn in turns if "change of type" in str(turn.sentence)] == [ON]
