"""What the panel agreed to look at, in versions, and the questions that later work answers."""

import uuid
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.text import format_lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from boards.models import Person
from common import clock
from guidance.terms import BY_CODE, CORE_QUESTIONS
from reviews.models import Meeting, Review, Subject


class Asks(models.TextChoices):
    """Where a question comes from."""

    CASE = "case", _("Question")
    CORE = "core", _("Core question")
    OTHER = "other", _("Question of another review")


class TermsOfReference(models.Model):
    """One version of a review's terms of reference; a change is a new version (§5.12)."""

    review = models.ForeignKey(Review, models.PROTECT, related_name="+")
    version = models.PositiveSmallIntegerField(_("version"))
    agreed_on = models.DateField(_("agreed on"))
    agreed_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    meeting = models.ForeignKey(Meeting, models.PROTECT, null=True, blank=True, related_name="+")
    issues = models.TextField(_("issues particular to this case"), blank=True)
    children = models.ManyToManyField(Subject, related_name="+")
    period_from_on = models.DateField(_("period from"))
    period_until_on = models.DateField(_("period until"))
    is_period_by_panel = models.BooleanField(default=False)
    period_why = models.TextField(_("why the period is longer than usual"), blank=True)
    changes = models.TextField(_("what changed, and why"), blank=True)
    is_significant = models.BooleanField(_("a significant change of scope"), default=False)
    told_on = models.DateField(_("Board Chair and sub-group told on"), null=True, blank=True)
    recorded_at = models.DateTimeField(_("recorded at"), default=clock.now)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("terms of reference")
        verbose_name_plural = _("terms of reference")
        ordering = ["-version"]
        constraints = [
            models.UniqueConstraint(
                fields=["review", "version"], name="panels_terms_each_version_once"
            ),
            models.CheckConstraint(
                condition=Q(version__gte=1), name="panels_terms_versions_from_one"
            ),
            models.CheckConstraint(
                condition=Q(version=1) | ~Q(changes=""),
                name="panels_terms_later_version_says_what_changed",
            ),
            models.CheckConstraint(
                condition=Q(period_until_on__gte=models.F("period_from_on")),
                name="panels_terms_period_in_order",
            ),
            models.CheckConstraint(
                condition=Q(is_significant=True, told_on__isnull=False)
                | Q(is_significant=False, told_on=None),
                name="panels_terms_significant_change_is_told",
            ),
        ]

    def asked(self, kind: str) -> list["TermsWording"]:
        """The questions of one kind in this version, in the order of their numbers."""
        return [each for each in self.wordings.all() if each.question.asks == kind]

    @property
    def questions(self) -> str:
        """The questions for this case as one text, each with its number: what a form starts from"""
        return as_text(self.asked(Asks.CASE))

    @property
    def other_questions(self) -> str:
        return as_text(self.asked(Asks.OTHER))

    @property
    def has_core_questions(self) -> bool:
        return len(self.asked(Asks.CORE)) == len(CORE_QUESTIONS)


def as_text(wordings: list["TermsWording"]) -> str:
    return "\n".join(f"{each.question.number}. {each.text}" for each in wordings)


class TermsQuestion(models.Model):
    """One question of a review, by a number that it keeps through every version and never shares.

    Timelines, notes, findings and the report point to this row.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    review = models.ForeignKey(Review, models.PROTECT, related_name="+")
    asks = models.CharField(max_length=5, choices=Asks)
    number = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["asks", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["review", "asks", "number"], name="panels_question_number_once"
            ),
            models.CheckConstraint(
                condition=Q(asks__in=Asks.values), name="panels_question_kind_known"
            ),
            models.CheckConstraint(
                condition=Q(number__gte=1), name="panels_question_numbers_from_one"
            ),
        ]

    @property
    def label(self) -> Any:
        return format_lazy("{} {}", Asks(self.asks).label, self.number)


class TermsWording(models.Model):
    """How a version words a question. A core question's words are the guidance's own (`core`)."""

    terms = models.ForeignKey(TermsOfReference, models.PROTECT, related_name="wordings")
    question = models.ForeignKey(TermsQuestion, models.PROTECT, related_name="+")
    written = models.TextField(blank=True)
    core = models.CharField(max_length=20, blank=True)

    class Meta:
        ordering = ["question__asks", "question__number"]
        constraints = [
            models.UniqueConstraint(
                fields=["terms", "question"], name="panels_wording_question_once"
            ),
            models.CheckConstraint(
                condition=Q(written="") ^ Q(core=""), name="panels_wording_written_or_core"
            ),
            models.CheckConstraint(
                condition=Q(core="") | Q(core__in=[item.code for item in CORE_QUESTIONS]),
                name="panels_wording_core_known",
            ),
        ]

    @property
    def text(self) -> str:
        return gettext(BY_CODE[self.core].sentence) if self.core else self.written
