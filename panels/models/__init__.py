"""The panels' tables, one module a thing."""

from panels.models.agency_return import AgencyReturn, ReturnState
from panels.models.family_contact import FamilyContact, Outcome, Relation
from panels.models.terms import TermsOfReference

__all__ = [
    "AgencyReturn",
    "FamilyContact",
    "Outcome",
    "Relation",
    "ReturnState",
    "TermsOfReference",
]
