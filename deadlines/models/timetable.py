"""A timetable: what a review's time is kept in."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from boards.models import Board
from common import clock
from guidance.editions import codes
from guidance.limit import ReviewKind


class Timetable(models.Model):
    """The time of one review: whose it is, the edition it runs under, its kind once decided.

    Of a review that was taken on some milestones lie behind on days that nobody gave (`passed`):
    what ended with one of them is over, and is neither met nor late.
    """

    board = models.ForeignKey(Board, models.PROTECT, related_name="+", verbose_name=_("board"))
    edition = models.CharField(_("edition of the guidance"), max_length=20)
    kind = models.CharField(_("kind of review"), max_length=10, blank=True, default="")
    passed = ArrayField(
        models.CharField(max_length=40),
        verbose_name=_("reached on a day that is not known"),
        blank=True,
        default=list,
    )
    # Derived with the deadlines, so that a list of thousands comes in order from an index.
    next_due_on = models.DateField(_("next due"), null=True, blank=True)
    created_at = models.DateTimeField(_("opened at"), default=clock.now)

    class Meta:
        verbose_name = _("timetable")
        verbose_name_plural = _("timetables")
        constraints = [
            models.CheckConstraint(
                condition=Q(edition__in=codes()), name="deadlines_timetable_edition_known"
            ),
            models.CheckConstraint(
                condition=Q(kind__in=["", *(str(kind) for kind in ReviewKind)]),
                name="deadlines_timetable_kind_known",
            ),
        ]
        indexes = [
            models.Index(
                F("next_due_on").asc(nulls_last=True), name="deadlines_timetable_next_due"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.edition} {self.kind}".strip()
