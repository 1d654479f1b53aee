"""Persons, the agencies they work for, and the boards that know them."""

import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from boards.models.agency import Agency
from boards.models.board import Board
from boards.querysets import PersonQuerySet
from common.dated import Dated


class Language(models.TextChoices):
    """The language somebody wishes to be written to in. Unknown means both, Welsh first."""

    UNKNOWN = "", _("Not known")
    ENGLISH = "en-gb", _("In English")
    WELSH = "cy", _("In Welsh")


class Person(models.Model):
    """A professional, with or without an account. Never a child or a member of a family."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="person"
    )
    name = models.CharField(_("name"), max_length=120)
    email = models.EmailField(_("e-mail address"))
    title = models.CharField(_("post or title"), max_length=120, blank=True)
    language = models.CharField(
        _("preferred language"), max_length=5, choices=Language, blank=True, default=""
    )

    objects = PersonQuerySet.as_manager()

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("persons")
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(Lower("email"), name="boards_person_email_once"),
            models.CheckConstraint(condition=~Q(name=""), name="boards_person_has_a_name"),
            models.CheckConstraint(
                condition=Q(language__in=Language.values), name="boards_person_language_known"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def page_on(self, board: Board) -> str:
        """The page on which a board sees this person."""
        return reverse("person", args=[board.code, self.uuid])


class Membership(Dated):
    """A person works for an agency, for a time."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    person = models.ForeignKey(Person, models.PROTECT, related_name="memberships")
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="memberships")

    class Meta(Dated.Meta):
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        constraints: ClassVar = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(
                fields=["person", "agency", "from_on"], name="boards_membership_once"
            ),
        ]


class Listing(Dated):
    """A person stands on a board's list of people, for a time.

    The list is the board's own: that an agency works with two boards does not show its staff to
    both.
    """

    person = models.ForeignKey(Person, models.PROTECT, related_name="listings")
    board = models.ForeignKey(Board, models.PROTECT, related_name="listings")

    class Meta(Dated.Meta):
        verbose_name = _("listing")
        verbose_name_plural = _("listings")
        constraints: ClassVar = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(
                fields=["person", "board"],
                condition=Q(until_on=None),
                name="boards_listing_one_open",
            ),
        ]
