"""What a person may be on one review, and how far an interest keeps somebody out."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from boards.models import Office


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


class Participating(models.TextChoices):
    """An office of a board that takes part in another board's review."""

    BOARD_CHAIR = "participating_chair", _("Board Chair, participating board")
    SUBGROUP_CHAIR = "participating_subgroup_chair", _("Sub-group chair, participating board")
    COORDINATOR = "participating_coordinator", _("Co-ordinator, participating board")
    # A co-ordinator once more, where the lead board has opened the names to that board.
    NAMES = "participating_names", _("Co-ordinator, participating board, with names")

    @classmethod
    def of_office(cls, office: str, *, sees_names: bool) -> list[str]:
        """What an office of a participating board makes somebody on the review."""
        found = PARTICIPATING.get(office)
        if found is None:
            return []
        with_names = sees_names and found is cls.COORDINATOR
        return [found.value, *([cls.NAMES.value] if with_names else [])]


PARTICIPATING: dict[str, Participating] = {
    Office.BOARD_CHAIR: Participating.BOARD_CHAIR,
    Office.SUBGROUP_CHAIR: Participating.SUBGROUP_CHAIR,
    Office.COORDINATOR: Participating.COORDINATOR,
}


class Grade(models.TextChoices):
    """How near somebody's interest is. The chair of the group sets and lifts it, with a reason."""

    INVOLVED = "involved", _("Their agency was involved (recorded only)")
    MANAGED = (
        "managed",
        _("Managed or oversaw the work (can read, but cannot decide, chair or review)"),
    )
    OUT = "out", _("Was involved in the case or is named in it (loses access)")
