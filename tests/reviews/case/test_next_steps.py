"""What happens next says who may do it: holders before deputies, an agency's own people."""

import datetime as dt

from deadlines.models import BoardTarget, Reached
from deadlines.services import derive
from guidance.limit import Unit
from guidance.milestones import Milestone
from panels.models import AgencyReturn
from reviews.capacities import Capacity, Grade
from reviews.case.next_steps import next_steps
from reviews.journey import Stage
from reviews.people.services import appoint, set_interest


def who(world, review):
    found = next_steps(review, world.user("coordinator"), world.today)
    assert found
    return found.who


def test_the_holder_stands_before_the_deputy_who_is_marked(world):
    assert who(world, world.review_at(Stage.DECISION)) == "BE Board Chair, BE Vice Chair (Deputy)"


def test_whoever_may_only_read_is_not_named(world):
    review = world.review_at(Stage.DECISION)
    set_interest(
        review,
        by=world.user("coordinator"),
        on=world.today,
        person=world.person("board-chair"),
        grade=Grade.MANAGED,
        what="Oversaw the work.",
    )
    assert who(world, review) == "BE Vice Chair (Deputy)"


def test_an_agencys_turn_names_its_own_people_only(world):
    review = world.review_at(Stage.TIMELINES)
    asked = AgencyReturn.objects.filter(review=review, state="asked").first()
    assert asked
    appoint(
        review,
        by=world.user("coordinator"),
        on=world.today,
        person=world.person("outsider"),
        capacity=Capacity.AGENCY_AUTHOR,
        agency=asked.agency,
    )
    assert "Outsider" in who(world, review)
    assert "Coordinator" not in who(world, review)


def test_where_nobody_speaks_for_the_agency_the_office_does_it(world):
    review = world.review_at(Stage.TIMELINES)
    asked = AgencyReturn.objects.filter(review=review, state="asked").first()
    assert asked
    assert not review.appointments.filter(agency=asked.agency).exists()
    assert "BE Coordinator" in who(world, review)


def test_a_turn_is_due_on_the_day_that_the_board_aims_at(world):
    review = world.review_at(Stage.DECISION)
    aim_at(review.board, "chair_decides", days=10)
    derive([review.timetable])
    found = next_steps(review, world.user("coordinator"), world.today)
    assert found and found.due_on == recommended_on(review) + dt.timedelta(days=10)


def test_without_a_target_the_decision_has_no_day(world):
    found = next_steps(world.review_at(Stage.DECISION), world.user("coordinator"), world.today)
    assert found and found.due_on is None


def test_the_report_is_due_when_the_six_months_end(world):
    review = world.review_at(Stage.REPORT)
    found = next_steps(review, world.user("coordinator"), world.today)
    assert found
    assert found.due_on == review.timetable.deadlines.get(limit="review_complete").due_on


def aim_at(board, key, *, days):
    BoardTarget.objects.create(
        board=board, key=key, value=days, unit=Unit.DAYS, from_on=dt.date(2020, 1, 1)
    )


def recommended_on(review):
    return Reached.objects.get(timetable=review.timetable, milestone=Milestone.RECOMMENDED).on
