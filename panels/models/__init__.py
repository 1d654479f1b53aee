"""The panels' tables, one module a thing."""

from panels.models.agency_return import (
    AgencyReturn,
    EarlierReturn,
    ReturnExtension,
    ReturnQuery,
    ReturnState,
)
from panels.models.costs import Costs
from panels.models.family_contact import (
    RELATION_OF,
    Channel,
    FamilyContact,
    Feedback,
    Method,
    Outcome,
    Relation,
    WhyNot,
)
from panels.models.reviewer import Reviewer, Skill, Training, Welsh
from panels.models.terms import Asks, TermsOfReference, TermsQuestion, TermsWording

__all__ = [
    "RELATION_OF",
    "AgencyReturn",
    "Asks",
    "Channel",
    "Costs",
    "EarlierReturn",
    "FamilyContact",
    "Feedback",
    "Method",
    "Outcome",
    "Relation",
    "ReturnExtension",
    "ReturnQuery",
    "ReturnState",
    "Reviewer",
    "Skill",
    "TermsOfReference",
    "TermsQuestion",
    "TermsWording",
    "Training",
    "Welsh",
    "WhyNot",
]
