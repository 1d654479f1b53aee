"""The deeds of the report: drafting, signing, agreeing, sending back, accepting."""

from django.utils.translation import gettext_lazy as _

from common.deeds import declare
from reports.models import How
from reports.reading import authors
from reviews import journey
from reviews.journey import Stage
from reviews.permissions import May

SAVE_DRAFT = declare(
    "reports.draft_saved",
    may=May.WRITE_REPORT,
    label=_("Write the report"),
    sentence=_("A draft of the report was saved. Version: {version}"),
    url="reports:write",
    during=journey.COMMISSIONED,
)
SIGN_STATEMENT = declare(
    "reports.statement_signed",
    may=May.WRITE_REPORT,
    label=_("Sign the reviewer's statement"),
    sentence=_("A reviewer's statement was signed."),
    url="reports:sign",
    during=journey.COMMISSIONED,
    record_with=May.RECORD_FOR_OTHERS,
)
AGREE = declare(
    "reports.agreed",
    may=May.AGREE_REPORT,
    label=_("Agree the report"),
    sentence=_("The panel agreed the report and passed it to the Board. Version: {version}"),
    url="reports:agree",
    during=journey.WORKING,
    move="agree_report",
    record_with=May.RECORD_FOR_OTHERS,
    judges=authors,
)
SEND_BACK = declare(
    "reports.sent_back",
    may=May.ACCEPT_REPORT,
    label=_("Send the report back"),
    sentence=_("The Board sent the report back for changes."),
    url="reports:send_back",
    during=[Stage.ACCEPTANCE],
    move="send_back",
    record_with=May.RECORD_FOR_OTHERS,
    judges=authors,
)
ACCEPT = declare(
    "reports.accepted",
    may=May.ACCEPT_REPORT,
    label=_("Accept the report"),
    sentence=_("The Board accepted the report. Version: {version}. How: {how}"),
    url="reports:accept",
    during=[Stage.ACCEPTANCE],
    move="accept_report",
    gate=True,
    record_with=May.RECORD_FOR_OTHERS,
    judges=authors,
    codes={"how": How},
)
RATIFY = declare(
    "reports.ratified",
    may=May.ACCEPT_REPORT,
    label=_("Record that a Board meeting ratified the decision"),
    sentence=_("The Board ratified at a meeting a decision it had made by e-mail."),
    url="reports:ratify",
    during=[Stage.FOLLOW_THROUGH, Stage.CLOSED],
    record_with=May.RECORD_FOR_OTHERS,
)
