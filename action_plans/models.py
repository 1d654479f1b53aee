"""The action plan: the plan, its actions, and the diary of each action."""

import uuid
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from boards.models import Agency, Person
from common import clock
from reviews.capacities import Grade
from reviews.models import Interest, Review


class Plan(models.Model):
    """What the panel plans from the report (§5.19). The panel writes it, not the reviewer."""

    review = models.OneToOneField(Review, models.PROTECT, primary_key=True, related_name="+")
    version = models.PositiveIntegerField(_("version of the outline"), default=0)
    outline = models.TextField(_("outline"), blank=True)
    no_action_because = models.TextField(_("no action, because"), blank=True)
    outline_on = models.DateField(_("outline written on"), null=True, blank=True)
    finalised_on = models.DateField(_("finalised on"), null=True, blank=True)
    finalised_by = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+"
    )
    approved_on = models.DateField(_("approved by the Board on"), null=True, blank=True)
    approved_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    sent_on = models.DateField(_("sent to Welsh Government on"), null=True, blank=True)
    closed_on = models.DateField(_("closed by the Board on"), null=True, blank=True)
    closed_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    closing_decision = models.TextField(_("what the Board decided"), blank=True)

    class Meta:
        verbose_name = _("action plan")
        verbose_name_plural = _("action plans")
        constraints = [
            models.CheckConstraint(
                condition=Q(outline_on=None) | ~Q(outline=""), name="action_plans_plan_has_outline"
            ),
            models.CheckConstraint(
                condition=Q(finalised_on=None, finalised_by=None)
                | Q(finalised_on__isnull=False, finalised_by__isnull=False),
                name="action_plans_plan_finalised_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(approved_on=None, approved_by=None)
                | Q(approved_on__gte=F("finalised_on"), approved_by__isnull=False),
                name="action_plans_plan_approved_after_finalised",
            ),
            models.CheckConstraint(
                condition=Q(sent_on=None) | Q(sent_on__gte=F("finalised_on")),
                name="action_plans_plan_sent_after_finalised",
            ),
            models.CheckConstraint(
                condition=Q(closed_on=None, closed_by=None, closing_decision="")
                | (Q(closed_on__gte=F("finalised_on"), closed_by__isnull=False))
                & ~Q(closing_decision=""),
                name="action_plans_plan_closed_with_a_decision",
            ),
        ]

    @property
    def is_final(self) -> bool:
        return self.finalised_on is not None


class Status(models.TextChoices):
    """How an action stands. The last three are ends."""

    OPEN = "open", _("Open")
    COMPLETED = "completed", _("Completed, not yet verified")
    VERIFIED = "verified", _("Verified")
    CARRIED_OVER = "carried_over", _("Carried over")
    NOT_ACCEPTED = "not_accepted", _("Not accepted")


class Level(models.TextChoices):
    """Where an action is carried out. No board closes a national one alone."""

    NOT_SAID = "", _("Not said")
    LOCAL = "local", _("Local")
    REGIONAL = "regional", _("Regional")
    NATIONAL = "national", _("National: for Welsh Government")


UNFINISHED = (Status.OPEN, Status.COMPLETED)
LET_GO = (Status.CARRIED_OVER, Status.NOT_ACCEPTED)


class ActionQuerySet(models.QuerySet[Any]):
    def given(self) -> Self:
        """Those of a plan that is final: their owners know of them."""
        return self.filter(plan__finalised_on__isnull=False)

    def owned_by(self, user: Any) -> Self:
        """The actions that somebody was given, but in cases an interest keeps them out of."""
        person = getattr(user, "person", None)
        if not user.is_active or person is None:
            return self.none()
        barred = Interest.objects.standing().filter(
            review=OuterRef("plan__review"), person=person, grade=Grade.OUT
        )
        return self.given().filter(~Exists(barred), owner=person)


