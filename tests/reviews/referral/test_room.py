"""The referral in its room: completed over time, what was done at once, what is still needed."""

import datetime as dt
from typing import Any

import pytest
from django.urls import reverse

from audit.models import Entry
from common.deeds import Overtaken, Refused
from reviews.journey import Stage
from reviews.models import Abuse, EarlyAction, EarlyActionKind, Harm, Referral, YesNo
from reviews.referral.early_actions.services import record_early_action
from reviews.referral.needs import still_needed
from reviews.referral.services import complete
from tests.forms import fill, open_form, typed


@pytest.fixture
def review(world):
    return world.review_at(Stage.REFERRAL)


def page(review, name="referral"):
    return reverse(f"reviews:{name}", args=[review.slug])


def test_a_referral_is_completed_in_sittings_and_what_it_said_before_stays(
    world, review, signed_in
):
    client = signed_in(world.user("coordinator"))
    first = fill(client, page(review, "complete_referral"), circumstances="Found at home.")
    assert first.status_code == 302
    words = {"why_criteria": "Neglect is suspected.", "abuse": [Abuse.NEGLECT]}
    assert fill(client, page(review, "complete_referral"), **words).status_code == 302
    referral = Referral.objects.get(review=review)
    assert (referral.version, referral.circumstances) == (2, "Found at home.")
    assert [row.facts["circumstances"] for row in referral.earlier.all()] == ["Found at home.", ""]
    shown = client.get(page(review)).content.decode()
    assert "Neglect is suspected." in shown and "Version before" in shown


def test_of_two_who_complete_it_the_second_sees_both_texts(world, review, signed_in):
    early, late = signed_in(world.user("coordinator")), signed_in(world.user("coordinator"))
    url = page(review, "complete_referral")
    opened = open_form(late, url)
    assert fill(early, url, circumstances="From the hospital.").status_code == 302
    answer = late.post(url, typed(opened, circumstances="From the police."))
    assert answer.status_code == 409
    told = answer.content.decode()
    assert "From the hospital." in told and "From the police." in told
    assert Referral.objects.get(review=review).circumstances == "From the hospital."
    with pytest.raises(Overtaken):
        words = {"by": world.user("coordinator"), "on": world.today}
        complete(review, **words, version=0, circumstances="Again.")


def test_what_the_recommendation_will_need_is_a_list_that_shortens_and_refuses_nothing(
    world, review, signed_in
):
    before = [str(need.sentence) for need in still_needed(review)]
    assert "What happened to the child" in before and "The circumstances" in before
    client = signed_in(world.user("coordinator"))
    listed = client.get(page(review)).content.decode()
    assert f"{page(review, 'complete_referral')}#id_harm" in listed
    fill(
        client,
        page(review, "complete_referral"),
        harm=Harm.DIED,
        event_on=dt.date(2024, 1, 2),
        circumstances="Found at home.",
    )
    after = [
        str(need.sentence) for need in still_needed(review.__class__.objects.get(pk=review.pk))
    ]
    assert "What happened to the child" not in after
    assert "Whether a PRUDiC meeting was held" in after, "asked only where a child died"
    # Nothing of the list stands in the way.
    assert fill(client, page(review, "forward")).status_code == 302


def test_both_days_stand_on_the_page_and_the_six_months_begin_with_the_second(world, signed_in):
    review = world.review_at(Stage.RECOMMENDATION)
    shown = signed_in(world.user("coordinator")).get(page(review))
    assert shown.context["referred_on"] < shown.context["forwarded_on"]
    assert "the six months are counted from here" in shown.content.decode()


@pytest.mark.parametrize("stage", [Stage.REFERRAL, Stage.LEARNING, Stage.FOLLOW_THROUGH])
def test_what_was_done_at_once_is_recorded_at_any_running_stage(world, stage, signed_in):
    review = world.review_at(stage)
    client = signed_in(world.user("coordinator"))
    answer = fill(
        client,
        page(review, "early_action"),
        kind=EarlyActionKind.SAFEGUARDING,
        what="The siblings were seen the same day.",
        other_agency="Out of hours team",
        learning="The out-of-hours number was wrong on the poster.",
    )
    assert answer.status_code == 302
    row = EarlyAction.objects.get(review=review)
    assert (row.agency, row.agency_name) == (None, "Out of hours team")
    assert "The siblings were seen the same day." in client.get(page(review)).content.decode()


def test_an_early_action_names_an_agency_and_nothing_typed_is_lost(world, review, signed_in):
    client = signed_in(world.user("coordinator"))
    url = page(review, "early_action")
    answer = fill(client, url, kind=EarlyActionKind.LEARNING, what="A poster was changed.")
    assert answer.status_code == 200
    told = answer.content.decode()
    assert "Choose an agency, or name another one." in told and "A poster was changed." in told


def test_a_reader_without_the_part_records_nothing(world, review):
    with pytest.raises(Refused):
        words = {"by": world.user("board-chair"), "on": world.today}
        record_early_action(review, **words, kind="safeguarding", what="x", other_agency="y")


BAD: dict[str, dict[str, Any]] = {
    "nul": {"circumstances": "a\x00b"},
    "turned": {"circumstances": "a\u202eb"},
    "long": {"circumstances": "x" * 10001},
    "lines": {"referrer": "one\ntwo"},
    "mail": {"referrer_email": "no address"},
    "nul in the mail": {"referrer_email": "a\x00@b.test"},
    "impossible": {"event_on_day": "31", "event_on_month": "2", "event_on_year": "2024"},
    "two digits": {"event_on_day": "1", "event_on_month": "2", "event_on_year": "24"},
    "future": {"event_on_day": "1", "event_on_month": "2", "event_on_year": "2040"},
    "no choice": {"harm": "eaten", "abuse": ["all"]},
    "language": {"referrer_language": "fr"},
}


@pytest.mark.parametrize("bad", BAD, ids=list(BAD))
def test_bad_input_gets_a_sentence_and_everything_back(world, review, signed_in, bad):
    client = signed_in(world.user("coordinator"))
    url = page(review, "complete_referral")
    form = typed(open_form(client, url), why_criteria="Kept all the same.")
    answer = client.post(url, form | BAD[bad])
    assert answer.status_code == 200
    assert answer.context["form"].errors
    assert "Kept all the same." in answer.content.decode()
    assert Referral.objects.get(review=review).version == 0


def test_completing_leaves_no_word_in_the_ledger(world, review):
    words = {"by": world.user("coordinator"), "on": world.today}
    complete(review, **words, version=0, circumstances="Secret words.", might_be_forum=YesNo.NO)
    entry = Entry.objects.filter(verb="reviews.referral_completed").latest("pk")
    assert entry.details == {"version": 1}
