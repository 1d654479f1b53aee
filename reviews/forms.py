"""What every form of a deed has: its key, the stage it was opened at, the day, and a reason."""

import uuid
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from boards.models import Person
from common import clock
from common.deeds import REASON_WANTED, Answer
from common.forms import DateField, Form, PlainTextField
from reviews.models import Review
from reviews.standing import persons_entitled


class DeedForm(Form):
    """A form that does one deed to one review.

    `on` is the day in the world. `decided_by` appears where the reader records another's decision,
    `reason` where something is out of the usual order, or where the form's own answers may be
    (`asks_reason`). Where only an answer decides it (`needs_reason` false), the door asks.
    """

    asks_reason = False
    needs_reason = True
    key = forms.UUIDField(widget=forms.HiddenInput, required=False)
    opened_at = forms.CharField(widget=forms.HiddenInput, required=False, max_length=20)
    on = DateField(label=_("On which day"))
    decided_by = forms.ModelChoiceField(
        label=_("Who decided"),
        queryset=Person.objects.none(),
        help_text=_("You are recording what this person decided. They will be named as deciding."),
    )
    reason = PlainTextField(
        label=_("Why it goes ahead all the same"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
        required=False,
    )

    def __init__(self, *args: Any, review: Review, answer: Answer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.review, self.answer = review, answer
        self.fields["key"].initial = uuid.uuid4()
        self.fields["opened_at"].initial = review.stage
        self.fields["on"].initial = clock.today()
        if answer.for_another:
            chooser = self.fields["decided_by"]
            assert isinstance(chooser, forms.ModelChoiceField)
            judged = list(answer.kind.judges(review))
            entitled = persons_entitled(review, answer.kind.may)
            chooser.queryset = entitled.exclude(pk__in=judged)
        else:
            del self.fields["decided_by"]
        # What was typed is kept: a form that was overtaken gives everything back.
        if not (answer.warnings or self.asks_reason or "reason" in self.data):
            del self.fields["reason"]
        elif answer.warnings and self.needs_reason:
            self.fields["reason"].required = True
            self.fields["reason"].error_messages["required"] = str(REASON_WANTED.sentence)
        first = ["key", "opened_at", "decided_by"]
        last = ["on", "reason"]
        own = [name for name in self.fields if name not in (*first, *last)]
        self.order_fields([*first, *own, *last])

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        cleaned["key"] = cleaned.get("key") or uuid.uuid4()
        return cleaned

    def deed_words(self) -> dict[str, Any]:
        """What every service takes besides the facts of its own form."""
        words: dict[str, Any] = {
            "on": self.cleaned_data["on"],
            "opened_at": self.cleaned_data.get("opened_at", ""),
        }
        for name in ("decided_by", "reason"):
            if name in self.fields:
                words[name] = self.cleaned_data[name]
        return words

    def facts(self) -> dict[str, Any]:
        """What the form's own fields say."""
        common = {"key", "opened_at", "on", "decided_by", "reason"}
        return {name: value for name, value in self.cleaned_data.items() if name not in common}
