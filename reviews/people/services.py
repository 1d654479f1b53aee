"""Appointments and interests: who is what on a review, and who must keep out."""

import datetime as dt
from typing import Any

from django.utils.translation import gettext_lazy as _
from guardian.shortcuts import assign_perm, remove_perm

from boards.models import Agency, Person
from boards.opening import when_opened
from common import clock
from common.deeds import Act, NotNow, Obstacle
from reviews.capacities import Capacity, Grade
from reviews.deeds import APPOINT, DECLARE_INTEREST, END_APPOINTMENT, LIFT_INTEREST, SET_INTEREST
from reviews.door import deed
from reviews.models import Appointment, Interest, Review
from reviews.people import emails
from reviews.people.deeds import REPLACE

CHAIR_AND_REVIEWER = _(
    "The same person cannot be a reviewer and the panel chair. Choose somebody else."
)
HELD_ALREADY = _("This person already holds this appointment.")
CHAIRED_ALREADY = _("There is already a panel chair. End that appointment first.")
STATED = (Capacity.PANEL_CHAIR, *Capacity.reviewers())
"""Whose independence of the case is declared, with what it rests on."""
ENDED_ALREADY = _("This appointment has ended already.")
STATEMENT_WANTED = _("The person who replaces them must make their own statement.")
KEPT_OUT = _("This person cannot take this role because of a declared interest.")


def appoint(
    review: Review,
    *,
    by: Any,
    on: dt.date,
    person: Person,
    capacity: str,
    agency: Agency | None = None,
    is_independent: bool | None = None,
    independence: str = "",
    qualifications: str = "",
    interest: str = "",
    interest_what: str = "",
    **words: Any,
) -> Appointment:
    """Appoint a person to a part in the review, from that day (§5.9, §5.14, §6.7).

    `interest` is the grade of one that they declared when they were asked; it counts from now on.
    """
    act = Act(details={"capacity": capacity})
    with deed(review, APPOINT, by=by, on=on, act=act, **words) as fresh:
        if interest:
            _put(fresh, person, by, on, interest, interest_what, act)
        _keep_single(fresh, person, capacity)
        _keep_apart(fresh, person, capacity)
        appointment = Appointment.objects.create(
            review=fresh,
            person=person,
            capacity=capacity,
            agency=agency,
            from_on=on,
            is_independent=is_independent,
            independence=independence,
            qualifications=qualifications,
        )
        grant(appointment)
        act.about(appointment)
        emails.appointed(fresh, person, on)
    return appointment


def replace(
    review: Review,
    *,
    by: Any,
    on: dt.date,
    appointment: Appointment,
    person: Person,
    why: str,
    is_independent: bool | None = None,
    independence: str = "",
    qualifications: str = "",
    **words: Any,
) -> Appointment:
    """Somebody takes another's place on that day, with a statement of their own.

    The part and the agency stay; the statement of whoever leaves stays with their appointment.
    """
    capacity = appointment.capacity
    act = Act(details={"capacity": capacity})
    with deed(
        review, REPLACE, by=by, on=on, not_before=appointment.from_on, act=act, **words
    ) as fresh:
        left = Appointment.objects.select_related("person__user").get(pk=appointment.pk)
        if left.until_on is not None:
            raise NotNow([Obstacle("ended_already", ENDED_ALREADY)])
        if capacity in STATED and not independence.strip():
            raise NotNow([Obstacle("no_statement", STATEMENT_WANTED)])
        _end(left, on, why)
        _keep_single(fresh, person, capacity)
        _keep_apart(fresh, person, capacity)
        newcomer = Appointment.objects.create(
            review=fresh,
            person=person,
            capacity=capacity,
            agency=left.agency,
            from_on=on,
            is_independent=is_independent,
            independence=independence,
            qualifications=qualifications,
            replaces=left,
        )
        grant(newcomer)
        act.about(newcomer)
        emails.appointed(fresh, person, on)
    return newcomer


def _keep_single(review: Review, person: Person, capacity: str) -> None:
    """Asked under the lock: the form was filled in before somebody else appointed."""
    held = Appointment.objects.filter(review=review, capacity=capacity, until_on=None)
    if held.filter(person=person).exists():
        raise NotNow([Obstacle("held_already", HELD_ALREADY)])
    if capacity == Capacity.PANEL_CHAIR and held.exists():
        raise NotNow([Obstacle("chaired_already", CHAIRED_ALREADY)])


