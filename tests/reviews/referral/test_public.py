"""Referring a case without an account, and what the board does with it."""

import datetime as dt
import re

import pytest
from django.core.cache import cache
from django.db import connection
from django.urls import reverse

from common import clock
from common.models import OutboxMessage
from desk.turns import desk_of
from reviews.journey import Stage
from reviews.models import (
    EarlyAction,
    JoinedReferral,
    PublicReferral,
    PublicState,
    Review,
    SubjectName,
)
from reviews.referral.incoming.services import ask_for_more
from reviews.referral.public.services import LIFETIME, forget_the_unsent, send, start
from tests.browser_forms import form_of
from tests.forms import fill, open_form, typed
from tests.reviews.test_races import together
from tests.world import CHILD

SECRET = "Ffion Gyfrinachol"
ANSWERS = {
    "referrer": "Nyrs Un",
    "referrer_role": "Health visitor",
    "referrer_agency": "Health board",
    "child_name": SECRET,
    "born_on_day": "4",
    "born_on_month": "3",
    "born_on_year": "2022",
    "sentence": "The child was found badly hurt.",
    "harm": "life_threatening",
    "abuse": ["physical"],
    "circumstances": "At home.",
    "safeguarding": "The siblings were placed with family.",
}


def link_in_the_mail(kind="reviews.refer_link") -> str:
    text = OutboxMessage.objects.filter(kind=kind).latest("pk").text
    found = re.search(r"/refer/link/[\w-]+/", text)
    assert found
    return found[0]


def begin(client, board, email="nyrs@iechyd.test"):
    url = reverse("refer:start")
    return fill(client, url, board=board, email=email, language="")


def opened(client, kind="reviews.refer_link") -> str:
    """Where the link in the mail leads."""
    address: str = client.get(link_in_the_mail(kind)).url
    return address


def put(client, address, **words):
    """Send the page's form with these answers: it says which version it was opened at."""
    version = client.get(address).context["row"].version
    return client.post(address, {"version": version} | words)


def write(client, **changed):
    return put(client, opened(client), **(ANSWERS | {"send": "1"} | changed))


def waiting(world) -> PublicReferral:
    row = start(world.board, email="nyrs@iechyd.test", language="")
    return send(row, ANSWERS)


def test_a_professional_refers_a_case_from_the_first_page_to_the_receipt(world, signed_in):
    client = signed_in()
    assert begin(client, world.board).url == reverse("refer:posted")
    page_of = opened(client)
    row = PublicReferral.objects.get()
    assert page_of == reverse("refer:write", args=[row.uuid]), "the key leaves the address at once"
    kept = put(client, page_of, save="1", sentence="Half of it.")
    assert kept.url == reverse("refer:kept", args=[row.uuid])
    closed = client.get(page_of).content.decode()
    assert "Half of it." not in closed, "closed on this computer"
    assert signed_in().get(page_of).status_code == 404
    page = client.get(opened(client))
    assert "Half of it." in page.content.decode() and not page.context["form"].errors
    done = put(client, page_of, **ANSWERS, send="1")
    assert done.url == reverse("refer:sent", args=[row.uuid])
    row.refresh_from_db()
    assert row.state == PublicState.SENT
    assert row.receipt in client.get(done.url).content.decode()
    status = client.get(opened(client)).content.decode()
    assert "Waiting for the Board" in status and SECRET not in status


@pytest.mark.parametrize("language", ["en", "cy"])
def test_a_second_link_in_the_same_browser_changes_nothing_of_the_first(world, signed_in, language):
    client = signed_in()
    client.cookies.load({"language": language})
    begin(client, world.board, "one@be.test")
    first = opened(client)
    mine = form_of(client.get(first))
    begin(client, world.other_board, "two@dc.test")
    second = opened(client)
    assert first != second
    mine.fill(**{name: value for name, value in ANSWERS.items() if name in mine.names})
    sent = client.post(first, dict(mine.data.lists()) | {"send": "1"})
    assert sent.status_code == 302
    rows = {row.board: row for row in PublicReferral.objects.all()}
    assert SECRET in rows[world.board].answers
    assert rows[world.board].state == PublicState.SENT
    assert rows[world.other_board].answers == ""
    assert rows[world.other_board].state == PublicState.STARTED
    assert client.get(second).status_code == 200


def test_a_later_save_on_another_device_shows_both_and_loses_neither(world, signed_in):
    telephone, desk = signed_in(), signed_in()
    begin(telephone, world.board)
    address = opened(telephone)
    assert opened(desk) == address
    old = telephone.get(address).context["row"].version
    put(desk, address, more="1", sentence="Written at the desk.", referrer="Nyrs Un")
    late = telephone.post(
        address, {"version": old, "save": "1", "sentence": "Written on the telephone."}
    )
    assert late.status_code == 409
    page = late.content.decode()
    assert "Written at the desk." in page and "Written on the telephone." in page
    assert "Written at the desk." in PublicReferral.objects.get().answers
    both = form_of(late).fill(sentence="Written on both.", referrer="Nyrs Un")
    assert telephone.post(address, dict(both.data.lists()) | {"save": "1"}).status_code == 302
    assert "Written on both." in PublicReferral.objects.get().answers


