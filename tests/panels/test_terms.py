"""The terms of reference: versions, the period, and two people at once."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import translation
from django.utils.html import escape

from common.deeds import NotNow, Overtaken, Proof, Refused
from common.models import OutboxMessage
from guidance.terms import FIXED_ITEMS
from panels.models import TermsOfReference, TermsQuestion
from panels.panel.comparing import changes
from panels.panel.services import terms_of
from reviews.models import Meeting, Recommendation, Referral
from tests.browser_forms import form_of
from tests.panels.conftest import ASKED, TODAY, agree, fresh


def codes(caught):
    return [obstacle.code for obstacle in caught.value.obstacles]


def test_a_change_is_a_new_version_and_the_old_one_stays(panel, panel_chair):
    agree(panel, panel_chair)
    agree(fresh(panel), panel_chair, version=1, questions="What else?", changes="A sibling.")
    versions = TermsOfReference.objects.filter(review=panel)
    assert [(row.version, row.questions) for row in versions] == [
        (2, "2. What else?"),
        (1, "1. What was known?"),
    ]
    assert versions[0].agreed_by == panel_chair.person


def test_a_change_says_what_changed(panel, panel_chair):
    agree(panel, panel_chair)
    with pytest.raises(NotNow) as caught:
        agree(fresh(panel), panel_chair, version=1)
    assert codes(caught) == ["change_without_reason"]


def test_who_agrees_second_on_the_same_version_sees_the_first(panel, panel_chair, coordinator):
    agree(panel, panel_chair)
    with pytest.raises(Overtaken) as caught:
        agree(fresh(panel), coordinator, questions="Mine.", decided_by=panel_chair.person)
    assert caught.value.subject.questions == "1. What was known?"
    assert TermsOfReference.objects.count() == 1


@pytest.mark.parametrize(
    ("kind", "until_on", "is_long"),
    [
        ("concise", dt.date(2026, 1, 1), False),
        ("concise", dt.date(2026, 1, 2), True),
        ("extended", dt.date(2027, 1, 1), False),
        ("extended", dt.date(2027, 1, 2), True),
    ],
)
def test_a_longer_period_than_the_edition_allows_wants_its_reason(
    panel, panel_chair, kind, until_on, is_long
):
    type(panel).objects.filter(pk=panel.pk).update(kind=kind)
    words = {"period_from_on": dt.date(2025, 1, 1), "period_until_on": until_on}
    if is_long:
        with pytest.raises(NotNow) as caught:
            agree(fresh(panel), panel_chair, **words)
        by_panel = ["period_without_the_panel"] if kind == "concise" else []
        assert codes(caught) == ["period_without_reason", *by_panel]
        words |= {"period_why": "The first pregnancy matters.", "is_period_by_panel": True}
    agree(fresh(panel), panel_chair, **words)
    assert TermsOfReference.objects.get().period_until_on == until_on


def happened_on(review, day):
    Referral.objects.filter(review=review).update(event_on=day)
    return fresh(review)


def test_months_after_the_event_make_no_period_long(panel, panel_chair):
    row = happened_on(panel, dt.date(2025, 10, 1))
    words = {"period_from_on": dt.date(2024, 10, 1), "period_until_on": dt.date(2025, 12, 31)}
    assert agree(row, panel_chair, **words).period_from_on == words["period_from_on"]


@pytest.mark.parametrize("language", ["en-gb", "cy"])
def test_a_year_that_ends_two_years_before_the_event_is_long_and_leaves_a_gap(
    panel, panel_chair, language
):
    row = happened_on(panel, dt.date(2025, 10, 1))
    words = {"period_from_on": dt.date(2022, 10, 1), "period_until_on": dt.date(2023, 9, 30)}
    with translation.override(language), pytest.raises(NotNow) as caught:
        agree(row, panel_chair, **words)
    assert codes(caught) == [
        "period_without_reason",
        "period_without_the_panel",
        "period_leaves_gap",
    ]


def test_more_than_twelve_months_want_the_decision_of_the_panel_as_well(panel, panel_chair):
    row = happened_on(panel, dt.date(2025, 10, 1))
    words = {"period_from_on": dt.date(2024, 1, 1), "period_why": "The first pregnancy matters."}
    with pytest.raises(NotNow) as caught:
        agree(row, panel_chair, **words)
    assert codes(caught) == ["period_without_the_panel"]
    assert agree(row, panel_chair, is_period_by_panel=True, **words).is_period_by_panel


def test_what_a_panel_agreed_long_ago_is_recorded_as_it_was(panel, panel_chair):
    past = Proof("meeting", "Minute 4.", None, True)
    words = {"period_from_on": dt.date(2022, 1, 1), "proof": past}
    assert agree(panel, panel_chair, **words).period_from_on == words["period_from_on"]


@pytest.mark.parametrize("language", ["en-gb", "cy"])
def test_the_page_asks_for_the_decision_beside_its_box(panel, panel_chair, signed_in, language):
    happened_on(panel, dt.date(2025, 10, 1))
    client = signed_in(panel_chair)
    client.cookies.load({"language": language})
    address = reverse("panels:agree_terms", args=[panel.slug])
    form = form_of(client.get(address))
    form.fill(
        on=ASKED,
        questions="What was known?",
        period_from_on=dt.date(2024, 1, 1),
        period_until_on=dt.date(2025, 10, 1),
        period_why="The first pregnancy matters.",
    )
    answer = form.send(client, address)
    assert list(answer.context["form"].errors) == ["is_period_by_panel"]
    again = form_of(answer).fill(is_period_by_panel="on")
    assert again.send(client, address).status_code == 302


@pytest.mark.parametrize("who", ["reviewer", "panel_member", "agency_author", "outsider"])
def test_only_the_panel_chair_agrees_them(panel, who, request):
    with pytest.raises(Refused):
        agree(panel, request.getfixturevalue(who))


def test_terms_wait_for_a_panel_chair(review, coordinator):
    with pytest.raises(NotNow) as caught:
        agree(review, coordinator)
    assert "who_decided" in codes(caught)


@pytest.mark.parametrize(
    ("wrong", "name"),
    [
        ({"is_significant": True}, "panels_terms_significant_change_is_told"),
        ({"version": 2}, "panels_terms_later_version_says_what_changed"),
        ({"period_until_on": dt.date(2020, 1, 1)}, "panels_terms_period_in_order"),
    ],
)
def test_the_database_refuses_terms_that_cannot_be(panel, panel_chair, wrong, name):
    terms = agree(panel, panel_chair)
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        TermsOfReference.objects.filter(pk=terms.pk).update(**wrong)


def test_the_database_keeps_each_version_once(panel, panel_chair):
    terms = agree(panel, panel_chair)
    terms.pk = None
    with pytest.raises(IntegrityError, match="each_version_once"), transaction.atomic():
        terms.save(force_insert=True)


def test_the_dates_are_those_of_the_world(panel, panel_chair):
    terms = agree(panel, panel_chair)
    assert terms.agreed_on == ASKED < TODAY


def wordings(terms):
    return [(str(each.question.label), each.text) for each in terms.wordings.all()]


def test_a_question_keeps_its_number_and_its_row_through_every_version(panel, panel_chair):
    first = agree(panel, panel_chair, questions="What was known?\nWho was told?")
    second = agree(
        fresh(panel),
        panel_chair,
        version=1,
        questions="2. Who was told, and when?\nWas the child asked?",
        changes="After the first timelines.",
    )
    assert wordings(first) == [
        ("Question 1", "What was known?"),
        ("Question 2", "Who was told?"),
    ]
    assert wordings(second) == [
        ("Question 2", "Who was told, and when?"),
        ("Question 3", "Was the child asked?"),
    ]
    rows = {each.question_id for each in first.wordings.all()}
    assert TermsQuestion.objects.get(review=panel, number=2).pk in rows
    third = agree(
        fresh(panel), panel_chair, version=2, questions="1. What was known?", changes="Back."
    )
    assert third.wordings.get().question == first.wordings.first().question


def test_two_questions_of_one_number_are_refused(panel, panel_chair):
    agree(panel, panel_chair)
    with pytest.raises(NotNow) as caught:
        agree(fresh(panel), panel_chair, version=1, questions="1. One?\n1. Two?", changes="Muddle.")
    assert codes(caught) == ["question_numbered_twice"]
    with pytest.raises(NotNow) as caught:
        agree(fresh(panel), panel_chair, version=1, questions=" \n ", changes="None.")
    assert codes(caught) == ["no_question"]


def test_the_core_questions_are_the_guidances_own_words_in_the_readers_language(panel, panel_chair):
    type(panel).objects.filter(pk=panel.pk).update(kind="extended")
    terms = agree(fresh(panel), panel_chair, has_core_questions=True)
    assert terms.has_core_questions
    core = terms.asked("core")
    assert [each.question.number for each in core] == [1, 2, 3, 4, 5, 6]
    with translation.override("cy"):
        assert core[4].text == "A gyflawnodd pob asiantaeth ei dyletswyddau statudol?"


def test_a_significant_change_is_told_by_reference_and_link(
    panel, panel_chair, board_chair, subgroup_chair
):
    agree(panel, panel_chair)
    terms = agree(
        fresh(panel),
        panel_chair,
        version=1,
        questions="What of the sibling?",
        changes="The sibling Elin.",
        is_significant=True,
    )
    mails = OutboxMessage.objects.filter(kind="panels.scope_changed")
    assert set(mails.values_list("to", flat=True)) == {board_chair.email, subgroup_chair.email}
    assert all(f"/panel/terms/{terms.version}/" in mail.text for mail in mails)
    assert not any("Elin" in mail.text + mail.subject for mail in mails)
    assert terms.told_on == ASKED


def test_who_was_told_another_way_gets_no_mail(panel, panel_chair):
    agree(panel, panel_chair)
    told = dt.date(2026, 2, 1)
    words = {"changes": "More.", "is_significant": True, "told_on": told}
    terms = agree(fresh(panel), panel_chair, version=1, **words)
    assert terms.told_on == told
    assert not OutboxMessage.objects.filter(kind="panels.scope_changed").exists()


def test_what_a_version_changed_is_said_question_by_question(panel, panel_chair):
    agree(panel, panel_chair, questions="One?\nTwo?")
    agree(
        fresh(panel),
        panel_chair,
        version=1,
        questions="1. One, and why?\nThree?",
        period_until_on=dt.date(2025, 11, 30),
        changes="As agreed.",
    )
    after, before = terms_of(panel)
    found = [
        (str(each.label), str(each.word), each.before, each.after)
        for each in changes(before, after)
    ]
    assert found == [
        ("Question 1", "Changed", "One?", "One, and why?"),
        ("Question 2", "Left out", "Two?", ""),
        ("Question 3", "New", "", "Three?"),
        (
            "Period looked at",
            "Changed",
            "1 January 2025 \N{EN DASH} 31 December 2025",
            "1 January 2025 \N{EN DASH} 30 November 2025",
        ),
    ]


def test_the_first_version_starts_from_the_recommendation(panel, panel_chair, client, settings):
    settings.SECOND_FACTOR_REQUIRED = False
    Recommendation.objects.filter(review=panel).update(
        questions="What was known of the flat?", further_issues="Housing."
    )
    client.force_login(panel_chair)
    form = client.get(reverse("panels:agree_terms", args=[panel.slug])).context["form"]
    assert form["questions"].value() == "What was known of the flat?"
    assert form["issues"].value() == "Housing."
    assert form["period_from_on"].value() == dt.date(2025, 1, 1)


def test_a_version_is_a_document_with_every_fixed_item(panel, panel_chair, client, settings):
    settings.SECOND_FACTOR_REQUIRED = False
    meeting = Meeting.objects.create(
        review=panel, body="panel", held_on=ASKED, recorded_by=panel_chair
    )
    agree(panel, panel_chair, meeting=meeting)
    client.force_login(panel_chair)
    page = client.get(reverse("panels:terms", args=[panel.slug, 1])).text
    for item in FIXED_ITEMS:
        assert escape(item.sentence) in page
    assert "At the panel's meeting of: 2 February 2026" in page
    assert "Child A" in page
    for version in (2, 99999):
        missing = reverse("panels:terms", args=[panel.slug, version])
        assert client.get(missing).status_code == 404
    assert client.get(reverse("panels:changes", args=[panel.slug, 1])).status_code == 404
