"""One person alone lets no report out: checking, shorter notice and publishing want two."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import translation

from common.deeds import NotNow, Proof
from library.models import DisclosureCheck
from library.publication import services
from library.publication.deeds import CHECK, PUBLISH
from library.publication.progress import Progress
from reviews.confirming.services import confirm, dispute
from reviews.door import ask
from reviews.models import Confirmation
from tests.library.conftest import FIRST_DAY, SENT
from tests.library.publication.test_services import PAST, codes, publish

DAY = dt.timedelta(days=1)
LANGUAGES = ("en-gb", "cy")


def check(review, by, on, **words):
    for language in ("en", "cy"):
        services.check_disclosure(review, by=by, on=on, language=language, finding="clear", **words)


@pytest.mark.parametrize("language", LANGUAGES)
def test_whoever_checked_does_not_publish(sent, coordinator, board_chair, on_day, language):
    day = on_day(FIRST_DAY)
    check(sent, coordinator, day)
    with translation.override(language):
        with pytest.raises(NotNow) as caught:
            publish(sent, coordinator, day, reason="There is nobody else.")
        assert codes(caught) == {"own_check_en", "own_check_cy"}
        assert ask(sent, PUBLISH, board_chair).is_yes
        assert publish(sent, board_chair, day).published_on == day


@pytest.mark.parametrize("language", LANGUAGES)
def test_whoever_recorded_the_shorter_notice_does_not_publish_on_it(
    sent, coordinator, board_chair, on_day, language
):
    day = on_day(SENT + 2 * DAY)
    services.agree_earlier(sent, by=coordinator, on=day, how="By telephone.")
    with translation.override(language), pytest.raises(NotNow) as caught:
        publish(sent, coordinator, day, reason="There is nobody else.")
    assert codes(caught) == {"own_agreement"}
    assert publish(sent, board_chair, day).published_on == day


def test_after_the_two_weeks_the_agreement_no_longer_matters(sent, coordinator, on_day):
    services.agree_earlier(sent, by=coordinator, on=on_day(SENT + 2 * DAY), how="By telephone.")
    day = on_day(FIRST_DAY)
    assert publish(sent, coordinator, day).published_on == day


def test_an_agreement_recorded_for_the_chair_counts_once_the_chair_confirmed_it(
    sent, coordinator, board_chair, on_day
):
    day = on_day(SENT + 2 * DAY)
    services.agree_earlier(
        sent, by=coordinator, on=day, how="E-mail.", decided_by=board_chair.person, proof=PAST
    )
    assert Progress(sent).first_day() == FIRST_DAY
    with pytest.raises(NotNow) as caught:
        publish(sent, coordinator, day)
    assert codes(caught) == {"too_early"}
    confirm(Confirmation.objects.get(), by=board_chair, on=day)
    assert publish(sent, coordinator, day).published_on == day


def test_a_check_recorded_for_another_is_theirs_and_counts_once_they_confirmed_it(
    sent, coordinator, subgroup_chair, on_day
):
    day = on_day(FIRST_DAY)
    check(
        sent,
        coordinator,
        day,
        decided_by=subgroup_chair.person,
        proof=Proof("email", "Her e-mail of that day.", None, True),
    )
    assert {row.checked_by for row in DisclosureCheck.objects.filter(recorded_by=coordinator)} == {
        subgroup_chair.person
    }
    # The chair of the sub-group had checked before: that counts on.
    assert not Progress(sent).unchecked(day)
    DisclosureCheck.objects.filter(recorded_by=subgroup_chair).delete()
    with pytest.raises(NotNow) as caught:
        publish(sent, coordinator, day)
    assert codes(caught) == {"unconfirmed_en", "unconfirmed_cy"}
    for row in Confirmation.objects.filter(deed=CHECK.code):
        confirm(row, by=subgroup_chair, on=day)
    assert publish(sent, coordinator, day).published_on == day


def test_a_disputed_check_does_not_count(sent, coordinator, subgroup_chair, on_day):
    day = on_day(FIRST_DAY)
    DisclosureCheck.objects.all().delete()
    check(sent, coordinator, day, decided_by=subgroup_chair.person, proof=PAST)
    row = Confirmation.objects.filter(deed=CHECK.code).first()
    dispute(row, by=subgroup_chair, on=day, why="I did not read it.")
    assert Progress(sent).unchecked(day)


def test_what_one_person_did_alone_in_the_past_is_recorded_with_the_reason(
    sent, coordinator, on_day
):
    day = on_day(FIRST_DAY)
    check(sent, coordinator, day)
    with pytest.raises(NotNow) as caught:
        publish(sent, coordinator, day, proof=PAST)
    assert "reason_wanted" in codes(caught)
    row = publish(sent, coordinator, day, proof=PAST, reason="Nobody else was in the office.")
    assert row.departs_why


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_says_why(sent, coordinator, on_day, signed_in, settings, language):
    check(sent, coordinator, on_day(FIRST_DAY))
    client = signed_in(coordinator)
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = language
    page = client.get(reverse("publication:publish", args=[sent.slug]))
    said = {
        "en-gb": "You made the disclosure check of the English text.",
        "cy": "Chi wnaeth y gwiriad datgelu ar y testun Saesneg.",
    }
    assert said[language] in page.content.decode()
