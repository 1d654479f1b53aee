"""The task of one message that reached nobody and is about no running case."""

from typing import Any

from django.forms import BaseForm
from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from boards.models import Person
from boards.permissions import MayBoard
from boards.views import BoardForm
from common.models import OutboxMessage
from common.templatetags.page import day
from desk.sent.reading import why_of
from desk.undelivered.forms import TellForm
from desk.undelivered.reading import day_of, given_up
from desk.undelivered.services import tell_of_board


class TellOfBoard(BoardForm):
    right = MayBoard.MANAGE_PEOPLE
    heading = _("A message was not delivered")
    done = _("Recorded.")
    message: OutboxMessage

    def prepare(self) -> None:
        found = given_up([self.board.pk], self.on).filter(pk=self.kwargs["message"]).first()
        if found is None:
            raise Http404
        self.message = found
        self.intro = " · ".join(
            [
                f"{gettext('Subject:')} {found.subject}",
                f"{gettext('To:')} {self.reader()}",
                f"{gettext('Given up:')} {day(day_of(found))}",
                str(why_of(found)),
            ]
        )

    def reader(self) -> str:
        """By name where the board lists them; the bare address only where it is the board's."""
        person = Person.objects.in_bulk([self.message.person]) if self.message.person else {}
        if person:
            return str(person[self.message.person])
        return (
            self.message.to
            if self.message.board
            else gettext("An address that is not on any board's list")
        )

    def make_form(self, data: Any = None) -> BaseForm:
        return TellForm(data, initial={"told_on": self.on})

    def do(self, form: BaseForm) -> None:
        facts = dict(form.cleaned_data)
        on = facts.pop("told_on")
        tell_of_board(self.board, by=self.by, on=on, message=self.message, **facts)

    def eyebrow(self) -> str:
        return str(self.board)

    def back(self) -> str:
        return reverse("desk:desk")
