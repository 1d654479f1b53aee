"""A review of two boards: who reads, who sees names, who is told, and when it ends."""

import datetime as dt

import pytest
from django.urls import reverse

from boards.models import Office
from common.deeds import NotNow, Refused
from common.models import OutboxMessage
from reviews.capacities import Grade
from reviews.decision.services import decide
from reviews.joint.services import add_board, end_participation, open_names, record_country
from reviews.journey import Stage
from reviews.models import BoardTold, Country, Ground, LeadBoard, Leads, Reply, Told
from reviews.people.forms import board_agencies, board_people
from reviews.people.services import set_interest
from reviews.permissions import May
from reviews.querysets import visible_to
from reviews.standing import persons_entitled
from tests.cast import make_agency, make_user
from tests.walking import CHILD

READING = ("board-chair", "subgroup-chair", "coordinator")


def join(world, review, **more):
    words = {
        "by": world.user("coordinator"),
        "on": world.today,
        "board": world.other_board,
        "why": "The second child lived there.",
        "ground": Ground.RESIDENCE,
    }
    return add_board(review, **words | more)


def fresh(review):
    return type(review).objects.select_related("board", "timetable").get(pk=review.pk)


def test_the_other_boards_chairs_and_co_ordinators_read_and_its_others_do_not(world):
    review = world.review_at(Stage.PANEL)
    assert not visible_to(world.user("coordinator", "dc")).exists()
    join(world, review)
    for role in READING:
        user = world.user(role, "dc")
        assert user.has_perm(May.VIEW, fresh(review)), role
        assert list(visible_to(user)) == [review], role
    for role in ("board-member", "subgroup-member", "auditor"):
        user = world.user(role, "dc")
        assert not user.has_perm(May.VIEW, fresh(review)), role
        assert not visible_to(user).exists(), role


def test_they_read_and_do_nothing(world):
    review = world.review_at(Stage.DECISION)
    join(world, review)
    chair = world.user("board-chair", "dc")
    allowed = {right for right in May if chair.has_perm(right, fresh(review))}
    assert allowed == {May.VIEW, May.DECLARE_INTEREST}


def test_no_page_shows_the_other_board_a_name_until_the_lead_opens_them(world, signed_in):
    review = world.review_at(Stage.PANEL)
    row = join(world, review)
    coordinator = world.user("coordinator", "dc")
    client = signed_in(coordinator)
    names = reverse("reviews:names", args=[review.slug])
    assert client.get(names).status_code == 404
    assert CHILD not in client.get(review.get_absolute_url()).content.decode()
    words = {"on": world.today, "participation": row, "sees_names": True}
    with pytest.raises(Refused):
        open_names(fresh(review), by=world.user("coordinator"), **words)
    open_names(fresh(review), by=world.user("board-chair"), **words)
    assert CHILD in client.get(names).content.decode()
    chair = world.user("board-chair", "dc")
    assert signed_in(chair).get(names).status_code == 404
    entitled = persons_entitled(fresh(review), May.VIEW_NAMES)
    assert coordinator.person in entitled
    assert chair.person not in entitled


def test_an_interest_keeps_out_somebody_of_the_other_board_too(world):
    review = world.review_at(Stage.PANEL)
    join(world, review)
    chair = world.user("board-chair", "dc")
    set_interest(
        fresh(review),
        by=world.user("coordinator"),
        on=world.today,
        person=chair.person,
        grade=Grade.OUT,
        what="Took part.",
    )
    assert not chair.has_perm(May.VIEW, fresh(review))
    assert not visible_to(chair).exists()
    assert chair.person not in persons_entitled(fresh(review), May.VIEW)


def test_it_ends_with_its_last_day(world, settings):
    review = world.review_at(Stage.PANEL)
    row = join(world, review)
    end_participation(
        fresh(review), by=world.user("coordinator"), on=world.today, participation=row
    )
    chair = world.user("board-chair", "dc")
    assert chair.has_perm(May.VIEW, fresh(review))  # to the end of that day
    settings.DEMO_TODAY = "2026-03-03"
    assert not chair.has_perm(May.VIEW, fresh(review))
    assert not visible_to(chair).exists()


def test_its_agencies_may_be_chosen_and_its_people_appointed(world):
    review = world.review_at(Stage.PANEL)
    agency = make_agency(world.other_board)
    member = make_user(world.other_board, "their-member", agency=agency).person
    assert agency not in board_agencies(fresh(review))
    join(world, review)
    assert agency in board_agencies(fresh(review))
    assert member in board_people(fresh(review))


def test_the_other_chair_is_told_when_added_and_of_the_decision(world):
    review = world.review_at(Stage.DECISION)
    row = join(world, review)
    mine = OutboxMessage.objects.filter(kind="reviews.joint", to="board-chair@dc.test")
    assert mine.count() == 1
    decide(
        fresh(review), by=world.user("board-chair"), on=world.today, reply=Reply.AGREE, reason="x"
    )
    assert mine.count() == 2
    assert str(review.reference) in mine.last().subject
    assert "second child" not in mine.last().text
    told = BoardTold.objects.filter(participation=row, told_on=world.today)
    assert {each.about for each in told} == {Told.ADDED, Told.DECISION}


def test_a_board_takes_part_once_and_the_lead_board_never_beside_itself(world):
    review = world.review_at(Stage.PANEL)
    join(world, review)
    for board in (world.other_board, world.board):
        with pytest.raises(NotNow):
            join(world, fresh(review), board=board)
    assert LeadBoard.objects.get(review=review).ground == Ground.RESIDENCE


def test_the_case_and_the_list_say_whose_it_is(world, signed_in):
    review = world.review_at(Stage.PANEL)
    join(world, review)
    client = signed_in(world.user("coordinator", "dc"))
    page = client.get(review.get_absolute_url()).content.decode()
    assert "Lead board: Bro Eithin" in page
    assert "Taking part: Dyffryn Celyn" in page
    listed = client.get(reverse("reviews:list")).content.decode()
    assert str(review.slug) in listed
    assert "Joint review" in listed


def test_another_country_is_kept_as_a_fact(world, signed_in):
    review = world.review_at(Stage.PANEL)
    record_country(
        review,
        by=world.user("coordinator"),
        on=world.today,
        country=Country.ENGLAND,
        body="A partnership in Shropshire",
        leads=Leads.THERE,
        reference="SH 4",
        government_told_on=world.today - dt.timedelta(days=1),
    )
    page = signed_in(world.user("coordinator")).get(reverse("reviews:boards", args=[review.slug]))
    text = page.content.decode()
    assert "A partnership in Shropshire" in text
    assert "The other country leads" in text


def test_a_form_gives_back_what_was_typed_where_something_is_wrong(world, signed_in):
    review = world.review_at(Stage.PANEL)
    client = signed_in(world.user("coordinator"))
    address = reverse("reviews:add_board", args=[review.slug])
    for board in ("999999", "x\x00", str(world.board.pk), ""):
        answer = client.post(address, {"board": board, "why": "Kept words", "ground": "agreed"})
        assert answer.status_code == 200
        assert "Kept words" in answer.content.decode()
    assert not review.participations.exists()


def test_a_member_of_the_other_board_holds_no_office_by_it(world):
    review = world.review_at(Stage.PANEL)
    join(world, review)
    outsider = make_user(world.other_board, "late-chair", Office.BOARD_MEMBER)
    assert not outsider.has_perm(May.VIEW, fresh(review))
