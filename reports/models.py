"""The report: its drafts, the reviewers' statements, the panel's agreement, the Board's answer."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from boards.models import Person
from common import clock
from common.bilingual import Bilingual
from reviews.capacities import Capacity
from reviews.models import Review

SECTIONS = ("outline", "learning", "conclusions")
TEXTS = tuple(f"{section}_{language}" for section in SECTIONS for language in ("en", "cy"))


class Report(models.Model):
    """The report of one review (§5.17). What it says stands in its drafts."""

    review = models.OneToOneField(Review, models.PROTECT, primary_key=True, related_name="+")
    begun_at = models.DateTimeField(_("begun at"), default=clock.now)

    class Meta:
        verbose_name = _("report")
        verbose_name_plural = _("reports")


class Draft(models.Model):
    """The whole text as it was saved once. Never changed: saving again is the next version."""

    report = models.ForeignKey(Report, models.PROTECT, related_name="drafts")
    version = models.PositiveIntegerField(_("version"))
    outline_en = models.TextField(_("outline of the circumstances in English"), blank=True)
    outline_cy = models.TextField(_("outline of the circumstances in Welsh"), blank=True)
    learning_en = models.TextField(_("what was learned, in English"), blank=True)
    learning_cy = models.TextField(_("what was learned, in Welsh"), blank=True)
    conclusions_en = models.TextField(_("conclusions in English"), blank=True)
    conclusions_cy = models.TextField(_("conclusions in Welsh"), blank=True)
    written_on = models.DateField(_("written on"))
    saved_at = models.DateTimeField(_("saved at"), default=clock.now)
    saved_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    outline = Bilingual("outline")
    learning = Bilingual("learning")
    conclusions = Bilingual("conclusions")

    class Meta:
        verbose_name = _("draft")
        verbose_name_plural = _("drafts")
        ordering = ["-version"]
        constraints = [
            models.UniqueConstraint(
                fields=["report", "version"], name="reports_draft_version_once"
            ),
            models.CheckConstraint(
                condition=Q(version__gte=1), name="reports_draft_versions_count_from_one"
            ),
            models.CheckConstraint(
                condition=~Q(**dict.fromkeys(TEXTS, "")), name="reports_draft_says_something"
            ),
        ]

    def __str__(self) -> str:
        return str(self.version)


class Statement(models.Model):
    """A reviewer's own statement: independent of the case, and qualified for the work (§5.14).

    It stays when the reviewer is replaced; whoever comes after signs their own.
    """

    report = models.ForeignKey(Report, models.PROTECT, related_name="statements")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    capacity = models.CharField(_("as"), max_length=20, choices=Capacity)
    independence = models.TextField(_("independence of the case"))
    qualification = models.TextField(_("qualification and experience"))
    signed_on = models.DateField(_("signed on"))
    recorded_at = models.DateTimeField(_("recorded at"), default=clock.now)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("reviewer's statement")
        verbose_name_plural = _("reviewers' statements")
        ordering = ["signed_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["report", "person", "capacity"], name="reports_statement_signed_once"
            ),
            models.CheckConstraint(
                condition=Q(capacity__in=[str(each) for each in Capacity.reviewers()]),
                name="reports_statement_is_of_a_reviewer",
            ),
            models.CheckConstraint(
                condition=~Q(independence="") & ~Q(qualification=""),
                name="reports_statement_says_both",
            ),
        ]


class Agreement(models.Model):
    """The panel agrees the report and passes it to the Board; again after changes (§5.17)."""

    report = models.ForeignKey(Report, models.PROTECT, related_name="agreements")
    draft = models.ForeignKey(Draft, models.PROTECT, null=True, blank=True, related_name="+")
    minute = models.TextField(_("what the panel recorded"), blank=True)
    statement = models.TextField(_("statement of the panel's chair"), blank=True)
    agreed_on = models.DateField(_("agreed on"))
    agreed_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("agreement by the panel")
        verbose_name_plural = _("agreements by the panel")
        ordering = ["pk"]


class SendingBack(models.Model):
    """The Board asks for changes, and says which (§5.18)."""

    report = models.ForeignKey(Report, models.PROTECT, related_name="sendings_back")
    draft = models.ForeignKey(Draft, models.PROTECT, null=True, blank=True, related_name="+")
    reasons = models.TextField(_("changes asked for"))
    sent_back_on = models.DateField(_("sent back on"))
    sent_back_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("sending back")
        verbose_name_plural = _("sendings back")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(reasons=""), name="reports_sendingback_says_what_to_change"
            )
        ]


class How(models.TextChoices):
    """How the Board came to accept the report."""

    BY_VOTE = "by_vote", _("At a meeting, by vote")
    WITHOUT_VOTE = "without_vote", _("At a meeting, without a vote")
    BY_EMAIL = "by_email", _("By e-mail, ratified at a meeting")


class Acceptance(models.Model):
    """The Board accepts one version of the report: the six months end (§5.18, §5.21)."""

    report = models.OneToOneField(
        Report, models.PROTECT, primary_key=True, related_name="acceptance"
    )
    draft = models.ForeignKey(Draft, models.PROTECT, related_name="+")
    how = models.CharField(_("how it was accepted"), max_length=15, choices=How)
    votes_for = models.PositiveSmallIntegerField(_("votes for"), null=True, blank=True)
    votes_against = models.PositiveSmallIntegerField(_("votes against"), null=True, blank=True)
    votes_abstained = models.PositiveSmallIntegerField(_("abstentions"), null=True, blank=True)
    ratified_on = models.DateField(_("ratified on"), null=True, blank=True)
    decision = models.TextField(_("what the Board decided"))
    accepted_on = models.DateField(_("accepted on"))
    accepted_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("acceptance by the Board")
        verbose_name_plural = _("acceptances by the Board")
        constraints = [
            models.CheckConstraint(
                condition=Q(how__in=How.values), name="reports_acceptance_how_known"
            ),
            models.CheckConstraint(
                condition=~Q(decision=""), name="reports_acceptance_says_decision"
            ),
            models.CheckConstraint(
                condition=Q(how=How.BY_VOTE)
                | Q(votes_for=None, votes_against=None, votes_abstained=None),
                name="reports_acceptance_counts_votes_of_a_vote",
            ),
            models.CheckConstraint(
                condition=Q(ratified_on=None)
                | (Q(how=How.BY_EMAIL) & Q(ratified_on__gte=F("accepted_on"))),
                name="reports_acceptance_ratifies_an_email",
            ),
        ]
