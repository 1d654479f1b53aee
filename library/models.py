"""What the library keeps. The models stand beside the stage they belong to."""

from library.publication.models import (
    Audience,
    DisclosureCheck,
    Finding,
    Language,
    NotPublished,
    Place,
    Publication,
    ReportCirculation,
    Submission,
    TakenDown,
    Text,
    ToldFirst,
    Welsh,
    WelshWaiver,
    Where,
)

__all__ = [
    "Audience",
    "DisclosureCheck",
    "Finding",
    "Language",
    "NotPublished",
    "Place",
    "Publication",
    "ReportCirculation",
    "Submission",
    "TakenDown",
    "Text",
    "ToldFirst",
    "Welsh",
    "WelshWaiver",
    "Where",
]
