"""Agencies, and the boards they are partners of. Dated reference data: agencies merge and move."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from boards.models.board import Board
from common.bilingual import Bilingual
from common.dated import Dated


class AgencyKind(models.TextChoices):
    LOCAL_AUTHORITY = "local_authority", _("Local authority")
    SOCIAL_SERVICES = "social_services", _("Social services")
    EDUCATION = "education", _("Education")
    HEALTH_BOARD = "health_board", _("Health board")
    NHS_TRUST = "nhs_trust", _("NHS trust")
    PUBLIC_HEALTH = "public_health", _("Public health")
    POLICE = "police", _("Police")
    PROBATION = "probation", _("Probation")
    YOUTH_JUSTICE = "youth_justice", _("Youth justice service")
    CAFCASS = "cafcass", _("Cafcass Cymru")
    HOUSING = "housing", _("Housing")
    THIRD_SECTOR = "third_sector", _("Third sector")
    OTHER = "other", _("Other")


class Agency(models.Model):
    """A body whose staff worked with children and families, or that sits on a board."""

    code = models.SlugField(_("code"), max_length=60, unique=True)
    kind = models.CharField(_("kind"), max_length=20, choices=AgencyKind)
    name_en = models.CharField(_("name in English"), max_length=160)
    name_cy = models.CharField(_("name in Welsh"), max_length=160)
    boards: "models.ManyToManyField[Board, Partnership]" = models.ManyToManyField(
        Board, through="Partnership", related_name="agencies"
    )

    name = Bilingual("name")

    class Meta:
        verbose_name = _("agency")
        verbose_name_plural = _("agencies")
        ordering = ["name_en"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=AgencyKind.values), name="boards_agency_kind_known"
            )
        ]

    def __str__(self) -> str:
        return str(self.name)


class Partnership(Dated):
    """An agency is a partner of a board, for a time (Bridgend moved boards on 1 April 2019)."""

    agency = models.ForeignKey(Agency, models.PROTECT, related_name="partnerships")
    board = models.ForeignKey(Board, models.PROTECT, related_name="partnerships")

    class Meta(Dated.Meta):
        verbose_name = _("partnership")
        verbose_name_plural = _("partnerships")
        constraints: ClassVar = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(
                fields=["agency", "board", "from_on"], name="boards_partnership_once"
            ),
        ]
