"""Every stored box of every form stands on every paper of it: asked of the models, field by field.

Each field is changed once, to something that no other field says; the papers must say so.
"""

import datetime as dt
from decimal import Decimal

import pytest
from django.db import models, transaction
from django.urls import reverse
from django.utils import translation

from boards.models import Agency, Person
from reviews.children.services import add_child
from reviews.decision.papers import context, subject_of
from reviews.decision.services import decide
from reviews.models import (
    BoardDiscussion,
    Decision,
    InvolvedAgency,
    Notice,
    Recommendation,
    Review,
)
from tests.reviews.decision.notice.papers_of import OUTCOME, RECOMMENDED, TODAY

# What is no box of the form: whose row it is, who typed it, how it came about.
APART = {
    Recommendation: {"review", "recorded_by", "meeting", "is_urgent", "completed_on"},
    Decision: {"id", "review", "recorded_by", "proposed_course", "proposed_action"},
    BoardDiscussion: {"review", "recorded_by", "meeting"},
    InvolvedAgency: {"id", "review", "agency"},
}
LANGUAGES = ("en-gb", "cy")


def another(field, value, agency):
    """A valid value that is not the one that stands."""
    if isinstance(field, models.ForeignKey):
        rows = field.related_model._base_manager.exclude(pk=value)
        return (agency if field.related_model is Agency else rows.first()).pk
    if field.choices:
        return next(code for code, _label in field.choices if code and code != value)
    if isinstance(field, models.DateField):
        # A paper may say the month alone.
        return (value or dt.date(2026, 4, 1)) + dt.timedelta(days=-40)
    if isinstance(field, models.DecimalField):
        return Decimal("77.70")
    return f"Canary {field.name}"


def said(review, matter, by, language):
    with translation.override(language):
        found = context(subject_of(review, matter, is_welsh=language == "cy", by=by))
        return "\n".join(map(str, found["form"].text())), found["form"].checksum


def unsaid(rows, review, matter, by, agency, only=()):
    """The fields of a row whose change no paper tells."""
    for row in rows:
        for field in row._meta.concrete_fields:
            if field.name in APART[type(row)] or (only and field.name not in only):
                continue
            with transaction.atomic():
                new = another(field, getattr(row, field.attname), agency)
                before = {each: said(review, matter, by, each)[1] for each in LANGUAGES}
                type(row).objects.filter(pk=row.pk).update(**{field.attname: new})
                now = Review.objects.get(pk=review.pk)
                for language in LANGUAGES:
                    text, checksum = said(now, matter, by, language)
                    missing = isinstance(new, str) and not field.choices and new not in text
                    if missing or checksum == before[language]:
                        yield f"{type(row).__name__}.{field.name} in {language}"
                transaction.set_rollback(True)


@pytest.fixture
def other_agency(board):
    return Agency.objects.create(
        code="be-other", name_en="Fire and Rescue", name_cy="Tân ac Achub", kind="other"
    )


def test_every_box_of_the_recommendation_is_on_the_notice(filled, coordinator, other_agency):
    Person.objects.create(name="Somebody Else", email="else@board.test")
    rows = [filled.recommendation, *filled.involved_agencies.exclude(other_name="")]
    assert not list(unsaid(rows, filled, RECOMMENDED, coordinator, other_agency))


def test_every_box_of_the_decision_and_the_discussion_is_on_the_notice(
    refused, coordinator, other_agency
):
    Person.objects.create(name="Somebody Else", email="else@board.test")
    final = refused.decisions.get(reply="final")
    rows = [BoardDiscussion.objects.get(review=refused)]
    assert not list(unsaid(rows, refused, OUTCOME, coordinator, other_agency))
    only = {"course", "reasons", "conflicting_views", "signed_title", "signed_telephone"}
    only |= {"decided_on", "decided_by"}
    assert not list(unsaid([final], refused, OUTCOME, coordinator, other_agency, only))
    first = refused.decisions.get(reply="disagree")
    only = {"reasons", "signed_title", "signed_telephone", "present_to_board_on", "decided_on"}
    assert not list(unsaid([first], refused, OUTCOME, coordinator, other_agency, only))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_box_of_the_recommendation_is_on_its_page(
    filled, coordinator, signed_in, settings, language
):
    paper = filled.recommendation
    texts = [
        field.name
        for field in Recommendation._meta.concrete_fields
        if isinstance(field, models.CharField | models.TextField)
        and not field.choices
        and field.name not in APART[Recommendation]
    ]
    Recommendation.objects.filter(pk=paper.pk).update(**{name: f"Canary {name}." for name in texts})
    client = signed_in(coordinator)
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = language
    page = client.get(reverse("reviews:subgroup", args=[filled.slug])).content.decode()
    assert not [name for name in texts if f"Canary {name}." not in page]


def test_an_agency_that_is_not_on_the_list_chairs_the_panel_on_the_notice(filled, coordinator):
    Recommendation.objects.filter(pk=filled.pk).update(
        chairing_other="The Swimming Federation", chair_who="Mair Howells"
    )
    row = Review.objects.get(pk=filled.pk)
    for language in LANGUAGES:
        text, _checksum = said(row, RECOMMENDED, coordinator, language)
        assert "The Swimming Federation: Mair Howells" in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_amended_form_is_clean_text_with_what_it_replaces_apart(
    recommended, board_chair, coordinator, language
):
    row = add_child(recommended, by=coordinator, on=TODAY, pseudonym="Child A").review
    row = decide(
        row,
        by=board_chair,
        on=TODAY,
        reply="amend",
        course="concise",
        reasons="Look further back.",
        reason="It began before.",
        amended={
            "period_from_on": dt.date(2024, 2, 1),
            "questions": "Was the father known?\nWho saw her alone?",
        },
    )
    text, _checksum = said(row, OUTCOME, coordinator, language)
    assert "Was the father known?\nWho saw her alone?" in text
    for word in ("removed:", "added:", "dilëwyd", "ychwanegwyd", "["):
        assert word not in text
    days = {"en-gb": "1 February 2024", "cy": "1 Chwefror 2024"}
    bands = {"en-gb": "12 to 24 months", "cy": "12 i 24 mis"}
    assert days[language] in text
    assert bands[language] in text
    assert Notice.objects.count() == 0
