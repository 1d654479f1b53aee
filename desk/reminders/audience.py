"""Who is meant by a step, on one review, on one day. Loaded once for many reminders."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Sequence

from action_plans.models import Action
from boards.models import Hold, Holding, Membership, Office, Person
from boards.standing_in import stand_ins
from deadlines.models import Reminder
from guidance.reminders import RETURN_AS_TARGET, Whom
from panels.models import AgencyReturn
from reviews.capacities import Capacity, Grade
from reviews.models import Appointment, Interest, Review

OFFICES = {
    Whom.COORDINATOR: Office.COORDINATOR,
    Whom.SUBGROUP_CHAIR: Office.SUBGROUP_CHAIR,
    Whom.BOARD_CHAIR: Office.BOARD_CHAIR,
}
SPEAKS = {Whom.AUTHOR: Capacity.AGENCY_AUTHOR, Whom.PANEL_MEMBER: Capacity.PANEL_MEMBER}
RETURNS, ACTION = ("agency_return", RETURN_AS_TARGET), "action_done"


class Audience:
    """The people of these reviews by what they are to them. Eight queries, however many.

    Nobody whom an interest keeps out of a case is reminded of it. Where nobody is found, the
    co-ordinator is told in their place.
    """

    def __init__(self, reviews: Sequence[Review], parts: Collection[str], today: dt.date) -> None:
        ids = [review.pk for review in reviews]
        boards = {review.board_id for review in reviews}
        self.held: defaultdict[tuple[int, str], list[Holding]] = defaultdict(list)
        rows = Holding.objects.current(today).filter(board__in=boards).select_related("person")
        for row in rows.order_by("pk"):
            self.held[row.board_id, row.office].append(row)
        self.away = stand_ins(boards, today)
        people = {row.person_id: row.person for row in rows}
        missing = {each.person_id for each in self.away.values()} - set(people)
        self.people: dict[int, Person] = people | Person.objects.in_bulk(missing)
        self.appointed: defaultdict[tuple[int, str, str], list[Person]] = defaultdict(list)
        for each in (
            Appointment.objects.current(today)
            .filter(review__in=ids, capacity__in=SPEAKS.values())
            .select_related("person", "agency")
        ):
            self.appointed[each.review_id, each.capacity, each.agency.code].append(each.person)
        self.barred = set(
            Interest.objects.standing()
            .filter(review__in=ids, grade=Grade.OUT)
            .values_list("review_id", "person_id")
        )
        self.employed = set(
            Membership.objects.current(today)
            .filter(agency__code__in=list(parts))
            .values_list("agency__code", "person_id")
        )
        self.returns = {
            (row.review_id, row.agency.code): row
            for row in AgencyReturn.objects.filter(review__in=ids).select_related("agency")
        }
        actions = Action.objects.filter(plan__review__in=ids).select_related("owner")
        self.actions = {action.part: action for action in actions}

    def of(self, whom: Whom, review: Review, part: str = "") -> list[Person]:
        """Those who are meant; the co-ordinator where nobody is; nobody where there is none."""
        found = self._named(whom, review, part)
        if not found and whom is Whom.AUTHOR:
            found = self._named(Whom.PANEL_MEMBER, review, part)
        return found or self._named(Whom.COORDINATOR, review, part)

    def link(self, reminder: Reminder, review: Review) -> str:
        """The page on which the reminded person goes on."""
        if reminder.limit in RETURNS and (row := self.returns.get((review.pk, reminder.part))):
            return str(row.get_absolute_url())
        if reminder.limit == ACTION and (action := self.actions.get(reminder.part)):
            return str(action.get_absolute_url())
        return review.get_absolute_url()

    def _named(self, whom: Whom, review: Review, part: str) -> list[Person]:
        if whom in OFFICES:
            found = self._in_office(review, OFFICES[whom])
        elif whom in SPEAKS:
            found = self.appointed[review.pk, SPEAKS[whom], part]
        elif whom is Whom.AGENCY_BOARD_MEMBER:
            members = self.held[review.board_id, Office.BOARD_MEMBER]
            found = [row.person for row in members if (part, row.person_id) in self.employed]
        else:
            action = self.actions.get(part)
            found = [action.owner] if action else []
        return [
            person for person in dict.fromkeys(found) if (review.pk, person.pk) not in self.barred
        ]

    def _in_office(self, review: Review, office: str) -> list[Person]:
        """The holders; who stands in, beside one who is away; the deputies where nobody else may
        be told."""
        rows = self.held[review.board_id, office]
        away = self.away.get((review.board_id, office))
        found = [row.person for row in rows if row.hold != Hold.DEPUTY]
        if away:
            found.append(self.people[away.person_id])
        if any((review.pk, person.pk) not in self.barred for person in found):
            return found
        return [row.person for row in rows]
