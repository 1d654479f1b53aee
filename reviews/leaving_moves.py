"""What moves on cases when somebody leaves: appointments, what an agency was asked before the
recommendation, what waits to be confirmed, and the lead of other work."""

from collections.abc import Sequence

from django.db.models import Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from guardian.shortcuts import remove_perm

from boards.leaving.moves import Handover, Line, Move, account_stays, register
from common import clock
from reviews import journey
from reviews.capacities import Capacity, Grade
from reviews.confirming.emails import left_to_answer
from reviews.handing_over import locked, names_for, write_down
from reviews.models import (
    ENDED_WORK,
    Appointment,
    Confirmation,
    Interest,
    OtherWork,
    ScopingReturn,
    ScopingState,
)
from reviews.people.services import grant
from reviews.scoping import emails as scoping_emails
from reviews.verbs import Work

HELD = _("The person who takes over holds this already.")
APART = _("The panel chair and a reviewer are never the same person.")
TO_COORDINATORS = _(
    "The successor has a declared interest and cannot answer, so a co-ordinator answers instead."
)
KEPT_OUT = _("An interest keeps the person who takes over from it.")


def open_appointments(handover: Handover) -> QuerySet[Appointment]:
    """On the board's cases, beyond the last day; where a case is over, they only end."""
    rows: QuerySet[Appointment] = Appointment.objects.filter(
        Q(until_on=None) | Q(until_on__gt=handover.last_on),
        person=handover.person,
        review__board=handover.board,
    )
    return rows.select_related("review__board").order_by("review", "pk")


def judged(handover: Handover, rows: Sequence[Appointment]) -> dict[int, Promise | None]:
    """By appointment: None where the successor takes it, else why not. Two queries."""
    cases = {row.review_id for row in rows}
    held: dict[int, set[str]] = {}
    theirs = Appointment.objects.filter(
        Q(until_on=None) | Q(until_on__gte=handover.next_on),
        review__in=cases,
        person=handover.successor,
    )
    for pk, capacity in theirs.values_list("review", "capacity"):
        held.setdefault(pk, set()).add(capacity)
    interests = Interest.objects.standing().filter(review__in=cases, person=handover.successor)
    grades = dict(interests.values_list("review", "grade"))
    found: dict[int, Promise | None] = {}
    for row in rows:
        mine = held.setdefault(row.review_id, set())
        found[row.pk] = why_not(row.capacity, mine, grades.get(row.review_id, ""))
        if found[row.pk] is None:
            mine.add(row.capacity)
    return found


def why_not(capacity: str, held: set[str], grade: str) -> Promise | None:
    """The same rules as for any appointment (reviews.people.services)."""
    reviewers = set(Capacity.reviewers())
    judging = capacity == Capacity.PANEL_CHAIR or capacity in reviewers
    if grade == Grade.OUT or (grade == Grade.MANAGED and judging):
        return KEPT_OUT
    if capacity in held:
        return HELD
    chair_too = capacity == Capacity.PANEL_CHAIR and bool(held & reviewers)
    if chair_too or (capacity in reviewers and Capacity.PANEL_CHAIR in held):
        return APART
    return None


def preview_appointments(handover: Handover) -> list[Line]:
    rows = list(open_appointments(handover).filter(review__stage__in=journey.RUNNING))
    names = names_for(handover.by, [row.review for row in rows])
    why = judged(handover, rows)
    return [
        Line(f"{names[row.review_id]} · {row.get_capacity_display()}", why[row.pk] or "")
        for row in rows
    ]


def move_appointments(handover: Handover) -> int:
    """Each ends with the last day; the successor is appointed from the day after, without the
    statement of independence: that is each person's own."""
    cases = {
        row.pk: row for row in locked(open_appointments(handover).values_list("review", flat=True))
    }
    rows = list(open_appointments(handover).select_related("person__user"))
    going_on = [row for row in rows if cases[row.review_id].is_running]
    why = judged(handover, going_on)
    for row in rows:
        row.until_on = max(handover.last_on, row.from_on)
    Appointment.objects.bulk_update(rows, ["until_on"])
    if handover.last_on < clock.today() and handover.person.user is not None:
        for row in rows:
            remove_perm(f"reviews.appointed_{row.capacity}", handover.person.user, row.review)
    made = Appointment.objects.bulk_create(
        Appointment(
            review=row.review,
            person=handover.successor,
            capacity=row.capacity,
            agency_id=row.agency_id,
            from_on=max(handover.next_on, row.from_on),
        )
        for row in going_on
        if why[row.pk] is None
    )
    for row in made:
        grant(row)
    write_down(handover, [row.review_id for row in rows], Work.APPOINTMENT)
    return len(made)


