"""Which notices Welsh Government is due: of every recommendation, every outcome, every change of
type; and what a notice may not lack."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from common.deeds import Obstacle
from guidance.milestones import Milestone
from reviews.models import Notice, Review

TOLD = {
    Notice.About.RECOMMENDATION: Milestone.WG_TOLD_OF_RECOMMENDATION,
    Notice.About.OUTCOME: Milestone.WG_TOLD_OF_OUTCOME,
}


@dataclass(frozen=True)
class Matter:
    """Something to be told: the recommendation, the outcome, or the change of that number."""

    about: Notice.About
    number: int = 0

    @property
    def key(self) -> str:
        return f"{self.about}-{self.number}" if self.number else str(self.about)

    @property
    def label(self) -> str:
        label = str(self.about.label)
        return f"{label} ({self.number})" if self.number > 1 else label


def matters(review: Review) -> list[Matter]:
    """What there is to be told so far."""
    found = []
    if hasattr(review, "recommendation"):
        found.append(Matter(Notice.About.RECOMMENDATION))
    if any(decision.course for decision in review.decisions.all()):
        found.append(Matter(Notice.About.OUTCOME))
    found += [Matter(Notice.About.KIND, change.number) for change in review.kind_changes.all()]
    return found


def current(review: Review) -> dict[str, Notice]:
    """The notices recorded as sent, as they stand after correction, by their key."""
    return {notice.key: notice for notice in review.notices.all() if notice.is_current}


def notices_due(review: Review) -> list[Matter]:
    """The notices whose matter is there and that are not recorded as sent yet (§5.7)."""
    sent = current(review)
    return [matter for matter in matters(review) if matter.key not in sent]


NEEDED: tuple[tuple[str, Any], ...] = (
    ("course", _("The recommendation does not say what type of review it recommends.")),
    ("vote", _("The recommendation does not say how it was decided.")),
    ("rationale", _("The recommendation gives no rationale.")),
)


def lacking(review: Review) -> Iterator[Obstacle]:
    """What no notice goes out without: course, vote and rationale."""
    paper = getattr(review, "recommendation", None)
    if paper is not None:
        for name, sentence in NEEDED:
            if not str(getattr(paper, name)).strip():
                yield Obstacle(f"notice_lacks_{name}", sentence)
