"""Forms of one action."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from action_plans.models import LET_GO
from action_plans.plan.forms import ActionFields, words
from reviews.forms import DeedForm
from reviews.versions import VersionedForm

EVIDENCE_HINT = _("What shows it, and where it is kept. No names of children or family.")


class ChangeActionForm(VersionedForm, ActionFields):
    """Change an action; once the plan is final, with the reason."""

    texts = ("learning_point", "text", "intended_outcome", "measure")
    why = words(_("Why it is changed"))

    def __init__(self, *args: Any, is_final: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choose_from(self.review)
        self.fields["on"].label = _("Changed on")
        if not is_final:
            del self.fields["why"]


class ProgressForm(DeedForm):
    """How far it is."""

    note = words(_("Progress"))
    evidence = words(_("Evidence"), hint=EVIDENCE_HINT, required=False)


class CompleteForm(DeedForm):
    """It is done, and this shows it."""

    evidence = words(_("Evidence"), hint=EVIDENCE_HINT)
    note = words(_("Note"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].label = _("Completed on")


class RaiseForm(DeedForm):
    """When and how it was raised, and what was answered."""

    note = words(
        _("How it was raised, and any answer"), hint=_("No names of children, family or staff.")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].label = _("Raised on")


class JudgingForm(DeedForm):
    """Somebody judges the owner's work; `not_by` is the owner, who is not offered as deciding."""

    def __init__(self, *args: Any, not_by: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chooser = self.fields.get("decided_by")
        if isinstance(chooser, forms.ModelChoiceField) and chooser.queryset is not None:
            chooser.queryset = chooser.queryset.exclude(pk=not_by)


class VerifyForm(JudgingForm):
    """What was looked at."""

    note = words(_("What was looked at, and what it shows"))
    outcome = words(
        _("What has changed for children"),
        hint=_("As far as it can be seen now. Pseudonyms only."),
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].label = _("Verified on")


class CarryOverForm(JudgingForm):
    """Let go, and why."""

    outcome = forms.ChoiceField(
        label=_("What happens to the action"),
        choices=[(status.value, status.label) for status in LET_GO],
        widget=forms.RadioSelect,
    )
    reasons = words(
        _("Reasons"),
        hint=_(
            "For an action carried over: who is responsible for it now, and where progress"
            " is recorded."
        ),
    )
