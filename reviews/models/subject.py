"""The children of a review. Their names live apart, behind a right of their own."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from common.crypto import EncryptedTextField
from reviews.models.review import Review


class Voice(models.TextChoices):
    """Whether the child was spoken to. "Not yet" is not an answer; every other one is."""

    NOT_YET = "not_yet", _("Not yet answered")
    SPOKEN_TO = "spoken_to", _("The child was spoken to")
    NOT_SPOKEN_TO = "not_spoken_to", _("The child was not spoken to")
    DIED = "died", _("The child died")


class Subject(models.Model):
    """An index child, known by a pseudonym (Child A). Each child's experience counts (§6.12)."""

    review = models.ForeignKey(Review, models.PROTECT, related_name="subjects")
    pseudonym = models.CharField(max_length=40)
    voice = models.CharField(max_length=15, choices=Voice, default=Voice.NOT_YET)
    voice_why = models.TextField(blank=True)
    lived_experience = models.TextField(blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["review", "pseudonym"], name="reviews_subject_pseudonym_once"
            ),
            models.CheckConstraint(
                condition=Q(voice__in=Voice.values), name="reviews_subject_voice_known"
            ),
            models.CheckConstraint(
                condition=~Q(voice=Voice.NOT_SPOKEN_TO) | ~Q(voice_why=""),
                name="reviews_subject_not_spoken_to_says_why",
            ),
        ]

    def __str__(self) -> str:
        return self.pseudonym


class SubjectName(models.Model):
    """Who the child is. Encrypted; every look at it is recorded."""

    subject = models.OneToOneField(
        Subject, models.PROTECT, primary_key=True, related_name="identity"
    )
    full_name = EncryptedTextField()
    born_on = EncryptedTextField(blank=True)
