"""The panels' tables, one module a thing."""

from panels.models.agency_return import (
    AgencyReturn,
    EarlierReturn,
    ReturnExtension,
    ReturnQuery,
    ReturnState,
)
from panels.models.costs import Costs
from panels.models.family_contact import FamilyContact, Outcome, Relation
from panels.models.reviewer import Reviewer, Skill, Training, Welsh
from panels.models.terms import Asks, TermsOfReference, TermsQuestion, TermsWording

__all__ = [
    "AgencyReturn",
    "Asks",
    "Costs",
    "EarlierReturn",
    "FamilyContact",
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
]
