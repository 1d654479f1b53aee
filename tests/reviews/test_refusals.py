"""Refusals come first; nobody judges their own work; what another decided is recorded as theirs."""

import datetime as dt

import pytest
from django.urls import reverse

from audit.models import Entry
from boards.models import Hold, Holding, Office
from common.deeds import NotNow, Overtaken, Refused, WrongDate
from reviews.capacities import Capacity, Grade
from reviews.decision.services import decide
from reviews.deeds import DECIDE_NO_REVIEW
from reviews.door import ask
from reviews.models import Decision, Interest, Reply, Review, StageChange
from reviews.people.services import (
    appoint,
    declare_interest,
    end_appointment,
    lift_interest,
    set_interest,
)
from reviews.permissions import May
from reviews.querysets import visible_to
from reviews.standing import persons_entitled, standing_of
from tests.forms import open_form, typed

WEEK = dt.timedelta(weeks=1)


@pytest.fixture
def review(world):
    return world.review_at("decision")


def fresh(review) -> Review:
    return Review.objects.select_related("board", "timetable").get(pk=review.pk)


def interest(world, review, role, grade) -> Interest:
    return set_interest(
        review,
        by=world.user("coordinator"),
        on=world.today,
        person=world.person(role),
        grade=grade,
        what="Line manager then.",
    )


def agree(world, review, by, **words):
    on = words.pop("on", review.stage_since + WEEK)
    return decide(review, by=world.user(by), on=on, reply=Reply.AGREE, **words)


def test_an_agency_that_was_involved_is_recorded_and_changes_nothing(world, review):
    interest(world, review, "board-chair", Grade.INVOLVED)
    assert agree(world, review, "board-chair").stage == "panel"


def test_who_managed_the_work_reads_but_does_not_judge(world, review):
    interest(world, review, "board-chair", Grade.MANAGED)
    chair = world.user("board-chair")
    assert chair.has_perm(May.VIEW, fresh(review))
    assert not chair.has_perm(May.DECIDE, fresh(review))
    with pytest.raises(Refused, match="managed or oversaw"):
        agree(world, review, "board-chair")
    assert world.person("board-chair") not in persons_entitled(fresh(review), May.DECIDE)


def test_who_took_part_is_out_at_once_even_with_a_form_open(world, review, signed_in):
    chair = world.user("board-chair")
    client = signed_in(chair)
    url = reverse("reviews:decide", args=[review.slug])
    data = typed(open_form(client, url), reply="agree", on=review.stage_since + WEEK)
    interest(world, review, "board-chair", Grade.OUT)
    assert client.post(url, data).status_code == 404
    assert client.get(url).status_code == 404
    assert not visible_to(chair).filter(pk=review.pk).exists()
    assert not Decision.objects.filter(review=review).exists()


def test_who_is_made_out_while_the_deed_waits_is_refused_under_the_lock(world, review):
    """The page asked before; the door asks again."""
    stale = fresh(review)
    assert ask(stale, DECIDE_NO_REVIEW, world.user("board-chair")).is_yes
    interest(world, review, "board-chair", Grade.OUT)
    with pytest.raises(Refused, match="You cannot open this case"):
        agree(world, stale, "board-chair")


def test_an_interest_of_ones_own_counts_at_once_and_leads_home(world, review, signed_in):
    client = signed_in(world.user("subgroup-chair"))
    url = reverse("reviews:declare_interest", args=[review.slug])
    data = typed(open_form(client, url), grade="out", what="My sister.", on=world.today)
    answer = client.post(url, data)
    assert answer.url == reverse("desk:desk")
    assert client.get(review.get_absolute_url()).status_code == 404


def test_a_field_that_the_form_does_not_have_breaks_nothing(world, review, signed_in):
    client = signed_in(world.user("subgroup-chair"))
    url = reverse("reviews:declare_interest", args=[review.slug])
    data = typed(open_form(client, url), grade="involved", what="My agency.", on=world.today)
    answer = client.post(url, data | {"reason": "Not asked.", "stage": "closed", "board": "2"})
    assert answer.status_code == 302
    assert fresh(review).stage == review.stage


