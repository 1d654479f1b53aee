"""What every form of a deed has: its key, the stage it was opened at, the day, and a reason."""

import uuid
from collections.abc import Collection, Iterable
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext_lazy as _

from boards.models import Person
from common import clock
from common.deeds import DONE_HERE, REASON_WANTED, Answer, Manner, Proof
from common.forms import DateField, Folded, Form, PlainTextField
from common.forms.shown import SHOWN, add_shown, digest_of
from reviews.documents.reading import documents_of
from reviews.models import Document, Review
from reviews.standing import persons_entitled

PAST = "is_past"
OF_THE_DEED = {
    "key",
    "opened_at",
    SHOWN,
    "on",
    "decided_by",
    "reason",
    *(PAST, "decided_then", "known_how", "known_where", "known_paper"),
}


class DeedForm(Form):
    """A form that does one deed to one review.

    `on` is the day in the world. `decided_by` appears where the reader records another's decision,
    `reason` where something is out of the usual order, or where the form's own answers may be
    (`asks_reason`). Where only an answer decides it (`needs_reason` false), the door asks.

    Every deed can be recorded as already past, with its real day, who decided, how, and where that
    can be found: no gate refuses the record of what has happened.

    A form that opens with what is stored carries a digest of it. `proposed` names fields that open
    with a proposal instead; `also` is what is written over without being shown.
    """

    asks_reason = False
    needs_reason = True
    proposed: Collection[str] = ()
    key = forms.UUIDField(widget=forms.HiddenInput, required=False)
    opened_at = forms.CharField(widget=forms.HiddenInput, required=False, max_length=20)
    on = DateField(label=_("Date"))
    decided_by = forms.ModelChoiceField(
        label=_("Who decided"),
        queryset=Person.objects.none(),
        help_text=_(
            "You are recording what this person decided. The history will name them as"
            " having decided."
        ),
    )
    is_past = forms.MultipleChoiceField(
        label=_("Recording something that has already happened?"),
        choices=[(PAST, _("This has already happened outside this system"))],
        widget=Folded,
        required=False,
    )
    decided_then = forms.ModelChoiceField(
        label=_("Who decided it at the time"),
        queryset=Person.objects.none(),
        required=False,
        empty_label=_("I made the decision, or no decision was needed"),
        help_text=_("It takes effect straight away. We will ask them to confirm it."),
    )
    known_how = forms.ChoiceField(
        label=_("How it was done or decided"), choices=Manner, required=False
    )
    known_where = PlainTextField(
        label=_("Where the evidence is kept"),
        help_text=_(
            "The minutes, e-mail, letter or note, and where it is kept. Do not include names."
        ),
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=2000,
        required=False,
    )
    known_paper = forms.ModelChoiceField(
        label=_("The document itself, if it is one of the papers of this case"),
        queryset=Document.objects.none(),
        required=False,
        empty_label=_("None of these"),
    )
    reason = PlainTextField(
        label=_("Why you are going ahead"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
        required=False,
    )

    def __init__(
        self, *args: Any, review: Review, answer: Answer, also: Iterable[Any] = (), **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.review, self.answer, self.also = review, answer, tuple(also)
        self.fields["key"].initial = uuid.uuid4()
        self.fields["opened_at"].initial = review.stage
        self.fields["on"].initial = None if answer.only_past else clock.today()
        if answer.for_another:
            chooser = self.fields["decided_by"]
            assert isinstance(chooser, forms.ModelChoiceField)
            judged = list(answer.kind.judges(review))
            entitled = persons_entitled(review, answer.kind.may)
            chooser.queryset = entitled.exclude(pk__in=judged)
        else:
            del self.fields["decided_by"]
        self.wants_reason = bool(answer.warnings or self.asks_reason)
        # What was typed is kept: a form that was overtaken gives everything back.
        asks = self.wants_reason or "reason" in self.data
        if asks and answer.warnings and self.needs_reason:
            self.fields["reason"].required = True
            self.fields["reason"].error_messages["required"] = str(REASON_WANTED.sentence)
        self._ask_of_the_past(asks)
        add_shown(self, self.digest)
        first = ["key", "opened_at", SHOWN, "decided_by"]
        known = ["known_how", "known_where", "known_paper"]
        last = ["on", *known, "is_past", "decided_then"]
        own = [name for name in self.fields if name not in (*first, *last, "reason")]
        self.order_fields([*first, *own, *last, "reason"])

    def digest(self) -> str:
        """Of what the form opens with. The day is stored where it is not today."""
        but = (OF_THE_DEED - {"on"}) | set(self.proposed)
        return digest_of(self, but=but, also=self.also)

    def _ask_of_the_past(self, asks_reason: bool) -> None:
        """The questions of a record: folded under its tick, or open where nothing else is."""
        papers = self.fields["known_paper"]
        then = self.fields["decided_then"]
        assert isinstance(papers, forms.ModelChoiceField)
        assert isinstance(then, forms.ModelChoiceField)
        # A title may be the secret: a list of papers names those alone that the reader may open.
        open_papers = documents_of(self.answer.by, self.review)
        papers.queryset = open_papers.filter(withdrawn_why="", replaced_by=None)
        then.queryset = Person.objects.filter(listings__board=self.review.board_id).distinct()
        asked = ["decided_then", "known_how", "known_where", "known_paper"]
        if not papers.queryset.exists():
            del self.fields["known_paper"]
            asked.remove("known_paper")
        if self.answer.only_past:
            self.fields["is_past"].widget = forms.MultipleHiddenInput()
            self.fields["is_past"].initial = [PAST]
            for name in ("known_how", "known_where"):
                self.fields[name].required = True
            return
        if self.answer.for_another:  # how it is known is asked of every decision of another
            asked = ["decided_then"]
            then.empty_label = _("As named above")
        else:
            self.sometimes_needed = {*self.sometimes_needed, "known_how"}
        if not asks_reason:
            asked.append("reason")
            self.fields["reason"].label = _(
                "If this does not follow the usual process, explain why"
            )
        self.reveals = {**self.reveals, "is_past": {PAST: asked}}

    def leave_out(self, names: Iterable[str]) -> None:
        """Ask nothing of these, nor what they would open."""
        gone = set(names)
        self.reveals = {key: value for key, value in self.reveals.items() if key not in gone}
        for name in gone:
            self.fields.pop(name, None)

    def standing_fields(self) -> list[BoundField]:
        """A record of the past is asked last: a form may have added questions of its own. A reason
        that nobody wants is not asked for because something else was wrong."""
        asked = sorted(super().standing_fields(), key=lambda field: field.name == PAST)
        is_idle = self.is_bound and not self.wants_reason and not self.data.get("reason")
        if is_idle and "reason" not in self.errors and not self.data.get(PAST):
            asked = [field for field in asked if field.name != "reason"]
        return asked

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        cleaned["key"] = cleaned.get("key") or uuid.uuid4()
        if cleaned.get("is_past"):
            if not cleaned.get("known_how") and "known_how" not in self.errors:
                self.add_error("known_how", _("Say how it was done or decided."))
            if cleaned.get("decided_then"):
                self.errors.pop("decided_by", None)
                cleaned["decided_by"] = cleaned["decided_then"]
        return cleaned

    def deed_words(self) -> dict[str, Any]:
        """What every service takes besides the facts of its own form."""
        facts = self.cleaned_data
        words: dict[str, Any] = {
            "on": facts["on"],
            "opened_at": facts.get("opened_at", ""),
        }
        proof = Proof(
            facts.get("known_how") or "",
            facts.get("known_where") or "",
            facts.get("known_paper"),
            bool(facts.get("is_past")),
        )
        if proof != DONE_HERE:
            words["proof"] = proof
        if facts.get("decided_by"):
            words["decided_by"] = facts["decided_by"]
        if "reason" in self.fields and facts.get("reason"):
            words["reason"] = facts["reason"]
        return words

    def facts(self) -> dict[str, Any]:
        """What the form's own fields say."""
        return {name: value for name, value in self.cleaned_data.items() if name not in OF_THE_DEED}


class DoneNowForm(DeedForm):
    """An act on the record itself: it is always done now, by whoever does it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.leave_out(OF_THE_DEED - {"key", "opened_at", SHOWN})

    def deed_words(self) -> dict[str, Any]:
        return {"on": clock.today(), "opened_at": self.cleaned_data.get("opened_at", "")}
