"""What happens next says who may do it: holders before deputies, an agency's own people."""

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
