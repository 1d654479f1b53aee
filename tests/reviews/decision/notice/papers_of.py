"""What the tests of a notice's papers share: the case, how a paper is asked for, its text."""

import datetime as dt

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation

from common.models import PaperRequest, PaperState
from common.papers import tasks
from reviews.decision.notices import Matter
from reviews.decision.papers import KIND, context
from reviews.models import Notice

TODAY = dt.date(2026, 3, 2)
RECOMMENDED, OUTCOME = Matter(Notice.About.RECOMMENDATION), Matter(Notice.About.OUTCOME)
OUTLINE = "A child of two was seriously injured at home."
VIEWS = "The head of education thought that a review was needed."


def address(review):
    return reverse("reviews:notice_pdf", args=[review.slug])


def ask_for(client, review, about):
    return client.post(address(review), {"about": about})


def made(language, kind=KIND):
    tasks.sweep()
    row = PaperRequest.objects.get(language=language, kind=kind)
    assert row.state == PaperState.MADE
    return row


def text_of(subject, language):
    with translation.override(language):
        found = {**context(subject), "language": language}
        return render_to_string("pdf/notice.html", found)


FILLED = {
    "legal_status": "On the child protection register since May.",
    "safeguarding_action": "The sibling was placed at once.",
    "other_process": "A domestic homicide review was asked about.",
    "reviews_considered": "Both types were weighed.",
    "alternatives_considered": "A forum was weighed too.",
    "other_review_needs": "The inquest's questions come first.",
    "period_band": "6-12",
    "chair_who": "Elin Prydderch, head of nursing",
    "chair_is_independent": "yes",
    "chair_why": "Knows the county and not the case.",
    "questions": "Was the father known?",
    "further_issues": "Who spoke Welsh with her?",
    "reviewer_needed": "yes",
    "reviewer_known": "no",
    "reviewer_details": "Somebody from the north.",
    "reviewer_cost": "4200.50",
    "reviewer_cost_met_by": "The partners' pool.",
    "additional_cost": "300",
    "additional_cost_for": "An interpreter.",
    "first_panel_on": dt.date(2026, 4, 14),
    "is_in_time": "no",
    "time_issues": "The coroner sits in June.",
    "report_expected_on": dt.date(2026, 9, 1),
    "media": "likely",
    "media_issues": "The local paper has asked.",
    "signed_title": "Head of safeguarding",
    "signed_telephone": "01000 123456",
}
SHOWN = {
    "period_band": "6 to 12 months",
    "chair_is_independent": "Is the chair independent",
    "reviewer_needed": "Is an independent reviewer to be appointed?",
    "reviewer_known": "Are the name and designation",
    "reviewer_cost": "£4,200.50",
    "additional_cost": "£300.00",
    "first_panel_on": "14 April 2026",
    "is_in_time": "6 months from the referral?",
    "report_expected_on": "September 2026",
    "media": "There are, or may be",
}
