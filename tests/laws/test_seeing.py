"""Who sees a case, asked two ways: the answer is the same. And pages do not slow with the rows."""

import datetime as dt

import pytest
from django.db import connection
from django.template.loader import get_template
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from audit.models import Entry
from boards.models import User
from common.models import OutboxMessage
from reviews.case.next_steps import next_steps
from reviews.case.offers import offers
from reviews.door import ask
from reviews.journey import Stage
from reviews.models import Review, SubjectName
from reviews.permissions import May
from reviews.querysets import visible_to
from reviews.rooms import in_order
from reviews.standing import persons_entitled, standing_of
from tests.laws.sources import ROOT
from tests.laws.whole import WHOLE, some
from tests.walking import CHILD, MOTHER
from tests.world import to


def test_the_right_to_see_and_the_list_of_what_is_seen_are_one(world):
    reviews = world.reviews()
    for user in User.objects.select_related("person"):
        seen = set(visible_to(user).values_list("pk", flat=True))
        for review in reviews:
            fresh = Review.objects.select_related("board").get(pk=review.pk)
            assert user.has_perm(May.VIEW, fresh) == (review.pk in seen), (user, review)


def test_whoever_is_entitled_holds_the_right_and_the_other_way_round(world):
    users = list(User.objects.select_related("person").filter(person__isnull=False))
    for stage in (Stage.DECISION, Stage.PANEL, Stage.FOLLOW_THROUGH):
        review = world.review_at(stage)
        for right in May:
            entitled = set(persons_entitled(review, right).values_list("pk", flat=True))
            for user in users:
                holds = user.has_perm(right, review)
                assert holds == (user.person.pk in entitled), (user, stage, right)


ROLES = some(
    ["coordinator", "board-chair", "panel-chair"], "vice-chair", "subgroup-chair", "reviewer"
)


@pytest.mark.parametrize("role", ROLES)
def test_a_page_offers_exactly_what_the_door_accepts(world, role):
    """At every stage; the quick form asks of one review each, for three of the roles."""
    reviews = {(review.stage, WHOLE and review.pk): review for review in world.reviews()}
    for review in reviews.values():
        user = world.user(role)
        if not review.is_running or not user.has_perm(May.VIEW, review):
            continue
        step = next_steps(review, user, world.today)
        turns = sorted(
            (t for room in in_order() for t in room.turns([review], user, world.today)),
            key=lambda turn: turn.rank,
        )
        if step is None or turns[0].kind is None:
            continue
        answer = ask(review, turns[0].kind, user)
        mine = turns[0].is_for(standing_of(user, review))
        assert bool(step.button) == (mine and answer.is_yes), (review, review.stage, role)


@pytest.mark.parametrize(
    "role", some(["coordinator"], "panel-chair", "reviewer", "board-chair", "subgroup-chair")
)
def test_every_door_that_is_offered_opens(world, signed_in, role):
    """Whatever button a page of the case shows leads to a page with a form. The quick form of the
    law opens each of them once, where it is first offered."""
    client = signed_in(world.user(role))
    user = world.user(role)
    tried: set[tuple[str, bool]] = set()
    reviews = {(review.stage, WHOLE and review.pk): review for review in visible_to(user)}
    for review in reviews.values():
        for room in in_order():
            if WHOLE:
                page = client.get(reverse(room.url_name, args=[review.slug]))
                wanted = 200 if user.has_perm(room.may, review) else 404
                assert page.status_code == wanted, (room.code, review.stage)
            for offer in offers(review, user, room.code):
                which = (offer.kind.code, bool(offer.answer.is_yes))
                if which in tried and not WHOLE:
                    continue
                tried.add(which)
                opened = client.get(offer.url)
                where = (review.stage, offer.kind.code)
                assert opened.status_code == 200, where
                if offer.answer.is_yes:
                    assert opened.context["form"] is not None, where


