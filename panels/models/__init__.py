"""The panels' tables, one module a thing."""

from panels.models.agency_return import AgencyReturn, ReturnState
from panels.models.family_contact import Answer, FamilyContact, Relation
from panels.models.terms import TermsOfReference

__all__ = [
    "AgencyReturn",
    "Answer",
    "FamilyContact",
    "Relation",
    "ReturnState",
    "TermsOfReference",
]
