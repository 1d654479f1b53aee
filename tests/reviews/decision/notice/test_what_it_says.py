"""The notice to Welsh Government: its boxes and its words."""

from django.utils import translation
from django.utils.translation import gettext, pgettext

from reviews.decision.papers import context, subject_of
from tests.reviews.decision.annex_2 import IN_ORDER
from tests.reviews.decision.notice.papers_of import (
    FILLED,
    OUTCOME,
    OUTLINE,
    RECOMMENDED,
    SHOWN,
    VIEWS,
    text_of,
)


def test_a_no_is_told_with_its_reasons_and_the_conflicting_views(refused, coordinator):
    """§5.8: where the final answer is no, Welsh Government hears of the reasons and the views."""
    text = text_of(subject_of(refused, OUTCOME, is_welsh=False, by=coordinator), "en-gb")
    for said in (
        "BE 1/2026",
        "Bro Eithin Safeguarding Board",
        "<strong>Concise review</strong>",
        "<strong>Majority</strong>",
        OUTLINE,
        "The criteria of regulation 4 are met.",
        "1 February 2025",
        "<strong>I disagree with the recommendation</strong>",
        "An inquest will do.",
        "No review",
        "The inquest covers it.",
        "The Board was of two minds.",
        VIEWS,
        coordinator.person.name,
    ):
        assert said in text, said


def test_the_welsh_notice_is_welsh_and_says_that_free_text_is_as_written(refused, coordinator):
    text = text_of(subject_of(refused, OUTCOME, is_welsh=True, by=coordinator), "cy")
    for said in ("Hysbysiad o ganlyniad", "Bwrdd Diogelu Bro Eithin", "Arolygiaeth Gofal Cymru"):
        assert said in text
    assert "2 Mawrth 2026" in text
    assert "yn yr iaith" in text and OUTLINE in text


def test_every_answer_of_the_form_stands_on_the_notice(filled, coordinator):
    text = text_of(subject_of(filled, RECOMMENDED, is_welsh=False, by=coordinator), "en-gb")
    text = text.replace("&#x27;", "'")
    for name, value in FILLED.items():
        said = SHOWN.get(name, value)
        assert str(said) in text, name
    for said in ("Siwan Rhys, manager", "The swimming club", "Social services"):
        assert said in text


def test_the_form_has_every_box_in_the_forms_order(refused, coordinator):
    form = context(subject_of(refused, OUTCOME, is_welsh=False, by=coordinator))["form"]
    text = "\n".join(form.text())
    at = 0
    for said in IN_ORDER:
        assert said in text[at:], said
        at = text.index(said, at) + len(said)


def test_a_period_begins_with_the_welsh_of_a_day_and_not_of_a_sender():
    with translation.override("cy"):
        assert pgettext("day", "From") == "O"
        assert gettext("From") == "Oddi wrth"
