"""What else goes on about the same events: police, coroner, courts, other reviews; and what is held
because of it."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from boards.models import Agency
from common import clock
from reviews.models.review import Review


class ProceedingKind(models.TextChoices):
    POLICE = "police", _("Police investigation or prosecution")
    CORONER = "coroner", _("Coroner's inquest")
    DOMESTIC_HOMICIDE = "domestic_homicide", _("Domestic homicide review")
    PRUDIC = "prudic", _("Procedural response to unexpected deaths in childhood (PRUDiC)")
    CARE = "care", _("Care proceedings or family court")
    DISCIPLINE = "discipline", _("Disciplinary proceedings")
    ADULT_REVIEW = "adult_review", _("Adult practice review")
    MENTAL_HEALTH_HOMICIDE = "mental_health_homicide", _("Mental health homicide review")
    YOUTH_JUSTICE = "youth_justice", _("Youth justice serious incident review")
    OMBUDSMAN = "ombudsman", _("Prisons and Probation Ombudsman")
    REGULATOR = "regulator", _("Professional regulator")
    OTHER = "other", _("Other proceedings")


class Lead(models.TextChoices):
    """Who leads where two bodies look at the same events (§5.5)."""

    NOT_AGREED = "not_agreed", _("Not agreed yet")
    REVIEW = "review", _("This review leads")
    THEY = "they", _("The other body leads")
    JOINT = "joint", _("Held jointly")
    BESIDE = "beside", _("Side by side, each on its own")


class Proceeding(models.Model):
    """One other process about the same events, and how the review stands to it."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    review = models.ForeignKey(Review, models.PROTECT, related_name="proceedings")
    kind = models.CharField(max_length=25, choices=ProceedingKind)
    body = models.CharField(max_length=160)
    reference = models.CharField(max_length=80, blank=True)
    contact = models.CharField(max_length=200, blank=True)
    opened_on = models.DateField(null=True, blank=True)
    closed_on = models.DateField(null=True, blank=True)
    lead = models.CharField(max_length=10, choices=Lead, default=Lead.NOT_AGREED)
    questions = models.TextField(blank=True)  # what it adds to the terms of reference
    questions_told_on = models.DateField(null=True, blank=True)
    childs_interests = models.TextField(blank=True)  # how they are represented there
    version = models.PositiveIntegerField(default=1)
    recorded_at = models.DateTimeField(default=clock.now)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["opened_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=ProceedingKind.values, lead__in=Lead.values),
                name="reviews_proceeding_kind_and_lead_known",
            ),
            models.CheckConstraint(condition=~Q(body=""), name="reviews_proceeding_names_a_body"),
            models.CheckConstraint(
                condition=Q(closed_on=None) | Q(opened_on=None) | Q(closed_on__gte=F("opened_on")),
                name="reviews_proceeding_closed_after_opened",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} · {self.body}"


class Hearing(models.Model):
    """A day on which the other body sits. One that is moved points at the one it replaces."""

    proceeding = models.ForeignKey(Proceeding, models.PROTECT, related_name="hearings")
    sits_on = models.DateField()
    what = models.CharField(max_length=160)
    replaces = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="replaced_by"
    )
    recorded_at = models.DateTimeField(default=clock.now)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["sits_on", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(what=""), name="reviews_hearing_says_what"),
            models.CheckConstraint(
                condition=Q(replaces=None) | ~Q(replaces=F("pk")),
                name="reviews_hearing_not_its_own_replacement",
            ),
        ]

    def __str__(self) -> str:
        return self.what


class Held(models.TextChoices):
    """What waits because another body asked for it."""

    FAMILY = "family", _("Contact with the family")
    STAFF = "staff", _("Interviews with staff")
    EVENT = "event", _("Learning event")
    PUBLICATION = "publication", _("Publication")
    ALL = "all", _("Everything")


class ProceedingHold(models.Model):
    """Something of the review waits for another body. The six months are annotated by it, never
    stopped; so that it is not forgotten it always has a day on which it is looked at again."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    proceeding = models.ForeignKey(Proceeding, models.PROTECT, related_name="holds")
    held = models.CharField(max_length=15, choices=Held)
    asked_by = models.CharField(max_length=160)
    agreed_by = models.CharField(max_length=160)
    since_on = models.DateField()
    next_look_on = models.DateField()
    lifted_on = models.DateField(null=True, blank=True)
    recorded_at = models.DateTimeField(default=clock.now)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["since_on", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(held__in=Held.values), name="reviews_hold_known"),
            models.CheckConstraint(
                condition=~Q(asked_by="") & ~Q(agreed_by=""), name="reviews_hold_asked_and_agreed"
            ),
            models.CheckConstraint(
                condition=Q(next_look_on__gt=F("since_on")),
                name="reviews_hold_is_looked_at_again",
            ),
            models.CheckConstraint(
                condition=Q(lifted_on=None) | Q(lifted_on__gte=F("since_on")),
                name="reviews_hold_lifted_after_it_began",
            ),
            models.UniqueConstraint(
                fields=["proceeding", "held"],
                condition=Q(lifted_on=None),
                name="reviews_hold_one_standing_of_a_kind",
            ),
        ]

    def __str__(self) -> str:
        return str(self.get_held_display())


class StaffMatter(models.Model):
    """A matter about staff went to the agency's own procedure. Which and when is all there is to
    know here: no field takes a word about anybody."""

    review = models.ForeignKey(Review, models.PROTECT, related_name="staff_matters")
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    referred_on = models.DateField()
    recorded_at = models.DateTimeField(default=clock.now)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["referred_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["review", "agency", "referred_on"], name="reviews_staff_matter_once"
            )
        ]
