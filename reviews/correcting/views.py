"""The room of the record: its days, its moves, what waits to be confirmed; and putting it right."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from common.deeds import DEEDS, Answer
from guidance.milestones import Milestone
from reviews.case.offers import offers
from reviews.correcting import services
from reviews.correcting.deeds import CORRECT_DAY, UNDO
from reviews.correcting.forms import CorrectDayForm, UndoForm, days_known, shown
from reviews.correcting.told import told_of
from reviews.correcting.undoing import last_move, written_by
from reviews.models import Correction, Review, StageChange
from reviews.pages import CasePage, DeedPage


def moves_of(review: Review) -> list[dict[str, Any]]:
    """Every move with its day, who decided, and whether it was undone."""
    rows = StageChange.objects.filter(review=review).select_related(
        "recorded_by__person", "decided_by", "undoing"
    )
    return [{"change": row, "undoing": getattr(row, "undoing", None)} for row in rows]


def kept_of(correction: Correction) -> list[dict[str, Any]]:
    """What an undone move had written, as it was: its words, without codes and numbers of rows."""
    return [
        {
            "kind": row.kind,
            "words": [v for v in row.content.values() if isinstance(v, str) and " " in v],
        }
        for row in correction.withdrawn.all()
    ]


class Record(CasePage):
    """How the record stands: days, moves, confirmations, corrections, what was before."""

    room = "record"
    template_name = "reviews/correcting/record.html"

    def page(self, request: HttpRequest, **kwargs: Any) -> dict[str, Any]:
        corrections = Correction.objects.filter(review=self.review)
        confirmations = self.review.confirmations.select_related("person", "recorded_by__person")
        return {
            "days_known": [
                (code, gettext(Milestone(code).label), shown(day))
                for code, day in days_known(self.review).items()
            ],
            "may_correct": request.user.has_perm(CORRECT_DAY.may, self.review),
            "moves": moves_of(self.review),
            "corrections": [
                {"row": row, "kept": kept_of(row)}
                for row in corrections.select_related(
                    "change", "recorded_by__person"
                ).prefetch_related("withdrawn", "notices")
            ],
            "confirmations": [
                {"row": row, "label": DEEDS[row.deed].label if row.deed in DEEDS else row.deed}
                for row in confirmations
            ],
            "taken_on": getattr(self.review, "taken_on", None),
            "older": list(self.review.older_references.all()),
            "offers": offers(self.review, request.user, "record"),
        }


class Back(DeedPage):
    room = "record"

    def back(self) -> str:
        return reverse("reviews:record", args=[self.review.slug])

    def of_the_past(self, request: HttpRequest) -> Answer | None:
        """Putting the record right is always done now."""
        return None


class CorrectDay(Back):
    """Correct a wrong day, or give one that was not known."""

    kind = CORRECT_DAY
    form_class = CorrectDayForm
    day = "new_on"
    intro = _("We recalculate the deadlines from the date you enter. The history keeps both dates.")
    done = _("The date has been corrected and the deadlines recalculated.")

    def form_words(self, answer: Answer) -> dict[str, Any]:
        return super().form_words(answer) | {"chosen": self.request.GET.get("which", "")}

    def act(self, form: Any, **words: Any) -> None:
        services.correct_day(self.review, **form.facts(), **words)


class Undo(Back):
    """Undo the last move, after saying what it takes back."""

    kind = UNDO
    form_class = UndoForm
    day = "why"
    template_name = "reviews/correcting/undo.html"
    done = _("The stage change has been undone.")

    def page(self, request: HttpRequest, **kwargs: Any) -> dict[str, Any]:
        change = last_move(self.review)
        return {
            "change": change,
            "takes_back": len(written_by(self.review, change)) if change else 0,
            "told": list(told_of(self.review, change.move)) if change else [],
        }

    def act(self, form: Any, **words: Any) -> None:
        services.undo(self.review, **form.facts(), **words)
