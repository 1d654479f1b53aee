"""How a case came to the Board."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from reviews.models.review import Review


class Source(models.TextChoices):
    TELEPHONE = "telephone", _("Telephone")
    EMAIL = "email", _("E-mail")
    LETTER = "letter", _("Letter")
    MEETING = "meeting", _("At a meeting")
    FORM = "form", _("Referral form")
    OTHER = "other", _("Another way")


class Harm(models.TextChoices):
    """What happened to the child (reg. 4)."""

    UNKNOWN = "", _("Not yet known")
    DIED = "died", _("The child died")
    LIFE_THREATENING = "life_threatening", _("Potentially life-threatening injury")
    IMPAIRMENT = "impairment", _("Serious and permanent impairment of health or development")


class Referral(models.Model):
    """The referral as it came: a date, a source, a board and one sentence are enough to log it."""

    review = models.OneToOneField(Review, models.PROTECT, primary_key=True, related_name="referral")
    received_on = models.DateField()
    source = models.CharField(max_length=10, choices=Source)
    referrer = models.CharField(max_length=200, blank=True)
    sentence = models.TextField()
    harm = models.CharField(max_length=20, choices=Harm, blank=True, default=Harm.UNKNOWN)
    event_on = models.DateField(null=True, blank=True)
    # Where the harm is impairment, the six months are counted back from here (reg. 4).
    identified_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(source__in=Source.values), name="reviews_referral_source_known"
            ),
            models.CheckConstraint(condition=~Q(sentence=""), name="reviews_referral_has_sentence"),
        ]
