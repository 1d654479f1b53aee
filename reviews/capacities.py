"""What a person may be on one review, and how far an interest keeps somebody out."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Capacity(models.TextChoices):
    """What a person is appointed to on one review."""

    PANEL_CHAIR = "panel_chair", _("Panel chair")
    PANEL_MEMBER = "panel_member", _("Panel member")
    REVIEWER = "reviewer", _("Reviewer")
    REVIEWER_EXTERNAL = "reviewer_external", _("Reviewer, external")
    REVIEWER_LOCAL = "reviewer_local", _("Reviewer, with local knowledge")
    AGENCY_AUTHOR = "agency_author", _("Author of an agency's timeline")

    @classmethod
    def reviewers(cls) -> list["Capacity"]:
        return [cls.REVIEWER, cls.REVIEWER_EXTERNAL, cls.REVIEWER_LOCAL]


class Grade(models.TextChoices):
    """How near somebody's interest is. The chair of the group sets and lifts it, with a reason."""

    INVOLVED = "involved", _("Their agency was involved: recorded")
    MANAGED = "managed", _("Managed or oversaw the work: may read, may not decide, chair or review")
    OUT = "out", _("Took part or is named: out of the case")
