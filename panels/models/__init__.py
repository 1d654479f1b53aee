"""The panels' tables, one module a thing."""

from panels.models.agency_return import AgencyReturn, ReturnState
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
from panels.models.terms import TermsOfReference

__all__ = [
    "RELATION_OF",
    "AgencyReturn",
    "Channel",
    "FamilyContact",
    "Feedback",
    "Method",
    "Outcome",
    "Relation",
    "ReturnState",
    "TermsOfReference",
    "WhyNot",
]
