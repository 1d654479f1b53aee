"""How a case came to the Board: the referral, its earlier texts, and others joined to it."""

import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from boards.models import Language
from common import clock
from common.answers import IT_COULD_BE, THEY_ARE, WAS_DONE
from reviews.models.recommendation import YesNo
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


class Abuse(models.TextChoices):
    """The kinds of abuse or neglect that are known or suspected."""

    PHYSICAL = "physical", _("Physical abuse")
    EMOTIONAL = "emotional", _("Emotional abuse")
    SEXUAL = "sexual", _("Sexual abuse")
    NEGLECT = "neglect", _("Neglect")
    EXPLOITATION = "exploitation", _("Exploitation")
    NOT_KNOWN = "not_known", _("Not yet known")


class Received(models.Model):
    """What every referral has: the day, the way it came, who made it, and one sentence."""

    received_on = models.DateField()
    source = models.CharField(max_length=10, choices=Source)
    referrer = models.CharField(max_length=200, blank=True)
    referrer_role = models.CharField(max_length=120, blank=True)
    referrer_agency = models.CharField(max_length=160, blank=True)
    referrer_email = models.EmailField(blank=True)
    referrer_telephone = models.CharField(max_length=40, blank=True)
    referrer_language = models.CharField(max_length=5, choices=Language, blank=True, default="")
    referrer_on_board = models.CharField(
        max_length=5, choices=THEY_ARE.box, blank=True, default=YesNo.NOT_SAID
    )
    sentence = models.TextField()

    class Meta:
        abstract = True
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(source__in=Source.values), name="%(app_label)s_%(class)s_source_known"
            ),
            models.CheckConstraint(
                condition=~Q(sentence=""), name="%(app_label)s_%(class)s_has_sentence"
            ),
            models.CheckConstraint(
                condition=Q(
                    referrer_language__in=Language.values, referrer_on_board__in=YesNo.values
                ),
                name="%(app_label)s_%(class)s_referrer_boxes_known",
            ),
        ]

    @property
    def has_referrer(self) -> bool:
        """Whether there is somebody to tell what became of it."""
        return bool(self.referrer or self.referrer_email)


class Referral(Received):
    """The referral: a date, a source, a board and one sentence are enough to log it. The rest comes
    as it becomes known; `version` counts the times that it was completed."""

    review = models.OneToOneField(Review, models.PROTECT, primary_key=True, related_name="referral")
    harm = models.CharField(max_length=20, choices=Harm, blank=True, default=Harm.UNKNOWN)
    event_on = models.DateField(null=True, blank=True)
    # Where the harm is impairment, the six months are counted back from here (reg. 4).
    identified_on = models.DateField(null=True, blank=True)
    version = models.PositiveIntegerField(default=0)
    circumstances = models.TextField(blank=True)
    why_criteria = models.TextField(blank=True)
    might_be_forum = models.CharField(
        max_length=5,
        choices=IT_COULD_BE.box,
        blank=True,
        default=YesNo.NOT_SAID,
    )
    abuse = models.JSONField(default=list, blank=True)  # codes of Abuse
    agencies_known = models.TextField(blank=True)
    proceedings_known = models.TextField(blank=True)
    prudic = models.CharField(
        max_length=5, choices=WAS_DONE.box, blank=True, default=YesNo.NOT_SAID
    )
    prudic_on = models.DateField(null=True, blank=True)
    media_interest = models.TextField(blank=True)

    class Meta(Received.Meta):
        constraints: ClassVar = [
            *Received.Meta.constraints,
            models.CheckConstraint(
                condition=Q(might_be_forum__in=YesNo.values, prudic__in=YesNo.values),
                name="reviews_referral_boxes_known",
            ),
            models.CheckConstraint(
                condition=Q(prudic_on=None) | Q(prudic=YesNo.YES),
                name="reviews_referral_prudic_day_of_one_held",
            ),
        ]

    @property
    def abuse_labels(self) -> list[str]:
        return [str(Abuse(code).label) for code in self.abuse if code in Abuse.values]


class ReferralVersion(models.Model):
    """What a referral said until it was completed anew; the first is the referral as it came."""

    referral = models.ForeignKey(Referral, models.PROTECT, related_name="earlier")
    version = models.PositiveIntegerField()
    facts = models.JSONField()
    until_on = models.DateField()
    replaced_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-version"]
        constraints = [
            models.UniqueConstraint(
                fields=["referral", "version"], name="reviews_referralversion_once"
            )
        ]


class JoinedReferral(Received):
    """A second referral about the same child, joined to a case that is open. If it had become a
    case of its own, that case has ended as joined, and its reference is kept."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    review = models.ForeignKey(Review, models.PROTECT, related_name="joined_referrals")
    former = models.OneToOneField(
        Review, models.PROTECT, null=True, blank=True, related_name="joined_as"
    )
    joined_on = models.DateField()
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(default=clock.now)

    class Meta(Received.Meta):
        ordering = ["received_on", "pk"]
        constraints: ClassVar = [
            *Received.Meta.constraints,
            models.CheckConstraint(
                condition=Q(joined_on__gte=models.F("received_on")),
                name="reviews_joinedreferral_joined_once_received",
            ),
            models.CheckConstraint(
                condition=Q(former=None) | ~Q(former=models.F("review")),
                name="reviews_joinedreferral_of_another_case",
            ),
        ]


class Manner(models.TextChoices):
    """How somebody was told."""

    EMAIL = "email", _("By e-mail, from here")
    TELEPHONE = "telephone", _("By telephone")
    LETTER = "letter", _("By letter")
    IN_PERSON = "in_person", _("In person")
    NOT_TOLD = "not_told", _("They cannot be told")


class ReferrerTold(models.Model):
    """A referrer was told what became of their referral: the main one, or one that was joined."""

    review = models.ForeignKey(Review, models.PROTECT, related_name="referrers_told")
    joined = models.OneToOneField(
        JoinedReferral, models.PROTECT, null=True, blank=True, related_name="told"
    )
    manner = models.CharField(max_length=10, choices=Manner)
    # As it was drafted and sent, in the languages it was sent in.
    words = models.TextField(blank=True)
    note = models.TextField(blank=True)
    told_on = models.DateField()
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["told_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["review"], condition=Q(joined=None), name="reviews_referrertold_main_once"
            ),
            models.CheckConstraint(
                condition=Q(manner__in=Manner.values), name="reviews_referrertold_manner_known"
            ),
            models.CheckConstraint(
                condition=~Q(manner=Manner.NOT_TOLD) | ~Q(note=""),
                name="reviews_referrertold_not_told_says_why",
            ),
        ]
