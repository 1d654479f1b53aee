"""Who may have been at a meeting, in the order in which they are ticked: the body's members first,
then everybody else by their agency."""

from collections.abc import Iterable

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from boards.models import Holding, Membership, Office, Person
from common import clock
from reviews.capacities import Capacity
from reviews.models import Appointment, Body, Review

Group = tuple[str | Promise, list[Person]]
ON_PANEL = (Capacity.PANEL_CHAIR, Capacity.PANEL_MEMBER, *Capacity.reviewers())
OFFICES = {
    Body.SUBGROUP: (Office.SUBGROUP_CHAIR, Office.SUBGROUP_MEMBER),
    Body.BOARD: (Office.BOARD_CHAIR, Office.BOARD_MEMBER),
}
MEMBERS = {
    Body.PANEL: _("Members of the panel"),
    Body.SUBGROUP: _("Members of the sub-group"),
    Body.BOARD: _("Members of the Board"),
}
OTHERS = _("Others")


def by_seat(review: Review, people: Iterable[Person], body: str = "") -> list[Group]:
    """In groups, each person once. Without a body, panel and sub-group come first. Four queries."""
    left = {person.pk: person for person in people}
    first = [Body(body)] if body else [Body.PANEL, Body.SUBGROUP]
    groups: list[Group] = []
    for each in first:
        seated = members(review, each)
        groups.append((MEMBERS[each], [left.pop(pk) for pk in list(left) if pk in seated]))
    agencies: dict[str, list[Person]] = {}
    for pk, name in agency_names(left).items():
        agencies.setdefault(name, []).append(left.pop(pk))
    groups += sorted(agencies.items())
    groups.append((OTHERS, list(left.values())))
    return [(label, rows) for label, rows in groups if rows]


def members(review: Review, body: Body) -> set[int]:
    """The persons who sit on a body today."""
    today = clock.today()
    if body == Body.PANEL:
        sitting = Appointment.objects.current(today).filter(review=review, capacity__in=ON_PANEL)
        return set(sitting.values_list("person", flat=True))
    held = Holding.objects.current(today).filter(board=review.board_id, office__in=OFFICES[body])
    return set(held.values_list("person", flat=True))


def agency_names(people: Iterable[int]) -> dict[int, str]:
    """Each person's agency, in the reader's language."""
    rows = Membership.objects.current(clock.today()).filter(person__in=list(people))
    return {row.person_id: str(row.agency) for row in rows.select_related("agency")}
