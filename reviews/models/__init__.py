"""The spine's tables, one module a thing."""

from reviews.models.appointment import Appointment, ReviewGrant
from reviews.models.confirmation import Confirmation
from reviews.models.correction import Correction, Withdrawn
from reviews.models.criteria import (
    AbuseGate,
    AbuseKind,
    CriteriaAnswer,
    CriteriaCheck,
    Happened,
    Permanence,
    Suggested,
)
from reviews.models.decision import Amended, Amendment, BoardDiscussion, Decision, Reply
from reviews.models.departure import Departure
from reviews.models.document import Document, DocumentKind, Marking
from reviews.models.draft import Deferral, RecommendationDraft
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
from reviews.models.kind_change import KindChange
from reviews.models.legal_advice import AdviceAbout, LegalAdvice
from reviews.models.meeting import Attendance, Body, Delay, Meeting, MeetingMove, Mode
from reviews.models.name_key import NameKey, NameKind
from reviews.models.notice import Circulation, Method, Notice
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
from reviews.models.provenance import Provenance
from reviews.models.public_referral import (
    PublicFile,
    PublicNameKey,
    PublicReferral,
    PublicState,
    Refusal,
)
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
from reviews.models.scoping import Channel, ScopingReturn, ScopingState
from reviews.models.spell import Basis, Category, Spell, SpellKind
from reviews.models.stage_change import StageChange
from reviews.models.subject import SpokenHow, Subject, SubjectName, Voice, VoiceWhyNot
from reviews.models.taken_on import OlderReference, TakenOn

__all__ = [
    "ENDED_WORK",
    "Abuse",
    "AbuseGate",
    "AbuseKind",
    "AcrossBorder",
    "AdviceAbout",
    "Amended",
    "Amendment",
    "Appointment",
    "Attendance",
    "Basis",
    "BoardDiscussion",
    "BoardTold",
    "Body",
    "Category",
    "Channel",
    "Circulation",
    "Confirmation",
    "Correction",
    "Country",
    "Course",
    "CriteriaAnswer",
    "CriteriaCheck",
    "Decision",
    "Deferral",
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
    "KindChange",
    "Lead",
    "LeadBoard",
    "Leads",
    "LegalAdvice",
    "Manner",
    "Marking",
    "Media",
    "Meeting",
    "MeetingMove",
    "Method",
    "Mode",
    "NameKey",
    "NameKind",
    "Notice",
    "OlderReference",
    "OtherWork",
    "Participation",
    "PeriodBand",
    "Permanence",
    "Proceeding",
    "ProceedingHold",
    "ProceedingKind",
    "Provenance",
    "PublicFile",
    "PublicNameKey",
    "PublicReferral",
    "PublicState",
    "Received",
    "Recommendation",
    "RecommendationDraft",
    "ReferenceCounter",
    "Referral",
    "ReferralVersion",
    "ReferrerTold",
    "Refusal",
    "Relative",
    "RelativeKey",
    "RelativeName",
    "Reply",
    "Review",
    "ReviewGrant",
    "ReviewKind",
    "ScopingReturn",
    "ScopingState",
    "Source",
    "Spell",
    "SpellKind",
    "SpokenHow",
    "StaffMatter",
    "StageChange",
    "Subject",
    "SubjectName",
    "Suggested",
    "TakenOn",
    "Told",
    "Voice",
    "VoiceWhyNot",
    "Vote",
    "Withdrawn",
    "WorkKind",
    "WorkStage",
    "YesNo",
]
