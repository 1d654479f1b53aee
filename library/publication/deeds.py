"""The deeds of publication, from the texts to the taking down."""

from django.utils.translation import gettext_lazy as _

from common.deeds import declare
from library.publication.beside_models import Audience, Where
from library.publication.models import Finding, Language, TakenDown, Welsh
from library.publication.progress import authors_of
from reviews.journey import Stage
from reviews.permissions import May

AFTER_THE_PANEL = (Stage.ACCEPTANCE, Stage.FOLLOW_THROUGH)

TEXT_READY = declare(
    "library.text_ready",
    may=May.PUBLISH,
    label=_("Record that a text is ready"),
    sentence=_("A text of the report was recorded as ready. English: {english}. Welsh: {welsh}."),
    url="publication:text_ready",
    during=AFTER_THE_PANEL,
)
CHECK = declare(
    "library.disclosure_checked",
    may=May.CHECK_DISCLOSURE,
    label=_("Record a disclosure check"),
    sentence=_(
        "A disclosure check of the report was recorded. Language: {language}. Finding: {finding}."
    ),
    url="publication:check",
    during=AFTER_THE_PANEL,
    judges=authors_of,
    codes={"language": Language, "finding": Finding},
)
WAIVE_WELSH = declare(
    "library.welsh_waived",
    may=May.DECIDE_PUBLICATION,
    label=_("Waive the Welsh text"),
    sentence=_("The Welsh text was waived."),
    url="publication:waive_welsh",
    during=AFTER_THE_PANEL,
    record_with=May.RECORD_FOR_OTHERS,
)
SEND = declare(
    "library.sent_to_government",
    may=May.TELL_GOVERNMENT,
    label=_("Record that the report was sent"),
    sentence=_("The report was sent to Welsh Government."),
    url="publication:send",
    during=[Stage.FOLLOW_THROUGH],
    gate=True,
)
RECEIVE = declare(
    "library.received_by_government",
    may=May.TELL_GOVERNMENT,
    label=_("Record that Welsh Government received it"),
    sentence=_("Welsh Government received the report."),
    url="publication:receive",
    during=[Stage.FOLLOW_THROUGH],
)
AGREE_EARLIER = declare(
    "library.notice_waived_by_government",
    may=May.TELL_GOVERNMENT,
    label=_("Record that Welsh Government agreed to shorter notice"),
    sentence=_("Welsh Government agreed to less than two weeks' notice."),
    url="publication:agree_earlier",
    during=[Stage.FOLLOW_THROUGH],
)
ANSWER = declare(
    "library.government_answered",
    may=May.TELL_GOVERNMENT,
    label=_("Record what Welsh Government answered"),
    sentence=_("It was recorded what Welsh Government did with the report."),
    url="publication:answer",
    during=(Stage.FOLLOW_THROUGH, Stage.CLOSED),
)
TELL_FIRST = declare(
    "library.told_first",
    may=May.PUBLISH,
    label=_("Record who was told before publication"),
    sentence=_("People were told before publication: {audience}."),
    url="publication:tell_first",
    during=AFTER_THE_PANEL,
    codes={"audience": Audience},
)
PUBLISH = declare(
    "library.published",
    may=May.PUBLISH,
    label=_("Record the publication"),
    sentence=_("The report was published. Welsh text: {welsh}."),
    url="publication:publish",
    during=[Stage.FOLLOW_THROUGH],
    gate=True,
    codes={"welsh": Welsh},
)
PLACE = declare(
    "library.place_recorded",
    may=May.PUBLISH,
    label=_("Record another place of publication"),
    sentence=_("The report was published in another place: {where}."),
    url="publication:place",
    during=(Stage.FOLLOW_THROUGH, Stage.CLOSED),
    codes={"where": Where},
)
END_PLACE = declare(
    "library.place_ended",
    may=May.PUBLISH,
    label=_("Record its last day there"),
    sentence=_("The report is no longer published in another place: {where}."),
    url="publication:end_place",
    codes={"where": Where},
)
# A report may have to come down long after its review was closed.
TAKE_DOWN = declare(
    "library.taken_down",
    may=May.PUBLISH,
    label=_("Record that the report was taken down"),
    sentence=_("The report was taken down: {taken_down_for}."),
    url="publication:take_down",
    codes={"taken_down_for": TakenDown},
)
DECIDE_NOT = declare(
    "library.not_to_be_published",
    may=May.DECIDE_PUBLICATION,
    label=_("Decide not to publish"),
    sentence=_("It was decided not to publish the report."),
    url="publication:decide_not",
    during=[Stage.FOLLOW_THROUGH],
    record_with=May.RECORD_FOR_OTHERS,
)
# Who is told, and when, is often known only after the decision.
TELL_OF_DECISION = declare(
    "library.told_not_published",
    may=May.PUBLISH,
    label=_("Record who was told of the decision"),
    sentence=_("The people told that the report will not be published were recorded."),
    url="publication:tell_of_decision",
    during=(Stage.FOLLOW_THROUGH, Stage.CLOSED),
)
