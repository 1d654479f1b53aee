"""One page for a review that began outside the system. What is not known is left empty."""

import datetime as dt
import uuid
from typing import Any

from django import forms
from django.utils.functional import lazystr
from django.utils.text import format_lazy
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from boards.models import Board, Person
from common import clock
from common.forms import DateField, Form, PlainTextField
from common.uploads.field import UploadField
from guidance.editions import DEFAULT, offered
from guidance.milestones import Milestone
from reviews.journey import COMMISSIONED, ENDS, Stage
from reviews.models import Course, DocumentKind, Marking, ReviewKind
from reviews.taking_on.days import BESIDE, counted_from
from reviews.taking_on.milestones import ASKED, lies_before

OLD_AT_MOST = 60
CHILD_AT_MOST = 40
NAME_AT_MOST = 120
PAPERS = 3

IN_THE_FUTURE = _("The date is in the future. Enter the date on which this happened.")
OUT_OF_ORDER = _(
    "The dates are not in the usual order. Correct them, or tick this box to say that they are"
    " right."
)
NAMED_TWICE = _(
    "A reviewer and the chair of the panel are never the same person, and each is named once."
)
AFTER_THE_STAGE = _(
    "This comes after the stage you chose. Record it afterwards in the right section of the case."
)


def names_in(text: str) -> list[str]:
    """One a line; '' where it is not known."""
    written = [each.strip() for each in text.splitlines() if each.strip()]
    return [each if each.strip("-\u2013\u2014") else "" for each in written]


def lines(text: str) -> list[str]:
    """The lines that say something, each once."""
    return list(dict.fromkeys(each.strip() for each in text.splitlines() if each.strip()))


def milestone_field(milestone: Milestone) -> str:
    return f"day_{milestone}"


