"""The form of the family's part."""

from typing import Any

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from common import clock
from common.answers import NO, WAS_DONE, YES
from common.forms import DateField, PlainTextField
from panels.models import Channel, FamilyContact, Feedback, Method, Outcome, Relation, WhyNot
from reviews.models import Relative
from reviews.versions import VersionedForm


class FamilyForm(VersionedForm):
    """One member of the family. It carries the version of the row that it changes."""

    relative = forms.ModelChoiceField(
        label=_("Person"),
        help_text=_("Those recorded with the children, by pseudonym."),
        queryset=Relative.objects.none(),
        empty_label=_("Somebody who is not recorded there"),
        required=False,
    )
    relation = forms.ChoiceField(
        label=_("Who"),
        help_text=_("Needed where no person is chosen above. Names are not recorded here."),
        choices=Relation,
        widget=forms.RadioSelect,
        required=False,
    )
    approached = forms.ChoiceField(
        label=_("Were they asked to take part?"),
        choices=WAS_DONE.choices(),
        widget=forms.RadioSelect,
    )
    approached_on = DateField(label=_("Approached on"), latest=clock.today)
    approached_by = PlainTextField(
        label=_("Approached by whom"),
        help_text=_("The professional and their post."),
        max_length=200,
        required=False,
    )
    channel = forms.ChoiceField(
        label=_("How they were approached"), choices=Channel, required=False
    )
    outcome = forms.ChoiceField(label=_("Outcome"), choices=Outcome, widget=forms.RadioSelect)
    method = forms.ChoiceField(
        label=_("How they took part"),
        help_text=_("If they contributed."),
        choices=Method,
        required=False,
    )
    took_part_on = DateField(
        label=_("Took part on"),
        help_text=_("If they contributed."),
        latest=clock.today,
        required=False,
    )
    why_not_kind = forms.ChoiceField(
        label=_("Why they were not asked"),
        help_text=_("You can answer “The police asked us not to”."),
        choices=[each for each in WhyNot.choices if each[0]],
        widget=forms.RadioSelect,
    )
    why_not = PlainTextField(
        label=_("More about why not"),
        help_text=_("Needed for another reason. Pseudonyms only."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
        required=False,
    )
    message = PlainTextField(
        label=_("Their message for the learning event"),
        help_text=_("In their own words where possible, without names."),
        widget=forms.Textarea(attrs={"rows": 5}),
        max_length=10000,
        required=False,
    )
    wants_feedback = forms.BooleanField(
        label=_("They want to be told the outcome of the review"), required=False
    )
    feedback_how = forms.ChoiceField(
        label=_("How they wish to hear"),
        help_text=_("If they wish to hear."),
        choices=Feedback,
        required=False,
    )
    feedback_on = DateField(label=_("Feedback given on"), latest=clock.today, required=False)
    reveals = {
        "approached": {
            YES: ["approached_on", "approached_by", "channel", "outcome", "method", "took_part_on"],
            NO: ["why_not_kind", "why_not"],
        }
    }

    texts = ("message", "why_not")
    sometimes_needed = ("relation", "why_not")

    def __init__(
        self, *args: Any, contact: FamilyContact | None = None, relative: str = "", **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].label = _("Date of this entry")
        recorded = FamilyContact.objects.filter(review=self.review, relative__isnull=False)
        if contact is not None:
            recorded = recorded.exclude(pk=contact.pk)
        else:
            self.proposed = ("relative",)
        free = Relative.objects.filter(review=self.review, withdrawn_at=None)
        # One withdrawn since may be in the entry: the entry goes on naming them.
        own = contact.relative_id if contact else None
        chooser = self.fields["relative"]
        assert isinstance(chooser, forms.ModelChoiceField)
        chooser.queryset = Relative.objects.filter(review=self.review).filter(
            Q(pk__in=free.exclude(pk__in=recorded.values("relative")).values("pk")) | Q(pk=own)
        )
        if not chooser.queryset.exists():
            del self.fields["relative"]
            self.fields["relation"].help_text = _(
                "Choose their place in the family. Do not record names here."
            )
        elif relative:
            chooser.initial = next(
                (each for each in chooser.queryset if str(each.uuid) == relative), None
            )

    def clean(self) -> dict[str, Any]:
        facts = super().clean()
        nobody = not facts.get("relative") and not facts.get("relation")
        if nobody and not {"relative", "relation"} & set(self.errors):
            self.add_error("relation", _("Say who this is."))
        if facts.get("why_not_kind") == WhyNot.OTHER and not facts.get("why_not"):
            self.add_error("why_not", _("Say why they were not asked."))
        asked, took_part = facts.get("approached_on"), facts.get("took_part_on")
        if asked and took_part and took_part < asked:
            self.add_error("took_part_on", _("This is before they were approached."))
        return facts

    def facts(self) -> dict[str, Any]:
        facts = super().facts()
        return facts | {"approached": facts["approached"] == YES}
