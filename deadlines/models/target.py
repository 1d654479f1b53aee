"""What a board sets itself: targets, the days it is closed, and to which day the six months run."""

import datetime as dt

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from boards.models import Board
from guidance.milestones import ENDS_OF_A_REVIEW, Milestone
from guidance.targets import BY_KEY, UNITS

MOST = 366
LONGEST_CLOSURE = 60


class BoardTarget(models.Model):
    """A target of a board, for what begins to count on its day or later. No value: no target any
    more. The row before it holds for what began to count before."""

    board = models.ForeignKey(Board, models.PROTECT, related_name="+", verbose_name=_("board"))
    key = models.CharField(_("target"), max_length=40)
    value = models.PositiveSmallIntegerField(_("number"), null=True, blank=True)
    unit = models.CharField(_("counted in"), max_length=12)
    from_on = models.DateField(_("from"))

    class Meta:
        verbose_name = _("target of a board")
        verbose_name_plural = _("targets of a board")
        ordering = ["from_on"]
        constraints = [
            models.UniqueConstraint(
                fields=["board", "key", "from_on"], name="deadlines_boardtarget_once_a_day"
            ),
            models.CheckConstraint(
                condition=Q(key__in=list(BY_KEY)), name="deadlines_boardtarget_key_known"
            ),
            models.CheckConstraint(
                condition=Q(unit__in=[str(unit) for unit in UNITS]),
                name="deadlines_boardtarget_unit_known",
            ),
            models.CheckConstraint(
                condition=Q(value=None) | Q(value__gte=1, value__lte=MOST),
                name="deadlines_boardtarget_value_within_a_year",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.key} {self.from_on}"


class Closure(models.Model):
    """Days on which a board does not work, beside weekends and bank holidays."""

    board = models.ForeignKey(Board, models.PROTECT, related_name="+", verbose_name=_("board"))
    from_on = models.DateField(_("first day"))
    until_on = models.DateField(_("last day"))
    name = models.CharField(_("what for"), max_length=80)

    class Meta:
        verbose_name = _("closure of a board")
        verbose_name_plural = _("closures of a board")
        ordering = ["from_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["board", "from_on", "until_on"], name="deadlines_closure_once"
            ),
            models.CheckConstraint(
                condition=Q(until_on__gte=F("from_on"))
                & Q(until_on__lt=F("from_on") + dt.timedelta(days=LONGEST_CLOSURE)),
                name="deadlines_closure_ends_and_is_short",
            ),
            models.CheckConstraint(condition=~Q(name=""), name="deadlines_closure_says_what_for"),
        ]

    def __str__(self) -> str:
        return f"{self.from_on} {self.until_on}"


class BoardTime(models.Model):
    """To which day a board counts the six months. No row: the acceptance of the report."""

    board = models.OneToOneField(Board, models.PROTECT, related_name="+", verbose_name=_("board"))
    six_months_end = models.CharField(
        _("end of the six months"), max_length=40, default=str(Milestone.REPORT_ACCEPTED)
    )

    class Meta:
        verbose_name = _("time of a board")
        verbose_name_plural = _("times of boards")
        constraints = [
            models.CheckConstraint(
                condition=Q(six_months_end__in=[str(each) for each in ENDS_OF_A_REVIEW]),
                name="deadlines_boardtime_end_known",
            ),
        ]

    def __str__(self) -> str:
        return self.six_months_end


class AnnualReport(models.Model):
    """A board published its annual report: the year is that of the 31 July by which it was due."""

    board = models.ForeignKey(Board, models.PROTECT, related_name="+", verbose_name=_("board"))
    year = models.PositiveSmallIntegerField(_("year"))
    published_on = models.DateField(_("published on"))

    class Meta:
        verbose_name = _("annual report")
        verbose_name_plural = _("annual reports")
        ordering = ["-year"]
        constraints = [
            models.UniqueConstraint(fields=["board", "year"], name="deadlines_annualreport_once"),
            models.CheckConstraint(
                condition=Q(year__gte=2016, year__lte=2200), name="deadlines_annualreport_year"
            ),
        ]

    def __str__(self) -> str:
        return str(self.year)