def test_a_second_click_and_back_say_that_it_was_sent(world, signed_in):
    client = signed_in()
    begin(client, world.board)
    address = opened(client)
    put(client, address, **ANSWERS, send="1")
    row = PublicReferral.objects.get()
    again = client.post(address, ANSWERS | {"send": "1"})
    for answer in (again, client.get(address)):
        assert answer.status_code == 200
        assert row.receipt in answer.content.decode()
        assert "You have already sent this referral" in answer.content.decode()
        assert SECRET not in answer.content.decode()
    assert PublicReferral.objects.count() == 1


def test_back_on_one_that_the_board_has_returned_says_so_and_not_that_it_was_never_sent(
    world, signed_in
):
    client = signed_in()
    begin(client, world.board)
    address = opened(client)
    put(client, address, **ANSWERS, send="1")
    row = PublicReferral.objects.get()
    ask_for_more(row, by=world.user("coordinator"), on=world.today, wanted=["when"])
    page = client.get(address).content.decode()
    assert "the board has asked you for more information" in page
    assert "has not been sent" not in page


def test_what_is_typed_after_it_was_closed_here_is_given_back(world, signed_in):
    client = signed_in()
    begin(client, world.board)
    address = opened(client)
    put(client, address, save="1", sentence="First.")
    answer = client.post(address, {"save": "1", "sentence": "Typed after going back."})
    assert answer.status_code == 409
    assert "Typed after going back." in answer.content.decode()
    assert "First." in PublicReferral.objects.get().answers


def test_what_is_not_complete_is_kept_and_said(world, signed_in):
    client = signed_in()
    begin(client, world.board)
    answer = write(client, referrer="", sentence="")
    assert answer.status_code == 200
    assert {"referrer", "sentence"} <= set(answer.context["form"].errors)
    assert SECRET in answer.content.decode()
    assert PublicReferral.objects.get().state == PublicState.STARTED
    assert SECRET in PublicReferral.objects.get().answers, "kept, though it was not sent"


@pytest.mark.parametrize(
    "bad",
    [
        {"sentence": "a\x00b"},
        {"sentence": "x" * 2001},
        {"born_on_day": "31", "born_on_month": "2"},
        {"born_on_year": "2090"},
        {"harm": "eaten"},
        {"abuse": ["all"]},
        {"referrer": "one\ntwo"},
    ],
)
def test_bad_input_is_said_and_never_breaks_the_page(world, signed_in, bad):
    client = signed_in()
    begin(client, world.board)
    answer = write(client, **bad)
    assert answer.status_code == 200 and answer.context["form"].errors
    assert client.get(opened(client)).status_code == 200


@pytest.mark.parametrize(
    "bad", [{"email": "nobody"}, {"email": "a\x00@b.test"}, {"board": "99999"}, {"board": "x"}]
)
def test_where_to_begin_bad_input_is_said_too(world, signed_in, bad):
    words = {"email": "nyrs@iechyd.test", "board": world.board.pk} | bad
    answer = signed_in().post(reverse("refer:start"), words)
    assert answer.status_code == 200 and answer.context["form"].errors
    assert not PublicReferral.objects.exists()


def test_nothing_typed_stands_readable_in_the_database_nor_in_any_mail(world, signed_in):
    row = waiting(world)
    with connection.cursor() as cursor:
        cursor.execute("SELECT answers, email, token_hash FROM reviews_publicreferral")
        stored = " ".join(cursor.fetchone())
    assert SECRET not in stored and "nyrs@" not in stored and "badly hurt" not in stored
    ask_for_more(row, by=world.user("coordinator"), on=world.today, wanted=["child", "when"])
    for mail in OutboxMessage.objects.all():
        assert SECRET not in mail.text + mail.subject and "badly hurt" not in mail.text


def test_a_stranger_learns_nothing(world, signed_in):
    known, unknown = signed_in(), signed_in()
    first = begin(known, world.board, "coordinator@be.test")
    second = begin(unknown, world.board, "nobody@nowhere.test")
    assert (first.status_code, first.url) == (second.status_code, second.url)
    row = waiting(world)
    for token in ("x" * 43, str(row.uuid), row.receipt):
        assert unknown.get(reverse("refer:open", args=[token])).status_code == 404
        assert unknown.get(reverse("refer:write", args=[row.uuid])).status_code == 404