class Action(models.Model):
    """One thing to do: whose, by when, to what end, and how it will be known (§5.19, §5.22)."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    plan = models.ForeignKey(Plan, models.PROTECT, related_name="actions")
    number = models.PositiveSmallIntegerField(_("number"))
    version = models.PositiveIntegerField(_("version"), default=1)
    learning_point = models.TextField(_("learning point or recommendation"))
    text = models.TextField(_("action"))
    agency = models.ForeignKey(
        Agency, models.PROTECT, related_name="+", verbose_name=_("lead agency")
    )
    supporting = models.ManyToManyField(
        Agency, related_name="+", blank=True, verbose_name=_("supporting agencies")
    )
    owner = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("owner"))
    level = models.CharField(_("level"), max_length=10, choices=Level, blank=True, default="")
    raised_on = models.DateField(_("raised with Welsh Government on"), null=True, blank=True)
    start_on = models.DateField(_("starts on"), null=True, blank=True)
    due_on = models.DateField(_("due on"))
    intended_outcome = models.TextField(_("intended outcome for children"), blank=True)
    measure = models.TextField(_("how it will be known"), blank=True)
    earlier_action = models.TextField(_("earlier action it continues"), blank=True)
    outcome = models.TextField(_("what has changed for children"), blank=True)
    status = models.CharField(_("status"), max_length=15, choices=Status, default=Status.OPEN)
    reasons = models.TextField(_("why it is carried over or not accepted"), blank=True)

    objects = ActionQuerySet.as_manager()

    class Meta:
        verbose_name = _("action")
        verbose_name_plural = _("actions")
        ordering = ["plan", "number"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "number"], name="action_plans_action_number"),
            models.CheckConstraint(
                condition=Q(status__in=Status.values), name="action_plans_action_status_known"
            ),
            models.CheckConstraint(
                condition=~Q(learning_point="") & ~Q(text=""),
                name="action_plans_action_says_what_and_why",
            ),
            # A national action still open is carried over by closing the review, which says why.
            models.CheckConstraint(
                condition=~Q(status__in=LET_GO)
                | ~Q(reasons="")
                | Q(status=Status.CARRIED_OVER, level=Level.NATIONAL),
                name="action_plans_action_let_go_says_why",
            ),
            models.CheckConstraint(
                condition=Q(level__in=Level.values), name="action_plans_action_level_known"
            ),
            models.CheckConstraint(
                condition=Q(raised_on=None) | Q(level=Level.NATIONAL),
                name="action_plans_action_raised_is_national",
            ),
            models.CheckConstraint(
                condition=Q(start_on=None) | Q(start_on__lte=F("due_on")),
                name="action_plans_action_starts_before_due",
            ),
        ]

    def get_absolute_url(self) -> str:
        return reverse("action_plans:action", args=[self.uuid])

    @property
    def part(self) -> str:
        """The key under which its own milestones are kept."""
        return str(self.uuid)

    @property
    def is_national(self) -> bool:
        return self.level == Level.NATIONAL

    @property
    def is_unfinished(self) -> bool:
        return self.status in UNFINISHED


class Step(models.TextChoices):
    """What an entry in an action's diary records."""

    PROGRESS = "progress", _("Progress")
    CHANGED = "changed", _("Changed")
    COMPLETED = "completed", _("Completed")
    VERIFIED = "verified", _("Verified")
    LET_GO = "let_go", _("Carried over or not accepted")
    RAISED = "raised", _("Raised with Welsh Government")


class Progress(models.Model):
    """An entry in an action's diary. Entries are added, never changed."""

    action = models.ForeignKey(Action, models.PROTECT, related_name="diary")
    step = models.CharField(_("what"), max_length=10, choices=Step)
    on = models.DateField(_("on"))
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    note = models.TextField(_("note"), blank=True)
    evidence = models.TextField(_("evidence"), blank=True)
    recorded_at = models.DateTimeField(_("recorded at"), default=clock.now)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("progress")
        verbose_name_plural = _("progress")
        ordering = ["on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(step__in=Step.values), name="action_plans_progress_step_known"
            ),
            models.CheckConstraint(
                condition=~Q(note="") | ~Q(evidence=""), name="action_plans_progress_says_something"
            ),
            models.CheckConstraint(
                condition=~Q(step=Step.COMPLETED) | ~Q(evidence=""),
                name="action_plans_progress_completed_with_evidence",
            ),
        ]


class By(models.TextChoices):
    """How what was learned reached those who work with children."""

    BRIEFING = "briefing", _("Briefing")
    TRAINING = "training", _("Training")
    EVENT = "event", _("Event or workshop")
    NEWSLETTER = "newsletter", _("Newsletter or e-mail")
    WEBSITE = "website", _("Website")
    OTHER = "other", _("Another way")


class Dissemination(models.Model):
    """What was learned was passed on: when, how, and to whom (§5.24)."""

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="disseminations")
    how = models.CharField(_("how"), max_length=10, choices=By)
    audience = models.TextField(_("to whom"))
    note = models.TextField(_("what was shared, and what happened as a result"), blank=True)
    on = models.DateField(_("on"))
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("dissemination")
        verbose_name_plural = _("disseminations")
        ordering = ["on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(how__in=By.values) & ~Q(audience=""),
                name="action_plans_dissemination_says_how_and_to_whom",
            ),
        ]


class DifferenceReport(models.Model):
    """What difference the review made, as reported to Welsh Government (§5.26).

    There may be more than one: a difference shows late. A report is added, never changed.
    """

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="difference_reports")
    difference = models.TextField(_("what difference the review made"))
    evidence = models.TextField(_("evidence"), blank=True)
    agreed_on = models.DateField(_("agreed by the Board on"), null=True, blank=True)
    sent_on = models.DateField(_("sent to Welsh Government on"))
    inspectorates_on = models.DateField(_("sent to the inspectorates on"), null=True, blank=True)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("difference report")
        verbose_name_plural = _("difference reports")
        ordering = ["sent_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(difference=""), name="action_plans_differencereport_says_what"
            ),
            models.CheckConstraint(
                condition=Q(agreed_on=None) | Q(agreed_on__lte=F("sent_on")),
                name="action_plans_differencereport_agreed_before_sent",
            ),
        ]
