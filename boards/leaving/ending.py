"""The end of a leaver's account, once the last day is over.

The account opens nothing from the day after in any case (boards.backends asks for the day); what is
done here closes the sessions and shows the account as closed.
"""

import datetime as dt

from allauth.usersessions.models import UserSession
from django.db import transaction

from boards.calendar.tokens import revoke
from boards.models import Leaving, User
from common import clock


def end_account_if_over(leaving: Leaving, today: dt.date) -> None:
    """Close the account once the last day is over: signed out everywhere, and no way in."""
    user = leaving.person.user
    if not leaving.account_ends or leaving.last_on >= today or user is None:
        return
    User.objects.filter(pk=user.pk).update(is_active=False)
    for session in UserSession.objects.filter(user=user):
        session.end()
    revoke(leaving.person)
    leaving.account_closed_at = clock.now()
    leaving.save(update_fields=["account_closed_at"])


def end_accounts_that_are_over() -> int:
    """Close the accounts of all whose last day has passed; says how many."""
    today, ended = clock.today(), 0
    with transaction.atomic():
        due = Leaving.objects.filter(
            account_ends=True, account_closed_at=None, last_on__lt=today, person__user__isnull=False
        )
        for leaving in due.select_related("person__user").select_for_update(of=("self",)):
            end_account_if_over(leaving, today)
            ended += 1
    return ended
