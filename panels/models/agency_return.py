"""What each agency was asked for, and what came back."""

import uuid

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from boards.models import Agency, Person
from reviews.models import Review


class ReturnState(models.TextChoices):
    """How an agency's timeline stands. The first and the last are still expected."""

    ASKED = "asked", _("Asked")
    RETURNED = "returned", _("Returned")
    NIL = "nil", _("Nothing to return")
    WAIVED = "waived", _("Waived")
    GOING_ON_WITHOUT = "going_on_without", _("Going on without, still expected")


CAME = (ReturnState.RETURNED, ReturnState.NIL)
OPEN = (ReturnState.ASKED, ReturnState.GOING_ON_WITHOUT)
GONE_WITHOUT = (ReturnState.WAIVED, ReturnState.GOING_ON_WITHOUT)


class AgencyReturn(models.Model):
    """One agency's timeline for one review, with its brief analysis (§5.10, §5.11).

    It has an address of its own: who writes it sees it without seeing the case.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    review = models.ForeignKey(Review, models.PROTECT, related_name="+")
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    asked_on = models.DateField(_("asked on"))
    due_on = models.DateField(_("wanted by"))
    state = models.CharField(
        _("state"), max_length=20, choices=ReturnState, default=ReturnState.ASKED
    )
    returned_on = models.DateField(_("returned on"), null=True, blank=True)
    author = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    searched = models.TextField(_("systems and records searched"), blank=True)
    entries = models.PositiveIntegerField(_("entries in the timeline"), null=True, blank=True)
    analysis = models.TextField(_("brief analysis"), blank=True)
    reason = models.TextField(_("why the review goes on without it"), blank=True)

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
        ]

    def get_absolute_url(self) -> str:
        return reverse("panels:return", args=[self.uuid])

    @property
    def is_open(self) -> bool:
        """It is still expected."""
        return self.state in OPEN

    @property
    def may_still_come(self) -> bool:
        """It can be returned: also where nobody expects it any more."""
        return self.state not in CAME