def _keep_apart(review: Review, person: Person, capacity: str) -> None:
    held = Appointment.objects.current(clock.today()).filter(review=review, person=person)
    reviewers = Capacity.reviewers()
    clash = (
        held.filter(capacity__in=reviewers)
        if capacity == Capacity.PANEL_CHAIR
        else held.filter(capacity=Capacity.PANEL_CHAIR).exclude(capacity=capacity)
        if capacity in reviewers
        else Appointment.objects.none()
    )
    if clash.exists():
        raise NotNow([Obstacle("chair_and_reviewer", CHAIR_AND_REVIEWER)])
    interest = Interest.objects.standing().filter(review=review, person=person).first()
    judging = capacity == Capacity.PANEL_CHAIR or capacity in reviewers
    if interest and (interest.grade == Grade.OUT or (interest.grade == Grade.MANAGED and judging)):
        raise NotNow([Obstacle("kept_out", KEPT_OUT)])


def grant(appointment: Appointment) -> None:
    """Write guardian's row for an appointment, if the person has an account."""
    if appointment.person.user:
        assign_perm(
            f"reviews.appointed_{appointment.capacity}",
            appointment.person.user,
            appointment.review,
        )


@when_opened
def grant_open_appointments(person: Person) -> None:
    """Somebody appointed before they had an account has opened one: their rows are written now."""
    for row in Appointment.objects.current(clock.today()).filter(person=person):
        grant(row)


def end_appointment(
    review: Review, *, by: Any, on: dt.date, appointment: Appointment, **words: Any
) -> Appointment:
    """End an appointment on that day; guardian's row goes with it."""
    act = Act(details={"capacity": appointment.capacity}).about(appointment)
    with deed(
        review, END_APPOINTMENT, by=by, on=on, not_before=appointment.from_on, act=act, **words
    ):
        _end(appointment, on, "")
    return appointment


def _end(appointment: Appointment, on: dt.date, why: str) -> None:
    appointment.until_on, appointment.ended_why = on, why
    appointment.save(update_fields=["until_on", "ended_why"])
    if appointment.person.user:
        remove_perm(
            f"reviews.appointed_{appointment.capacity}",
            appointment.person.user,
            appointment.review,
        )


def declare_interest(
    review: Review, *, by: Any, on: dt.date, grade: str, what: str, **words: Any
) -> Interest:
    """Declare an interest of one's own. It counts at once; the chair may set another grade."""
    act = Act(details={"grade": grade})
    with deed(review, DECLARE_INTEREST, by=by, on=on, act=act, **words) as fresh:
        return _put(fresh, by.person, by, on, grade, what, act)


def set_interest(
    review: Review,
    *,
    by: Any,
    on: dt.date,
    person: Person,
    grade: str,
    what: str,
    **words: Any,
) -> Interest:
    """Set how far another person's interest keeps them out. Nobody sets their own."""
    act = Act(details={"grade": grade})
    with deed(review, SET_INTEREST, by=by, on=on, judges=[person.pk], act=act, **words) as fresh:
        return _put(fresh, person, by, on, grade, what, act)


def _put(
    review: Review, person: Person, by: Any, on: dt.date, grade: str, what: str, act: Act
) -> Interest:
    """A new grade is a new row; the one before is lifted, and says that it was replaced."""
    Interest.objects.standing().filter(review=review, person=person).update(
        lifted_at=clock.now(), lifted_by=by, lifted_why=what
    )
    interest = Interest.objects.create(
        review=review, person=person, grade=grade, reason=what, declared_on=on, set_by=by
    )
    act.about(interest)
    return interest


def lift_interest(
    review: Review, *, by: Any, on: dt.date, interest: Interest, why: str, **words: Any
) -> Interest:
    """Lift an interest, with the reason. Nobody lifts their own."""
    act = Act().about(interest)
    with deed(review, LIFT_INTEREST, by=by, on=on, judges=[interest.person_id], act=act, **words):
        interest.lifted_at = clock.now()
        interest.lifted_by = by
        interest.lifted_why = why
        interest.save(update_fields=["lifted_at", "lifted_by", "lifted_why"])
    return interest
