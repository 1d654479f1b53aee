"""The message that brings an invitation."""

from django.urls import reverse

from boards.models import Invitation
from common.clock import WALES
from common.outbox.post import post


def invited(invitation: Invitation, token: str) -> None:
    """To the person alone; the link in it is the only place where the token stands."""
    post(
        kind="accounts.invited",
        to=invitation.person,
        template="boards/invitations/emails/invited",
        context={
            "link": reverse("accept_invitation", args=[token]),
            "expires_on": invitation.expires_at.astimezone(WALES).date(),
        },
        key=f"accounts.invited:{invitation.pk}",
        is_private=True,
        board=invitation.board_id,
        asked_for=True,
    )