def test_nobody_sets_or_lifts_their_own_interest(world, review):
    row = declare_interest(
        review,
        by=world.user("coordinator"),
        on=world.today,
        grade=Grade.INVOLVED,
        what="My agency.",
    )
    words = {"by": world.user("coordinator"), "on": world.today}
    with pytest.raises(Refused, match="own work"):
        lift_interest(fresh(review), **words, interest=row, why="No.")
    with pytest.raises(Refused, match="own work"):
        set_interest(
            fresh(review), **words, person=world.person("coordinator"), grade="out", what="No."
        )


def test_a_lifted_interest_lets_them_in_again_and_stays_on_record(world, review):
    row = interest(world, review, "board-chair", Grade.OUT)
    words = {"by": world.user("coordinator"), "on": world.today}
    lift_interest(fresh(review), **words, interest=row, why="A namesake.")
    assert world.user("board-chair").has_perm(May.DECIDE, fresh(review))
    assert Interest.objects.get(pk=row.pk).lifted_why == "A namesake."


@pytest.mark.parametrize("grade", [Grade.MANAGED, Grade.OUT])
def test_who_is_kept_out_is_not_appointed_to_judge(world, grade):
    review = world.review_at("panel")
    interest(world, review, "outsider", grade)
    with pytest.raises(NotNow, match="cannot take this role"):
        appoint(
            fresh(review),
            by=world.user("coordinator"),
            on=world.today,
            person=world.person("outsider"),
            capacity=Capacity.REVIEWER,
        )


@pytest.mark.parametrize(
    "role, capacity", [("panel-chair", "reviewer"), ("reviewer", "panel_chair")]
)
def test_chair_and_reviewer_are_never_one_person(world, role, capacity):
    review = world.review_at("panel")
    words = {"by": world.user("coordinator"), "on": world.today}
    if capacity == "panel_chair":
        chair = review.appointments.get(capacity="panel_chair", until_on=None)
        end_appointment(review, **words, appointment=chair)
    with pytest.raises(NotNow, match="cannot be a reviewer and the panel chair"):
        appoint(fresh(review), **words, person=world.person(role), capacity=capacity)


# --- own work


@pytest.fixture
def chair_of_both(world):
    """The chair of the sub-group, who recommended, also deputises for the Board Chair."""
    person = world.person("subgroup-chair")
    Holding.objects.create(
        person=person,
        board=world.board,
        office=Office.BOARD_CHAIR,
        hold=Hold.DEPUTY,
        from_on=dt.date(2023, 1, 1),
    )
    return person


def test_who_recommended_does_not_decide(world, review, chair_of_both):
    with pytest.raises(Refused, match="own work"):
        agree(world, review, "subgroup-chair")


def test_nor_is_it_recorded_as_decided_by_them(world, review, chair_of_both):
    with pytest.raises(Refused, match="own work"):
        agree(world, review, "coordinator", decided_by=chair_of_both)


def test_nor_is_the_decision_offered_to_them(world, review, chair_of_both, signed_in):
    page = signed_in(world.user("subgroup-chair")).get(review.get_absolute_url())
    assert not page.context["next"].button
    room = signed_in(world.user("subgroup-chair")).get(
        reverse("reviews:decision", args=[review.slug])
    )
    assert "reviews:decide" not in [offer.kind.url_name for offer in room.context["offers"]]


# --- on behalf


def test_the_coordinator_records_what_the_chair_decided(world, review):
    chair = world.person("board-chair")
    agree(world, review, "coordinator", decided_by=chair)
    move = StageChange.objects.get(review=review, move="commission")
    entry = Entry.objects.get(review_id=review.pk, verb="reviews.commissioned")
    assert (move.recorded_by, move.decided_by) == (world.user("coordinator"), chair)
    assert (entry.by_id, entry.decided_by_id) == (world.user("coordinator").pk, chair.pk)
    assert Decision.objects.get(review=review).decided_by == chair


def test_the_coordinator_says_who_decided(world, review):
    with pytest.raises(NotNow, match="who decided"):
        agree(world, review, "coordinator")


@pytest.mark.parametrize("role", ["subgroup-member", "outsider", "coordinator", "no-account"])
def test_only_somebody_entitled_can_have_decided(world, review, role):
    with pytest.raises(Refused, match="is not entitled to decide"):
        agree(world, review, "coordinator", decided_by=world.person(role))


