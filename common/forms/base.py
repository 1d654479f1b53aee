"""What all forms have in common: plain words for what is missing, questions that open with a
choice, the guidance beside a question, and their answers to be checked before signing."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any, ClassVar, NamedTuple

from django import forms
from django.core.exceptions import ValidationError
from django.forms.boundfield import BoundField
from django.utils import formats
from django.utils.functional import Promise
from django.utils.translation import gettext, gettext_lazy

from common.answers import TICKED
from common.forms.kept import LEFT, kept_value

NOTHING_CHOSEN = "---------"  # what Django shows, which says nothing
_DJANGOS_REQUIRED = forms.Field.default_error_messages["required"]


class Guidance(NamedTuple):
    """What the guidance says about a question, folded under it, with its paragraph."""

    text: str | Promise
    paragraph: str | Promise


class Answer(NamedTuple):
    """One line of a page on which answers are checked."""

    name: str
    label: str
    shown: str
    lines: bool


class Shared(NamedTuple):
    """A field that several choices open, and whether one of them is chosen now."""

    field: BoundField
    is_open: bool


class Asking(forms.BaseForm):
    """Mixed into Form and ModelForm.

    `reveals` says which questions open with which choice:

        reveals = {"kind": {"amended": ["amendments"], "disagreed": ["reasons", "proposal"]}}

    A revealed field that is declared required is needed when its choice is made, and only then;
    what was answered under a choice that was not made is not kept. Without scripts all are open,
    so their labels say what they belong to. A `clean` of your own calls `super().clean()`.
    `sometimes_needed` names fields that another answer makes needed: their hints say when.
    `printed_apart` names fields that the page prints somewhere of its own.
    """

    reveals: Mapping[str, Mapping[str, Sequence[str]]] = {}
    sometimes_needed: Collection[str] = ()
    printed_apart: Collection[str] = ()
    guidance: ClassVar[Mapping[str, Guidance]] = {}
    in_address: ClassVar[bool] = False  # it is asked by GET: what is typed stands in the address
    choice_hints: Mapping[str, Mapping[str, str | Promise]] = {}

    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.needed_when_revealed: set[str] = set()
        for name, field in self.fields.items():
            if field.error_messages.get("required") == _DJANGOS_REQUIRED:
                field.error_messages["required"] = (
                    gettext_lazy("Choose one of these.")
                    if isinstance(field, forms.ChoiceField)
                    else gettext_lazy("This is needed.")
                )
            if isinstance(field, forms.ModelChoiceField) and field.empty_label == NOTHING_CHOSEN:
                field.empty_label = gettext_lazy("Choose")
            if name in self.revealed and field.required:
                field.required = False
                self.needed_when_revealed.add(name)

    def get_initial_for_field(self, field: forms.Field, field_name: str) -> Any:
        kept = kept_value(self, field, field_name)
        return super().get_initial_for_field(field, field_name) if kept is LEFT else kept

    @property
    def revealed(self) -> set[str]:
        """Names of the questions that open with a choice."""
        return {
            name
            for question, choices in self.reveals.items()
            for value in choices
            for name in self._opened_by(question, value)
        }

    def _opened_by(self, question: str, value: str) -> list[str]:
        """The names this form still has: a question may be left out where it has no place."""
        if question not in self.fields:
            return []
        names = self.reveals.get(question, {}).get(value, ())
        return [name for name in names if name in self.fields]

    def standing_fields(self) -> list[BoundField]:
        """The fields a page lists: all visible ones but those that a choice opens."""
        return [field for field in self.visible_fields() if field.name not in self.revealed]

    def revealed_by(self, name: str, value: str) -> list[BoundField]:
        """The fields that open with `value` alone, to be printed under it."""
        shared = set(self._shared(name))
        apart = {*shared, *self.printed_apart}
        return [self[each] for each in self._opened_by(name, value) if each not in apart]

    def revealed_by_several(self, name: str) -> list[Shared]:
        """The fields that open with more than one choice of the question `name`: printed once,
        after the choices, because of two fields with one name only the last counts."""
        return [
            Shared(self[each], bool(values & _chosen(self[name])))
            for each, values in self._shared(name).items()
            if each not in self.printed_apart
        ]

    def _shared(self, name: str) -> dict[str, set[str]]:
        """Each field that several choices open, with these choices."""
        opening: dict[str, set[str]] = {}
        for value in self.reveals.get(name, {}):
            for each in self._opened_by(name, value):
                opening.setdefault(each, set()).add(str(value))
        return {each: values for each, values in opening.items() if len(values) > 1}

    def parts_opened(self, name: str, value: str) -> list[str]:
        """The ids of the parts of the page that open with a choice (templates/django/forms)."""
        shared = [each for each, values in self._shared(name).items() if value in values]
        parts = [f"conditional-{self[each].auto_id}" for each in shared]
        if self.revealed_by(name, value):
            parts.append(f"conditional-{self[name].auto_id}-{value}")
        return parts

    def clean(self) -> dict[str, Any]:
        """Ask for what the choice made needed; forget what belongs to another."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        for question, choices in self.reveals.items():
            chosen = cleaned.get(question)
            made = {str(each) for each in chosen} if isinstance(chosen, list) else {str(chosen)}
            wanted = {name for value in made for name in self._opened_by(question, value)}
            for name in {name for value in choices for name in self._opened_by(question, value)}:
                if name not in wanted:
                    self.errors.pop(name, None)
                    cleaned[name] = self._nothing(name)
                elif self._is_lacking(name, cleaned):
                    required = self.fields[name].error_messages["required"]
                    self.add_error(name, ValidationError(required, code="required"))
        return cleaned

    def _is_lacking(self, name: str, cleaned: dict[str, Any]) -> bool:
        asked = name in self.needed_when_revealed and name not in self.errors
        return asked and cleaned.get(name) in (None, "", [])

    def _nothing(self, name: str) -> Any:
        """What the field says where nothing was answered; several choices are an empty list."""
        field = self.fields[name]
        if isinstance(field, forms.ModelMultipleChoiceField):
            return field.queryset.none() if field.queryset is not None else []
        if isinstance(field, forms.MultipleChoiceField):
            return []
        return getattr(field, "empty_value", None)

    def answers(self) -> list[Answer]:
        """What a valid form was answered, in its order, as a person reads it."""
        return [
            Answer(
                name=field.name,
                label=str(field.label),
                shown=(shown := _shown(field, self.cleaned_data.get(field.name))),
                lines="\n" in shown,
            )
            for field in self.visible_fields()
            if field.name not in self.revealed or self.cleaned_data.get(field.name)
        ]


