"""Finding the same child: the spelling does not matter, and only who may sees what."""

import datetime as dt
import unicodedata

import pytest
from django.core.management import call_command
from django.urls import reverse

from audit.models import Entry
from reviews.children.matching import birth_of, matches, parts_of
from reviews.children.services import add_child
from reviews.journey import Stage
from reviews.models import JoinedReferral, NameKey, Review, SubjectName
from reviews.referral.services import log_referral
from tests.forms import open_form, typed
from tests.world import CHILD

NAME = "Siân O'Neill-Pŵes"


@pytest.mark.parametrize(
    "written",
    [
        NAME,
        unicodedata.normalize("NFD", NAME),
        "SIAN ONEILL PWES",
        "  pŵes, siân o\u2019neill ",
        "Sian O'Neill ap Pwes",
    ],
)
def test_a_name_is_the_same_however_it_is_written(written):
    assert parts_of(written) - {"oneillpwes"} == {"sian", "oneill", "pwes"}


@pytest.mark.parametrize(
    "written, day",
    [
        (dt.date(2015, 3, 4), "2015-03-04"),
        ("2015-03-04", "2015-03-04"),
        ("4/3/2015", "2015-03-04"),
        ("4 Mawrth 2015", "2015-03-04"),
        ("4 Mar 2015", "2015-03-04"),
        ("31/2/2015", ""),
        ("about 2015", ""),
        ("", ""),
        (None, ""),
    ],
)
def test_a_day_of_birth_is_read_and_never_guessed(written, day):
    assert birth_of(written) == day


def test_the_index_tells_nothing_and_survives_a_new_key(world, settings):
    found = matches(CHILD, None)
    assert found and found[0].is_likely
    assert not NameKey.objects.filter(digest__icontains="gwenllian").exists()
    assert all(len(key.digest) == 64 for key in NameKey.objects.all())
    new = "bmV3LXNlY3JldC1vbmx5LWZvci1vbmUtbWFjaGluZSE="
    settings.FIELD_KEYS = [new, *settings.FIELD_KEYS]
    assert len(matches(CHILD, None)) == len(found), "rows of the older key are found"
    call_command("rebuild_name_keys")
    settings.FIELD_KEYS = [new]
    assert SubjectName.objects.count() == NameKey.objects.values("name").distinct().count()
    assert len(matches(CHILD, None)) == len(found)
    assert matches("Nobody Atall", None) == []


def test_one_part_of_a_name_alone_is_not_likely(world):
    assert not matches("Gwenllian", None)[0].is_likely


def log(client, board, **words):
    url = reverse("reviews:log")
    form = open_form(client, url)
    facts = {"board": board, "source": "telephone", "sentence": "A call.", **words}
    return url, typed(form, **facts)


def test_logging_shows_a_case_of_the_same_child_first_and_opens_a_new_one_if_told_to(
    world, signed_in
):
    client = signed_in(world.user("coordinator"))
    before = Review.objects.count()
    url, data = log(client, world.board, child_name="gwenllian CANARI")
    answer = client.post(url, data)
    assert answer.status_code == 200
    assert Review.objects.count() == before
    told = answer.content.decode()
    assert str(world.review_at(Stage.REFERRAL).reference).replace(" ", "\xa0") in told
    seen = answer.context["found"].code
    assert seen in told
    done = client.post(url, data | {"is_new": "on", "seen": seen})
    assert done.status_code == 302
    made = Review.objects.latest("pk")
    assert SubjectName.objects.get(subject__review=made).full_name == "gwenllian CANARI"
    assert made.slug in done.url


def test_another_search_needs_another_look(world, signed_in):
    client = signed_in(world.user("coordinator"))
    url, data = log(client, world.board, child_name="Gwenllian Canari")
    answer = client.post(url, data | {"is_new": "on", "seen": "not what was shown"})
    assert answer.status_code == 200 and answer.context["found"]


def test_a_referral_is_joined_from_the_page_that_found_the_case(world, signed_in):
    client = signed_in(world.user("coordinator"))
    open_case, before = world.review_at(Stage.PANEL), Review.objects.count()
    url, data = log(client, world.board, child_name=CHILD, referrer="A health visitor")
    done = client.post(url, data | {"join": open_case.slug})
    assert done.status_code == 302
    assert Review.objects.count() == before
    row = JoinedReferral.objects.get(review=open_case)
    assert (row.referrer, row.former) == ("A health visitor", None)
    assert client.post(url, data | {"join": open_case.slug}).url == done.url
    assert JoinedReferral.objects.filter(review=open_case).count() == 1


def test_of_another_boards_case_only_the_board_is_said_and_both_looks_are_recorded(
    world, signed_in
):
    other = world.user("coordinator", "dc")
    words = {"by": other, "on": world.today}
    theirs = log_referral(world.other_board, **words, source="email", sentence="A letter.")
    add_child(theirs, **words, pseudonym="Child Z", full_name="Ffion Unigryw")
    client = signed_in(world.user("coordinator"))
    url, data = log(client, world.board, child_name="Ffion Unigryw")
    told = client.post(url, data).content.decode()
    assert "Another board may hold a case like this: ask them." in told
    assert world.other_board.name_en in told
    assert f"DC\xa0{theirs.number}" not in told and theirs.slug not in told
    assert "Child Z" not in told
    looks = Entry.objects.filter(verb="reviews.names_sought", by_id=world.user("coordinator").pk)
    assert {look.board_id for look in looks} == {world.board.pk, world.other_board.pk}
    assert not Entry.objects.filter(verb="reviews.name_found", review_id=theirs.pk).exists()


def test_whoever_is_kept_out_of_a_case_learns_only_whom_to_ask(world, signed_in):
    client = signed_in(world.user("excluded"))
    url, data = log(client, world.board, child_name=CHILD)
    answer = client.post(url, data)
    assert answer.status_code == 200
    text = answer.content.decode()
    assert "There may be another case that you cannot open. Ask the Board Chair." in text
    assert not answer.context["found"].here
    assert "BE 1/" not in text
    again = typed(answer.context["form"], is_new="on", child_name=CHILD)
    assert client.post(url, again).status_code == 302, "it is a new case, if they say so"


def test_a_reference_in_the_words_and_the_day_of_the_event_are_looked_for_too(world, signed_in):
    client = signed_in(world.user("coordinator"))
    review = world.review_at(Stage.DECISION)
    url, data = log(client, world.board, sentence=f"More about {review.reference}.")
    found = client.post(url, data).context["found"]
    assert [each.review.pk for each in found.here] == [review.pk]


def test_looking_costs_the_same_however_many_names_are_kept(
    world, signed_in, django_assert_max_num_queries
):
    client = signed_in(world.user("coordinator"))
    url, data = log(client, world.board, child_name="Nobody Atall")
    with django_assert_max_num_queries(70):
        assert client.post(url, data).status_code == 302
