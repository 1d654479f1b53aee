"""The form in its sections: the order and the numbers of Annex 2, and what it says by itself.

The number '' marks what the form does not ask: the meeting, and media (§5.6).
"""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from common.deeds import Sentence


@dataclass(frozen=True, eq=False)
class Section:
    """One box of the form: its number there, its heading, and the questions it holds."""

    code: str
    number: str
    title: Sentence
    names: tuple[str, ...]
    before: tuple[Sentence, ...] = ()  # what the form itself says


# What every review's terms of reference hold, whatever the case (the form, box 8).
FIXED_ITEMS: tuple[Sentence, ...] = (
    _("How agencies worked together and what they provided is examined."),
    _("The child and the family are asked to take part, and are kept informed."),
    _("The issues of this case are looked into: those listed below."),
    _("A report is written for publication."),
    _("The co-ordinator keeps the links with agencies, family and others concerned."),
    _("The panel chair tells the Board Chair and the sub-group of large changes of scope."),
    _("The Board Chair alone speaks in public until the review is complete."),
    _("Legal advice is taken: on the terms, on disclosure, on speaking with staff."),
)
# The core questions of an extended review (box 10).
CORE_QUESTIONS: tuple[Sentence, ...] = (
    _("Was earlier history known and used, and what difference did that make?"),
    _("Was the child protection, looked-after or pathway plan robust, and right for this child?"),
    _("Was the plan carried out, monitored and reviewed, and did every agency play its part?"),
    _("What worked and what did not, and why? Did agencies challenge each other?"),
    _("Did the agencies fulfil their statutory duties?"),
    _("What obstacles stood in their way, in their organisations or around them?"),
)

SECTIONS: tuple[Section, ...] = (
    Section(
        "meeting",
        "",
        _("The sub-group's meeting"),
        (
            "sitting_on",
            "sitting_mode",
            "present",
            "others_present",
            "apologies",
            "interests",
        ),
    ),
    Section(
        "outline", "1", _("Outline of the case"), ("outline", "legal_status", "safeguarding_action")
    ),
    Section("recommendation", "2", _("Recommendation"), ("course", "other_process", "is_urgent")),
    Section("decision", "3", _("How it was decided"), ("vote", "dissent")),
    Section(
        "rationale",
        "4",
        _("Rationale"),
        (
            "rationale",
            "reviews_considered",
            "alternatives_considered",
            "other_review_needs",
            "criteria_why",
        ),
    ),
    Section(
        "period", "5", _("Period to review"), ("period_from_on", "period_until_on", "period_why")
    ),
    Section("agencies", "6", _("Agencies involved"), ("agencies",)),
    Section(
        "chair",
        "7",
        _("Chair of the panel"),
        ("chairing_agency", "chairing_other", "chair_who", "chair_is_independent", "chair_why"),
    ),
    Section("terms", "8", _("Terms of reference"), ("questions",), FIXED_ITEMS),
    Section(
        "reviewer",
        "9",
        _("Reviewer"),
        ("reviewer_needed", "reviewer_known", "reviewer_details"),
    ),
    Section("extended", "10", _("Extended review"), ("further_issues",), CORE_QUESTIONS),
    Section(
        "costs",
        "11",
        _("Costs"),
        ("reviewer_cost", "reviewer_cost_met_by", "additional_cost", "additional_cost_for"),
    ),
    Section("first_panel", "12", _("First panel meeting"), ("first_panel_on",)),
    Section(
        "time", "13", _("Completion in time"), ("is_in_time", "time_issues", "report_expected_on")
    ),
    Section("media", "", _("Communication and media"), ("media", "media_issues")),
)
SIGNATURE = ("signed_title", "signed_telephone")


def place_of(name: str) -> str:
    """Where on the page of the form a question stands; '' for none in particular."""
    return next((f"#box-{each.code}" for each in SECTIONS if name in each.names), "")
