"""From the accepted report to its publication, and its taking down: what is kept of it."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from boards.models import Person
from common.answers import WAS_DONE
from guidance.inspectorates import CODES
from reviews.models import Method, Review, YesNo


class Language(models.TextChoices):
    """The two languages in which the report is published."""

    ENGLISH = "en", _("English")
    WELSH = "cy", _("Welsh")


class Text(models.Model):
    """The accepted report is ready in one language: written, or translated and signed off."""

    review = models.ForeignKey(Review, models.PROTECT, related_name="+")
    language = models.CharField(_("language"), max_length=2, choices=Language)
    ready_on = models.DateField(_("ready on"))
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("text of the report")
        verbose_name_plural = _("texts of the report")
        ordering = ["-language"]
        constraints = [
            models.UniqueConstraint(fields=["review", "language"], name="library_text_once"),
            models.CheckConstraint(
                condition=Q(language__in=Language.values), name="library_text_language_known"
            ),
        ]


class WelshWaiver(models.Model):
    """The Board Chair lets the report out without its Welsh text, for a reason that is published.

    Public bodies in Wales publish in both languages: this is the exception, and shows its date.
    """

    review = models.OneToOneField(Review, models.PROTECT, primary_key=True, related_name="+")
    waived_on = models.DateField(_("waived on"))
    waived_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    why = models.TextField(_("why there is no Welsh text"))

    class Meta:
        verbose_name = _("waiver of the Welsh text")
        verbose_name_plural = _("waivers of the Welsh text")
        constraints = [
            models.CheckConstraint(condition=~Q(why=""), name="library_welshwaiver_says_why")
        ]


class Finding(models.TextChoices):
    """What a check for disclosure found."""

    CLEAR = "clear", _("Nothing needs to be removed")
    CHANGES = "changes", _("Something must be changed first")


class DisclosureCheck(models.Model):
    """Somebody who did not write the report read it for what would disclose who the child is.

    Each language has checks of its own; the latest one counts. `act` is its entry in the ledger.
    """

    review = models.ForeignKey(Review, models.PROTECT, related_name="+")
    language = models.CharField(_("language"), max_length=2, choices=Language)
    checked_on = models.DateField(_("checked on"))
    checked_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    act = models.UUIDField(null=True, editable=False)
    finding = models.CharField(_("finding"), max_length=10, choices=Finding)
    notes = models.TextField(_("what must be changed"), blank=True)

    class Meta:
        verbose_name = _("disclosure check")
        verbose_name_plural = _("disclosure checks")
        ordering = ["checked_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(language__in=Language.values, finding__in=Finding.values),
                name="library_disclosurecheck_language_and_finding_known",
            ),
            models.CheckConstraint(
                condition=Q(finding=Finding.CLEAR) | ~Q(notes=""),
                name="library_disclosurecheck_says_what_must_change",
            ),
        ]


class Submission(models.Model):
    """The report on its way to Welsh Government, which has it two weeks before it is published."""

    review = models.OneToOneField(Review, models.PROTECT, primary_key=True, related_name="+")
    sent_on = models.DateField(_("sent on"))
    sent_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    method = models.CharField(
        _("how it was sent"), max_length=10, choices=Method, blank=True, default=Method.NOT_SAID
    )
    planned_publication_on = models.DateField(_("planned publication"), null=True, blank=True)
    received_on = models.DateField(_("received on"), null=True, blank=True)
    acknowledged_on = models.DateField(_("acknowledged on"), null=True, blank=True)
    circulated_on = models.DateField(_("circulated on"), null=True, blank=True)
    agreed_earlier_on = models.DateField(_("shorter notice agreed on"), null=True, blank=True)
    agreed_how = models.TextField(_("how Welsh Government agreed"), blank=True)
    agreed_recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    agreed_act = models.UUIDField(null=True, editable=False)
    departs_why = models.TextField(_("why it went ahead"), blank=True)

    class Meta:
        verbose_name = _("report sent to Welsh Government")
        verbose_name_plural = _("reports sent to Welsh Government")
        constraints = [
            models.CheckConstraint(
                condition=Q(received_on=None) | Q(received_on__gte=F("sent_on")),
                name="library_submission_received_after_sent",
            ),
            models.CheckConstraint(
                condition=Q(acknowledged_on=None) | Q(acknowledged_on__gte=F("received_on")),
                name="library_submission_acknowledged_after_received",
            ),
            models.CheckConstraint(
                condition=Q(agreed_earlier_on=None) | ~Q(agreed_how=""),
                name="library_submission_agreement_says_how",
            ),
            models.CheckConstraint(
                condition=Q(method__in=Method.values), name="library_submission_method_known"
            ),
            models.CheckConstraint(
                condition=Q(circulated_on=None) | Q(circulated_on__gte=F("sent_on")),
                name="library_submission_circulated_after_sent",
            ),
        ]


class ReportCirculation(models.Model):
    """Whether Welsh Government passed the report to one inspectorate, or why not.

    `inspectorate` is a code of guidance.inspectorates.
    """

    submission = models.ForeignKey(Submission, models.PROTECT, related_name="circulations")
    inspectorate = models.CharField(_("inspectorate"), max_length=20)
    passed_on = models.CharField(
        _("passed on"),
        max_length=3,
        choices=WAS_DONE.box,
        blank=True,
        default="",
    )
    reason = models.TextField(_("reason"), blank=True)

    class Meta:
        verbose_name = _("circulation of the report")
        verbose_name_plural = _("circulations of the report")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["submission", "inspectorate"], name="library_reportcirculation_once"
            ),
            models.CheckConstraint(
                condition=Q(passed_on__in=YesNo.values, inspectorate__in=CODES),
                name="library_reportcirculation_answer_known",
            ),
        ]


class Welsh(models.TextChoices):
    """How the Welsh text stood on the day of publication."""

    THERE = "there", _("Published with the English")
    WAIVED = "waived", _("Waived by the Board Chair")
    MISSING = "missing", _("Missing")


class TakenDown(models.TextChoices):
    """Why a report came off the site. The first is for the end of its time."""

    TIME_OVER = "time_over", _("The publication period has ended")
    COURT_ORDER = "court_order", _("A court order")
    IDENTIFIED_CHILD = "identified_child", _("A child could be identified")
    OTHER = "other", _("Another reason")

    @property
    def is_urgent(self) -> bool:
        """It comes down at once, whatever the twelve weeks say."""
        return self in (TakenDown.COURT_ORDER, TakenDown.IDENTIFIED_CHILD)


class Publication(models.Model):
    """The report on the Board's own website, in English and, unless waived, in Welsh."""

    review = models.OneToOneField(Review, models.PROTECT, primary_key=True, related_name="+")
    published_on = models.DateField(_("published on"))
    address = models.URLField(_("address on the Board's website"), max_length=500)
    last_on = models.DateField(_("planned last day on the website"), null=True, blank=True)
    notice = models.TextField(_("notice shown on the website"), blank=True)
    welsh = models.CharField(_("Welsh text"), max_length=10, choices=Welsh)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    departs_why = models.TextField(_("why it went ahead"), blank=True)
    taken_down_on = models.DateField(_("taken down on"), null=True, blank=True)
    taken_down_for = models.CharField(
        _("taken down for"), max_length=20, choices=TakenDown, blank=True, default=""
    )
    taken_down_why = models.TextField(_("why it was taken down"), blank=True)

    class Meta:
        verbose_name = _("publication")
        verbose_name_plural = _("publications")
        constraints = [
            models.CheckConstraint(
                condition=Q(welsh__in=Welsh.values), name="library_publication_welsh_known"
            ),
            models.CheckConstraint(
                condition=~Q(address=""), name="library_publication_has_address"
            ),
            models.CheckConstraint(
                condition=~Q(welsh=Welsh.MISSING) | ~Q(departs_why=""),
                name="library_publication_without_welsh_says_why",
            ),
            models.CheckConstraint(
                condition=Q(taken_down_on=None, taken_down_for="")
                | Q(taken_down_on__gte=F("published_on"), taken_down_for__in=TakenDown.values),
                name="library_publication_taken_down_after_published",
            ),
            models.CheckConstraint(
                condition=~Q(taken_down_for=TakenDown.OTHER) | ~Q(taken_down_why=""),
                name="library_publication_taken_down_says_why",
            ),
            models.CheckConstraint(
                condition=Q(last_on=None) | Q(last_on__gte=F("published_on")),
                name="library_publication_last_day_after_first",
            ),
        ]


class NotPublished(models.Model):
    """The Board Chair decided that this report is not published. It still closes."""

    review = models.OneToOneField(Review, models.PROTECT, primary_key=True, related_name="+")
    decided_on = models.DateField(_("decided on"))
    decided_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    reasons = models.TextField(_("reasons"))
    advice = models.TextField(_("advice taken"), blank=True)
    told = models.TextField(_("who was told"), blank=True)
    told_on = models.DateField(_("date they were told"), null=True, blank=True)
    government_told_on = models.DateField(
        _("Date Welsh Government was told"), null=True, blank=True
    )

    class Meta:
        verbose_name = _("decision not to publish")
        verbose_name_plural = _("decisions not to publish")
        constraints = [
            models.CheckConstraint(
                condition=~Q(reasons=""), name="library_notpublished_gives_reasons"
            )
        ]
