"""The spine's deeds: each with its right, its button, its sentence in the history."""

from functools import partial

from django.utils.translation import gettext_lazy as _

from common.deeds import declare
from reviews import journey
from reviews.capacities import Capacity, Grade
from reviews.journey import Stage
from reviews.models import Course, Notice, Reply, Voice, Vote
from reviews.own_work import recommender
from reviews.permissions import May

LOG = declare(
    "reviews.referral_logged",
    may=May.LOG_REFERRAL,
    label=_("Log the referral"),
    sentence=_("A referral was logged."),
    url="reviews:log",
)
FORWARD = declare(
    "reviews.referral_forwarded",
    may=May.FORWARD,
    label=_("Forward to the sub-group"),
    sentence=_("The referral was forwarded to the sub-group. The six months began."),
    url="reviews:forward",
    during=[Stage.REFERRAL],
    move="forward",
)
ADD_CHILD = declare(
    "reviews.child_added",
    may=May.KEEP_CHILDREN,
    label=_("Add a child"),
    sentence=_("A child was added to the review."),
    url="reviews:add_child",
    during=journey.RUNNING,
)
RECORD_VOICE = declare(
    "reviews.voice_recorded",
    may=May.RECORD_VOICE,
    label=_("Record the child's voice"),
    sentence=_("The child's voice was recorded: {voice}"),
    url="reviews:record_voice",
    during=journey.COMMISSIONED,
    codes={"voice": Voice},
    outlives=True,
)
RECOMMEND = declare(
    "reviews.recommended",
    may=May.RECOMMEND,
    label=_("Make the recommendation"),
    sentence=_("The sub-group recommended: {course}. Vote: {vote}"),
    url="reviews:check_recommendation",
    during=[Stage.RECOMMENDATION],
    move="recommend",
    record_with=May.RECORD_FOR_OTHERS,
    codes={"course": Course, "vote": Vote},
)

# One page, five ways out: the answer given on the form chooses among these.
_deciding = partial(
    declare,
    may=May.DECIDE,
    label=_("Decide"),
    url="reviews:decide",
    record_with=May.RECORD_FOR_OTHERS,
    judges=recommender,
)
COMMISSION = _deciding(
    "reviews.commissioned",
    sentence=_("A review was commissioned: {course}. Answer: {reply}"),
    during=journey.UNDECIDED,
    move="commission",
    gate=True,
    codes={"course": Course, "reply": Reply},
)
DISAGREE = _deciding(
    "reviews.disagreed",
    sentence=_("The Board Chair disagreed with the recommendation. The Board discusses it."),
    during=[Stage.DECISION],
    move="put_to_board",
)
DECIDE_NO_REVIEW = _deciding(
    "reviews.decided_no_review",
    sentence=_("It was decided to hold no review. Answer: {reply}"),
    during=journey.UNDECIDED,
    move="end_without_review",
    codes={"reply": Reply},
)
DECIDE_FORUM = _deciding(
    "reviews.decided_forum",
    sentence=_("A multi-agency professional forum was decided. Answer: {reply}"),
    during=journey.UNDECIDED,
    move="hold_forum",
    codes={"reply": Reply},
)
DECIDE_ANOTHER_LEADS = _deciding(
    "reviews.decided_another_leads",
    sentence=_("It was decided that another review leads. Answer: {reply}"),
    during=journey.UNDECIDED,
    move="let_another_lead",
    codes={"reply": Reply},
)
RECORD_DISCUSSION = declare(
    "reviews.board_discussed",
    may=May.RECORD_DISCUSSION,
    label=_("Record the Board's discussion"),
    sentence=_("The Board's discussion was recorded."),
    url="reviews:record_discussion",
    during=[Stage.BOARD_DISCUSSION],
)
SEND_NOTICE = declare(
    "reviews.notice_sent",
    may=May.TELL_GOVERNMENT,
    label=_("Record the notice to Welsh Government"),
    sentence=_("Welsh Government was told. Notice: {about}"),
    url="reviews:send_notice",
    codes={"about": Notice.About},
)
DECLARE_INTEREST = declare(
    "reviews.interest_declared",
    may=May.DECLARE_INTEREST,
    label=_("Declare an interest"),
    sentence=_("An interest was declared. Grade: {grade}"),
    url="reviews:declare_interest",
    during=journey.RUNNING,
    codes={"grade": Grade},
)
SET_INTEREST = declare(
    "reviews.interest_set",
    may=May.SET_INTERESTS,
    label=_("Set the grade of an interest"),
    sentence=_("The grade of an interest was set: {grade}"),
    url="reviews:set_interest",
    codes={"grade": Grade},
)
LIFT_INTEREST = declare(
    "reviews.interest_lifted",
    may=May.SET_INTERESTS,
    label=_("Remove an interest"),
    sentence=_("An interest was removed."),
    url="reviews:lift_interest",
)
APPOINT = declare(
    "reviews.appointed",
    may=May.APPOINT,
    label=_("Appoint somebody"),
    sentence=_("An appointment was made: {capacity}"),
    url="reviews:appoint",
    during=journey.COMMISSIONED,
    codes={"capacity": Capacity},
)
END_APPOINTMENT = declare(
    "reviews.appointment_ended",
    may=May.APPOINT,
    label=_("End an appointment"),
    sentence=_("An appointment ended: {capacity}"),
    url="reviews:end_appointment",
    codes={"capacity": Capacity},
)
CLOSE = declare(
    "reviews.closed",
    may=May.CLOSE,
    label=_("Close the review"),
    sentence=_("The review was closed."),
    url="reviews:close",
    during=[Stage.FOLLOW_THROUGH],
    move="close",
    gate=True,
)

# Ends off the usual road: one page, three ways.
_ending = partial(
    declare,
    may=May.END_OTHERWISE,
    label=_("End the review without closing it"),
    url="reviews:end",
    record_with=May.RECORD_FOR_OTHERS,
)
TRANSFER = _ending(
    "reviews.transferred",
    sentence=_("The review was transferred to another board."),
    during=journey.RUNNING,
    move="transfer",
)
DISCONTINUE = _ending(
    "reviews.discontinued",
    sentence=_("The review was discontinued."),
    during=journey.COMMISSIONED,
    move="discontinue",
)
CONVERT = _ending(
    "reviews.converted",
    sentence=_("The review was converted to a Single Unified Safeguarding Review."),
    during=journey.RUNNING,
    move="convert",
)
TELL_OF_END = declare(
    "reviews.end_told",
    may=May.TELL_GOVERNMENT,
    label=_("Record who was told that the review ended"),
    sentence=_("The people told that the review ended were recorded."),
    url="reviews:tell_of_end",
    during=[Stage.TRANSFERRED, Stage.DISCONTINUED, Stage.CONVERTED],
)
