"""The form of the recommendation: drafted, signed, and completed later."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from boards.models import Holding, Office, Person
from common import clock
from common.deeds import Sentence
from common.forms import DateField
from reviews.criteria.forms import SUGGEST
from reviews.criteria.suggestion import suggested
from reviews.forms import OF_THE_DEED, DeedForm
from reviews.models import Recommendation, Review
from reviews.people.forms import board_agencies
from reviews.recommendation.boxes import SECTIONS, Section
from reviews.recommendation.facts import Involved, Sitting
from reviews.recommendation.fields import MoneyField, MonthField
from reviews.recommendation.questions import IF_KNOWN, Questions, line, text

OTHER = "other"
OTHERS = (1, 2, 3)
SITTING = [Office.SUBGROUP_CHAIR, Office.SUBGROUP_MEMBER, Office.COORDINATOR]
ABOUT_MEETING = ("sitting_on", "sitting_mode", "present", "others_present", "apologies")


@dataclass(frozen=True)
class Part:
    """One section of the page with the questions that stand in it."""

    section: Section
    fields: list[BoundField]


class BoxesForm(Questions):
    """The form with the board's agencies and the people of its sub-group in it."""

    def __init__(self, *args: Any, review: Review, **kwargs: Any) -> None:
        self.board_agencies = {str(a.pk): a for a in board_agencies(review)}
        self.sitting = {str(p.pk): p for p in subgroup_people(review)}
        self.reveals = {**self.opens, "agencies": self.agency_questions()}
        super().__init__(*args, review=review, **kwargs)
        listed: dict[str, Sentence] = {key: str(a) for key, a in self.board_agencies.items()}
        self._offer("agencies", listed | {OTHER: _("Another agency")})
        people = {key: person.name for key, person in self.sitting.items()}
        self._offer("present", people)
        self._offer("apologies", people)
        suggestion = suggested(review)
        if suggestion is not None:
            self.fields["criteria_why"].help_text = SUGGEST[suggestion.course]
        chooser = self.fields["chairing_agency"]
        assert isinstance(chooser, forms.ModelChoiceField)
        chooser.queryset = board_agencies(review)
        for key, agency in self.board_agencies.items():
            self._ask_contact(key, agency)
        for number in OTHERS:
            self.fields[f"other_name_{number}"] = line(
                format_lazy("{} {}", _("Other agency: name"), number), most=160
            )
            self._ask_contact(f"{OTHER}_{number}", number)
        # What is needed and when is said above the form and in the hints.
        self.sometimes_needed = set(self.fields)
        self.leave_out(OF_THE_DEED - {"key", "opened_at", "decided_by"})

    def _offer(self, name: str, labels: Mapping[str, Sentence]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = list(labels.items())

    def _ask_contact(self, key: str, agency: Any) -> None:
        self.fields[f"contact_name_{key}"] = line(
            format_lazy("{}: {}", agency, _("contact, name")), IF_KNOWN
        )
        self.fields[f"contact_title_{key}"] = line(
            format_lazy("{}: {}", agency, _("contact, post")), IF_KNOWN
        )

    def agency_questions(self) -> dict[str, list[str]]:
        """What opens with each agency: whom to ask there."""
        others = [
            name
            for number in OTHERS
            for name in (f"other_name_{number}", *contact(f"{OTHER}_{number}"))
        ]
        return {key: [*contact(key)] for key in self.board_agencies} | {OTHER: others}

    def parts(self) -> list[Part]:
        """The sections of the page with the questions of this form, in the form's order."""
        standing = {field.name for field in self.standing_fields()}
        found = [
            Part(section, [self[name] for name in section.names if name in standing])
            for section in SECTIONS
        ]
        return [part for part in found if part.fields]

    def deed_words(self) -> dict[str, Any]:
        return {
            "opened_at": self.cleaned_data.get("opened_at") or "",
            "version": self.cleaned_data.get("version") or 0,
        }

    def facts(self) -> dict[str, Any]:
        """The recommendation's columns, the agencies, and the meeting."""
        boxes = {name: value for name, value in super().facts().items() if name in BOXES}
        why = self.cleaned_data.get("criteria_why") or ""
        return boxes | {"agencies": self.involved(), "sitting": self.met(), "criteria_why": why}

    def involved(self) -> list[Involved]:
        facts = self.cleaned_data
        chosen = facts.get("agencies") or []
        listed = [
            Involved(self.board_agencies[key], "", *(facts.get(n) or "" for n in contact(key)))
            for key in chosen
            if key in self.board_agencies
        ]
        named = [
            Involved(None, name, *(facts.get(n) or "" for n in contact(f"{OTHER}_{number}")))
            for number in OTHERS
            if OTHER in chosen and (name := facts.get(f"other_name_{number}") or "")
        ]
        return listed + named

    def met(self) -> Sitting | None:
        facts = self.cleaned_data
        if not facts.get("sitting_on"):
            return None
        lines = (facts.get("others_present") or "").splitlines()
        return Sitting(
            facts["sitting_on"],
            facts.get("sitting_mode") or "",
            [self.sitting[key] for key in facts.get("present") or []],
            [name.strip()[:120] for name in lines if name.strip()],
            [self.sitting[key] for key in facts.get("apologies") or []],
            facts.get("interests") or "",
        )

    def typed(self, before: Mapping[str, Any]) -> dict[str, Any]:
        """What was typed, to be kept as the draft; `before` where it cannot be kept as it is."""
        kept: dict[str, Any] = {}
        for field in self.visible_fields():
            name, value = field.name, field.value()
            if name not in self.errors:
                cleaned = self.cleaned_data.get(name)
                kept[name] = cleaned if isinstance(cleaned, str) else value
            elif may_be_kept(field, value):
                kept[name] = value
            else:
                kept[name] = before.get(name)
        return {name: value for name, value in kept.items() if not is_empty(value)}

    def has_answers(self) -> bool:
        return any(not is_empty(field.value()) for field in self.visible_fields())


def contact(key: str) -> tuple[str, str]:
    """The questions about whom to ask at an agency."""
    return f"contact_name_{key}", f"contact_title_{key}"


def is_empty(value: Any) -> bool:
    if isinstance(value, list):
        return not any(value)
    return value in (None, "", False)


def may_be_kept(field: BoundField, value: Any) -> bool:
    """A date or a number that is not right yet is kept as it was typed; hidden signs are not."""
    if not isinstance(field.field, (DateField, MoneyField, MonthField)):
        return False
    parts = value if isinstance(value, list) else [value]
    return all(len(str(part or "")) <= 40 and str(part or "").isprintable() for part in parts)


def subgroup_people(review: Review) -> Any:
    """Who sits on the sub-group today, or writes for it."""
    held = Holding.objects.current(clock.today()).filter(board=review.board_id, office__in=SITTING)
    return Person.objects.filter(pk__in=held.values("person")).order_by("name")


# The columns of the recommendation that a person fills in on this form.
BOXES = tuple(
    field.name
    for field in Recommendation._meta.concrete_fields
    if field.name in BoxesForm.base_fields
)


class SignForm(DeedForm):
    """The sub-group chair signs what was checked (box 14)."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0)
    signed_title = line(_("Job title of the person signing"))
    signed_telephone = line(_("Telephone number"), most=40)
    sometimes_needed = ("signed_title", "signed_telephone")

    def __init__(self, *args: Any, version: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["version"].initial = version
        self.fields["on"].label = _("Date of the recommendation")

    def deed_words(self) -> dict[str, Any]:
        return super().deed_words() | {"version": self.cleaned_data.get("version") or 0}

    def facts(self) -> dict[str, Any]:
        facts = super().facts()
        facts.pop("version", None)
        return facts


class CompleteForm(BoxesForm):
    """What an urgent recommendation left empty, and nothing else."""

    asks_reason = True

    def __init__(self, *args: Any, empty: set[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"] = DateField(label=_("Completed on"), initial=clock.today)
        self.fields["reason"] = text(
            _("If you leave anything blank, explain why"),
            2,
            _("Only needed if you leave something blank."),
            2000,
        )
        opened = {
            name: parent
            for parent, choices in self.reveals.items()
            for names in choices.values()
            for name in names
        }
        for section in SECTIONS:
            for name in section.names:
                if opened.get(name, name) not in empty:
                    self.fields.pop(name, None)
        if "agencies" not in self.fields:
            for name in self.revealed - set(BOXES):
                self.fields.pop(name, None)
        self.reveals = {
            parent: choices for parent, choices in self.reveals.items() if parent in self.fields
        }

    def deed_words(self) -> dict[str, Any]:
        return DeedForm.deed_words(self)

    def facts(self) -> dict[str, Any]:
        facts = super().facts()
        facts.pop("criteria_why")
        return facts

    def signing(self) -> list[BoundField]:
        """What stands below the boxes: who decided, the day, the reason."""
        return [self[name] for name in ("decided_by", "on", "reason") if name in self.fields]
