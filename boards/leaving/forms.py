"""The form on which somebody leaves."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from boards.models import Board, Person
from common import clock
from common.forms import DateField, Form


class LeaveForm(Form):
    """Who takes over, from when. It is sent twice: first to see what moves, then to do it."""

    successor = forms.ModelChoiceField(
        label=_("Who takes over"),
        queryset=Person.objects.none(),
        help_text=_("Everything open goes to this person. Parts can be changed again afterwards."),
    )
    last_on = DateField(
        label=_("Last day"),
        help_text=_("The account ends with this day. What has dates moves on the day after."),
    )
    is_seen = forms.BooleanField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, board: Board, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["successor"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = Person.objects.of_board(board, clock.today()).exclude(pk=person.pk)
