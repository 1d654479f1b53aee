"""Who is meant by a step, on one review, on one day. Loaded once for many reminders."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from action_plans.models import Action
from boards.models import Hold, Holding, Membership, Office, Person
from boards.standing_in import stand_ins
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
# Who was asked before a step goes up to these, and to whom it goes where they are the same person.
ASKED_BEFORE = {
    Whom.PANEL_MEMBER: (Whom.AUTHOR,),
    Whom.AGENCY_BOARD_MEMBER: (Whom.AUTHOR, Whom.PANEL_MEMBER),
    Whom.SUBGROUP_CHAIR: (Whom.COORDINATOR, Whom.OWNER),
    Whom.BOARD_CHAIR: (Whom.COORDINATOR, Whom.SUBGROUP_CHAIR),
}
NEXT_UP = {
    Whom.PANEL_MEMBER: Whom.AGENCY_BOARD_MEMBER,
    Whom.SUBGROUP_CHAIR: Whom.BOARD_CHAIR,
}
DECIDING = (Office.SUBGROUP_CHAIR, Office.BOARD_CHAIR)
RETURNS, ACTION = ("agency_return", RETURN_AS_TARGET), "action_done"


class Audience:
    """The people of these reviews by what they are to them. Eight queries, however many.

    Nobody is reminded of a case that an interest keeps them out of, or who has no part in it any
    more, or whose account is closed; a chair who managed the work neither, where a deputy acts.
    """

    def __init__(self, reviews: Sequence[Review], parts: Collection[str], today: dt.date) -> None:
        ids = [review.pk for review in reviews]
        boards = {review.board_id for review in reviews}
        self.held: defaultdict[tuple[int, str], list[Holding]] = defaultdict(list)
        rows = Holding.objects.current(today).filter(board__in=boards)
        rows = rows.select_related("person__user")
        for row in rows.order_by("pk"):
            self.held[row.board_id, row.office].append(row)
        self.away = stand_ins(boards, today)
        people = {row.person_id: row.person for row in rows}
        missing = {each.person_id for each in self.away.values()} - set(people)
        asked = Person.objects.select_related("user")
        self.people: dict[int, Person] = people | asked.in_bulk(missing)
        self.appointed: defaultdict[tuple[int, str, str], list[Person]] = defaultdict(list)
        self.reviewers: defaultdict[tuple[int, str], list[Person]] = defaultdict(list)
        for each in (
            Appointment.objects.current(today)
            .filter(review__in=ids, capacity__in=[*SPEAKS.values(), *Capacity.reviewers()])
            .select_related("person__user", "agency")
        ):
            if each.capacity in Capacity.reviewers():
                self.reviewers[each.review_id, str(each.person_id)].append(each.person)
            elif each.agency:
                self.appointed[each.review_id, each.capacity, each.agency.code].append(each.person)
        grades = Interest.objects.standing().filter(review__in=ids)
        self.barred: set[tuple[int, int]] = set()
        self.managed: set[tuple[int, int]] = set()
        for review, person, grade in grades.values_list("review_id", "person_id", "grade"):
            if grade == Grade.OUT:
                self.barred.add((review, person))
            elif grade == Grade.MANAGED:
                self.managed.add((review, person))
        self.employed = set(
            Membership.objects.current(today)
            .filter(agency__code__in=list(parts))
            .values_list("agency__code", "person_id")
        )
        self.returns = {
            (row.review_id, row.agency.code): row
            for row in AgencyReturn.objects.filter(review__in=ids).select_related("agency")
        }
        actions = Action.objects.filter(plan__review__in=ids).select_related("owner__user")
        self.actions = {action.part: action for action in actions}

    def of(self, whom: Whom, review: Review, part: str = "") -> list[Person]:
        """Those who are meant; the panel member of an agency that has named no author."""
        found = self._named(whom, review, part)
        if not found and whom is Whom.AUTHOR:
            found = self._named(Whom.PANEL_MEMBER, review, part)
        return found

    def above(self, whom: Whom, review: Review, part: str = "") -> list[Person]:
        """Those to whom a step goes up: nobody who was asked before, but the next in line."""
        asked = {
            person
            for before in ASKED_BEFORE.get(whom, ())
            for person in self._named(before, review, part)
        }
        meant = self._named(whom, review, part)
        found = [person for person in meant if person not in asked]
        if meant and not found and whom in NEXT_UP:
            return self.above(NEXT_UP[whom], review, part)
        return found

    def _named(self, whom: Whom, review: Review, part: str) -> list[Person]:
        if whom in OFFICES:
            return self._in_office(review, OFFICES[whom])
        if whom in SPEAKS:
            found = self.appointed[review.pk, SPEAKS[whom], part]
        elif whom is Whom.AGENCY_BOARD_MEMBER:
            members = self.held[review.board_id, Office.BOARD_MEMBER]
            found = [row.person for row in members if (part, row.person_id) in self.employed]
        elif whom is Whom.REVIEWER:
            found = self.reviewers[review.pk, part]
        else:
            action = self.actions.get(part)
            found = [action.owner] if action else []
        return [person for person in dict.fromkeys(found) if self._may_be_told(person, review)]

    def _may_be_told(self, person: Person, review: Review) -> bool:
        is_closed = person.user is not None and not person.user.is_active
        return not is_closed and (review.pk, person.pk) not in self.barred

    def _in_office(self, review: Review, office: Office) -> list[Person]:
        """The holders, or who stands in for one who is away; the deputies where no holder may be
        told."""
        rows = self.held[review.board_id, office]
        away = self.away.get((review.board_id, office))

        def tellable(people: Iterable[Person]) -> list[Person]:
            return [
                person
                for person in dict.fromkeys(people)
                if self._may_be_told(person, review)
                and not (office in DECIDING and (review.pk, person.pk) in self.managed)
            ]

        holders = [row.person for row in rows if row.hold != Hold.DEPUTY]
        if away and (instead := tellable([self.people[away.person_id]])):
            there = [person for person in holders if person.pk != away.holder_id]
            return list(dict.fromkeys([*tellable(there), *instead]))
        return tellable(holders) or tellable(row.person for row in rows)
