"""Giving a person an office, and ending it."""

from django.forms import BaseForm
from django.http import Http404
from django.utils.translation import gettext_lazy as _

from boards.models import Hold, Holding, Office
from boards.offices import services
from boards.offices.forms import GiveOfficeForm
from boards.people.forms import LastDayForm
from boards.views import PersonForm


class GiveOffice(PersonForm):
    heading = _("Give an office")
    done = _("The office is given.")
    form_class = GiveOfficeForm

    def do(self, form: BaseForm) -> None:
        given = form.cleaned_data
        services.give_office(
            self.board,
            self.person,
            by=self.by,
            on=self.on,
            office=Office(given["office"]),
            hold=Hold(given["hold"]),
            from_on=given["from_on"],
            until_on=given["until_on"],
        )


class EndOffice(PersonForm):
    heading = _("End the office")
    done = _("The last day is recorded.")
    submit_label = _("End the office")
    form_class = LastDayForm
    holding: Holding

    def prepare(self) -> None:
        super().prepare()
        found = self.person.holdings.filter(board=self.board, uuid=self.kwargs["holding"]).first()
        if found is None:
            raise Http404
        self.holding = found

    def do(self, form: BaseForm) -> None:
        services.end_office(
            self.board,
            self.holding,
            by=self.by,
            on=self.on,
            until_on=form.cleaned_data["until_on"],
        )

    def eyebrow(self) -> str:
        return f"{self.person.name}, {self.holding.get_office_display()}"
