"""Deputies act for the holder: absence, the desk, and the history that names the holder."""

import datetime as dt

import pytest
from django.urls import reverse

from boards.absence.services import end_absence, set_absence
from boards.models import Absence, Hold, Holding, Office
from boards.standing_in import acted_for
from common.deeds import NotNow, Refused, WrongDate
from desk.turns import desk_of
from reviews.case.next_steps import next_steps
from reviews.decision.services import decide
from reviews.journey import Stage
from reviews.models import Reply
from tests.forms import fill


def chair_of(world):
    return world.person("board-chair").holdings.get()


def away(world, **more):
    words = {"by": world.user("board-chair"), "on": world.today, "from_on": world.today}
    words |= {"stood_in_by": world.person("vice-chair")} | more
    return set_absence(world.board, chair_of(world), **words)


def notes(world, role):
    return {todo.note for todo in desk_of(world.user(role), world.today).mine}


def test_a_deputys_desk_says_for_whom_and_puts_it_after_their_own(world):
    desk = desk_of(world.user("vice-chair"), world.today)
    assert {todo.note for todo in desk.mine} == {"Deputy for: BE Board Chair"}
    assert all(todo.is_later for todo in desk.mine)
    assert notes(world, "board-chair") == {""}


def test_while_the_holder_is_away_it_comes_to_the_deputy_first(world, settings):
    away(world, until_on=world.today + dt.timedelta(days=7))
    desk = desk_of(world.user("vice-chair"), world.today)
    assert {todo.note for todo in desk.mine} == {"Standing in for: BE Board Chair"}
    assert not any(todo.is_later for todo in desk.mine)
    assert notes(world, "board-chair") == {"Standing in for you: BE Vice Chair"}
    review = world.review_at(Stage.DECISION)
    found = next_steps(review, world.user("coordinator"), world.today)
    assert found.who == "BE Vice Chair (Standing in), BE Board Chair (Away)"
    settings.DEMO_TODAY = "2026-03-10"
    assert notes(world, "vice-chair") == {"Deputy for: BE Board Chair"}


def test_the_history_names_the_holder_for_whom_a_deputy_acted(world, signed_in):
    review = world.review_at(Stage.DECISION)
    vice = world.user("vice-chair")
    decide(review, by=vice, on=world.today, reply=Reply.AGREE, reason="It began before.")
    client = signed_in(world.user("coordinator"))
    address = reverse("reviews:history", args=[review.slug])
    assert "for the holder: BE Board Chair" in client.get(address).content.decode()
    client.cookies["language"] = "cy"
    assert "ar ran y deiliad: BE Board Chair" in client.get(address).content.decode()
    assert acted_for(world.board.pk, Office.BOARD_CHAIR, vice.person.pk, world.today)
    chair = world.person("board-chair").pk
    assert acted_for(world.board.pk, Office.BOARD_CHAIR, chair, world.today) == ""


def test_the_holder_of_that_day_is_named_not_todays(world, signed_in):
    review = world.review_at(Stage.DECISION)
    decide(
        review, by=world.user("vice-chair"), on=world.today, reply=Reply.AGREE, reason="It began."
    )
    held = chair_of(world)
    Holding.objects.filter(pk=held.pk).update(until_on=world.today - dt.timedelta(days=1))
    Holding.objects.create(
        person=world.person("outsider"),
        board=world.board,
        office=Office.BOARD_CHAIR,
        from_on=world.today,
    )
    page = signed_in(world.user("coordinator")).get(reverse("reviews:history", args=[review.slug]))
    assert "for the holder: BE Outsider" in page.content.decode()


def test_only_a_deputy_or_joint_holder_of_the_office_stands_in(world):
    with pytest.raises(NotNow):
        away(world, stood_in_by=world.person("coordinator"))
    with pytest.raises(NotNow):
        away(world, stood_in_by=world.person("board-chair"))


def test_only_the_holder_or_who_manages_people_records_it(world):
    with pytest.raises(Refused):
        away(world, by=world.user("subgroup-chair"))
    away(world, by=world.user("coordinator"))


def test_two_absences_at_once_and_days_in_disorder_are_refused(world):
    away(world)
    with pytest.raises(NotNow):
        away(world, from_on=world.today + dt.timedelta(days=3))
    absence = Absence.objects.get()
    with pytest.raises(WrongDate):
        early = world.today - dt.timedelta(days=1)
        end_absence(
            world.board, absence, by=world.user("board-chair"), on=world.today, until_on=early
        )


def test_the_sub_group_chair_says_it_of_their_own_office(world, signed_in):
    holder = world.person("subgroup-chair")
    Holding.objects.create(
        person=world.person("subgroup-member"),
        board=world.board,
        office=Office.SUBGROUP_CHAIR,
        hold=Hold.DEPUTY,
        from_on=world.today,
    )
    client = signed_in(world.user("subgroup-chair"))
    url = reverse("set_absence", args=["be", holder.uuid, holder.holdings.get().uuid])
    answer = fill(client, url, from_on=world.today, stood_in_by=world.person("subgroup-member"))
    assert answer.status_code == 302
    assert Absence.objects.filter(holding__person=holder).exists()
    other = reverse(
        "set_absence", args=["be", world.person("board-chair").uuid, chair_of(world).uuid]
    )
    assert client.get(other).status_code == 404
