"""Deeds about a notice once it is sent: its answer, and its correction."""

from django.utils.translation import gettext_lazy as _

from common.deeds import declare
from reviews.models import Notice
from reviews.permissions import May

RECORD_ANSWER = declare(
    "reviews.notice_answered",
    may=May.TELL_GOVERNMENT,
    label=_("Record Welsh Government's answer"),
    sentence=_("Welsh Government's answer was recorded. Notice: {about}"),
    url="reviews:record_answer",
    codes={"about": Notice.About},
)
CORRECT_NOTICE = declare(
    "reviews.notice_corrected",
    may=May.TELL_GOVERNMENT,
    label=_("Correct the record of a notice"),
    sentence=_("The record of a notice was corrected. Notice: {about}"),
    url="reviews:correct_notice",
    codes={"about": Notice.About},
)
