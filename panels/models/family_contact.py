"""The family's part in the review."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from common import clock
from reviews.models import Relative, Review
from reviews.models.choices import Kin


class Relation(models.TextChoices):
    """Who is meant, by their place in the family. A choice and no text: no name can stand here."""

    MOTHER = "mother", _("Mother")
    FATHER = "father", _("Father")
    STEP_PARENT = "step_parent", _("Step-parent or a parent's partner")
    GRANDPARENT = "grandparent", _("Grandparent")
    SIBLING = "sibling", _("Brother or sister")
    CARER = "carer", _("Foster carer or other carer")
    OTHER = "other", _("Other member of the family")


# What a recorded relative is, in the coarser words of the approach.
RELATION_OF: dict[str, Relation] = {
    Kin.MOTHER: Relation.MOTHER,
    Kin.FATHER: Relation.FATHER,
    Kin.MOTHERS_PARTNER: Relation.STEP_PARENT,
    Kin.FATHERS_PARTNER: Relation.STEP_PARENT,
    Kin.FORMER_PARTNER: Relation.STEP_PARENT,
    Kin.STEP_PARENT: Relation.STEP_PARENT,
    Kin.ADOPTIVE_PARENT: Relation.CARER,
    Kin.FOSTER_CARER: Relation.CARER,
    Kin.KINSHIP_CARER: Relation.CARER,
    Kin.OTHER_CARER: Relation.CARER,
    Kin.SIBLING: Relation.SIBLING,
    Kin.HALF_SIBLING: Relation.SIBLING,
    Kin.STEP_SIBLING: Relation.SIBLING,
    Kin.GRANDPARENT: Relation.GRANDPARENT,
}


class Channel(models.TextChoices):
    """How the family was approached."""

    NOT_SAID = "", _("Not recorded")
    VISIT = "visit", _("Visit")
    TELEPHONE = "telephone", _("Telephone")
    LETTER = "letter", _("Letter")
    EMAIL = "email", _("E-mail")
    THROUGH = "through", _("Through a professional whom they know")
    SOLICITOR = "solicitor", _("Through a solicitor")
    OTHER = "other", _("Another way")


class Method(models.TextChoices):
    """How they took part."""

    NOT_SAID = "", _("Not recorded")
    MEETING = "meeting", _("Meeting")
    HOME_VISIT = "home_visit", _("Visit at home")
    TELEPHONE = "telephone", _("Telephone")
    VIDEO = "video", _("Video call")
    WRITING = "writing", _("In writing")
    ADVOCATE = "advocate", _("Through an advocate or interpreter")
    PRISON = "prison", _("Visit in prison or hospital")
    OTHER = "other", _("Another way")


class WhyNot(models.TextChoices):
    """Why somebody was not asked. Each is a full answer but the last, which needs words."""

    NOT_SAID = "", _("Not recorded")
    POLICE = "police", _("The police asked us not to")
    PROCEEDINGS = "proceedings", _("Other proceedings stand in the way")
    UNSAFE = "unsafe", _("It would put somebody at risk")
    NOT_FOUND = "not_found", _("They could not be found")
    NO_CONTACT = "no_contact", _("They asked not to be contacted")
    NO_PART = "no_part", _("They had no part in the child's life")
    TOO_YOUNG = "too_young", _("Too young to be asked")
    DIED = "died", _("They died")
    LATER = "later", _("It is planned for later")
    OTHER = "other", _("For another reason")


class Feedback(models.TextChoices):
    """How they wish to hear what came of the review."""

    NOT_SAID = "", _("Not recorded")
    VISIT = "visit", _("Visit")
    TELEPHONE = "telephone", _("Telephone")
    LETTER = "letter", _("Letter")
    EMAIL = "email", _("E-mail")
    THROUGH = "through", _("Through a professional whom they know")


class Outcome(models.TextChoices):
    """What came of the approach; blank where nobody was approached."""

    AWAITED = "awaited", _("Answer awaited")
    CONTRIBUTED = "contributed", _("Contributed")
    DECLINED = "declined", _("Declined")
    NO_ANSWER = "no_answer", _("Did not answer")
    ASK_LATER = "ask_later", _("Wish to be asked again later")


class FamilyContact(models.Model):
    """Whether a member of the family was asked to take part, why not, and what they said."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    review = models.ForeignKey(Review, models.PROTECT, related_name="+")
    version = models.PositiveIntegerField(default=1)
    relative = models.ForeignKey(Relative, models.PROTECT, null=True, blank=True, related_name="+")
    relation = models.CharField(_("who"), max_length=15, choices=Relation)
    approached = models.BooleanField(_("approached"))
    approached_on = models.DateField(_("approached on"), null=True, blank=True)
    approached_by = models.CharField(_("approached by"), max_length=200, blank=True)
    channel = models.CharField(
        _("how approached"), max_length=10, choices=Channel, blank=True, default=""
    )
    why_not_kind = models.CharField(
        _("kind of reason"), max_length=15, choices=WhyNot, blank=True, default=""
    )
    why_not = models.TextField(_("why not"), blank=True)
    outcome = models.CharField(_("outcome"), max_length=15, choices=Outcome, blank=True)
    message = models.TextField(_("message for the learning event"), blank=True)
    method = models.CharField(
        _("how they took part"), max_length=15, choices=Method, blank=True, default=""
    )
    took_part_on = models.DateField(_("took part on"), null=True, blank=True)
    wants_feedback = models.BooleanField(_("wants to be told the outcome"), default=False)
    feedback_how = models.CharField(
        _("how they wish to hear"), max_length=10, choices=Feedback, blank=True, default=""
    )
    feedback_on = models.DateField(_("feedback given on"), null=True, blank=True)
    recorded_on = models.DateField(_("recorded for"))
    recorded_at = models.DateTimeField(_("recorded at"), default=clock.now)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("member of the family")
        verbose_name_plural = _("members of the family")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(relation__in=Relation.values), name="panels_family_relation_known"
            ),
            models.CheckConstraint(
                condition=Q(
                    approached=True,
                    approached_on__isnull=False,
                    outcome__in=Outcome.values,
                    why_not="",
                    why_not_kind="",
                )
                | (
                    Q(approached=False, approached_on=None, outcome="")
                    & (~Q(why_not="") | ~Q(why_not_kind__in=["", WhyNot.OTHER]))
                ),
                name="panels_family_approached_or_says_why_not",
            ),
            models.CheckConstraint(
                condition=Q(
                    channel__in=Channel.values,
                    method__in=Method.values,
                    why_not_kind__in=WhyNot.values,
                    feedback_how__in=Feedback.values,
                ),
                name="panels_family_choices_known",
            ),
            models.CheckConstraint(
                condition=Q(outcome=Outcome.CONTRIBUTED) | Q(method="", took_part_on=None),
                name="panels_family_only_who_contributed_took_part",
            ),
            models.UniqueConstraint(fields=["relative"], name="panels_family_one_entry_a_relative"),
        ]

    @property
    def who(self) -> str:
        """The relative's pseudonym, or their place in the family where no relative is recorded."""
        return self.relative.pseudonym if self.relative else str(self.get_relation_display())

    @property
    def is_answered(self) -> bool:
        """Nothing is awaited of this person."""
        return self.outcome != Outcome.AWAITED
