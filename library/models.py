"""What the library keeps. The models stand beside the stage they belong to."""

from library.publication.models import (
    DisclosureCheck,
    Finding,
    Language,
    NotPublished,
    Publication,
    Submission,
    TakenDown,
    Text,
    Welsh,
    WelshWaiver,
)

__all__ = [
    "DisclosureCheck",
    "Finding",
    "Language",
    "NotPublished",
    "Publication",
    "Submission",
    "TakenDown",
    "Text",
    "Welsh",
    "WelshWaiver",
]