def appointed_elsewhere(handover: Handover) -> bool:
    """A part in another board's review keeps the account open."""
    rows = Appointment.objects.current(clock.today()).filter(person=handover.person)
    return bool(
        rows.filter(review__stage__in=journey.RUNNING)
        .exclude(review__board=handover.board)
        .exists()
    )


def kept_out(handover: Handover) -> set[int]:
    """The board's cases from which an interest keeps the successor."""
    rows = Interest.objects.standing().filter(
        person=handover.successor, grade=Grade.OUT, review__board=handover.board
    )
    return set(rows.values_list("review", flat=True))


def unconfirmed(handover: Handover) -> QuerySet[Confirmation]:
    """What nobody will confirm: where another board works with the person, they still can."""
    if account_stays(handover):
        return Confirmation.objects.none()
    rows: QuerySet[Confirmation] = Confirmation.objects.waiting().filter(
        person=handover.person, passed_at=None, review__board=handover.board
    )
    return rows.select_related("review__board").order_by("review", "pk")


def preview_unconfirmed(handover: Handover) -> list[Line]:
    rows = list(unconfirmed(handover))
    names = names_for(handover.by, [row.review for row in rows])
    barred = kept_out(handover)
    return [
        Line(names[row.review_id], TO_COORDINATORS if row.review_id in barred else "")
        for row in rows
    ]


def move_unconfirmed(handover: Handover) -> int:
    """A confirmation is personal and stays theirs; the successor is asked what the papers show.

    Until the last day the leaver may still confirm. Where an interest keeps the successor out of
    the case, the co-ordinators are asked.
    """
    cases = locked(unconfirmed(handover).values_list("review", flat=True))
    barred = kept_out(handover)
    rows = list(unconfirmed(handover).select_for_update(of=("self",), no_key=True))
    for row in rows:
        row.passed_at = clock.now()
        row.passed_to = None if row.review_id in barred else handover.successor
        row.save(update_fields=["passed_at", "passed_to"])
        left_to_answer(row)
    write_down(handover, [case.pk for case in cases], Work.CONFIRMATION)
    return len(rows)


def asked(handover: Handover) -> QuerySet[ScopingReturn]:
    """What the sub-group asked of the person for their agency, and waits for."""
    return ScopingReturn.objects.filter(
        asked_of=handover.person, state=ScopingState.ASKED, review__board=handover.board
    ).select_related("review__board")


def preview_asked(handover: Handover) -> list[Line]:
    rows = list(asked(handover))
    names = names_for(handover.by, [row.review for row in rows])
    barred = kept_out(handover)
    return [Line(names[row.review_id], KEPT_OUT if row.review_id in barred else "") for row in rows]


def move_asked(handover: Handover) -> int:
    """The successor is asked at once, and mailed a link: the leaver's is withdrawn. Where an
    interest keeps them out, nobody is asked by mail any more: whoever prepares the meeting asks."""
    locked(asked(handover).values_list("review", flat=True))
    barred = kept_out(handover)
    rows = list(asked(handover))
    for row in rows:
        row.asked_of = None if row.review_id in barred else handover.successor
        row.save(update_fields=["asked_of"])
        scoping_emails.asked(row, clock.today())
    write_down(handover, [row.review_id for row in rows], Work.SCOPING)
    return len(rows)


def led(handover: Handover) -> QuerySet[OtherWork]:
    return OtherWork.objects.filter(board=handover.board, lead=handover.person).exclude(
        stage__in=ENDED_WORK
    )


def preview_led(handover: Handover) -> list[Line]:
    return [Line(row.reference) for row in led(handover)]


def move_led(handover: Handover) -> int:
    return led(handover).update(lead=handover.successor)


register(
    Move(
        "appointments",
        _("Parts in reviews"),
        10,
        preview_appointments,
        move_appointments,
        keeps_account=appointed_elsewhere,
    )
)
register(Move("asked", _("Agencies' answers asked for"), 20, preview_asked, move_asked))
register(Move("unconfirmed", _("To be confirmed"), 50, preview_unconfirmed, move_unconfirmed))
register(Move("other_work", _("Other work led"), 60, preview_led, move_led))
