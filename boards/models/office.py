"""Offices of a board, and who holds them when."""

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from boards.models.board import Board
from boards.models.person import Person
from common.dated import Dated


class Office(models.TextChoices):
    """What a person may be for a whole board. What that allows is said in reviews.permissions."""

    BOARD_CHAIR = "board_chair", _("Board Chair")
    SUBGROUP_CHAIR = "subgroup_chair", _("Sub-group chair")
    COORDINATOR = "coordinator", _("Co-ordinator")
    BOARD_MEMBER = "board_member", _("Board member")
    SUBGROUP_MEMBER = "subgroup_member", _("Sub-group member")
    AUDITOR = "auditor", _("Data protection officer")


class Hold(models.TextChoices):
    """How an office is held. A deputy acts for the holder, and the record says so."""

    HOLDER = "holder", _("Holder")
    JOINT = "joint", _("Joint holder")
    DEPUTY = "deputy", _("Deputy")


class Holding(Dated):
    """A person holds an office of a board, for a time (reg. 5(2): a Chair and a Vice-chair)."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    person = models.ForeignKey(Person, models.PROTECT, related_name="holdings")
    board = models.ForeignKey(Board, models.PROTECT, related_name="holdings")
    office = models.CharField(_("office"), max_length=20, choices=Office)
    hold = models.CharField(_("held as"), max_length=10, choices=Hold, default=Hold.HOLDER)

    class Meta(Dated.Meta):
        verbose_name = _("holding of an office")
        verbose_name_plural = _("holdings of offices")
        constraints: ClassVar = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(
                fields=["person", "board", "office", "from_on"], name="boards_holding_once"
            ),
            models.CheckConstraint(
                condition=Q(office__in=Office.values), name="boards_holding_office_known"
            ),
            models.CheckConstraint(
                condition=Q(hold__in=Hold.values), name="boards_holding_hold_known"
            ),
        ]
