"""Readings of an agency's return. The verbs of deeds stand with the deeds."""

from django.utils.translation import gettext_lazy as _

from audit.verbs import verb

READ_RETURN = verb(
    "panels.return_read",
    label=_("Agency's timeline read"),
    sentence=_("An agency's timeline was read."),
    reading=True,
)
