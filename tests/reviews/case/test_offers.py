"""A page offers what can be done, says what is missing, and is silent on what is done with."""

from action_plans import deeds
from reviews.case.offers import offers
from reviews.journey import Stage


def kinds(review, user, room):
    return {offer.kind for offer in offers(review, user, room)}


def test_a_plan_that_is_not_final_is_not_offered_for_sending(world):
    review = world.review_at(Stage.FOLLOW_THROUGH)
    found = kinds(review, world.user("coordinator"), "plan")
    assert deeds.ADD_ACTION in found
    assert deeds.SEND not in found