class TakeOnForm(Form):
    """Board, stage, known days, children, people. Everything that is not known can come later."""

    key = forms.UUIDField(widget=forms.HiddenInput, required=False)
    board = forms.ModelChoiceField(
        label=_("Board"), queryset=Board.objects.none(), empty_label=None
    )
    older = PlainTextField(
        label=_("Earlier references"),
        help_text=_(
            "References used on paper or in another system. Enter one on each line. You can"
            " still search for the review by them."
        ),
        widget=forms.Textarea(attrs={"rows": 2}),
        required=False,
        max_length=600,
    )
    stage = forms.ChoiceField(label=_("Current stage"), choices=Stage, widget=forms.RadioSelect)
    since = DateField(
        label=_("Date this stage began"),
        help_text=_("If you leave this blank, we use the latest date you enter below."),
        required=False,
    )
    kind = forms.ChoiceField(
        label=_("Kind of review"),
        help_text=_("Needed if the review has been commissioned."),
        choices=ReviewKind,
        required=False,
    )
    course = forms.ChoiceField(
        label=_("What the sub-group recommended"),
        help_text=_("Needed if the Board Chair has not decided yet."),
        choices=[("", pgettext_lazy("recommendation", "Nothing yet")), *Course.choices],
        required=False,
    )
    code = forms.ChoiceField(label=_("Edition of the guidance it runs under"), choices=())
    outline = PlainTextField(
        label=_("What it is about, in a few sentences"),
        help_text=_("Pseudonyms only."),
        widget=forms.Textarea(attrs={"rows": 4}),
        required=False,
        max_length=4000,
    )
    children = PlainTextField(
        label=_("The children, by pseudonym"),
        help_text=_("Enter one on each line, for example Child A."),
        widget=forms.Textarea(attrs={"rows": 2}),
        required=False,
        max_length=400,
    )
    names = PlainTextField(
        label=_("The names of the children"),
        help_text=_(
            "Enter one on each line, in the same order as the pseudonyms. Enter a dash if a"
            " name is not known. Names are encrypted and stored separately. You can also"
            " record them later."
        ),
        widget=forms.Textarea(attrs={"rows": 2, "autocomplete": "off"}),
        required=False,
        max_length=1200,
    )
    panel_chair = forms.ModelChoiceField(
        label=_("Panel chair"),
        queryset=Person.objects.none(),
        required=False,
        empty_label=_("Nobody yet, or not on the list"),
    )
    reviewer = forms.ModelChoiceField(
        label=_("Reviewer"),
        queryset=Person.objects.none(),
        required=False,
        empty_label=_("Nobody yet, or not on the list"),
    )
    second_reviewer = forms.ModelChoiceField(
        label=_("Second reviewer"),
        queryset=Person.objects.none(),
        required=False,
        empty_label=_("Nobody yet, or not on the list"),
    )
    as_they_are = forms.BooleanField(
        label=_("These dates are correct, even though they are not in the usual order"),
        required=False,
    )

    papers_marking = forms.ChoiceField(
        label=_("Classification of these papers"),
        help_text=_(
            "Only some people can open legal advice and papers that name the child or the family."
        ),
        choices=Marking,
        initial=Marking.NAMES,
        required=False,
    )

    def __init__(self, *args: Any, boards: Any, names_for: Any = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.names_for = set(names_for)
        if not self.names_for:
            del self.fields["names"]
        self._ask_for_papers()
        self.fields["key"].initial = uuid.uuid4()
        boards_field: Any = self.fields["board"]
        boards_field.queryset = boards
        if len(boards) == 1:
            boards_field.initial, boards_field.widget = boards[0], forms.HiddenInput()
        editions: Any = self.fields["code"]
        editions.choices = [(each.code, gettext(each.label)) for each in offered()]
        editions.initial = DEFAULT
        listed = Person.objects.filter(listings__board__in=boards).distinct()
        for name in ("panel_chair", "reviewer", "second_reviewer"):
            chooser: Any = self.fields[name]
            chooser.queryset = listed
        for milestone in ASKED:
            self.fields[milestone_field(milestone)] = DateField(
                label=lazystr(gettext(milestone.label)),
                help_text=counted_from(milestone),
                required=False,
            )
        days = [milestone_field(milestone) for milestone in ASKED]
        self.in_order = self.fields.pop("as_they_are")
        if self.data.get("as_they_are"):
            self.fields["as_they_are"] = self.in_order
        self.order_fields(
            [
                *("key", "board", "older", "outline", "children", "names"),
                *("stage", "since"),
                *("kind", "course", "code", "panel_chair", "reviewer", "second_reviewer"),
                *(*days, "as_they_are", *self.paper_fields()),
            ]
        )

    def _ask_for_papers(self) -> None:
        for number in range(1, PAPERS + 1):
            self.fields[f"paper_{number}"] = UploadField(
                label=format_lazy("{} {}", _("Paper"), number), required=False
            )
            self.fields[f"paper_{number}_is"] = forms.ChoiceField(
                label=format_lazy("{} {}", _("What it is: paper"), number),
                choices=DocumentKind,
                initial=DocumentKind.OTHER,
                required=False,
            )

    def paper_fields(self) -> list[str]:
        return [
            *(f"paper_{n}{end}" for n in range(1, PAPERS + 1) for end in ("", "_is")),
            "papers_marking",
        ]

    def papers_asked(self) -> list[forms.BoundField]:
        return [self[name] for name in self.paper_fields()]

    @property
    def papers(self) -> list[tuple[Any, str]]:
        """Each file that was sent, with what it is."""
        facts = self.cleaned_data
        return [
            (facts[f"paper_{n}"], facts[f"paper_{n}_is"] or str(DocumentKind.OTHER))
            for n in range(1, PAPERS + 1)
            if facts.get(f"paper_{n}")
        ]

    def days_asked(self) -> list[forms.BoundField]:
        return [self[milestone_field(each)] for each in ASKED]

    def others_asked(self) -> list[forms.BoundField]:
        """What is asked before the days."""
        days = {field.name for field in self.days_asked()} | {"as_they_are", *self.paper_fields()}
        return [field for field in self.standing_fields() if field.name not in days]

    @property
    def days(self) -> dict[Milestone, dt.date]:
        """The days that are known."""
        found = {each: self.cleaned_data.get(milestone_field(each)) for each in ASKED}
        return {milestone: day for milestone, day in found.items() if day}

    def clean(self) -> dict[str, Any]:
        facts = super().clean()
        facts["key"] = facts.get("key") or uuid.uuid4()
        stage = facts.get("stage")
        if stage:
            self._check_stage(stage, facts)
        self._check_days(stage)
        self._check_people(facts)
        for name, longest in (("older", OLD_AT_MOST), ("children", CHILD_AT_MOST)):
            facts[name] = lines(facts.get(name) or "")
            if any(len(each) > longest for each in facts[name]) and name not in self.errors:
                self.add_error(name, _("A line is too long. Write one on each line."))
        self._check_names(facts)
        return facts

    def _check_names(self, facts: dict[str, Any]) -> None:
        facts["names"] = names_in(facts.get("names") or "")
        if "names" in self.errors or not facts["names"]:
            return
        if any(len(each) > NAME_AT_MOST for each in facts["names"]):
            self.add_error("names", _("A line is too long. Write one on each line."))
        elif len(facts["names"]) > len(facts["children"]):
            self.add_error("names", _("There are more names than children. Name each child first."))
        elif facts.get("board") and facts["board"].pk not in self.names_for:
            self.add_error("names", _("Only the board's co-ordinator can record names."))

    def _check_stage(self, stage: str, facts: dict[str, Any]) -> None:
        if stage in COMMISSIONED and not facts.get("kind") and "kind" not in self.errors:
            self.add_error("kind", _("Say which kind of review was commissioned."))
        undecided = stage in (Stage.DECISION, Stage.BOARD_DISCUSSION)
        if undecided and not facts.get("course") and "course" not in self.errors:
            self.add_error("course", _("Say what the sub-group recommended."))
        if stage in ENDS and not facts.get("since") and "since" not in self.errors:
            self.add_error("since", _("Enter the date on which the review ended."))

    def _check_days(self, stage: str | None) -> None:
        today = clock.today()
        for name in ["since", *(milestone_field(each) for each in ASKED)]:
            day = self.cleaned_data.get(name)
            if day and day > today:
                self.add_error(name, IN_THE_FUTURE)
        for milestone in self.days:
            if stage and not lies_before(milestone, stage):
                self.add_error(milestone_field(milestone), AFTER_THE_STAGE)
        road = [each for each in self.days if each not in BESIDE]
        ordered = [self.days[each] for each in road]
        since = self.cleaned_data.get("since")
        if since and ordered:
            ordered.append(since)
        if ordered != sorted(ordered) and not self.cleaned_data.get("as_they_are"):
            self.fields["as_they_are"] = self.in_order
            self.add_error("as_they_are", OUT_OF_ORDER)

    def _check_people(self, facts: dict[str, Any]) -> None:
        board = facts.get("board")
        named = ["panel_chair", "reviewer", "second_reviewer"]
        people = {name: facts[name] for name in named if facts.get(name)}
        for name, person in people.items():
            if board and not person.listings.filter(board=board).exists():
                self.add_error(name, _("This person is not on the list of this board."))
        if len({person.pk for person in people.values()}) < len(people):
            self.add_error("reviewer", NAMED_TWICE)
        if people and facts.get("stage") and facts["stage"] not in COMMISSIONED:
            self.add_error(
                next(iter(people)),
                _("You cannot appoint anybody before the review is commissioned."),
            )
