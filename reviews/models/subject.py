"""The children of a review. Their names live apart, behind a right of their own."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.functions import RandomUUID
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from common.crypto import EncryptedTextField
from reviews.models.choices import (
    IS_IT,
    IS_THERE,
    AgeUnit,
    Authority,
    Ethnicity,
    Gender,
    Home,
    Language,
    LegalStatus,
    LivedWith,
    Religion,
    Setting,
    Sex,
    YesNoUnknown,
)
from reviews.models.review import Review


class Voice(models.TextChoices):
    """Whether the child was spoken to. "Not yet" is not an answer; every other one is."""

    NOT_YET = "not_yet", _("Not yet answered")
    SPOKEN_TO = "spoken_to", _("The child was spoken to")
    NOT_SPOKEN_TO = "not_spoken_to", _("The child was not spoken to")
    DIED = "died", _("The child died")


class SpokenHow(models.TextChoices):
    NOT_SAID = "", _("Not yet recorded")
    ALONE = "alone", _("In person, alone")
    WITH_TRUSTED = "with_trusted", _("In person, with somebody the child trusts")
    ADVOCATE = "advocate", _("Through an advocate or interpreter")
    REMOTE = "remote", _("By telephone or video")
    WRITTEN = "written", _("In writing, pictures or play")
    OTHER = "other", _("In another way")


class VoiceWhyNot(models.TextChoices):
    """Why the child was not spoken to. Each is a full answer but the last, which needs words."""

    NOT_SAID = "", _("Not yet recorded")
    POLICE = "police", _("The police asked us not to")
    PROCEEDINGS = "proceedings", _("Other proceedings stood in the way")
    HARMFUL = "harmful", _("It would have harmed the child")
    DECLINED = "declined", _("The child did not wish to")
    REFUSED = "refused", _("Whoever holds parental responsibility did not agree")
    TOO_YOUNG = "too_young", _("Too young to be asked")
    NOT_FOUND = "not_found", _("The child could not be reached")
    OTHER = "other", _("For another reason")


class Subject(models.Model):
    """An index child, known by a pseudonym (Child A). Each child's experience counts (§6.12).

    The facts are of the time of the event. The day of birth stands with the name; here is a month
    or an age at most.
    """

    # The database makes it: rows that stand already each get their own.
    uuid = models.UUIDField(db_default=RandomUUID(), unique=True, editable=False)
    review = models.ForeignKey(Review, models.PROTECT, related_name="subjects")
    pseudonym = models.CharField(max_length=40)
    # Facts
    version = models.PositiveIntegerField(default=0)
    born_year = models.PositiveSmallIntegerField(null=True, blank=True)
    born_month = models.PositiveSmallIntegerField(null=True, blank=True)
    age_at_event = models.PositiveSmallIntegerField(null=True, blank=True)
    age_unit = models.CharField(max_length=10, choices=AgeUnit, blank=True, default="")
    sex = models.CharField(max_length=15, choices=Sex, blank=True, default="")
    gender = models.CharField(max_length=15, choices=Gender, blank=True, default="")
    ethnicity = models.CharField(max_length=20, choices=Ethnicity, blank=True, default="")
    first_language = models.CharField(max_length=10, choices=Language, blank=True, default="")
    language_other = models.CharField(max_length=60, blank=True)
    religion = models.CharField(max_length=10, choices=Religion, blank=True, default="")
    disability = models.CharField(max_length=10, choices=IS_THERE, blank=True, default="")
    disability_what = models.TextField(blank=True)
    authority = models.CharField(max_length=20, choices=Authority, blank=True, default="")
    setting = models.CharField(max_length=15, choices=Setting, blank=True, default="")
    legal_status = models.CharField(max_length=15, choices=LegalStatus, blank=True, default="")
    care_leaver = models.CharField(max_length=10, choices=IS_IT, blank=True, default="")
    lived_with = models.CharField(max_length=20, choices=LivedWith, blank=True, default="")
    lived_with_more = models.TextField(blank=True)
    homes = ArrayField(models.CharField(max_length=10, choices=Home), blank=True, default=list)
    # Only where it is another day than the case's: the event, or when the harm was identified.
    event_on = models.DateField(null=True, blank=True)
    # Voice
    voice = models.CharField(max_length=15, choices=Voice, default=Voice.NOT_YET)
    voice_why_kind = models.CharField(max_length=15, choices=VoiceWhyNot, blank=True, default="")
    voice_why = models.TextField(blank=True)
    spoken_on = models.DateField(null=True, blank=True)
    spoken_by = models.CharField(max_length=200, blank=True)
    spoken_how = models.CharField(max_length=15, choices=SpokenHow, blank=True, default="")
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
                condition=~Q(voice=Voice.NOT_SPOKEN_TO)
                | ~Q(voice_why="")
                | ~Q(voice_why_kind__in=["", VoiceWhyNot.OTHER]),
                name="reviews_subject_not_spoken_to_says_why",
            ),
            models.CheckConstraint(
                condition=Q(voice=Voice.SPOKEN_TO) | Q(spoken_on=None, spoken_by="", spoken_how=""),
                name="reviews_subject_only_who_spoke_was_spoken_to",
            ),
            models.CheckConstraint(
                condition=(Q(born_month=None) | Q(born_month__range=(1, 12)))
                & (Q(born_month=None) | Q(born_year__isnull=False)),
                name="reviews_subject_month_has_year",
            ),
            models.CheckConstraint(
                condition=Q(age_at_event=None, age_unit="")
                | (Q(age_at_event__isnull=False) & ~Q(age_unit="")),
                name="reviews_subject_age_has_unit",
            ),
            models.CheckConstraint(
                condition=Q(homes__contained_by=Home.values), name="reviews_subject_homes_known"
            ),
            models.CheckConstraint(
                condition=Q(
                    age_unit__in=AgeUnit.values,
                    sex__in=Sex.values,
                    gender__in=Gender.values,
                    ethnicity__in=Ethnicity.values,
                    first_language__in=Language.values,
                    religion__in=Religion.values,
                    disability__in=YesNoUnknown.values,
                    authority__in=Authority.values,
                    setting__in=Setting.values,
                    legal_status__in=LegalStatus.values,
                    care_leaver__in=YesNoUnknown.values,
                    lived_with__in=LivedWith.values,
                    voice_why_kind__in=VoiceWhyNot.values,
                    spoken_how__in=SpokenHow.values,
                ),
                name="reviews_subject_facts_known",
            ),
        ]

    def __str__(self) -> str:
        return self.pseudonym

    @property
    def is_answered(self) -> bool:
        """Both are said: whether the child was spoken to, and where their life is told."""
        return self.voice != Voice.NOT_YET and bool(self.lived_experience)


class Identity(models.Model):
    """Who somebody is. Every word is encrypted; every look is recorded."""

    full_name = EncryptedTextField()
    other_names = EncryptedTextField(blank=True)
    born_on = EncryptedTextField(blank=True)
    died_on = EncryptedTextField(blank=True)
    numbers = EncryptedTextField(blank=True)
    contact = EncryptedTextField(blank=True)

    class Meta:
        abstract = True


class SubjectName(Identity):
    """Who the child is, apart from everything else of the case."""

    subject = models.OneToOneField(
        Subject, models.PROTECT, primary_key=True, related_name="identity"
    )
