"""A message that could not be delivered, and how its reader was told after all."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from boards.models import Board
from common.models import OutboxMessage
from reviews.models import Review


class Otherwise(models.TextChoices):
    """By what somebody was told instead."""

    TELEPHONE = "telephone", _("By telephone")
    LETTER = "letter", _("By letter")
    IN_PERSON = "in_person", _("In conversation")
    ANOTHER_ADDRESS = "another_address", _("By e-mail to another address")
    ARRIVED = "arrived", _("It had arrived")
    NOT_NEEDED = "not_needed", _("It is no longer needed")


class ToldOtherwise(models.Model):
    """Closes the task that a permanent failure makes."""

    message = models.OneToOneField(OutboxMessage, models.PROTECT, related_name="+")
    # Where it was about no case, the board whose people saw to it.
    review = models.ForeignKey(
        Review, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("review")
    )
    board = models.ForeignKey(
        Board, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("board")
    )
    how = models.CharField(_("how"), max_length=20, choices=Otherwise)
    told_on = models.DateField(_("told on"))
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("told another way")
        verbose_name_plural = _("told another way")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(how__in=Otherwise.values), name="desk_toldotherwise_how_known"
            ),
            models.CheckConstraint(
                condition=Q(review=None) ^ Q(board=None),
                name="desk_toldotherwise_of_case_or_board",
            ),
        ]

    def __str__(self) -> str:
        return self.how
