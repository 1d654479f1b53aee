"""Reviews that are more than one board's: who leads and why, who takes part, other countries."""

import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from boards.models import Board
from common.dated import Dated
from reviews.models.review import Review


class Ground(models.TextChoices):
    """Why this board leads: usually because the child lives, or lived, in its area (§5.3)."""

    RESIDENCE = "residence", _("The child is or was normally resident in its area")
    AGREED = "agreed", _("The boards agreed otherwise")


class LeadBoard(models.Model):
    """Why the review's own board leads it. There is one row as soon as another board takes part."""

    review = models.OneToOneField(
        Review, models.PROTECT, primary_key=True, related_name="lead_board"
    )
    ground = models.CharField(max_length=10, choices=Ground)
    reason = models.TextField(blank=True)
    agreed_on = models.DateField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ground__in=Ground.values), name="reviews_leadboard_ground_known"
            ),
            models.CheckConstraint(
                condition=~Q(ground=Ground.AGREED) | ~Q(reason=""),
                name="reviews_leadboard_agreed_says_why",
            ),
        ]


class Participation(Dated):
    """Another board takes part in a review, for a time.

    Its chairs and co-ordinators read the case. The names of children stay with the lead board
    until it opens them to the other one's co-ordinator.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    review = models.ForeignKey(Review, models.PROTECT, related_name="participations")
    board = models.ForeignKey(Board, models.PROTECT, related_name="+")
    why = models.TextField()
    sees_names = models.BooleanField(default=False)

    class Meta(Dated.Meta):
        ordering = ["from_on", "pk"]
        constraints: ClassVar = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(
                fields=["review", "board"],
                condition=Q(until_on=None),
                name="reviews_participation_once_at_a_time",
            ),
            models.CheckConstraint(condition=~Q(why=""), name="reviews_participation_says_why"),
        ]


class Told(models.TextChoices):
    """What a participating board is told of."""

    ADDED = "added", _("That it takes part")
    RECOMMENDATION = "recommendation", _("The recommendation")
    DECISION = "decision", _("The decision")
    ACCEPTANCE = "acceptance", _("The acceptance of the report")


class BoardTold(models.Model):
    """The chair of a participating board was told, on that day, by a message of ours."""

    participation = models.ForeignKey(Participation, models.PROTECT, related_name="tellings")
    about = models.CharField(max_length=15, choices=Told)
    told_on = models.DateField()

    class Meta:
        ordering = ["told_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["participation", "about", "told_on"], name="reviews_boardtold_once_a_day"
            ),
            models.CheckConstraint(
                condition=Q(about__in=Told.values), name="reviews_boardtold_about_known"
            ),
        ]


class Country(models.TextChoices):
    ENGLAND = "england", _("England")
    SCOTLAND = "scotland", _("Scotland")
    NORTHERN_IRELAND = "northern_ireland", _("Northern Ireland")


class Leads(models.TextChoices):
    HERE = "here", _("This board leads")
    THERE = "there", _("The other country leads")
    OPEN = "open", _("Not yet agreed")


class AcrossBorder(models.Model):
    """A body of another country of the UK has a part in it, or leads (§5.4).

    A fact that is kept, not a process: a later row replaces an earlier one of the same country.
    """

    review = models.ForeignKey(Review, models.PROTECT, related_name="across_border")
    country = models.CharField(max_length=20, choices=Country)
    body = models.CharField(max_length=200)
    reference = models.CharField(max_length=80, blank=True)
    leads = models.CharField(max_length=10, choices=Leads)
    note = models.TextField(blank=True)
    on = models.DateField()
    # Welsh Government is told even where the lead is elsewhere (§5.7).
    government_told_on = models.DateField(null=True, blank=True)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(country__in=Country.values, leads__in=Leads.values),
                name="reviews_acrossborder_country_and_lead_known",
            ),
            models.CheckConstraint(condition=~Q(body=""), name="reviews_acrossborder_names_body"),
        ]
