"""What a review plans: a day for each step, in versions. A plan is nobody's rule: it may move, the
dates of the guidance do not."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from common import clock
from deadlines.models.timetable import Timetable
from guidance.causes import Cause
from guidance.planning import BY_CODE, ERRANDS

BY = 160


class ExtensionQuerySet(models.QuerySet["Extension"]):
    def standing(self) -> Self:
        return self.filter(withdrawn_on=None)


class Extension(models.Model):
    """The plan's end was moved beyond where it stood, for causes that were agreed on by somebody.

    The causes here are what was said then; which of them stand today is in StandingCause. One that
    was recorded by mistake is withdrawn with a reason, and stays on the record.
    """

    timetable = models.ForeignKey(Timetable, models.PROTECT, related_name="extensions")
    from_on = models.DateField(_("planned until then"))
    until_on = models.DateField(_("now planned"))
    causes = models.JSONField(_("causes"), default=list)
    words = models.TextField(_("in words"), blank=True)
    agreed_by = models.CharField(_("who agreed"), max_length=BY)
    agreed_on = models.DateField(_("agreed on"))
    next_look_on = models.DateField(_("next look"))
    withdrawn_on = models.DateField(_("withdrawn on"), null=True, blank=True)
    withdrawn_why = models.TextField(_("why it was withdrawn"), blank=True, default="")
    recorded_at = models.DateTimeField(default=clock.now)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    objects = ExtensionQuerySet.as_manager()

    class Meta:
        verbose_name = _("extension")
        verbose_name_plural = _("extensions")
        ordering = ["agreed_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(until_on__gt=F("from_on")), name="deadlines_extension_moves_on"
            ),
            models.CheckConstraint(condition=~Q(causes=[]), name="deadlines_extension_has_a_cause"),
            models.CheckConstraint(
                condition=~Q(agreed_by=""), name="deadlines_extension_says_who_agreed"
            ),
            models.CheckConstraint(
                condition=Q(next_look_on__gt=F("agreed_on")),
                name="deadlines_extension_is_looked_at_again",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_on=None, withdrawn_why="")
                | (Q(withdrawn_on__isnull=False) & ~Q(withdrawn_why="")),
                name="deadlines_extension_withdrawn_says_why",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.from_on} {self.until_on}"


class Plan(models.Model):
    """One version of the plan. Earlier ones are kept: what was planned is compared with what was
    done."""

    timetable = models.ForeignKey(Timetable, models.PROTECT, related_name="plans")
    number = models.PositiveIntegerField(_("version"))
    is_current = models.BooleanField(_("stands"), default=True)
    extension = models.OneToOneField(
        Extension, models.PROTECT, null=True, blank=True, related_name="plan"
    )
    planned_on = models.DateField(_("planned on"))
    recorded_at = models.DateTimeField(default=clock.now)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("plan of the dates")
        verbose_name_plural = _("plans of the dates")
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["timetable", "number"], name="deadlines_plan_numbered_once"
            ),
            models.UniqueConstraint(
                fields=["timetable"],
                condition=Q(is_current=True),
                name="deadlines_plan_one_stands",
            ),
        ]

    def __str__(self) -> str:
        return str(self.number)


class PlannedDay(models.Model):
    """The day that one version of the plan gives one step."""

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="days")
    step = models.CharField(_("step"), max_length=40)
    on = models.DateField(_("day"))

    class Meta:
        verbose_name = _("planned day")
        verbose_name_plural = _("planned days")
        ordering = ["on", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "step"], name="deadlines_plannedday_once"),
            models.CheckConstraint(
                condition=Q(step__in=list(BY_CODE)), name="deadlines_plannedday_step_known"
            ),
        ]

    def __str__(self) -> str:
        return self.step


class StepDone(models.Model):
    """A step of the plan that is no milestone was done on a day, as somebody recorded it. The last
    row of a step counts: without a day it takes back what was recorded before."""

    timetable = models.ForeignKey(Timetable, models.PROTECT, related_name="steps_done")
    step = models.CharField(_("step"), max_length=40)
    done_on = models.DateField(_("done on"), null=True, blank=True)
    words = models.TextField(_("in words"), blank=True, default="")
    recorded_at = models.DateTimeField(default=clock.now)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("step done")
        verbose_name_plural = _("steps done")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(step__in=[step.code for step in ERRANDS]),
                name="deadlines_stepdone_step_known",
            ),
            models.CheckConstraint(
                condition=Q(done_on__isnull=False) | ~Q(words=""),
                name="deadlines_stepdone_taken_back_says_why",
            ),
        ]

    def __str__(self) -> str:
        return self.step


class StandingCause(models.Model):
    """A cause of delay, from the day it was given until it ended. One that has not changed stands
    until its next look: nobody gives the same cause every month."""

    timetable = models.ForeignKey(Timetable, models.PROTECT, related_name="causes")
    cause = models.CharField(_("cause"), max_length=30)
    since_on = models.DateField(_("since"))
    next_look_on = models.DateField(_("next look"))
    ended_on = models.DateField(_("ended"), null=True, blank=True)
    recorded_at = models.DateTimeField(default=clock.now)

    class Meta:
        verbose_name = _("cause of delay")
        verbose_name_plural = _("causes of delay")
        ordering = ["since_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(cause__in=[str(cause) for cause in Cause]),
                name="deadlines_standingcause_known",
            ),
            models.CheckConstraint(
                condition=Q(ended_on=None) | Q(ended_on__gte=F("since_on")),
                name="deadlines_standingcause_ended_after_it_began",
            ),
            models.UniqueConstraint(
                fields=["timetable", "cause"],
                condition=Q(ended_on=None),
                name="deadlines_standingcause_stands_once",
            ),
        ]
        indexes = [
            models.Index(
                fields=["next_look_on"],
                condition=Q(ended_on=None),
                name="deadlines_cause_next_look",
            ),
        ]

    def __str__(self) -> str:
        return self.cause


class CauseLook(models.Model):
    """The causes were looked at on a day: which stand on, and until when. No date moves by it."""

    timetable = models.ForeignKey(Timetable, models.PROTECT, related_name="cause_looks")
    causes = models.JSONField(_("causes"), default=list, blank=True)
    words = models.TextField(_("in words"), blank=True)
    looked_on = models.DateField(_("looked at on"))
    next_look_on = models.DateField(_("next look"), null=True, blank=True)
    recorded_at = models.DateTimeField(default=clock.now)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("look at the causes")
        verbose_name_plural = _("looks at the causes")
        ordering = ["looked_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(causes=[]) | Q(next_look_on__gt=F("looked_on")),
                name="deadlines_causelook_is_followed_by_another",
            ),
        ]

    def __str__(self) -> str:
        return str(self.looked_on)
