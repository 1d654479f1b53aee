"""The deeds on the papers of a case, and on its legal advice.

The history is open to every reader of the case: it says nothing there of what a paper is called or
how it is classified, and of legal advice only that its log was added to.
"""

from django.utils.translation import gettext_lazy as _

from audit.verbs import verb
from common.deeds import declare
from reviews.permissions import May

KEEP = declare(
    "reviews.document_kept",
    may=May.KEEP_DOCUMENTS,
    label=_("Add a paper"),
    sentence=_("A paper was added. Number: {number}."),
    url="reviews:add_document",
)
REPLACE = declare(
    "reviews.document_replaced",
    may=May.KEEP_DOCUMENTS,
    label=_("Add a new version"),
    sentence=_("A new version of a paper was added. Number: {number}. Version: {version}."),
    url="reviews:replace_document",
)
CLASSIFY = declare(
    "reviews.document_classified",
    may=May.KEEP_DOCUMENTS,
    label=_("Classify anew"),
    sentence=_("A paper was classified anew. Number: {number}."),
    url="reviews:classify_document",
)
WITHDRAW = declare(
    "reviews.document_withdrawn",
    may=May.KEEP_DOCUMENTS,
    label=_("Withdraw a paper"),
    sentence=_("A paper was withdrawn. Number: {number}."),
    url="reviews:withdraw_document",
)
ASK_ADVICE = declare(
    "reviews.legal_advice_asked",
    may=May.LEGAL_ADVICE,
    label=_("Record that legal advice was asked for"),
    sentence=_("The log of legal advice was added to."),
    url="reviews:ask_advice",
)
GIVE_ADVICE = declare(
    "reviews.legal_advice_given",
    may=May.LEGAL_ADVICE,
    label=_("Record the advice given"),
    sentence=_("The log of legal advice was added to: an answer."),
    url="reviews:give_advice",
)
READ_DOCUMENT = verb(
    "reviews.document_read",
    label=_("Paper read"),
    sentence=_("A paper was downloaded. Number: {number}. Version: {version}."),
    reading=True,
    codes={},
)
