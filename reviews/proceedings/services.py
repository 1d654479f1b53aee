"""Other proceedings about the same events, and what waits because of them (§5.5).

A hold annotates the review's time; it never stops it.
"""

import datetime as dt
from typing import Any

from django.utils.translation import gettext_lazy as _

from boards.models import Agency
from common.deeds import Act, NotNow, Obstacle, Overtaken, WrongDate
from reviews.door import deed
from reviews.models import Hearing, Proceeding, ProceedingHold, Review, StaffMatter
from reviews.proceedings.deeds import ADD, ADD_HEARING, CHANGE, HOLD, LIFT, LOOK, REFER_STAFF
from reviews.versions import check_version

LOOK_LATER = _("The review date must be after the date on which the hold began.")
HELD_ALREADY = Obstacle("held_already", _("This is already on hold for these proceedings."))
REFERRED_ALREADY = Obstacle(
    "referred_already", _("This agency's matter is recorded as referred on that day already.")
)


def add_proceeding(
    review: Review, *, by: Any, on: dt.date, version: int = 0, **words: Any
) -> Proceeding:
    """Add other proceedings to the register: body, reference, contact, who leads."""
    act = Act()
    facts = _facts(words)
    with deed(review, ADD, by=by, on=on, act=act, **words) as fresh:
        proceeding = Proceeding.objects.create(review=fresh, recorded_by=by, **facts)
        act.about(proceeding, kind=proceeding.kind)
    return proceeding


def change_proceeding(
    review: Review,
    *,
    by: Any,
    on: dt.date,
    proceeding: Proceeding,
    version: int,
    **words: Any,
) -> Proceeding:
    """Change what the register says of other proceedings."""
    act = Act()
    facts = _facts(words)
    with deed(review, CHANGE, by=by, on=on, act=act, **words) as fresh:
        standing = Proceeding.objects.get(pk=proceeding.pk, review=fresh)
        check_version(version, standing.version, fresh)
        for name, value in facts.items():
            setattr(standing, name, value)
        standing.version += 1
        standing.save()
        act.about(standing, kind=standing.kind)
    return standing


WRITTEN = (
    *("kind", "body", "reference", "contact", "opened_on", "closed_on", "lead", "questions"),
    *("questions_told_on", "childs_interests"),
)


def _facts(words: dict[str, Any]) -> dict[str, Any]:
    """What the register holds, taken out of the words of the deed."""
    return {name: words.pop(name) for name in WRITTEN if name in words}


def add_hearing(
    review: Review,
    *,
    by: Any,
    on: dt.date,
    proceeding: Proceeding,
    sits_on: dt.date,
    what: str,
    replaces: Hearing | None = None,
    **words: Any,
) -> Hearing:
    """Record a day on which the other body sits; it may take the place of one that was moved."""
    act = Act()
    with deed(review, ADD_HEARING, by=by, on=on, act=act, **words) as fresh:
        if replaces and Hearing.objects.filter(replaces=replaces).exists():
            raise Overtaken(fresh)
        hearing = Hearing.objects.create(
            proceeding=proceeding, sits_on=sits_on, what=what, replaces=replaces, recorded_by=by
        )
        act.about(hearing, kind=proceeding.kind, sits_on=sits_on.isoformat())
    return hearing


def put_hold(
    review: Review,
    *,
    by: Any,
    on: dt.date,
    proceeding: Proceeding,
    held: str,
    asked_by: str,
    agreed_by: str,
    next_look_on: dt.date,
    **words: Any,
) -> ProceedingHold:
    """Hold something of the review from that day, because another body asked and it was agreed.

    The six months keep counting; the hold stands beside them until it is lifted.
    """
    act = Act()
    with deed(review, HOLD, by=by, on=on, act=act, **words):
        if next_look_on <= on:
            raise WrongDate(LOOK_LATER)
        if proceeding.holds.filter(held=held, lifted_on=None).exists():
            raise NotNow([HELD_ALREADY])
        hold = ProceedingHold.objects.create(
            proceeding=proceeding,
            held=held,
            asked_by=asked_by,
            agreed_by=agreed_by,
            since_on=on,
            next_look_on=next_look_on,
            recorded_by=by,
        )
        act.about(hold, held=held, next_look_on=next_look_on.isoformat())
    return hold


def look_at_hold(
    review: Review,
    *,
    by: Any,
    on: dt.date,
    hold: ProceedingHold,
    next_look_on: dt.date,
    **words: Any,
) -> ProceedingHold:
    """The hold was looked at and stands on, until the next look."""
    act = Act()
    with deed(review, LOOK, by=by, on=on, not_before=hold.since_on, act=act, **words) as fresh:
        standing = _standing(fresh, hold)
        if next_look_on <= on:
            raise WrongDate(LOOK_LATER)
        standing.next_look_on = next_look_on
        standing.save(update_fields=["next_look_on"])
        act.about(standing, held=standing.held, next_look_on=next_look_on.isoformat())
    return standing


def lift_hold(
    review: Review, *, by: Any, on: dt.date, hold: ProceedingHold, **words: Any
) -> ProceedingHold:
    """Lift a hold on that day."""
    act = Act()
    with deed(review, LIFT, by=by, on=on, not_before=hold.since_on, act=act, **words) as fresh:
        standing = _standing(fresh, hold)
        standing.lifted_on = on
        standing.save(update_fields=["lifted_on"])
        act.about(standing, held=standing.held)
    return standing


def _standing(review: Review, hold: ProceedingHold) -> ProceedingHold:
    found = ProceedingHold.objects.filter(
        pk=hold.pk, proceeding__review=review, lifted_on=None
    ).first()
    if found is None:
        raise Overtaken(review)
    return found


def refer_staff_matter(
    review: Review, *, by: Any, on: dt.date, agency: Agency, **words: Any
) -> StaffMatter:
    """A matter about staff went to the agency's own procedure: which agency, on which day."""
    act = Act()
    with deed(review, REFER_STAFF, by=by, on=on, act=act, **words) as fresh:
        matter, is_new = StaffMatter.objects.get_or_create(
            review=fresh, agency=agency, referred_on=on, defaults={"recorded_by": by}
        )
        if not is_new:
            raise NotNow([REFERRED_ALREADY])
        act.about(matter)
    return matter
