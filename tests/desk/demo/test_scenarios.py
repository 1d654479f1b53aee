"""The demo holds the cases that a board really has, and each says what it was made to show."""

import datetime as dt

import pytest

from action_plans.models import Action
from boards.models import Absence, Leaving, Person
from library.publication.models import Publication
from reviews.journey import Stage
from reviews.models import (
    AcrossBorder,
    Confirmation,
    Correction,
    OtherWork,
    Participation,
    ProceedingHold,
    PublicReferral,
    RecommendationDraft,
    Review,
)

pytestmark = pytest.mark.usefixtures("seeded")


def the(**words: object) -> Review:
    """The one review of the demo that is so."""
    return Review.objects.distinct().get(**words)


def test_one_list_holds_some_forty_rows():
    assert Review.objects.count() + OtherWork.objects.count() >= 40


def test_a_trial_held_one_up_twice_and_it_was_published_in_the_nineteenth_month():
    review = the(proceedings__body="Crown Court")
    holds = ProceedingHold.objects.filter(proceeding__review=review)
    assert [hold.lifted_on is not None for hold in holds] == [True, True]
    forwarded = review.stage_changes.get(move="forward").on
    published = Publication.objects.get(review=review).published_on
    months = (published.year - forwarded.year) * 12 + published.month - forwarded.month
    assert months == 18
    assert published.day > forwarded.day


def test_the_board_overturned_a_no_and_followed_one():
    overturned = the(stage=Stage.REPORT, board__code="dc")
    assert list(overturned.decisions.values_list("reply", flat=True)) == ["disagree", "final"]
    closed = the(stage=Stage.NO_REVIEW, decisions__reply="disagree")
    assert closed.decisions.exclude(conflicting_views="").exists()
    assert {notice.about for notice in closed.notices.all()} == {"recommendation", "outcome"}


def test_the_other_way_no_review_was_recommended_and_one_is_held():
    review = the(recommendation__course="no_review", stage=Stage.PANEL)
    assert review.kind == "concise"
    assert review.decisions.first().proposed_course == "concise"


def test_a_forum_has_its_record_in_the_other_work():
    assert OtherWork.objects.get(review__stage=Stage.FORUM, kind="forum").forum.learning


def test_two_children_a_majority_and_two_boards_with_a_country_beside():
    review = the(recommendation__vote="majority", stage=Stage.LEARNING)
    assert review.subjects.count() == 2
    assert Participation.objects.get(review=review).board.code == "be"
    assert AcrossBorder.objects.get(review=review).country == "england"


def test_one_is_joint_with_another_review_and_another_review_leads_one():
    assert the(proceedings__lead="joint").kind == "extended"
    assert the(proceedings__lead="they").stage == Stage.ANOTHER_LEADS


def test_a_historic_review_has_a_day_that_was_corrected():
    review = the(criteria_check__is_historic=True)
    correction = Correction.objects.get(review=review)
    assert correction.milestone == "forwarded"
    assert review.stage_changes.get(move="forward").on == correction.new_on


def test_one_was_taken_down_after_its_twelve_weeks_and_is_given_on_request():
    row = Publication.objects.get(taken_down_why__contains="request")
    assert row.taken_down_on
    assert row.taken_down_on - row.published_on >= dt.timedelta(weeks=12)


def test_an_action_is_overdue_and_the_national_one_went_to_the_successor():
    actions = Action.objects.filter(due_on__lt=dt.date(2024, 11, 21), status="open")
    owners = {action.owner.email for action in actions}
    assert "coordinator@be.demo" in owners
    assert "coordinator-before@be.demo" not in owners


def test_the_coordinator_who_left_holds_nothing_any_more():
    leaver = Leaving.objects.get().person
    assert not leaver.user.is_active
    assert not OtherWork.objects.filter(lead=leaver).exists()
    assert not leaver.holdings.filter(until_on=None).exists()


def test_publication_waits_for_a_court_after_advice():
    review = the(legal_advice__about="publication")
    hold = ProceedingHold.objects.get(proceeding__review=review)
    assert (hold.held, hold.lifted_on) == ("publication", None)
    assert not Publication.objects.filter(review=review).exists()


def test_an_urgent_case_was_commissioned_the_same_day_and_completed_later():
    review = the(recommendation__is_urgent=True)
    day = review.referral.received_on
    assert review.stage_changes.get(move="commission").on == day
    assert review.recommendation.completed_on == dt.date(2024, 9, 17)
    assert review.recommendation.period_why


def test_a_recommendation_has_had_three_sittings():
    draft = RecommendationDraft.objects.filter(review__board__code="dc").first()
    assert draft.version == 3
    assert draft.review.stage == Stage.RECOMMENDATION
    assert draft.review.joined_referrals.count() == 1


def test_one_was_taken_on_with_its_true_days():
    review = the(taken_on__stage=Stage.REPORT)
    assert review.year == 2023
    assert review.older_references.get().written == "CPR 06/2023"
    six_months = review.timetable.deadlines.get(limit="review_complete")
    assert six_months.due_on == dt.date(2024, 6, 18)


def test_the_vice_chair_decided_while_the_chair_is_away():
    absence = Absence.objects.get()
    review = the(decisions__decided_by=absence.stood_in_by, board__code="dc")
    assert review.decisions.get().decided_on >= absence.from_on


def test_a_decision_recorded_for_the_chair_waits_for_them():
    row = Confirmation.objects.get(confirmed_at=None, disputed_at=None, deed="reviews.commissioned")
    assert row.person == Person.objects.get(email="board-chair@be.demo")


def test_a_mistaken_move_was_undone_and_a_second_referral_joined():
    undone = Correction.objects.get(change__isnull=False).review
    assert undone.stage == Stage.REFERRAL
    joined = the(stage=Stage.JOINED)
    assert joined.joined_as.review.stage == Stage.REFERRAL


def test_a_referral_from_the_public_page_waits():
    assert PublicReferral.objects.filter(state="sent").count() == 1
