"""The spine's tables, one module a thing."""

from reviews.models.appointment import Appointment, ReviewGrant
from reviews.models.decision import BoardDiscussion, Decision, Notice, Reply
from reviews.models.departure import Departure
from reviews.models.document import Document, DocumentKind, Marking
from reviews.models.ending import Ending
from reviews.models.interest import Interest
from reviews.models.involved_agency import InvolvedAgency
from reviews.models.joint import (
    AcrossBorder,
    BoardTold,
    Country,
    Ground,
    LeadBoard,
    Leads,
    Participation,
    Told,
)
from reviews.models.legal_advice import AdviceAbout, LegalAdvice
from reviews.models.meeting import Attendance, Body, Delay, Meeting, MeetingMove, Mode
from reviews.models.other_work import (
    ENDED_WORK,
    Forum,
    ForumPurpose,
    ForumSource,
    OtherWork,
    WorkKind,
    WorkStage,
)
from reviews.models.proceeding import (
    Hearing,
    Held,
    Lead,
    Proceeding,
    ProceedingHold,
    ProceedingKind,
    StaffMatter,
)
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

__all__ = [
    "ENDED_WORK",
    "AcrossBorder",
    "AdviceAbout",
    "Appointment",
    "Attendance",
    "BoardDiscussion",
    "BoardTold",
    "Body",
    "Country",
    "Course",
    "Decision",
    "Delay",
    "Departure",
    "Document",
    "DocumentKind",
    "Ending",
    "Forum",
    "ForumPurpose",
    "ForumSource",
    "Ground",
    "Harm",
    "Hearing",
    "Held",
    "Interest",
    "InvolvedAgency",
    "Lead",
    "LeadBoard",
    "Leads",
    "LegalAdvice",
    "Marking",
    "Media",
    "Meeting",
    "MeetingMove",
    "Mode",
    "Notice",
    "OtherWork",
    "Participation",
    "PeriodBand",
    "Proceeding",
    "ProceedingHold",
    "ProceedingKind",
    "Recommendation",
    "ReferenceCounter",
    "Referral",
    "Reply",
    "Review",
    "ReviewGrant",
    "ReviewKind",
    "Source",
    "StaffMatter",
    "StageChange",
    "Subject",
    "SubjectName",
    "Told",
    "Voice",
    "Vote",
    "WorkKind",
    "WorkStage",
    "YesNo",
]
