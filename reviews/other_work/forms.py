"""Forms about the board's other work."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from boards.models import Board, Person
from common import clock
from common.forms import DateField, Form, ModelForm, PlainTextField
from reviews.models import Forum, OtherWork, Review, WorkKind, WorkStage
from reviews.other_work.reading import cases_for, followed_cases


class CaseChoice(forms.ModelChoiceField):  # type: ignore[type-arg]  # generic to mypy alone
    """A case by its reference."""

    def label_from_instance(self, obj: Any) -> str:
        return str(obj.reference)


class ChangeWorkForm(Form):
    """How it stands and what comes next."""

    stage = forms.ChoiceField(label=_("Stage"), choices=WorkStage, widget=forms.RadioSelect)
    ended_on = DateField(label=_("Ended on"), required=False, latest=clock.today)
    became = CaseChoice(
        label=_("The case it became"),
        help_text=_("Log the referral first; it then stands here to be chosen."),
        queryset=Review.objects.none(),
        required=False,
    )
    next_what = PlainTextField(
        label=_("What comes next"),
        help_text=_("A word or two. No names of children or family."),
        max_length=120,
        required=False,
    )
    next_on = DateField(label=_("When"), required=False)
    lead = forms.ModelChoiceField(
        label=_("Who leads it"), queryset=Person.objects.none(), required=False
    )
    note = PlainTextField(
        label=_("Note"),
        help_text=_("Pseudonyms only."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
        required=False,
    )

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(self, *args: Any, board: Board, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._offer("lead", Person.objects.of_board(board, clock.today()))
        self._offer("became", cases_for(user, board))

    def _offer(self, name: str, rows: QuerySet[Any]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = rows


class AddWorkForm(ChangeWorkForm):
    """What it is, beside how it stands."""

    kind = forms.ChoiceField(label=_("What it is"), choices=WorkKind, widget=forms.RadioSelect)
    reference = PlainTextField(
        label=_("Reference"),
        help_text=_("As your board writes it. No name of a child or an adult."),
        max_length=60,
    )
    began_on = DateField(label=_("Began on"), latest=clock.today)
    review = CaseChoice(
        label=_("The case from whose decision it follows"),
        queryset=Review.objects.none(),
        required=False,
    )
    field_order = ["kind", "reference", "review", "began_on"]

    def __init__(self, *args: Any, board: Board, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, board=board, user=user, **kwargs)
        del self.fields["version"]
        self._offer("review", followed_cases(user, board))
        self.fields["stage"].initial = WorkStage.PLANNED


SMALL = {"rows": 3}
TEXTS = (
    *("topic", "consent", "attendance", "learning", "actions", "dissemination", "evaluation"),
    *("first_facilitator", "first_discipline", "second_facilitator", "second_discipline"),
    "observer",
)


class ForumForm(ModelForm):
    """The record of a forum, as the guidance on forums wants it."""

    held_on = DateField(label=_("Held on"), required=False, latest=clock.today)
    chronology_on = DateField(label=_("Chronology received on"), required=False)
    history_on = DateField(label=_("Social history received on"), required=False)

    class Meta:
        model = Forum
        exclude = ("work",)  # every other field stands on the form
        labels = {
            "source": _("Where it came from"),
            "purpose": _("What it is for"),
            "topic": _("Topic"),
            "consent": _("Consent of parent or carer, where your board asks for it"),
            "first_facilitator": _("First facilitator"),
            "first_discipline": _("Discipline of the first"),
            "second_facilitator": _("Second facilitator"),
            "second_discipline": _("Discipline of the second"),
            "facilitators_uninvolved": _("Neither facilitator had a part in the case"),
            "observer": _("Observer"),
            "attendance": _("Who came, by agency"),
            "learning": _("What was learnt"),
            "actions": _("Actions that follow"),
            "dissemination": _("How it was shared, with whom and when"),
            "evaluation": _("What those who came thought of it"),
        }
        help_texts = {
            "topic": _("Pseudonyms only."),
            "second_discipline": _("Another than the first."),
            "learning": _("Pseudonyms only. A concern about a worker goes to the agency."),
        }
        field_classes = dict.fromkeys(TEXTS, PlainTextField)
        widgets = {
            "source": forms.RadioSelect,
            "purpose": forms.RadioSelect,
            **{
                name: forms.Textarea(attrs=SMALL)
                for name in (
                    *("topic", "consent", "attendance", "learning", "actions"),
                    *("dissemination", "evaluation"),
                )
            },
        }

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        first, second = given.get("first_discipline"), given.get("second_discipline")
        if first and second and first.casefold() == second.casefold():
            self.add_error("second_discipline", _("The two come from different disciplines."))
        return given

    def facts(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in self.fields}


def initial_of(work: OtherWork) -> dict[str, Any]:
    """What a form that changes it opens with."""
    return {name: getattr(work, name) for name in ChangeWorkForm.base_fields}
