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
    owner = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("owner"))
    due_on = models.DateField(_("due on"))
    intended_outcome = models.TextField(_("intended outcome for children"), blank=True)
    measure = models.TextField(_("how it will be known"), blank=True)
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
            models.CheckConstraint(
                condition=~Q(status__in=LET_GO) | ~Q(reasons=""),
                name="action_plans_action_let_go_says_why",
            ),
        ]

    def get_absolute_url(self) -> str:
        return reverse("action_plans:action", args=[self.uuid])

    @property
    def part(self) -> str:
        """The key under which its own milestones are kept."""
        return str(self.uuid)

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
