"""A board's own words for its offices and groups, in both languages."""

import pytest
from django.urls import reverse
from django.utils import translation

from boards.models import SUBGROUP, Board, Office, Wording
from boards.wording.services import choose_words
from boards.words import in_words_of, office_name
from common.deeds import Refused
from common.models import OutboxMessage
from reviews.journey import Stage
from reviews.referral.services import forward
from tests.forms import open_form, typed

GROUP = ("Case Review Group", "Grŵp Adolygu Achosion")
MANAGER = ("Business Manager", "Rheolwr Busnes")


def choose(world, **words):
    terms = {term: words.get(term, ("", "")) for term in (SUBGROUP, Office.COORDINATOR)}
    choose_words(world.board, by=world.user("coordinator"), on=world.today, words=terms)
    return Board.objects.get(code="be")


def test_the_usual_word_stands_until_a_board_has_its_own(world):
    board = world.board
    assert office_name(board, Office.COORDINATOR) == "Co-ordinator"
    board = choose(world, coordinator=MANAGER)
    assert office_name(board, Office.COORDINATOR) == "Business Manager"
    assert office_name(world.other_board, Office.COORDINATOR) == "Co-ordinator"
    with translation.override("cy"):
        assert office_name(board, Office.COORDINATOR) == "Rheolwr Busnes"
    choose(world)
    assert not Wording.objects.exists()


@pytest.mark.parametrize(
    "language, ours, theirs",
    [
        ("en-gb", "Forward to the sub-group.", "Forward to the Case Review Group."),
        ("cy", "Anfon at yr is-grŵp.", "Anfon at y Grŵp Adolygu Achosion."),
        ("cy", "Rhoddwyd i'r is-grŵp.", "Rhoddwyd i'r Grŵp Adolygu Achosion."),
        ("cy", "Yr is-grŵp a argymhellodd.", "Y Grŵp Adolygu Achosion a argymhellodd."),
        ("cy", "aelod o is-grŵp arall", "aelod o is-grŵp arall"),
    ],
)
def test_sentences_take_the_word_after_the_article_only(world, language, ours, theirs):
    board = choose(world, subgroup=GROUP)
    with translation.override(language):
        assert in_words_of(board, ours) == theirs


def test_pages_messages_and_history_of_the_board_use_them(world, signed_in):
    choose(world, subgroup=GROUP, coordinator=MANAGER)
    client = signed_in(world.user("board-chair"))
    review = world.review_at(Stage.REFERRAL)
    page = client.get(review.get_absolute_url()).content.decode()
    assert "Forward the referral to the Case Review Group" in page
    assert "<b>Business Manager</b>" in page
    assert "the Case Review Group" in client.get("/").content.decode()
    forward(review, by=world.user("board-chair"), on=world.today)
    history = client.get(reverse("reviews:history", args=[review.slug])).content.decode()
    assert "The referral was forwarded to the Case Review Group." in history
    written = OutboxMessage.objects.filter(kind="reviews.forwarded").last()
    assert "sub-group" not in written.text


def test_they_are_given_in_both_languages_or_not_at_all(world, signed_in):
    client = signed_in(world.user("coordinator"))
    url = reverse("board_words", args=["be"])
    given = typed(open_form(client, url), subgroup_en="Case Review Group")
    answer = client.post(url, given)
    assert "both languages" in answer.content.decode()
    assert "Case Review Group" in answer.content.decode()
    assert not Wording.objects.exists()
    assert client.post(url, given | {"subgroup_cy": "x\x00"}).status_code == 200
    assert client.post(url, given | {"subgroup_cy": "y" * 61}).status_code == 200
    assert client.post(url, given | {"subgroup_cy": GROUP[1]}).status_code == 302
    assert Wording.objects.get().word_cy == GROUP[1]


def test_a_word_with_a_backslash_breaks_nothing(world):
    board = choose(world, subgroup=(r"A\1 \g<0>", "Grŵp"))
    assert in_words_of(board, "to the sub-group") == r"to the A\1 \g<0>"


def test_nobody_else_chooses_them(world):
    with pytest.raises(Refused):
        choose_words(world.board, by=world.user("auditor"), on=world.today, words={})
