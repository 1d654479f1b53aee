"""What the sub-group asks agencies before it recommends, and their short answers."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from boards.models import Agency, Person
from common import clock
from reviews.models.review import Review


class ScopingState(models.TextChoices):
    """How one agency's answer stands."""

    ASKED = "asked", _("Asked")
    ANSWERED = "answered", _("Answered")
    NOTHING_KNOWN = "nothing_known", _("Nothing known")
    NOT_ANSWERED = "not_answered", _("Not answered")


class Channel(models.TextChoices):
    """How an answer came."""

    PAGE = "page", _("On this page")
    TELEPHONE = "telephone", _("By telephone")
    EMAIL = "email", _("By e-mail")
    MEETING = "meeting", _("At the meeting")


CAME = (ScopingState.ANSWERED, ScopingState.NOTHING_KNOWN)


class ScopingReturn(models.Model):
    """One agency asked by the sub-group: what it knows, and who there can say more.

    It has an address of its own: who is asked answers there without seeing the case. The child is
    not named here; whom it concerns is told by telephone or in another safe way.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    review = models.ForeignKey(Review, models.PROTECT, related_name="scoping_returns")
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    asked_of = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    asked_on = models.DateField()
    due_on = models.DateField()
    period_from_on = models.DateField(null=True, blank=True)
    period_until_on = models.DateField(null=True, blank=True)
    state = models.CharField(max_length=15, choices=ScopingState, default=ScopingState.ASKED)
    contact = models.TextField(blank=True)
    register = models.TextField(blank=True)
    proceedings = models.TextField(blank=True)
    actions = models.TextField(blank=True)
    who_can_say = models.TextField(blank=True)
    channel = models.CharField(max_length=10, choices=Channel, blank=True, default="")
    answered_on = models.DateField(null=True, blank=True)
    answered_by = models.CharField(max_length=160, blank=True)
    recorded_at = models.DateTimeField(default=clock.now)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["agency__name_en"]
        constraints = [
            models.UniqueConstraint(
                fields=["review", "agency"], name="reviews_scoping_each_agency_once"
            ),
            models.CheckConstraint(
                condition=Q(state__in=ScopingState.values)
                & (Q(channel="") | Q(channel__in=Channel.values)),
                name="reviews_scoping_state_and_channel_known",
            ),
            models.CheckConstraint(
                condition=Q(due_on__gte=F("asked_on")), name="reviews_scoping_due_after_asked"
            ),
            models.CheckConstraint(
                condition=~Q(state=ScopingState.ANSWERED) | ~Q(contact=""),
                name="reviews_scoping_answered_says_what",
            ),
            models.CheckConstraint(
                condition=Q(state__in=CAME, answered_on__isnull=False) & ~Q(answered_by="")
                | (~Q(state__in=CAME) & Q(answered_on=None, answered_by="")),
                name="reviews_scoping_came_when_and_from_whom",
            ),
            models.CheckConstraint(
                condition=Q(period_until_on__gte=F("period_from_on"))
                | Q(period_from_on=None)
                | Q(period_until_on=None),
                name="reviews_scoping_period_in_order",
            ),
        ]

    def get_absolute_url(self) -> str:
        return reverse("reviews:scoping_return", args=[self.uuid])

    @property
    def may_still_come(self) -> bool:
        """It can be answered: also where the sub-group went on without."""
        return self.state not in CAME

    @property
    def is_open(self) -> bool:
        """It is still expected."""
        return self.state == ScopingState.ASKED
