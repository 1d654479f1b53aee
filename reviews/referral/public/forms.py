"""What a professional without an account is asked: first only where to write to, then the case."""

from typing import Any, Self

from django import forms
from django.forms.utils import ErrorDict
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext_lazy as _

from boards.models import Board, Language
from common import clock
from common.answers import YOU_ARE
from common.forms import Answer, DateField, PlainTextField
from common.forms import Form as OurForm
from common.uploads.field import UploadField
from reviews.referral.fields import CaseFields, EmailField, lines
from reviews.referral.public import household
from reviews.referral.public.answers import as_list
from reviews.referral.public.boxes import BOXES


class StartForm(OurForm):
    """To which board, and where the link is sent."""

    board = forms.ModelChoiceField(
        label=_("The safeguarding board of the area where the child lives or lived"),
        queryset=Board.objects.none(),
        empty_label=_("Choose the board"),
    )
    email = EmailField(
        label=_("Your work e-mail address"),
        help_text=_("We send you a link. It opens the form, and brings you back to it later."),
    )
    language = forms.ChoiceField(
        label=_("Which language should we use when we write to you?"),
        choices=[
            (Language.WELSH, _("In Welsh")),
            (Language.ENGLISH, _("In English")),
            (Language.UNKNOWN, _("Messages in both languages")),
        ],
        widget=forms.RadioSelect,
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["board"].queryset = Board.objects.all()  # type: ignore[attr-defined]


class SendForm(CaseFields):
    """The referral. What a board cannot do without is needed to send it; saving needs nothing."""

    referrer = PlainTextField(label=_("Your name"), max_length=200)
    referrer_role = PlainTextField(label=_("Your role"), max_length=120)
    referrer_agency = PlainTextField(label=_("Your agency"), max_length=160)
    referrer_telephone = PlainTextField(label=_("Your telephone"), max_length=40, required=False)
    referrer_on_board = forms.ChoiceField(
        label=_("Are you a member of the Board?"),
        choices=YOU_ARE.choices(),
        widget=forms.RadioSelect,
        required=False,
    )
    child_name = PlainTextField(
        label=_("The child's full name"),
        help_text=_("Only here. It is kept apart and encrypted."),
        max_length=120,
        required=False,
    )
    born_on = DateField(label=_("The child's date of birth"), required=False, latest=clock.today)
    other_children_number = forms.IntegerField(
        label=_("Number of other children in the household, if it is known"),
        min_value=0,
        max_value=30,
        required=False,
    )
    other_children = PlainTextField(
        label=_("What else is known of the other children"),
        help_text=_("Encrypted and stored separately, like their names."),
        widget=lines(2),
        max_length=2000,
        required=False,
    )
    sentence = PlainTextField(
        label=_("What it is about, in a sentence"),
        help_text=_("Here and below write no names: say “the child”, “the mother”."),
        widget=lines(3),
        max_length=2000,
    )
    safeguarding = PlainTextField(
        label=_("What was done at once to keep children safe"),
        widget=lines(3),
        max_length=4000,
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = household.questions(household.shown(self.data))
        self.fields.update(rows)
        self.last_of_household = list(rows)[-1]
        self.order_fields(
            [
                *("referrer", "referrer_role", "referrer_agency", "referrer_telephone"),
                *("referrer_on_board", "child_name", "born_on", "other_children_number"),
                *(*rows, "other_children", "sentence", "harm", "event_on", "identified_on"),
                *("abuse", "circumstances", "why_criteria", "safeguarding", "agencies_known"),
                "proceedings_known",
            ]
        )

    def unchecked(self) -> Self:
        """As it was left, to be gone on with: nothing is found fault with before it is sent."""
        self._errors = ErrorDict()
        return self


class FileForm(OurForm):
    """A file, beside the referral and in the same post: it is kept whatever else is amiss."""

    upload = UploadField(
        label=_("Add a file"),
        help_text=_(
            "A PDF, DOCX, XLSX, EML, MSG, JPEG or PNG file. Only the board to which you send the"
            " referral can open it."
        ),
        required=False,
    )
    upload_title = PlainTextField(
        label=_("Description of the file"),
        help_text=_(
            "For example, “Letter from the hospital”. We do not keep the name of the file."
        ),
        max_length=120,
        required=False,
    )


QUESTIONS: dict[str, forms.Field] = {
    **SendForm.base_fields,
    **household.questions(household.MOST),
}


def typed_answers(data: Any) -> dict[str, Any]:
    """What was typed, right or wrong, to be kept: the form's own questions and nothing else."""
    kept: dict[str, Any] = {}
    for name, field in QUESTIONS.items():
        if isinstance(field, DateField):
            boxes = {f"{name}_{box}": data.get(f"{name}_{box}", "") for box in BOXES}
            kept |= {box: value for box, value in boxes.items() if value}
        elif isinstance(field, forms.MultipleChoiceField):
            kept[name] = data.getlist(name)
        elif value := data.get(name, ""):
            kept[name] = value
    return kept


def as_written(answers: dict[str, Any]) -> list[Answer]:
    """What was sent, question by question; as typed where the form now asks otherwise."""
    form = SendForm(as_posted(answers))
    if form.is_valid():
        empty = household.left_empty(answers)
        return [each for each in form.answers() if each.name not in empty]
    lines_of = [
        (name, field.label, " ".join(as_list(answers.get(name)) or _boxes(answers, name)))
        for name, field in QUESTIONS.items()
    ]
    return [Answer(name, str(label), text, "\n" in text) for name, label, text in lines_of if text]


def _boxes(answers: dict[str, Any], name: str) -> list[str]:
    return [str(answers[f"{name}_{box}"]) for box in BOXES if f"{name}_{box}" in answers]


def as_posted(answers: dict[str, Any]) -> MultiValueDict[str, Any]:
    """Kept answers as the post they came in."""
    return MultiValueDict(
        {name: value if isinstance(value, list) else [value] for name, value in answers.items()}
    )
