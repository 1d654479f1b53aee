"""What the library keeps. The models stand beside the stage they belong to."""

from library.publication.beside_models import Audience, Place, ToldFirst, Where
from library.publication.models import (
    DisclosureCheck,
    Finding,
    Language,
    NotPublished,
    Publication,
    ReportCirculation,
    Submission,
    TakenDown,
    Text,
    Welsh,
    WelshWaiver,
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
