"""When a child was on the child protection register, and when looked after: what makes a review
extended if it touches the six months before (reg. 4(3)(b))."""

import uuid

from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Func, Q, Value
from django.utils.translation import gettext_lazy as _

from common import clock
from reviews.models.subject import Subject


class SpellKind(models.TextChoices):
    REGISTER = "register", _("On the child protection register")
    LOOKED_AFTER = "looked_after", _("Looked after")


class Category(models.TextChoices):
    """Under which a child is registered; there may be more than one."""

    NEGLECT = "neglect", _("Neglect")
    PHYSICAL = "physical", _("Physical abuse")
    EMOTIONAL = "emotional", _("Emotional or psychological abuse")
    SEXUAL = "sexual", _("Sexual abuse")
    FINANCIAL = "financial", _("Financial abuse")
    UNKNOWN = "unknown", _("Not known")


class Basis(models.TextChoices):
    """On what ground in law a child is looked after."""

    NONE = "", _("Not applicable")
    SECTION_76 = "section_76", _("By agreement (section 76; before 2016 section 20)")
    INTERIM_CARE = "interim_care", _("Interim care order (section 38)")
    CARE = "care", _("Care order (section 31)")
    PLACEMENT = "placement", _("Placement order")
    EMERGENCY = "emergency", _("Emergency protection order or police protection")
    REMAND = "remand", _("Remand or youth detention")
    SHORT_BREAKS = "short_breaks", _("Short breaks")
    OTHER = "other", _("Another basis")
    UNKNOWN = "unknown", _("Not known")


def apart(kind: str) -> ExclusionConstraint:
    """One child's spells of one kind do not overlap; one may begin on the day another ends."""
    return ExclusionConstraint(
        name=f"reviews_spell_{kind}_apart",
        expressions=[
            # As ranges of one number: equality needs no extension of the database.
            (Func("subject", "subject", Value("[]"), function="int8range"), "&&"),
            (Func("from_on", "until_on", Value("[)"), function="daterange"), "&&"),
        ],
        condition=Q(kind=kind, withdrawn_at=None),
    )


class Spell(models.Model):
    """A time on the register or looked after; first and last day included, no last day: ongoing."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    subject = models.ForeignKey(Subject, models.PROTECT, related_name="spells")
    version = models.PositiveIntegerField(default=1)
    kind = models.CharField(max_length=15, choices=SpellKind)
    from_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)
    is_estimated = models.BooleanField(default=False)
    categories = ArrayField(
        models.CharField(max_length=10, choices=Category), blank=True, default=list
    )
    basis = models.CharField(max_length=15, choices=Basis, blank=True, default=Basis.NONE)
    corrected_why = models.TextField(blank=True)
    withdrawn_why = models.TextField(blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    recorded_at = models.DateTimeField(default=clock.now)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["from_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(until_on=None) | Q(until_on__gte=F("from_on")),
                name="reviews_spell_until_after_from",
            ),
            models.CheckConstraint(
                condition=(
                    Q(kind=SpellKind.REGISTER, basis="", categories__contained_by=Category.values)
                    & ~Q(categories=[])
                )
                | Q(
                    kind=SpellKind.LOOKED_AFTER,
                    categories=[],
                    basis__in=[each for each in Basis.values if each],
                ),
                name="reviews_spell_category_or_basis",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at=None) | ~Q(withdrawn_why=""),
                name="reviews_spell_withdrawn_says_why",
            ),
            apart(SpellKind.REGISTER),
            apart(SpellKind.LOOKED_AFTER),
        ]

    @property
    def category_labels(self) -> list[str]:
        return [str(Category(each).label) for each in self.categories]
