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
    sentence=_("Paper {number} was added."),
    url="reviews:add_document",
)
REPLACE = declare(
    "reviews.document_replaced",
    may=May.KEEP_DOCUMENTS,
    label=_("Add a new version"),
    sentence=_("Version {version} of paper {number} was added."),
    url="reviews:replace_document",
)
CLASSIFY = declare(
    "reviews.document_classified",
    may=May.KEEP_DOCUMENTS,
    label=_("Change the classification"),
    sentence=_("The classification of paper {number} was changed."),
    url="reviews:classify_document",
)
WITHDRAW = declare(
    "reviews.document_withdrawn",
    may=May.KEEP_DOCUMENTS,
    label=_("Withdraw a paper"),
    sentence=_("Paper {number} was withdrawn."),
    url="reviews:withdraw_document",
)
ASK_ADVICE = declare(
    "reviews.legal_advice_asked",
    may=May.LEGAL_ADVICE,
    label=_("Record that legal advice was asked for"),
    sentence=_("A request for legal advice was recorded."),
    url="reviews:ask_advice",
)
GIVE_ADVICE = declare(
    "reviews.legal_advice_given",
    may=May.LEGAL_ADVICE,
    label=_("Record the advice given"),
    sentence=_("Legal advice was recorded."),
    url="reviews:give_advice",
)
READ_DOCUMENT = verb(
    "reviews.document_read",
    label=_("Paper read"),
    sentence=_("Version {version} of paper {number} was downloaded."),
    reading=True,
    codes={},
)
