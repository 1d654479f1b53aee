"""Readings of a case, as the ledger keeps them. The verbs of deeds stand with the deeds."""

from django.utils.translation import gettext_lazy as _

from audit.verbs import verb

READ = verb(
    "reviews.read",
    label=_("Read"),
    sentence=_("The case was read. Page: {page}"),
    reading=True,
)
READ_NAMES = verb(
    "reviews.names_read",
    label=_("Names read"),
    sentence=_("The names of the children were read."),
    reading=True,
)