def test_nobody_kept_out_can_have_decided(world, review):
    interest(world, review, "board-chair", Grade.MANAGED)
    with pytest.raises(Refused, match="is not entitled to decide"):
        agree(world, review, "coordinator", decided_by=world.person("board-chair"))


def test_who_may_not_record_for_others_does_not(world, review):
    with pytest.raises(Refused, match="does not allow you"):
        agree(world, review, "subgroup-member", decided_by=world.person("board-chair"))


# --- dates


def test_nothing_happens_in_the_future(world, review):
    with pytest.raises(WrongDate, match="future"):
        agree(world, review, "board-chair", on=world.today + dt.timedelta(days=1), reason="Old.")


def test_nor_before_what_led_to_it(world, review):
    with pytest.raises(WrongDate, match="before the step"):
        agree(world, review, "board-chair", on=review.stage_since - dt.timedelta(days=1))
    assert agree(world, review, "board-chair", on=review.stage_since).stage == "panel"


def test_a_deed_that_fails_leaves_nothing(world, review):
    before = Entry.objects.count()
    with pytest.raises(WrongDate):
        agree(world, review, "board-chair", on=world.today + WEEK, reason="Old.")
    with pytest.raises(Overtaken):
        agree(world, review, "board-chair", opened_at="referral")
    assert Entry.objects.count() == before
    assert fresh(review).stage == "decision"


# --- offices and appointments have their days


def test_an_office_that_has_ended_gives_nothing(world, review):
    held = world.person("board-chair").holdings.get()
    held.until_on = world.today - dt.timedelta(days=1)
    held.save()
    assert not world.user("board-chair").has_perm(May.VIEW, fresh(review))
    held.until_on = world.today
    held.save()
    assert world.user("board-chair").has_perm(May.DECIDE, fresh(review))


def test_an_office_not_yet_begun_gives_nothing(world, review):
    Holding.objects.create(
        person=world.person("outsider"),
        board=world.board,
        office=Office.COORDINATOR,
        hold=Hold.JOINT,
        from_on=world.today + dt.timedelta(days=1),
    )
    assert not world.user("outsider").has_perm(May.VIEW, fresh(review))


def test_a_deputy_acts_as_one_and_the_record_says_so(world, review):
    agree(world, review, "vice-chair")
    entry = Entry.objects.get(review_id=review.pk, verb="reviews.commissioned")
    assert entry.capacity == "board_chair.deputy"


def test_an_appointment_opens_the_case_and_its_end_closes_it(world):
    review = world.review_at("panel")
    words = {"by": world.user("coordinator"), "on": world.today}
    user = world.user("outsider")
    assert not user.has_perm(May.VIEW, fresh(review))
    row = appoint(fresh(review), **words, person=user.person, capacity=Capacity.REVIEWER_LOCAL)
    assert user.has_perm(May.WRITE_REPORT, fresh(review))
    assert not user.has_perm(May.VIEW, world.review_at("timelines"))
    end_appointment(fresh(review), **words, appointment=row)
    assert not user.has_perm(May.VIEW, fresh(review))
    assert standing_of(user, fresh(review)).capacities == []


def test_a_row_without_a_grant_and_a_grant_without_a_row_give_nothing(world):
    review = world.review_at("panel")
    user = world.user("panel-member")
    review.grants.filter(user=user).delete()
    assert not user.has_perm(May.VIEW, fresh(review))
    former = world.user("former-member")
    row = review.appointments.get(person=former.person)
    review.grants.create(user=former, permission=world.review_at("panel").grants.first().permission)
    assert row.until_on is not None
    assert not former.has_perm(May.VIEW, fresh(review))


def test_a_closed_account_opens_nothing(world, review):
    chair = world.user("board-chair")
    chair.is_active = False
    chair.save()
    assert not chair.has_perm(May.VIEW, fresh(review))
    assert not visible_to(chair).exists()


def test_an_appointment_that_ran_out_gives_nothing_though_its_grant_was_left(world):
    review = world.review_at("panel")
    user = world.user("panel-member")
    held = review.appointments.filter(person=user.person)
    held.update(until_on=world.today)
    assert user.has_perm(May.VIEW, fresh(review)), "the last day counts"
    held.update(until_on=world.today - dt.timedelta(days=1))
    assert review.grants.filter(user=user).exists()
    assert not user.has_perm(May.VIEW, fresh(review))
    assert not visible_to(user).filter(pk=review.pk).exists()
