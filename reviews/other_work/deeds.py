"""What is done with the board's other work."""

from django.utils.translation import gettext_lazy as _

from audit.verbs import verb
from common.deeds import declare
from reviews.models import WorkKind, WorkStage
from reviews.permissions import May

ADD_WORK = declare(
    "reviews.work_added",
    may=May.KEEP_OTHER_WORK,
    label=_("Add other work"),
    sentence=_("Other work was put on the list: {kind}. Stage: {stage}"),
    url="reviews:add_work",
    codes={"kind": WorkKind, "stage": WorkStage},
)
CHANGE_WORK = declare(
    "reviews.work_changed",
    may=May.KEEP_OTHER_WORK,
    label=_("Bring up to date"),
    sentence=_("It was brought up to date. Stage: {stage}"),
    url="reviews:change_work",
    codes={"stage": WorkStage},
)
KEEP_FORUM = declare(
    "reviews.forum_kept",
    may=May.KEEP_OTHER_WORK,
    label=_("Record the forum"),
    sentence=_("The record of the forum was kept."),
    url="reviews:keep_forum",
)
WORK_READ = verb(
    "reviews.work_read",
    label=_("Read"),
    sentence=_("The page of other work was read."),
    reading=True,
)
