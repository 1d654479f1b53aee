"""A board's register of the people who may review for it."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from boards.models import Board, Person
from common import clock


class Skill(models.TextChoices):
    """What a reviewer brings (§5.14; Annex 1, 1.9)."""

    OWN_PROFESSION = "own_profession", _("Knowledge of their own profession")
    CHILD_PROTECTION = "child_protection", _("Knowledge of child protection")
    AGENCIES = "agencies", _("The roles of the agencies")
    MULTI_DISCIPLINARY = "multi_disciplinary", _("Multi-disciplinary understanding")
    ADULT_LEARNING = "adult_learning", _("Adult learning")
    GROUP_DYNAMICS = "group_dynamics", _("Group dynamics")
    FACILITATION = "facilitation", _("Facilitation")


class Welsh(models.TextChoices):
    NOT_SAID = "", _("Not yet known")
    FLUENT = "fluent", _("Fluent Welsh")
    SOME = "some", _("Some Welsh")
    NONE = "none", _("No Welsh")


class Reviewer(models.Model):
    """One person in one board's register. Kept by each board for itself, as its list of people."""

    board = models.ForeignKey(Board, models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    version = models.PositiveSmallIntegerField(default=1)
    skills = models.JSONField(default=list, blank=True)  # codes of Skill
    experience = models.TextField(_("particular experience"), blank=True)
    welsh = models.CharField(max_length=6, choices=Welsh, blank=True, default=Welsh.NOT_SAID)
    other_languages = models.CharField(max_length=200, blank=True)
    available_from_on = models.DateField(null=True, blank=True)
    available_until_on = models.DateField(null=True, blank=True)
    availability = models.TextField(blank=True)
    employers = models.TextField(_("declared employers"), blank=True)
    mentor = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    done_before = models.PositiveSmallIntegerField(default=0)
    left_on = models.DateField(null=True, blank=True)
    left_why = models.TextField(blank=True)
    recorded_at = models.DateTimeField(default=clock.now)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("reviewer in the register")
        verbose_name_plural = _("register of reviewers")
        ordering = ["person__name"]
        constraints = [
            models.UniqueConstraint(
                fields=["board", "person"], name="panels_reviewer_once_a_board"
            ),
            models.CheckConstraint(
                condition=Q(welsh__in=Welsh.values), name="panels_reviewer_welsh_known"
            ),
            models.CheckConstraint(
                condition=Q(skills__contained_by=Skill.values),
                name="panels_reviewer_skills_known",
            ),
            models.CheckConstraint(
                condition=Q(mentor=None) | ~Q(mentor=F("person")),
                name="panels_reviewer_mentored_by_another",
            ),
            models.CheckConstraint(
                condition=Q(available_from_on=None)
                | Q(available_until_on=None)
                | Q(available_until_on__gte=F("available_from_on")),
                name="panels_reviewer_available_in_order",
            ),
            models.CheckConstraint(
                condition=Q(left_on=None, left_why="")
                | (Q(left_on__isnull=False) & ~Q(left_why="")),
                name="panels_reviewer_left_says_why",
            ),
        ]

    @property
    def skill_labels(self) -> list[str]:
        return [str(skill.label) for skill in Skill if skill.value in self.skills]


class Training(models.Model):
    """What a reviewer was trained in, and when."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    reviewer = models.ForeignKey(Reviewer, models.PROTECT, related_name="trainings")
    what = models.CharField(max_length=200)
    on = models.DateField()
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-on", "-pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(what=""), name="panels_training_says_what")
        ]
