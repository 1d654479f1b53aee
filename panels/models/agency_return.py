"""What each agency was asked for, and what came back."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from boards.models import Agency, Person
from common import clock
from reviews.models import Review


class ReturnState(models.TextChoices):
    """How an agency's timeline stands. The first and the last are still expected."""

    ASKED = "asked", _("Asked")
    RETURNED = "returned", _("Returned")
    NIL = "nil", _("Nothing to return")
    WAIVED = "waived", _("Waived")
    GOING_ON_WITHOUT = "going_on_without", _("Continuing without it, still expected")


CAME = (ReturnState.RETURNED, ReturnState.NIL)
OPEN = (ReturnState.ASKED, ReturnState.GOING_ON_WITHOUT)
GONE_WITHOUT = (ReturnState.WAIVED, ReturnState.GOING_ON_WITHOUT)


class Cover(models.Model):
    """The cover of an agency's timeline: who wrote it, what was searched, what it shows."""

    state = models.CharField(
        _("state"), max_length=20, choices=ReturnState, default=ReturnState.ASKED
    )
    returned_on = models.DateField(_("returned on"), null=True, blank=True)
    author = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    was_involved = models.BooleanField(_("the author was involved"), null=True, blank=True)
    involvement = models.TextField(_("the author's part in the case"), blank=True)
    searched = models.TextField(_("systems and records searched"), blank=True)
    missing = models.TextField(_("records missing, and why"), blank=True)
    entries = models.PositiveIntegerField(_("entries in the timeline"), null=True, blank=True)
    background = models.TextField(_("background"), blank=True)
    analysis = models.TextField(_("brief analysis"), blank=True)
    good_practice = models.TextField(_("good practice"), blank=True)
    recommendations = models.TextField(_("recommendations"), blank=True)
    signed_off_by = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+"
    )
    signed_off_on = models.DateField(_("signed off on"), null=True, blank=True)

    class Meta:
        abstract = True


COVER = tuple(field.name for field in Cover._meta.local_fields)
ONLY_WITH_TIMELINE = ("background", "analysis", "good_practice", "recommendations")


class AgencyReturn(Cover):
    """One agency's timeline for one review, with its brief analysis (§5.10, §5.11).

    It has an address of its own: who writes it sees it without seeing the case.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    review = models.ForeignKey(Review, models.PROTECT, related_name="+")
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    asked_on = models.DateField(_("asked on"))
    due_on = models.DateField(_("due by"))
    version = models.PositiveSmallIntegerField(_("version"), default=1)
    unlocked_on = models.DateField(_("opened for a correction on"), null=True, blank=True)
    unlocked_why = models.TextField(_("why it is to be corrected"), blank=True)
    reason = models.TextField(_("why the review is continuing without it"), blank=True)

    class Meta:
        verbose_name = _("agency's timeline")
        verbose_name_plural = _("agencies' timelines")
        ordering = ["agency__name_en"]
        constraints = [
            models.UniqueConstraint(
                fields=["review", "agency"], name="panels_return_each_agency_once"
            ),
            models.CheckConstraint(
                condition=Q(state__in=ReturnState.values), name="panels_return_state_known"
            ),
            models.CheckConstraint(
                condition=Q(due_on__gte=F("asked_on")), name="panels_return_due_after_asked"
            ),
            models.CheckConstraint(
                condition=Q(state__in=CAME, returned_on__isnull=False, author__isnull=False)
                | (~Q(state__in=CAME) & Q(returned_on=None, author=None)),
                name="panels_return_came_when_and_from_whom",
            ),
            models.CheckConstraint(
                condition=Q(returned_on=None) | Q(returned_on__gte=F("asked_on")),
                name="panels_return_came_after_asked",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=CAME) | ~Q(searched=""),
                name="panels_return_says_what_was_searched",
            ),
            models.CheckConstraint(
                condition=Q(state=ReturnState.RETURNED, entries__gte=1) & ~Q(analysis="")
                | (~Q(state=ReturnState.RETURNED) & Q(entries=None, analysis="")),
                name="panels_return_holds_entries_and_analysis",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=GONE_WITHOUT) | ~Q(reason=""),
                name="panels_return_gone_without_says_why",
            ),
            models.CheckConstraint(
                condition=Q(unlocked_on=None, unlocked_why="")
                | (Q(unlocked_on__isnull=False, state__in=CAME) & ~Q(unlocked_why="")),
                name="panels_return_unlocked_says_why",
            ),
            models.CheckConstraint(
                condition=Q(signed_off_on=None, signed_off_by=None)
                | Q(
                    signed_off_on__isnull=False,
                    signed_off_by__isnull=False,
                    signed_off_on__gte=F("returned_on"),
                ),
                name="panels_return_signed_off_once_come",
            ),
            models.CheckConstraint(
                condition=~Q(was_involved=True) | ~Q(involvement=""),
                name="panels_return_involved_says_how",
            ),
        ]

    def get_absolute_url(self) -> str:
        return reverse("panels:return", args=[self.uuid])

    @property
    def is_open(self) -> bool:
        """It is still expected."""
        return self.state in OPEN

    @property
    def may_still_come(self) -> bool:
        """It can be returned: also where nobody expects it any more, and where it is opened."""
        return self.state not in CAME or self.unlocked_on is not None

    @property
    def has_come(self) -> bool:
        return self.state in CAME

    @property
    def answer_code(self) -> str:
        """What a form remembers of this return, to notice that somebody else was quicker."""
        if not self.has_come:
            return str(self.state)
        return f"{self.state} {self.version}{' open' if self.unlocked_on else ''}"


class EarlierReturn(Cover):
    """What an agency returned first, kept when a corrected version took its place."""

    agency_return = models.ForeignKey(AgencyReturn, models.PROTECT, related_name="earlier")
    version = models.PositiveSmallIntegerField(_("version"))
    corrected_on = models.DateField(_("corrected on"))
    corrected_why = models.TextField(_("why it was corrected"))
    recorded_at = models.DateTimeField(default=clock.now)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-version"]
        constraints = [
            models.UniqueConstraint(
                fields=["agency_return", "version"], name="panels_earlier_return_version_once"
            ),
            models.CheckConstraint(
                condition=Q(state__in=CAME) & ~Q(corrected_why=""),
                name="panels_earlier_return_came_and_says_why_corrected",
            ),
        ]


class ReturnExtension(models.Model):
    """More time for one agency: until when, why, and who agreed."""

    agency_return = models.ForeignKey(AgencyReturn, models.PROTECT, related_name="extensions")
    due_before_on = models.DateField()
    until_on = models.DateField()
    reason = models.TextField()
    agreed_on = models.DateField()
    agreed_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(default=clock.now)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(until_on__gt=F("due_before_on")), name="panels_extension_is_later"
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="panels_extension_says_why"),
        ]


class ReturnQuery(models.Model):
    """A question of the panel about what an agency returned, and the agency's answer."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    agency_return = models.ForeignKey(AgencyReturn, models.PROTECT, related_name="queries")
    question = models.TextField()
    asked_on = models.DateField()
    asked_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    answer = models.TextField(blank=True)
    answered_on = models.DateField(null=True, blank=True)
    answered_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(question=""), name="panels_query_asks_something"),
            models.CheckConstraint(
                condition=Q(answer="", answered_on=None, answered_by=None)
                | (~Q(answer="") & Q(answered_by__isnull=False, answered_on__gte=F("asked_on"))),
                name="panels_query_answered_when_and_by_whom",
            ),
        ]