def test_every_reading_of_a_case_is_written_down_with_the_page(world, signed_in):
    review = world.review_at("panel")
    for role in ("coordinator", "panel-member"):
        user = world.user(role)
        client = signed_in(user)
        for room in in_order():
            before = Entry.objects.filter(verb="reviews.read", by_id=user.pk).count()
            answer = client.get(reverse(room.url_name, args=[review.slug]))
            read = Entry.objects.filter(verb="reviews.read", by_id=user.pk).order_by("pk")
            if not user.has_perm(room.may, review):
                assert (answer.status_code, read.count()) == (404, before), room.code
                continue
            assert read.count() == before + 1, room.code
            assert (read.last().review_id, read.last().capacity != "") == (review.pk, True)


def test_a_look_that_is_refused_is_no_reading(world, signed_in):
    review = world.review_at("panel")
    before = Entry.objects.count()
    assert signed_in(world.user("outsider")).get(review.get_absolute_url()).status_code == 404
    assert Entry.objects.count() == before


def test_no_page_shows_a_childs_name_but_the_one_that_is_for_it(world, signed_in):
    review = world.review_at("follow_through")
    client = signed_in(world.user("coordinator"))
    addresses = [reverse(room.url_name, args=[review.slug]) for room in in_order()]
    addresses += [reverse("reviews:list"), reverse("desk:desk"), f"{addresses[0]}history/?show=all"]
    for address in addresses:
        page = client.get(address).content.decode()
        assert CHILD not in page, address
        assert MOTHER not in page, address
    names = reverse("reviews:names", args=[review.slug])
    shown = client.get(names).content.decode()
    assert CHILD in shown
    assert MOTHER in shown
    looked = Entry.objects.filter(verb="reviews.names_read", review_id=review.pk)
    assert looked.count() == 1


def test_a_childs_name_is_not_readable_in_the_database(world):
    with connection.cursor() as cursor:
        cursor.execute("SELECT full_name FROM reviews_subjectname")
        kept = [name for (name,) in cursor.fetchall()]
    assert kept
    assert not [name for name in kept if "Canari" in name or "Gwenllian" in name]
    assert {row.full_name for row in SubjectName.objects.all()} == {CHILD}


def test_no_message_carries_a_name_or_a_fact(world):
    """Every message that the whole world's walk has posted."""
    messages = list(OutboxMessage.objects.all())
    kinds = {message.kind for message in messages}
    assert len(kinds) > 10
    facts = (CHILD, "Gwenllian", MOTHER, "Tegwen", "Child A", "badly hurt", "found")
    for message in messages:
        for fact in facts:
            told = f"{message.subject} {message.text} {message.html}"
            assert fact not in told, (message.kind, fact)


def test_every_kind_of_message_has_both_its_parts():
    for message in sorted((ROOT / "templates").glob("*/emails/*_message.txt")):
        subject = message.with_name(message.name.replace("_message", "_subject"))
        assert subject.exists(), message
        get_template(str(message.relative_to(ROOT / "templates")))


def queries(client, url) -> int:
    client.get(url)  # what is asked once for a process or a session
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert client.get(url).status_code == 200
    return len(asked)


@pytest.mark.parametrize("name", ["reviews:list", "desk:desk"])
def test_a_list_asks_no_more_for_many_reviews(world, signed_in, name):
    client = signed_in(world.user("coordinator"))
    url = reverse(name)
    few = queries(client, url)
    for stage in (Stage.DECISION, Stage.PANEL, Stage.REPORT, Stage.FOLLOW_THROUGH):
        to(stage)
    assert queries(client, url) <= few


def test_the_case_page_is_not_dear(world, signed_in):
    client = signed_in(world.user("coordinator"))
    for stage in (Stage.REFERRAL, Stage.REPORT, Stage.FOLLOW_THROUGH):
        review = world.review_at(stage)
        assert queries(client, review.get_absolute_url()) <= 140, stage


@pytest.mark.parametrize("language, word", [("en-gb", "The referral was forwarded"), ("cy", "")])
def test_history_is_told_in_the_readers_language(world, signed_in, language, word):
    review = world.review_at("decision")
    client = signed_in(world.user("coordinator"))
    client.cookies["language"] = language
    page = client.get(reverse("reviews:history", args=[review.slug])).content.decode()
    english = "The referral was forwarded to the sub-group."
    assert (english in page) is (language == "en-gb")
    assert word in page
    assert dt.date(2024, 1, 15).strftime("%Y") in page
