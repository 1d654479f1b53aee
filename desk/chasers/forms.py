"""A reminder before it goes: to whom, and what it says in both languages."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from boards.models import Person
from common import clock
from common.forms import PlainTextField
from desk.chasers.drafting import draft, names_somebody, reachable
from reviews.forms import DoneNowForm
from reviews.meetings.forms import People

NO_NAMES = _("A name of the child or the family stands in it. A message never names them.")


def text(label: Any) -> PlainTextField:
    return PlainTextField(
        label=label,
        help_text=_("Do not include names or details of the case. E-mail is not secure."),
        widget=forms.Textarea(attrs={"rows": 8}),
        max_length=2000,
    )


class WriteForm(DoneNowForm):
    """Everybody is written to in their own language; in both where it is not known."""

    people = People(label=_("To whom"), queryset=Person.objects.none())
    text_cy = text(_("In Welsh"))
    text_en = text(_("In English"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        today = clock.today()
        people = self.fields["people"]
        assert isinstance(people, forms.ModelMultipleChoiceField)
        people.queryset = reachable(self.review, today)
        if not self.is_bound:
            self.fields["text_cy"].initial = draft(self.review, "cy", today)
            self.fields["text_en"].initial = draft(self.review, "en-gb", today)

    def clean(self) -> dict[str, Any]:
        facts = super().clean()
        for name in ("text_cy", "text_en"):
            if facts.get(name) and names_somebody(self.review, facts[name]):
                self.add_error(name, NO_NAMES)
        return facts
