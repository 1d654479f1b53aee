"""Forms of the notices: their sending, its correction, and what Welsh Government answered."""

from typing import Any

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from boards.models import Person
from common import clock
from common.answers import WAS_DONE
from common.forms import DateField, PlainTextField
from common.templatetags.page import day
from guidance.inspectorates import INSPECTORATES
from reviews.decision.answers import state_of
from reviews.decision.notices import notices_due
from reviews.forms import DeedForm
from reviews.models import (
    Method,
    Notice,
)
from reviews.permissions import May
from reviews.standing import persons_entitled

ANSWERS = ("received_on", "acknowledged_on", "circulated_on")


class SendingForm(DeedForm):
    """How and by whom a notice was sent."""

    sender = forms.ModelChoiceField(
        label=_("Sent by"),
        help_text=_("The Board Chair, or the co-ordinator on the Chair's behalf."),
        queryset=Person.objects.none(),
        empty_label=None,
    )
    method = forms.ChoiceField(
        label=_("How it was sent"),
        choices=[each for each in Method.choices if each[0]],
        widget=forms.RadioSelect,
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].label = _("Sent on")
        chooser = self.fields["sender"]
        assert isinstance(chooser, forms.ModelChoiceField)
        chooser.queryset = persons_entitled(self.review, May.TELL_GOVERNMENT)


class NoticeForm(SendingForm):
    """Which notice went to Welsh Government."""

    proposed = ("about", "sender")
    about = forms.ChoiceField(
        label=_("The notice is about"), choices=Notice.About, widget=forms.RadioSelect
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        due = notices_due(self.review)
        self.fields["about"].choices = [  # type: ignore[attr-defined]
            (matter.key, matter.label) for matter in due
        ]
        if len(due) == 1:
            self.fields["about"].initial = due[0].key
        self.order_fields(["key", "opened_at", "about", "on"])


class CorrectionForm(SendingForm):
    """The sending as it really was, and why the first record was wrong."""

    why = PlainTextField(
        label=_("What was wrong, and how you know"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
    )

    def __init__(self, *args: Any, notice: Notice, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].initial = notice.sent_on
        self.fields["sender"].initial = notice.sender_id
        self.fields["method"].initial = notice.method


class AnswerForm(DeedForm):
    """The last part of the form: what Welsh Government did with the notice, as far as known."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False, max_length=32)
    received_on = DateField(
        label=_("Date information received"), required=False, latest=clock.today
    )
    acknowledged_on = DateField(
        label=_("Date acknowledgement sent to the Board Chair"), required=False, latest=clock.today
    )
    circulated_on = DateField(
        label=_("Date circulated to inspectorates and policy leads"),
        required=False,
        latest=clock.today,
    )

    def __init__(self, *args: Any, notice: Notice, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.notice = notice
        self.fields["seen"].initial = state_of(notice)
        self.fields["on"].label = _("Recorded on")
        for name in ANSWERS:
            self.fields[name].initial = getattr(notice, name)
        said = {row.inspectorate: row for row in notice.circulations.all()}
        for each in INSPECTORATES:
            row = said.get(each.code)
            self.fields[f"to_{each.code}"] = forms.ChoiceField(
                label=_(each.label),
                choices=WAS_DONE.box,
                required=False,
                initial=row.passed_on if row else "",
            )
            self.fields[f"why_{each.code}"] = PlainTextField(
                label=format_lazy("{}: {}", _(each.label), _("reason")),
                required=False,
                max_length=1000,
                initial=row.reason if row else "",
            )
        self.order_fields([name for name in self.fields if name not in ("on", "reason")])

    def clean(self) -> dict[str, Any]:
        facts = super().clean()
        for name in ANSWERS:
            if facts.get(name) and facts[name] < self.notice.sent_on:
                self.add_error(
                    name,
                    _(
                        "This date is before the date on which the notice was sent. Check both"
                        " dates."
                    ),
                )
        return facts

    def standing(self) -> dict[str, str]:
        """What is recorded already, question by question, in words."""
        days = {name: getattr(self.notice, name) for name in ANSWERS}
        found = {name: day(value) if value else "" for name, value in days.items()}
        for row in self.notice.circulations.all():
            found[f"to_{row.inspectorate}"] = str(row.get_passed_on_display())
            found[f"why_{row.inspectorate}"] = row.reason
        return found

    def facts(self) -> dict[str, Any]:
        facts = super().facts()
        codes = [name.removeprefix("to_") for name in facts if name.startswith("to_")]
        return {
            "about": self.notice.key,
            "seen": facts["seen"],
            **{name: facts[name] for name in ANSWERS},
            "circulation": {code: (facts[f"to_{code}"], facts[f"why_{code}"]) for code in codes},
        }
