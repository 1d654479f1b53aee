"""Saying that one is away from an office, and that one is back."""

from typing import Any

from django.forms import BaseForm
from django.http import Http404
from django.utils.translation import gettext_lazy as _

from boards.absence import services
from boards.absence.forms import AbsenceForm
from boards.models import Absence, Hold, Holding
from boards.people.forms import LastDayForm
from boards.permissions import MayBoard
from boards.views import PersonForm


class SetAbsence(PersonForm):
    right = MayBoard.BE_AWAY
    heading = _("Away for a time")
    intro = _("The work of the office comes first to whoever stands in. Nobody loses a right.")
    done = _("The absence is recorded.")
    holding: Holding

    def prepare(self) -> None:
        super().prepare()
        found = (
            self.person.holdings.filter(board=self.board, uuid=self.kwargs["holding"])
            .exclude(hold=Hold.DEPUTY)
            .first()
        )
        if found is None or not services.may_record(self.board, found, self.by):
            raise Http404
        self.holding = found

    def make_form(self, data: Any = None) -> BaseForm:
        return AbsenceForm(data, holding=self.holding)

    def do(self, form: BaseForm) -> None:
        services.set_absence(self.board, self.holding, by=self.by, on=self.on, **form.cleaned_data)

    def eyebrow(self) -> str:
        return f"{self.person.name}, {self.holding.get_office_display()}"


class EndAbsence(PersonForm):
    right = MayBoard.BE_AWAY
    heading = _("Back")
    intro = _("The last day away. From the day after, the work comes to the holder again.")
    done = _("The last day away is recorded.")
    form_class = LastDayForm
    absence: Absence

    def prepare(self) -> None:
        super().prepare()
        found = services.open_absences(self.board, self.person, self.on)
        absence = found.filter(uuid=self.kwargs["absence"]).first()
        if absence is None or not services.may_record(self.board, absence.holding, self.by):
            raise Http404
        self.absence = absence

    def do(self, form: BaseForm) -> None:
        services.end_absence(
            self.board,
            self.absence,
            by=self.by,
            on=self.on,
            until_on=form.cleaned_data["until_on"],
        )

    def eyebrow(self) -> str:
        return f"{self.person.name}, {self.absence.holding.get_office_display()}"
