"""The review: the spine on which every later room rests."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from boards.models import Board
from common import clock
from deadlines.models import Timetable
from reviews import journey
from reviews.journey import Journey, Stage
from reviews.references import Reference


class ReviewKind(models.TextChoices):
    """Which review the regulations ask for (reg. 4); unset until it is commissioned."""

    NONE = "", _("Not decided")
    CONCISE = "concise", _("Concise review")
    EXTENDED = "extended", _("Extended review")


class ReferenceCounter(models.Model):
    """The last number given out by a board in a year; the row is locked while one is taken."""

    board = models.ForeignKey(Board, models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["board", "year"], name="reviews_counter_once")
        ]


class Review(Journey):
    """A case from its referral on, whether or not it becomes a practice review.

    It is known by its reference alone; names of children are kept apart (subject.py). It keeps the
    edition of the guidance that it began under: see its timetable.
    """

    board = models.ForeignKey(Board, models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    year = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=10, choices=ReviewKind, blank=True, default=ReviewKind.NONE)
    timetable = models.OneToOneField(Timetable, models.PROTECT, related_name="+")
    stage_since = models.DateField()
    created_at = models.DateTimeField(default=clock.now)

    class Meta:
        default_permissions = ()
        permissions = [
            ("appointed_panel_chair", "Appointed as panel chair"),
            ("appointed_panel_member", "Appointed as panel member"),
            ("appointed_reviewer", "Appointed as reviewer"),
            ("appointed_reviewer_external", "Appointed as external reviewer"),
            ("appointed_reviewer_local", "Appointed as reviewer with local knowledge"),
            ("appointed_agency_author", "Appointed as author of an agency's timeline"),
        ]
        ordering = ["-year", "-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["board", "year", "number"], name="reviews_review_reference_once"
            ),
            models.CheckConstraint(
                condition=Q(stage__in=Stage.values), name="reviews_review_stage_known"
            ),
            models.CheckConstraint(
                condition=Q(kind__in=ReviewKind.values), name="reviews_review_kind_known"
            ),
            models.CheckConstraint(
                condition=~Q(stage__in=journey.COMMISSIONED) | ~Q(kind=""),
                name="reviews_review_commissioned_has_kind",
            ),
        ]

    def __str__(self) -> str:
        return str(self.reference)

    @property
    def reference(self) -> Reference:
        return Reference(self.board.prefix, self.number, self.year)

    @property
    def slug(self) -> str:
        return self.reference.slug

    @property
    def is_running(self) -> bool:
        return self.stage in journey.RUNNING

    @property
    def stage_label(self) -> str:
        return str(Stage(self.stage).label)

    def get_absolute_url(self) -> str:
        return reverse("reviews:overview", args=[self.slug])
