"""The spine's tables, one module a thing."""

from reviews.models.appointment import Appointment, ReviewGrant
from reviews.models.confirmation import Confirmation
from reviews.models.correction import Correction, Withdrawn
from reviews.models.decision import BoardDiscussion, Decision, Notice, Reply
from reviews.models.departure import Departure
from reviews.models.document import Document, DocumentKind, Marking
from reviews.models.ending import Ending
from reviews.models.interest import Interest
from reviews.models.involved_agency import InvolvedAgency
from reviews.models.meeting import Attendance, Body, Meeting, Mode
from reviews.models.provenance import Provenance
from reviews.models.recommendation import (
    Course,
    Media,
    PeriodBand,
    Recommendation,
    Vote,
    YesNo,
)
from reviews.models.referral import Harm, Referral, Source
from reviews.models.review import ReferenceCounter, Review, ReviewKind
from reviews.models.stage_change import StageChange
from reviews.models.subject import Subject, SubjectName, Voice
from reviews.models.taken_on import OlderReference, TakenOn

__all__ = [
    "Appointment",
    "Attendance",
    "BoardDiscussion",
    "Body",
    "Confirmation",
    "Correction",
    "Course",
    "Decision",
    "Departure",
    "Document",
    "DocumentKind",
    "Ending",
    "Harm",
    "Interest",
    "InvolvedAgency",
    "Marking",
    "Media",
    "Meeting",
    "Mode",
    "Notice",
    "OlderReference",
    "PeriodBand",
    "Provenance",
    "Recommendation",
    "ReferenceCounter",
    "Referral",
    "Reply",
    "Review",
    "ReviewGrant",
    "ReviewKind",
    "Source",
    "StageChange",
    "Subject",
    "SubjectName",
    "TakenOn",
    "Voice",
    "Vote",
    "Withdrawn",
    "YesNo",
]
