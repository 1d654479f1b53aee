"""The list of what came from the public page, and the search for names in it."""

import datetime as dt
from importlib import import_module

import pytest
from django.apps import apps
from django.core.management import call_command
from django.urls import reverse

from audit.models import Entry
from common import clock
from reviews.models import PublicNameKey, PublicReferral, PublicState
from reviews.referral.incoming import views
from reviews.referral.incoming.finding import referrals_named
from reviews.referral.incoming.services import ask_for_more
from reviews.referral.public.services import send, sent_answers_of, start
from reviews.referral.refusing.services import propose_refusal, set_aside
from tests.browser_forms import form_of
from tests.reviews.referral.test_public import ANSWERS, waiting


def many(world, states):
    """Referrals in these states, each a day younger than the one before."""
    moment = clock.now() - dt.timedelta(days=len(states))
    rows = []
    for number, state in enumerate(states):
        row = waiting(world)
        PublicReferral.objects.filter(pk=row.pk).update(
            state=state,
            sent_at=moment + dt.timedelta(days=number),
            note="x",
            settled_on=world.today,
            settled_by=world.user("coordinator"),
        )
        row.refresh_from_db()
        rows.append(row)
    return rows


def test_the_oldest_that_waits_stands_first_however_many_have_come_since(
    world, signed_in, monkeypatch
):
    monkeypatch.setattr(views, "ON_A_PAGE", 3)
    sent, returned, gone = PublicState.SENT, PublicState.RETURNED, PublicState.SET_ASIDE
    oldest, second, *rest = many(world, [sent, returned, gone, gone, gone, gone])
    client, address = signed_in(world.user("coordinator")), reverse("reviews:incoming")
    first = client.get(address)
    shown = [row.receipt for row in first.context["rows"]]
    assert shown[:2] == [oldest.receipt, second.receipt] and len(shown) == 3
    assert "page=2" in first.content.decode()
    later = [row.receipt for row in client.get(f"{address}?page=2").context["rows"]]
    assert shown[2:] + later == [row.receipt for row in reversed(rest)]
    assert client.get(f"{address}?page=%00").status_code == 200


def refuse(row, world):
    words = {"refusal": "mistake", "note": "It was meant for another service."}
    propose_refusal(row, by=world.user("coordinator"), on=world.today, **words)
    return set_aside(row, by=world.user("board-chair"), on=world.today)


def ask(row, world):
    return ask_for_more(row, by=world.user("coordinator"), on=world.today, wanted=["when"])


OTHER = {"other_1_name": "Ianto Gyfrinachol", "other_1_born_on_day": "1"}
OTHER |= {"other_1_born_on_month": "2", "other_1_born_on_year": "2020"}


@pytest.mark.parametrize("becomes", [lambda row, world: row, ask, refuse])
@pytest.mark.parametrize(
    "words", [{"name": "ffion gyfrinachol"}, {"name": "Ianto Gyfrinachol"}, {"born_on": "1 2 2020"}]
)
def test_a_referral_that_waits_or_was_refused_is_found_by_name(world, signed_in, words, becomes):
    row = send(start(world.board, email="nyrs@iechyd.test", language=""), ANSWERS | OTHER)
    becomes(row, world)
    address = reverse("reviews:search_names")
    client = signed_in(world.user("coordinator"))
    page = form_of(client.get(address)).fill(**words).send(client, address)
    assert row.receipt in page.content.decode()
    assert reverse("reviews:incoming_referral", args=[row.uuid]) in page.content.decode()
    assert Entry.objects.filter(verb="reviews.names_searched", target_id=row.pk).exists()
    other = signed_in(world.user("coordinator", "dc"))
    theirs = form_of(other.get(address)).fill(**words).send(other, address)
    assert row.receipt not in theirs.content.decode(), "sent to another board"


def test_the_index_of_referrals_tells_nothing_and_can_be_made_anew(world):
    row = waiting(world)
    assert PublicNameKey.objects.filter(referral=row).count() == 3
    assert not PublicNameKey.objects.filter(digest__icontains="ffion").exists()
    PublicNameKey.objects.all().delete()
    call_command("rebuild_name_keys")
    assert PublicNameKey.objects.filter(referral=row).count() == 3


def test_what_was_sent_before_this_keeps_its_words_and_is_found(world):
    row = waiting(world)
    PublicReferral.objects.filter(pk=row.pk).update(sent_answers="")
    PublicNameKey.objects.all().delete()
    import_module("reviews.migrations.0019_public_referrals_as_sent").keep(apps, None)
    row.refresh_from_db()
    assert sent_answers_of(row) == ANSWERS
    assert referrals_named(world.user("coordinator"), "Ffion Gyfrinachol", None) == [row]


def test_one_name_that_two_people_share_between_them_is_nobodys(world, signed_in):
    send(start(world.board, email="a@b.test", language=""), ANSWERS | {"other_1_name": "Gwen Ap"})
    assert not referrals_named(world.user("coordinator"), "Ffion Gwen", None)


@pytest.mark.parametrize("language", ["en-gb", "cy"])
def test_whoever_logs_the_same_child_is_shown_the_referral_that_waits(world, signed_in, language):
    row = ask(waiting(world), world)
    client = signed_in(world.user("coordinator"))
    client.cookies.load({"language": language})
    address = reverse("reviews:log")
    form = form_of(client.get(address)).plausible(world.today, but=("source", "is_new"))
    words = {"child_name": "Ffion Gyfrinachol", "sentence": "A call.", "source": "telephone"}
    shown = form.fill(**words).send(client, address)
    assert shown.status_code == 200, "nothing is logged before it was looked at"
    assert reverse("reviews:incoming_referral", args=[row.uuid]) in shown.content.decode()
    own = client.get(reverse("reviews:incoming_referral", args=[row.uuid]))
    assert not own.context["found"], "it is not found by itself"
