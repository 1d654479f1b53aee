"""Forms about other boards and countries."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from boards.models import Board
from common import clock
from common.answers import IT_MAY
from common.forms import DateField, PlainTextField
from reviews.forms import DeedForm
from reviews.joint.reading import boards_of
from reviews.models import Country, Ground, LeadBoard, Leads, Participation


class AddBoardForm(DeedForm):
    """Which board, why it takes part, and why this one leads."""

    board = forms.ModelChoiceField(label=_("Board"), queryset=Board.objects.none())
    why = PlainTextField(
        label=_("Why it takes part"),
        help_text=_("Pseudonyms only. Its chairs and co-ordinators will read the case."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
    )
    ground = forms.ChoiceField(
        label=_("Why this board leads"),
        choices=Ground,
        initial=Ground.RESIDENCE,
        widget=forms.RadioSelect,
    )
    lead_reason = PlainTextField(
        label=_("What the boards agreed about the lead"),
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=2000,
    )
    reveals = {"ground": {Ground.AGREED: ["lead_reason"]}}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["board"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = Board.objects.exclude(pk__in=boards_of(self.review, clock.today())).filter(
            is_fictional=self.review.board.is_fictional
        )
        lead = LeadBoard.objects.filter(review=self.review).first()
        if lead:
            self.fields["ground"].initial = lead.ground
            self.fields["lead_reason"].initial = lead.reason


class ParticipationForm(DeedForm):
    """One of the boards that take part."""

    participation = forms.ModelChoiceField(
        label=_("Board"), queryset=Participation.objects.none(), empty_label=None
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["participation"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = self.review.participations.filter(until_on=None).select_related("board")
        field.label_from_instance = board_name  # type: ignore[assignment, method-assign]


def board_name(participation: Any) -> str:
    return str(participation.board)


class OpenNamesForm(ParticipationForm):
    """Whether that board's co-ordinator may see the children's names."""

    sees_names = forms.TypedChoiceField(
        label=_("May its co-ordinator see the names of children and family?"),
        choices=IT_MAY.choices(),
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
        help_text=_("Only where that board must find the children in its agencies' records."),
    )


class CountryForm(DeedForm):
    """A body of another country of the UK."""

    country = forms.ChoiceField(label=_("Country"), choices=Country, widget=forms.RadioSelect)
    body = PlainTextField(
        label=_("Body"), help_text=_("The safeguarding partnership or committee."), max_length=200
    )
    reference = PlainTextField(label=_("Its reference"), max_length=80, required=False)
    leads = forms.ChoiceField(label=_("Who leads"), choices=Leads, widget=forms.RadioSelect)
    note = PlainTextField(
        label=_("What was agreed"),
        help_text=_("Reporting and publication may differ there. Pseudonyms only."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
        required=False,
    )
    government_told_on = DateField(
        label=_("Welsh Government told on"),
        help_text=_("It is told even where the lead is elsewhere."),
        required=False,
        latest=clock.today,
    )