def test_the_link_runs_out_and_what_was_never_sent_is_forgotten(world, signed_in, settings):
    client = signed_in()
    begin(client, world.board)
    sent = waiting(world)
    link = link_in_the_mail()
    settings.DEMO_TODAY = (clock.today() + LIFETIME + dt.timedelta(days=1)).isoformat()
    assert client.get(link).status_code == 404
    assert forget_the_unsent() == 1
    assert PublicReferral.objects.get() == sent


def test_too_many_begin_nothing_more(world, signed_in, settings):
    cache.clear()
    client = signed_in()
    for _each in range(8):
        assert begin(client, world.board).status_code == 302
    assert PublicReferral.objects.count() == 5, "no address is flooded, and nobody is told"
    answers = [begin(client, world.board, f"n{each}@b.test").status_code for each in range(20)]
    assert answers[-1] == 429
    cache.clear()


def test_it_waits_on_the_desk_of_that_board_and_of_no_other(world):
    row = waiting(world)
    today = world.today
    mine = [each.reference for each in desk_of(world.user("coordinator"), today).mine]
    theirs = [each.reference for each in desk_of(world.user("coordinator", "dc"), today).mine]
    assert row.receipt in mine and row.receipt not in theirs


def test_accepted_it_is_a_case_with_its_day_its_child_and_its_referrer(world, signed_in):
    row = waiting(world)
    client = signed_in(world.user("coordinator"))
    told = client.get(reverse("reviews:incoming_referral", args=[row.uuid])).content.decode()
    assert SECRET in told
    url = reverse("reviews:accept_referral", args=[row.uuid])
    assert fill(client, url, sentence="A child was found badly hurt.").status_code == 302
    row.refresh_from_db()
    review = row.review
    assert (row.state, review.stage) == (PublicState.ACCEPTED, Stage.REFERRAL)
    referral = review.referral
    assert (referral.source, referral.referrer_email) == ("form", "nyrs@iechyd.test")
    assert (referral.received_on, referral.abuse) == (world.today, ["physical"])
    name = SubjectName.objects.get(subject__review=review)
    assert (name.full_name, name.born_on) == (SECRET, "2022-03-04")
    assert EarlyAction.objects.get(review=review).agency_name == "Health board"
    mail = OutboxMessage.objects.get(kind="reviews.refer_accepted")
    assert str(review.reference) in mail.text


def test_a_child_that_is_known_is_said_before_it_is_accepted_and_it_may_join(world, signed_in):
    row = send(
        start(world.board, email="nyrs@iechyd.test", language=""), ANSWERS | {"child_name": CHILD}
    )
    client = signed_in(world.user("coordinator"))
    page = client.get(reverse("reviews:incoming_referral", args=[row.uuid]))
    open_case = world.review_at(Stage.PANEL)
    assert open_case.pk in [each.review.pk for each in page.context["found"].here]
    url = reverse("reviews:accept_into", args=[row.uuid])
    before = Review.objects.count()
    assert fill(client, url, to=open_case).status_code == 302
    assert Review.objects.count() == before
    assert JoinedReferral.objects.get(review=open_case).referrer == "Nyrs Un"


def test_what_is_missing_is_asked_for_by_name_and_it_comes_back(world, signed_in):
    row = waiting(world)
    client = signed_in(world.user("coordinator"))
    url = reverse("reviews:return_referral", args=[row.uuid])
    assert fill(client, url).status_code == 200, "what is missing?"
    assert fill(client, url, wanted=["when"]).status_code == 302
    mail = OutboxMessage.objects.get(kind="reviews.refer_returned")
    assert "When it happened, or when it became known" in mail.text
    stranger = signed_in()
    address = opened(stranger, "reviews.refer_returned")
    page = stranger.get(address).content.decode()
    assert "When it happened, or when it became known" in page and SECRET in page
    again = ANSWERS | {"event_on_day": "1", "event_on_month": "2", "event_on_year": "2026"}
    assert put(stranger, address, **again, send="1").status_code == 302
    row.refresh_from_db()
    assert (row.state, row.wanted) == (PublicState.SENT, [])


def test_two_coordinators_accept_the_same_referral_at_the_same_moment(own_clone, signed_in):
    row = waiting(own_clone)
    url = reverse("reviews:accept_referral", args=[row.uuid])
    before = Review.objects.count()
    posts = []
    for role in ("coordinator", "board-chair"):
        client = signed_in(own_clone.user(role))
        posts.append((client, url, typed(open_form(client, url), circumstances=role)))
    answers = together(posts)
    assert sorted(each.status_code for each in answers) == [302, 409]
    assert Review.objects.count() == before + 1
    loser = next(each for each in answers if each.status_code == 409)
    row.refresh_from_db()
    assert str(row.review.reference) in loser.content.decode()
    assert OutboxMessage.objects.filter(kind="reviews.refer_accepted").count() == 1
