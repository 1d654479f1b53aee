"""What moves of the board itself when somebody leaves: offices, invitations, unsent messages."""

from collections.abc import Sequence

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from boards.leaving.moves import Handover, Line, Move, account_stays, register
from boards.models import Holding, Invitation, Listing
from common import clock
from common.models import OutboxMessage

HELD_ALREADY = _("The person who takes over holds this already.")


def open_offices(handover: Handover) -> QuerySet[Holding]:
    """The offices held beyond the last day."""
    rows: QuerySet[Holding] = Holding.objects.filter(
        Q(until_on=None) | Q(until_on__gt=handover.last_on),
        board=handover.board,
        person=handover.person,
    )
    return rows


def taken(handover: Handover) -> set[str]:
    """The offices that the successor holds after that day in any case."""
    rows = Holding.objects.filter(
        Q(until_on=None) | Q(until_on__gte=handover.next_on),
        board=handover.board,
        person=handover.successor,
    )
    return set(rows.values_list("office", flat=True))


def preview_offices(handover: Handover) -> list[Line]:
    held = taken(handover)
    return [
        Line(
            f"{row.get_office_display()} · {row.get_hold_display()}",
            HELD_ALREADY if row.office in held else "",
        )
        for row in open_offices(handover)
    ]


def move_offices(handover: Handover) -> int:
    """The successor holds them from the day after, until the day on which they would have ended."""
    held = taken(handover)
    rows = list(open_offices(handover).select_for_update(of=("self",)))
    Holding.objects.bulk_create(
        Holding(
            board=handover.board,
            person=handover.successor,
            office=row.office,
            hold=row.hold,
            from_on=max(handover.next_on, row.from_on),
            until_on=row.until_on,
        )
        for row in rows
        if row.office not in held
    )
    begun = [row.pk for row in rows if row.from_on <= handover.last_on]
    Holding.objects.filter(pk__in=begun).update(until_on=handover.last_on)
    for row in rows:
        if row.pk not in begun:  # it never began: its one day is the one it would have begun on
            Holding.objects.filter(pk=row.pk).delete()
    return len(rows)


def open_invitations(handover: Handover) -> QuerySet[Invitation]:
    return Invitation.objects.open(clock.now()).filter(person=handover.person)


def preview_invitations(handover: Handover) -> Sequence[Line]:
    stays = _("It is withdrawn: an invitation is for one person.")
    return [
        Line(str(_("Invitation to open an account")), stays) for _row in open_invitations(handover)
    ]


def move_invitations(handover: Handover) -> int:
    return open_invitations(handover).update(withdrawn_at=clock.now())


def unsent(handover: Handover) -> QuerySet[OutboxMessage]:
    """Messages still waiting; whatever holds a private link is not for anybody else. Where another
    board works with the person too, none is passed on: it may be that board's."""
    if account_stays(handover):
        return OutboxMessage.objects.none()
    return OutboxMessage.objects.unsettled().filter(person=handover.person.pk, is_private=False)


def preview_unsent(handover: Handover) -> list[Line]:
    """How many, not which: a subject names a case that the reader may be kept out of."""
    count = unsent(handover).count()
    return [Line(str(_("They go to the new address as they were written.")), count=count)] * bool(
        count
    )


def move_unsent(handover: Handover) -> int:
    """They go to the successor's address, in the language in which they were written."""
    return (
        unsent(handover)
        .filter(claimed_until=None)
        .update(to=handover.successor.email, person=handover.successor.pk)
    )


def known_elsewhere(handover: Handover) -> bool:
    """Another board has the person on its list or in an office after that day."""
    beyond = Q(until_on=None) | Q(until_on__gt=handover.last_on)
    return any(
        rows.filter(beyond, person=handover.person).exclude(board=handover.board).exists()
        for rows in (Listing.objects, Holding.objects)
    )


register(
    Move("offices", _("Offices"), 0, preview_offices, move_offices, keeps_account=known_elsewhere)
)
register(Move("invitations", _("Invitations"), 80, preview_invitations, move_invitations))
register(Move("unsent", _("Messages not yet sent"), 90, preview_unsent, move_unsent))
