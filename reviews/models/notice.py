"""What Welsh Government was told, and what it answered."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from boards.models import Person
from common.answers import WAS_DONE
from reviews.models.correction import Correction
from reviews.models.recommendation import YesNo
from reviews.models.review import Review


class Method(models.TextChoices):
    """How a notice went out."""

    NOT_SAID = "", _("Not said")
    EMAIL = "email", _("By e-mail")
    PORTAL = "portal", _("Through the Welsh Government's portal")
    LETTER = "letter", _("By letter")


class Notice(models.Model):
    """Welsh Government is told of every recommendation and of every outcome (§5.7, §5.8), and of a
    change of type. `number` is the change's; the others have none.

    A wrong record is corrected by another that replaces it; what was recorded first is kept. Where
    the move it told of is undone it stays as what it is, a notice of an undone move.
    """

    class About(models.TextChoices):
        RECOMMENDATION = "recommendation", _("The recommendation")
        OUTCOME = "outcome", _("The outcome")
        KIND = "kind", _("The change of type")

    review = models.ForeignKey(Review, models.PROTECT, related_name="notices")
    about = models.CharField(max_length=15, choices=About)
    number = models.PositiveSmallIntegerField(default=0)
    sent_on = models.DateField()
    sender = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    method = models.CharField(max_length=10, choices=Method, blank=True, default=Method.NOT_SAID)
    sent_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    is_current = models.BooleanField(default=True)
    corrects = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="corrected_by"
    )
    why_corrected = models.TextField(blank=True)
    # What it told of was undone. It went out all the same, and Welsh Government is to be told.
    undone_by = models.ForeignKey(
        Correction, models.PROTECT, null=True, blank=True, related_name="notices"
    )
    # What Welsh Government answered (the form's own last part)
    received_on = models.DateField(null=True, blank=True)
    acknowledged_on = models.DateField(null=True, blank=True)
    circulated_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["sent_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["review", "about", "number"],
                condition=Q(is_current=True),
                name="reviews_notice_once",
            ),
            models.CheckConstraint(
                condition=Q(method__in=Method.values), name="reviews_notice_method_known"
            ),
            models.CheckConstraint(
                condition=Q(about="kind", number__gte=1) | (~Q(about="kind") & Q(number=0)),
                name="reviews_notice_numbers_changes_of_type",
            ),
            models.CheckConstraint(
                condition=Q(corrects=None) ^ ~Q(why_corrected=""),
                name="reviews_notice_correction_says_why",
            ),
            models.CheckConstraint(
                condition=Q(undone_by=None) | Q(is_current=False),
                name="reviews_notice_of_an_undone_move_is_not_current",
            ),
            *(
                models.CheckConstraint(
                    condition=Q(**{f"{each}_on": None}) | Q(**{f"{each}_on__gte": F("sent_on")}),
                    name=f"reviews_notice_{each}_after_sent",
                )
                for each in ("received", "acknowledged", "circulated")
            ),
        ]

    @property
    def key(self) -> str:
        """As forms and addresses name it: `outcome`, `kind-2`."""
        return f"{self.about}-{self.number}" if self.number else str(self.about)


class Circulation(models.Model):
    """Whether Welsh Government passed a notice to one inspectorate, or why not.

    `inspectorate` is a code of guidance.inspectorates.
    """

    notice = models.ForeignKey(Notice, models.PROTECT, related_name="circulations")
    inspectorate = models.CharField(max_length=20)
    passed_on = models.CharField(max_length=3, choices=WAS_DONE.box, blank=True, default="")
    reason = models.TextField(blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["notice", "inspectorate"], name="reviews_circulation_once"
            ),
            models.CheckConstraint(
                condition=Q(passed_on__in=YesNo.values), name="reviews_circulation_answer_known"
            ),
        ]
