"""The spine's tables, one module a thing."""

from reviews.models.appointment import Appointment, ReviewGrant
from reviews.models.criteria import (
    AbuseGate,
    AbuseKind,
    CriteriaAnswer,
    CriteriaCheck,
    Happened,
    Permanence,
    Suggested,
)
from reviews.models.decision import BoardDiscussion, Decision, Notice, Reply
from reviews.models.departure import Departure
from reviews.models.document import Document, DocumentKind, Marking
from reviews.models.early_action import EarlyAction, EarlyActionKind
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
from reviews.models.name_key import NameKey, NameKind
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
from reviews.models.public_referral import PublicReferral, PublicState
from reviews.models.recommendation import (
    Course,
    Media,
    PeriodBand,
    Recommendation,
    Vote,
    YesNo,
)
from reviews.models.referral import (
    Abuse,
    Harm,
    JoinedReferral,
    Manner,
    Received,
    Referral,
    ReferralVersion,
    ReferrerTold,
    Source,
)
from reviews.models.relative import Relative, RelativeKey, RelativeName
from reviews.models.review import ReferenceCounter, Review, ReviewKind
from reviews.models.spell import Basis, Category, Spell, SpellKind
from reviews.models.stage_change import StageChange
from reviews.models.subject import SpokenHow, Subject, SubjectName, Voice, VoiceWhyNot

__all__ = [
    "ENDED_WORK",
    "Abuse",
    "AbuseGate",
    "AbuseKind",
    "AcrossBorder",
    "AdviceAbout",
    "Appointment",
    "Attendance",
    "Basis",
    "BoardDiscussion",
    "BoardTold",
    "Body",
    "Category",
    "Country",
    "Course",
    "CriteriaAnswer",
    "CriteriaCheck",
    "Decision",
    "Delay",
    "Departure",
    "Document",
    "DocumentKind",
    "EarlyAction",
    "EarlyActionKind",
    "Ending",
    "Forum",
    "ForumPurpose",
    "ForumSource",
    "Ground",
    "Happened",
    "Harm",
    "Hearing",
    "Held",
    "Interest",
    "InvolvedAgency",
    "JoinedReferral",
    "Lead",
    "LeadBoard",
    "Leads",
    "LegalAdvice",
    "Manner",
    "Marking",
    "Media",
    "Meeting",
    "MeetingMove",
    "Mode",
    "NameKey",
    "NameKind",
    "Notice",
    "OtherWork",
    "Participation",
    "PeriodBand",
    "Permanence",
    "Proceeding",
    "ProceedingHold",
    "ProceedingKind",
    "PublicReferral",
    "PublicState",
    "Received",
    "Recommendation",
    "ReferenceCounter",
    "Referral",
    "ReferralVersion",
    "ReferrerTold",
    "Relative",
    "RelativeKey",
    "RelativeName",
    "Reply",
    "Review",
    "ReviewGrant",
    "ReviewKind",
    "Source",
    "Spell",
    "SpellKind",
    "SpokenHow",
    "StaffMatter",
    "StageChange",
    "Subject",
    "SubjectName",
    "Suggested",
    "Told",
    "Voice",
    "VoiceWhyNot",
    "Vote",
    "WorkKind",
    "WorkStage",
    "YesNo",
]
