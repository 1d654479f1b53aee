"""The forms of the plan: a day a step, and what is asked where it passes the six months."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as now_in_words
from django.utils.translation import gettext_lazy as _

from common import clock
from common.forms import DateField, PlainTextField
from guidance.causes import Cause
from guidance.milestones import Milestone
from guidance.planning import BY_CODE, Step
from reviews.documents.forms import PSEUDONYMS
from reviews.forms import DeedForm, DoneNowForm
from reviews.timing.proposing import Known
from reviews.timing.standing import Whole

OF_CAUSES = ("causes", "words", "agreed_by", "next_look_on")
NEXT_LOOK = _("Until then nobody is asked for the cause again, unless it changes.")


def cause_choices() -> list[tuple[str, Any]]:
    return [(str(cause), now_in_words(cause.label)) for cause in Cause]


class CausesForm(DeedForm):
    """What is said of a delay: its causes, in words where they say more, and the next look."""

    causes = forms.MultipleChoiceField(
        label=_("Why it takes longer"),
        help_text=_("Choose every cause that applies."),
        choices=cause_choices,
        widget=forms.CheckboxSelectMultiple,
    )
    words = PlainTextField(
        label=_("Explain the reason"),
        help_text=PSEUDONYMS,
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
        required=False,
    )
    agreed_by = PlainTextField(
        label=_("Who agreed"), help_text=_("Enter their name and job title."), max_length=160
    )
    next_look_on = DateField(label=_("Next look at the causes"), help_text=NEXT_LOOK)

    def clean(self) -> dict[str, Any]:
        facts = super().clean()
        if str(Cause.OTHER) in facts.get("causes", ()) and not facts.get("words"):
            self.add_error("words", _("Say in words what the other cause is."))
        day, look = facts.get("on") or clock.today(), facts.get("next_look_on")
        if isinstance(look, dt.date) and look <= day and "next_look_on" not in self.errors:
            self.add_error("next_look_on", _("The review date must be after that date."))
        return facts


class PlanForm(CausesForm, DoneNowForm):
    """A day for each step that is still to come. The causes are asked once the plan passes the
    date of the guidance, not before."""

    def __init__(
        self,
        *args: Any,
        steps: Sequence[Step],
        days: Mapping[str, dt.date],
        known: Known,
        whole: Whole,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.steps, self.whole = steps, whole
        for step in steps:
            self.fields[step.code] = DateField(
                label=now_in_words(step.label),
                required=step.code == whole.end_code,
                earliest=clock.today if step.code == whole.end_code else None,
                initial=days.get(step.code),
            )
        # Said of the days that stand in the boxes: proposed, or typed.
        standing = {step.code: day for step in steps if (day := self._day(step.code))}
        for code, said in known.said_of(standing).items():
            self.fields[code].help_text = said
        self.asks_causes = self._passes()
        end_on = standing.get(whole.end_code)
        self.days_over = whole.over(end_on) if end_on else 0
        if self.asks_causes:
            self.fields["causes"].initial = [each.code for each in whole.causes]
        else:
            self.leave_out(OF_CAUSES)
        codes = [step.code for step in steps]
        self.order_fields(["key", "opened_at", *codes, *OF_CAUSES])

    def _day(self, code: str) -> dt.date | None:
        """The day of a step, as it was typed or as it is proposed; none where it is no day."""
        field = self.fields[code]
        day = field.initial
        if self.is_bound:
            typed = field.widget.value_from_datadict(self.data, self.files, self.add_prefix(code))
            try:
                day = field.clean(typed)
            except ValidationError:
                return None
        return day if isinstance(day, dt.date) else None

    def _passes(self) -> bool:
        """Whether the plan, as it was typed or as it is proposed, needs a cause."""
        if self.whole.end_code not in self.fields:
            return False
        end_on = self._day(self.whole.end_code)
        if end_on is None:  # what was typed of the causes is not lost over it
            return any(self.data.get(name) for name in OF_CAUSES)
        return self.whole.wants_more(end_on)

    def facts(self) -> dict[str, Any]:
        said = super().facts()
        codes = {step.code for step in self.steps}
        days = {name: day for name, day in said.items() if name in codes and day}
        return {name: each for name, each in said.items() if name not in codes} | {"days": days}


class WhyForm(DeedForm):
    """Why something that was recorded is taken back."""

    why = PlainTextField(
        label=_("Why"),
        help_text=PSEUDONYMS,
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
    )


class WithdrawForm(WhyForm, DoneNowForm):
    """An extension that was recorded by mistake: the very one that was shown."""

    extension = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, extension: int | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["extension"].initial = extension


class StepForm(DeedForm):
    """Which errand of the plan was done; on which day is asked of every deed."""

    step = forms.ChoiceField(label=_("Which step"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, steps: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chooser = self.fields["step"]
        assert isinstance(chooser, forms.ChoiceField)
        chooser.choices = list(steps)
        if "on" in self.fields:
            self.fields["on"].label = _("Done on")


class NotDoneForm(WhyForm, StepForm, DoneNowForm):
    """Which errand is not done after all, and why."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.order_fields(["key", "opened_at", "step", "why"])


class ExtendForm(CausesForm):
    """The new day of the plan's end, why, and who agreed."""

    until_on = DateField(
        label=_("Board to accept the report by"),
        help_text=_("What is not done yet moves by as many days."),
    )

    def __init__(self, *args: Any, whole: Whole, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.whole = whole
        self.fields["causes"].initial = [each.code for each in whole.causes]
        self.fields["on"].label = _("Agreed on")
        if whole.end_code != str(Milestone.REPORT_ACCEPTED):  # the board counts to another end
            self.fields["until_on"].label = now_in_words(BY_CODE[whole.end_code].label)
        self.order_fields(["key", "opened_at", "until_on", "causes", "words", "agreed_by", "on"])

    def clean(self) -> dict[str, Any]:
        facts = super().clean()
        stood, until = self.whole.planned_end or self.whole.due_on, facts.get("until_on")
        if isinstance(until, dt.date) and stood and until <= stood:
            self.add_error("until_on", _("The new day must come after the day planned so far."))
        elif isinstance(until, dt.date) and until <= clock.today():
            self.add_error("until_on", _("This day has come already. Give a later one."))
        return facts


class LookForm(CausesForm):
    """Which causes stand on, and until when."""

    def __init__(self, *args: Any, whole: Whole, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.leave_out(["agreed_by"])
        still = self.fields["causes"]
        still.initial = [each.code for each in whole.causes]
        still.label = _("Causes that stand")
        is_asked = whole.days_over > 0 and whole.is_unmet
        still.required = self.fields["next_look_on"].required = is_asked
        if not is_asked:
            still.help_text = _("Leave all of them empty if none stands any more.")
        self.fields["on"].label = _("Reviewed on")
        self.order_fields(["key", "opened_at", "on", "causes", "words", "next_look_on"])

    def clean(self) -> dict[str, Any]:
        facts = super().clean()
        missing = facts.get("causes") and not facts.get("next_look_on")
        if missing and "next_look_on" not in self.errors:
            self.add_error("next_look_on", _("Enter a date, such as 27 3 2024."))
        return facts
