"""What is about to be brought to the next in line: shown first, held where there is cause."""

import uuid
from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from deadlines.models import Reminder
from reviews.models import Review


class GoingUpQuerySet(models.QuerySet["GoingUp"]):
    def standing(self) -> Self:
        """Neither passed on nor without object; held or not."""
        return self.filter(settled_at=None)

    def free(self) -> Self:
        """Nobody holds it."""
        return self.standing().filter(held_at=None)


class GoingUp(models.Model):
    """One step up. The co-ordinator sees it from `shown_on`; it goes on `goes_on` unless held."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    reminder = models.OneToOneField(Reminder, models.PROTECT, related_name="+")
    review = models.ForeignKey(Review, models.PROTECT, related_name="+")
    shown_on = models.DateField(_("shown on"))
    goes_on = models.DateField(_("goes up on"))
    held_at = models.DateTimeField(_("held at"), null=True, blank=True)
    held_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    held_why = models.TextField(_("why it is held"), blank=True)
    settled_at = models.DateTimeField(_("settled at"), null=True, blank=True)
    went = models.BooleanField(_("it went up"), default=False)

    objects: ClassVar[Any] = GoingUpQuerySet.as_manager()

    class Meta:
        verbose_name = _("step up")
        verbose_name_plural = _("steps up")
        ordering = ["goes_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(goes_on__gt=F("shown_on")), name="desk_goingup_shown_before_it_goes"
            ),
            models.CheckConstraint(
                condition=Q(held_at=None, held_by=None, held_why="")
                | (~Q(held_at=None) & ~Q(held_by=None) & ~Q(held_why="")),
                name="desk_goingup_held_says_who_and_why",
            ),
            models.CheckConstraint(
                condition=Q(went=False) | (~Q(settled_at=None) & Q(held_at=None)),
                name="desk_goingup_held_does_not_go",
            ),
        ]

    def __str__(self) -> str:
        return str(self.reminder)