def _chosen(field: BoundField) -> set[str]:
    value = field.value()
    return {str(each) for each in (value if isinstance(value, list | tuple) else [value])}


def _shown(field: BoundField, value: Any) -> str:
    if isinstance(value, bool):
        return str(TICKED.yes if value else TICKED.no)
    if value in (None, "", []):
        return gettext("Not answered")
    if isinstance(field.field, forms.ModelMultipleChoiceField):
        return "\n".join(str(each) for each in value)
    if isinstance(field.field, forms.ChoiceField) and not hasattr(field.field, "queryset"):
        labels = {str(key): str(label) for key, label in _flat(field.field.choices)}
        chosen = value if isinstance(value, list) else [value]
        return "\n".join(labels.get(str(each), str(each)) for each in chosen)
    if hasattr(value, "isoformat") and not hasattr(value, "hour"):
        return str(formats.date_format(value, "j F Y"))
    return str(value)


def _flat(choices: Any) -> list[tuple[Any, Any]]:
    pairs: list[tuple[Any, Any]] = []
    for key, label in choices:
        pairs.extend(label if isinstance(label, (list, tuple)) else [(key, label)])
    return pairs


class Form(Asking, forms.Form):
    """The base of every form that is not of one model."""


class ModelForm(Asking, forms.ModelForm):  # type: ignore[type-arg]  # each form names its model
    """The base of every form of one model."""


__all__ = ["Answer", "Form", "Guidance", "ModelForm"]
