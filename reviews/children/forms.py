"""Forms about the children of a review."""

from typing import Any

from django import forms
from django.utils.dates import MONTHS
from django.utils.translation import gettext_lazy as _

from common import clock
from common.forms import DateField, PlainTextField
from reviews.children.matching import parts_of
from reviews.forms import DeedForm
from reviews.models import SpokenHow, Subject, Voice, VoiceWhyNot
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
)
from reviews.versions import VersionedForm

PSEUDONYMS_ONLY = _("Pseudonyms only.")
OLDEST = 30  # years before the year in which it is typed


def next_pseudonym(taken: list[str]) -> str:
    """Child A, Child B … the first that is free."""
    for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ":
        if f"Child {letter}" not in taken:
            return f"Child {letter}"
    return ""


class AddChildForm(DeedForm):
    """A pseudonym for everybody, and a name for the few who may see it."""

    pseudonym = PlainTextField(
        label=_("Pseudonym"),
        help_text=_("The name we use for the child everywhere in the case, such as Child A."),
        max_length=40,
    )
    full_name = PlainTextField(
        label=_("Full name"),
        help_text=_(
            "This is encrypted and stored separately. We record each time somebody looks at it."
        ),
        max_length=120,
        required=False,
    )
    born_on = PlainTextField(label=_("Date of birth"), max_length=40, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.taken = list(self.review.subjects.values_list("pseudonym", flat=True))
        self.fields["pseudonym"].initial = next_pseudonym(self.taken)

    def clean_pseudonym(self) -> str:
        pseudonym = str(self.cleaned_data["pseudonym"])
        if pseudonym.casefold() in (taken.casefold() for taken in self.taken):
            raise forms.ValidationError(_("Another child of this review has this pseudonym."))
        return pseudonym

    def clean(self) -> dict[str, Any]:
        facts = super().clean()
        pseudonym, name = facts.get("pseudonym"), facts.get("full_name")
        if pseudonym and name and holds_name(pseudonym, name):
            self.add_error("pseudonym", NAME_IN_PSEUDONYM)
        return facts


NAME_IN_PSEUDONYM = _("A pseudonym must not hold any part of the name.")


SAYS_NOTHING = {
    *("child", "baby", "infant", "twin", "sibling", "brother", "sister", "young", "person"),
    *("mother", "father", "parent", "grandmother", "grandfather", "aunt", "uncle", "cousin"),
    *("plentyn", "babi", "efaill", "brawd", "chwaer", "mam", "tad", "mamgu", "nain", "tadcu"),
    *("taid", "modryb", "ewythr", "cefnder", "cyfnither", "person", "ifanc"),
}


def holds_name(pseudonym: str, name: str) -> bool:
    """Whether a pseudonym gives the name away. A single letter and what anybody is called say
    nothing, though somebody bears them: Child A is no part of Efa A Morgan-Pugh."""
    telling = {part for part in parts_of(pseudonym) if len(part) > 1 and part not in SAYS_NOTHING}
    return bool(telling & parts_of(name))


def one_of(label: Any, choices: Any, **more: Any) -> forms.ChoiceField:
    """A fact with its offered answers; the first is that it is not recorded yet."""
    return forms.ChoiceField(label=label, choices=choices, required=False, **more)


class FactsForm(VersionedForm):
    """What is known of one child at the event. Nothing is needed here at once."""

    born_month = forms.TypedChoiceField(
        label=_("Month of birth"),
        choices=[("", _("Not yet recorded")), *MONTHS.items()],
        coerce=int,
        empty_value=None,
        required=False,
    )
    born_year = forms.IntegerField(
        label=_("Year of birth"),
        help_text=_("The exact day stands with the name, apart. Here month and year at most."),
        required=False,
    )
    event_on = DateField(
        label=_("Date of the event for this child, if different"),
        help_text=_(
            "Only where children were harmed on different days. For an impairment: the day on which"
            " it was identified. The six months of this child are counted back from it."
        ),
        latest=clock.today,
        required=False,
    )
    age_at_event = forms.IntegerField(
        label=_("Age at the event"), min_value=0, max_value=999, required=False
    )
    age_unit = one_of(_("The age is in"), AgeUnit)
    sex = one_of(_("Sex"), Sex)
    gender = one_of(_("Gender, as the child describes it"), Gender)
    ethnicity = one_of(_("Ethnic group"), Ethnicity)
    first_language = one_of(_("First language"), Language)
    language_other = PlainTextField(label=_("Which other language"), max_length=60, required=False)
    religion = one_of(_("Religion"), Religion)
    disability = one_of(_("Disability"), IS_THERE)
    disability_what = PlainTextField(
        label=_("What the disability is"),
        help_text=PSEUDONYMS_ONLY,
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=1000,
        required=False,
    )
    authority = one_of(
        _("Local authority of normal residence"),
        Authority,
        help_text=_("The board of this area leads (§5.3)."),
    )
    setting = one_of(_("Kind of school or setting"), Setting)
    legal_status = one_of(_("Legal status before the event"), LegalStatus)
    care_leaver = one_of(
        _("Care leaver"),
        IS_IT,
        help_text=_("Was looked after, and left care before turning 18."),
    )
    lived_with = one_of(_("With whom the child lived at the event"), LivedWith)
    lived_with_more = PlainTextField(
        label=_("More about where the child lived"),
        help_text=PSEUDONYMS_ONLY,
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=1000,
        required=False,
    )
    homes = forms.MultipleChoiceField(
        label=_("In which home the child lived at the event"),
        help_text=_("Who has the same number lived together. Two, if the child moved between."),
        choices=Home,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    texts = ("language_other", "disability_what", "lived_with_more")

    def clean_born_year(self) -> int | None:
        year: int | None = self.cleaned_data["born_year"]
        last = clock.today().year + 1
        if year is not None and not last - 1 - OLDEST <= year <= last:
            raise forms.ValidationError(_("Check the year of birth: four digits, such as 2019."))
        return year

    def clean(self) -> dict[str, Any]:
        facts = super().clean()
        if (
            facts.get("born_month")
            and not facts.get("born_year")
            and "born_year" not in self.errors
        ):
            self.add_error("born_year", _("Give the year as well."))
        age, unit = facts.get("age_at_event"), facts.get("age_unit")
        if age is not None and not unit:
            self.add_error("age_unit", _("Say whether the age is in years, months, weeks or days."))
        if unit and age is None and "age_at_event" not in self.errors:
            self.add_error("age_at_event", _("Give the age as a number."))
        return facts


class VoiceForm(DeedForm):
    """Whether the child was spoken to, or why not: every answer but "not yet" will do."""

    child = forms.ModelChoiceField(
        label=_("Child"), queryset=Subject.objects.none(), empty_label=None
    )
    voice = forms.ChoiceField(
        label=_("The child's voice"),
        choices=[(v.value, v.label) for v in Voice if v != Voice.NOT_YET],
        widget=forms.RadioSelect,
    )
    spoken_on = DateField(label=_("Spoken to on"), latest=clock.today, required=False)
    spoken_by = PlainTextField(
        label=_("Spoken to by whom"),
        help_text=_("The professional and their post."),
        max_length=200,
        required=False,
    )
    spoken_how = one_of(_("How the child was spoken to"), SpokenHow)
    voice_why_kind = forms.ChoiceField(
        label=_("Why the child was not spoken to"),
        help_text=_("You can answer “The police asked us not to”."),
        choices=[each for each in VoiceWhyNot.choices if each[0]],
        widget=forms.RadioSelect,
    )
    voice_why = PlainTextField(
        label=_("More about why not"),
        help_text=_("Needed for another reason. Pseudonyms only."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
        required=False,
    )
    lived_experience = PlainTextField(
        label=_("Where the child's lived experience appears in the report"),
        help_text=_("Also for a child who died. The Board asks for it before it accepts."),
        widget=forms.Textarea(attrs={"rows": 2}),
        required=False,
        max_length=2000,
    )

    sometimes_needed = ("voice_why",)
    reveals = {
        "voice": {
            Voice.SPOKEN_TO.value: ["spoken_on", "spoken_by", "spoken_how"],
            Voice.NOT_SPOKEN_TO.value: ["voice_why_kind", "voice_why"],
        }
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["child"].queryset = self.review.subjects.all()  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        facts = super().clean()
        if facts.get("voice_why_kind") == VoiceWhyNot.OTHER and not facts.get("voice_why"):
            self.add_error("voice_why", _("Say why the child was not spoken to."))
        return facts
