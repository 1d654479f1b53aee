"""Inviting a person on the board's list, and taking the invitation back."""

from django.forms import BaseForm
from django.http import Http404
from django.utils.translation import gettext_lazy as _

from boards.invitations import services
from boards.models import Invitation
from boards.views import PersonForm


class Invite(PersonForm):
    heading = _("Invite this person?")
    intro = _(
        "A message with a link goes to the person's e-mail address. The link opens once and works"
        " for fourteen days. An earlier invitation stops working."
    )
    submit_label = _("Send the invitation")
    done = _("The invitation has been sent.")

    def do(self, form: BaseForm) -> None:
        services.invite(self.board, self.person, by=self.by, on=self.on)

    def eyebrow(self) -> str:
        return f"{self.person.name}, {self.person.email}"


class WithdrawInvitation(PersonForm):
    heading = _("Withdraw the invitation?")
    intro = _("The link in the message will stop working.")
    submit_label = _("Withdraw the invitation")
    done = _("The invitation is withdrawn.")
    warning = True
    invitation: Invitation

    def prepare(self) -> None:
        super().prepare()
        found = self.person.invitations.filter(accepted_at=None, withdrawn_at=None).first()
        if found is None:
            raise Http404
        self.invitation = found

    def do(self, form: BaseForm) -> None:
        services.withdraw_invitation(self.board, self.invitation, by=self.by, on=self.on)
