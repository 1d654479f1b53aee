"""The referrer is told the outcome, once, in their language, and no fact of the case."""

import pytest
from django.urls import reverse

from common.deeds import NotNow
from common.models import OutboxMessage
from desk.turns import desk_of
from reviews.journey import Stage
from reviews.models import Manner, Referral, ReferrerTold
from reviews.referral.joining.services import join_referral
from reviews.referral.telling.services import tell_referrer
from tests.forms import fill
from tests.world import CHILD


def named(world, stage, **facts):
    review = world.review_at(stage)
    words = {"referrer": "Nyrs Un", "referrer_email": "nyrs@iechyd.test"} | facts
    Referral.objects.filter(review=review).update(**words)
    return review


def telling(world, review):
    label = "Tell the referrer the outcome"
    lines = desk_of(world.user("coordinator"), world.today).mine
    return [each for each in lines if each.label == label and each.reference == str(review)]


@pytest.mark.parametrize("stage", [Stage.PANEL, Stage.NO_REVIEW, Stage.FORUM])
def test_after_the_answer_it_is_the_coordinators_turn_until_the_referrer_is_told(world, stage):
    review = named(world, stage)
    assert len(telling(world, review)) == 1
    words = {"by": world.user("coordinator"), "on": world.today}
    tell_referrer(review, **words, manner=Manner.EMAIL)
    assert telling(world, review) == []
    with pytest.raises(NotNow):
        tell_referrer(review, **words, manner=Manner.TELEPHONE)


def test_before_the_answer_there_is_nothing_to_tell(world):
    review = named(world, Stage.DECISION)
    assert telling(world, review) == []
    with pytest.raises(NotNow):
        words = {"by": world.user("coordinator"), "on": world.today}
        tell_referrer(review, **words, manner=Manner.TELEPHONE)


@pytest.mark.parametrize(
    "language, said, unsaid",
    [
        ("en-gb", ["No child practice review is held."], ["adolygiad"]),
        ("cy", ["Ni chynhelir adolygiad ymarfer plant."], ["No child practice review"]),
        ("", ["Ni chynhelir adolygiad ymarfer plant.", "No child practice review is held."], []),
    ],
)
def test_it_goes_out_in_their_language_and_unknown_is_both(world, language, said, unsaid):
    review = named(world, Stage.NO_REVIEW, referrer_language=language)
    words = {"by": world.user("coordinator"), "on": world.today}
    row = tell_referrer(review, **words, manner=Manner.EMAIL)
    mail = OutboxMessage.objects.get(kind="reviews.referrer_told")
    assert mail.to == "nyrs@iechyd.test"
    assert all(each in mail.text for each in said)
    assert not any(each in mail.text for each in unsaid)
    assert row.words == mail.text.strip(), "what was drafted is what went out"
    assert str(review.reference) in mail.text
    assert CHILD not in mail.text and "baby" not in mail.text
    if not language:
        assert mail.text.index(said[0]) < mail.text.index(said[1])


def test_by_telephone_nothing_is_sent_and_the_words_are_kept(world, signed_in):
    review = named(world, Stage.PANEL, referrer_email="")
    client = signed_in(world.user("coordinator"))
    url = reverse("reviews:tell_referrer", args=[review.slug])
    page = client.get(url).content.decode()
    assert "child practice review is held." in page
    by_mail = fill(client, url, whom="main", manner=Manner.EMAIL)
    assert by_mail.status_code == 200, "there is no address"
    assert fill(client, url, whom="main", manner=Manner.TELEPHONE).status_code == 302
    assert not OutboxMessage.objects.filter(kind="reviews.referrer_told").exists()
    assert ReferrerTold.objects.get(review=review).words


def test_whoever_made_a_joined_referral_is_told_too(world, signed_in):
    review = named(world, Stage.PANEL)
    words = {"by": world.user("coordinator"), "on": world.today}
    join_referral(
        review, **words, received_on=world.today, source="letter", sentence="x", referrer="Athro"
    )
    tell_referrer(review, **words, manner=Manner.EMAIL)
    assert len(telling(world, review)) == 1
    client = signed_in(world.user("coordinator"))
    url = reverse("reviews:tell_referrer", args=[review.slug])
    assert fill(client, url, manner=Manner.NOT_TOLD).status_code == 200, "why not?"
    assert fill(client, url, manner=Manner.NOT_TOLD, note="Has retired.").status_code == 302
    assert telling(world, review) == []


def test_without_anybody_named_there_is_nothing_to_do(world, signed_in):
    review = world.review_at(Stage.PANEL)
    assert telling(world, review) == []
    client = signed_in(world.user("coordinator"))
    answer = client.get(reverse("reviews:tell_referrer", args=[review.slug]))
    assert answer.context["form"] is None
