"""Somebody leaves: everything open goes to one person, and the leaver's way in ends."""

import datetime as dt

import pytest
from django.urls import reverse

from action_plans.models import Action, Status
from audit.models import Entry
from boards.backends import EmailBackend
from boards.leaving.ending import end_accounts_that_are_over
from boards.leaving.services import leave
from boards.models import Holding, Leaving, Listing, Office, User
from boards.people.services import reopen_account
from common.deeds import NotNow, Refused
from common.models import OutboxMessage
from reviews.capacities import Capacity, Grade
from reviews.journey import RUNNING, Stage
from reviews.models import Appointment, Interest, Review
from reviews.permissions import May
from tests.cast import make_user
from tests.forms import fill

YESTERDAY = dt.timedelta(days=1)


def go(world, role, to="outsider", **more):
    words = {"by": world.user("board-chair"), "on": world.today}
    words |= {"successor": world.person(to), "last_on": world.today - YESTERDAY} | more
    return leave(world.board, world.person(role), **words)


def review(world, stage=Stage.PANEL):
    found = world.review_at(stage)
    return Review.objects.select_related("board").get(pk=found.pk)


def test_a_co_ordinators_office_goes_to_the_successor_the_day_after(world):
    go(world, "coordinator", last_on=world.today)
    held = Holding.objects.get(person=world.person("outsider"), office=Office.COORDINATOR)
    assert held.from_on == world.today + YESTERDAY
    left = Holding.objects.get(person=world.person("coordinator"))
    assert left.until_on == world.today
    assert world.user("coordinator").has_perm(May.VIEW, review(world))  # to the end of the day


def test_the_leaver_loses_everything_at_once_when_the_last_day_is_over(world, signed_in):
    client = signed_in(world.user("coordinator"))
    case = review(world)
    assert client.get(case.get_absolute_url()).status_code == 200
    go(world, "coordinator")
    assert client.get(case.get_absolute_url()).status_code == 302
    assert client.get("/").url.startswith(reverse("account_login"))
    gone = User.objects.get(email="coordinator@be.test")
    assert not gone.is_active
    assert not gone.has_perm(May.VIEW, review(world))
    assert world.user("outsider").has_perm(May.VIEW_NAMES, review(world))


def test_a_leaver_is_locked_out_on_the_day_after_though_no_worker_ran(world, signed_in, settings):
    user = world.user("coordinator")
    user.set_password("heather on the hill")
    user.save()
    client = signed_in(user)
    go(world, "coordinator", last_on=world.today)
    assert client.get("/").status_code == 200
    settings.DEMO_TODAY = "2026-03-03"
    assert client.get("/").status_code == 302
    words = {"username": user.email, "password": "heather on the hill"}
    assert EmailBackend().authenticate(None, **words) is None
    assert end_accounts_that_are_over() == 1
    assert not User.objects.get(pk=user.pk).is_active


def test_a_panel_chairs_parts_go_over_and_the_history_of_each_case_says_so(world):
    leaver, successor = world.person("panel-chair"), world.person("outsider")
    running = Appointment.objects.filter(
        person=leaver, until_on=None, review__stage__in=RUNNING
    ).values_list("review", flat=True)
    cases = set(running)
    assert len(cases) > 3
    leaving = go(world, "panel-chair")
    taken = Appointment.objects.filter(
        person=successor, capacity=Capacity.PANEL_CHAIR, until_on=None
    )
    assert set(taken.values_list("review", flat=True)) == cases
    assert not taken.exclude(independence="", is_independent=None).exists()
    assert not Appointment.objects.filter(person=leaver, until_on=None).exists()
    written = Entry.objects.filter(verb="reviews.handed_over", act=leaving.act)
    assert cases <= set(written.values_list("review_id", flat=True))
    assert world.user("outsider").has_perm(May.RUN_PANEL, review(world))


def test_what_the_successor_may_not_take_stays_open_and_the_preview_says_why(world, signed_in):
    case = review(world)
    barred = world.person("outsider")
    Interest.objects.create(
        review=case,
        person=barred,
        grade=Grade.OUT,
        reason="Took part",
        declared_on=world.today,
        set_by=world.user("coordinator"),
    )
    client = signed_in(world.user("board-chair"))
    url = reverse("leave", args=["be", world.person("panel-chair").uuid])
    page = fill(client, url, successor=barred, last_on=world.today - YESTERDAY)
    text = page.content.decode()
    assert page.status_code == 200
    assert "An interest keeps the person who takes over from it." in text
    assert not Leaving.objects.exists()  # looking does nothing
    go(world, "panel-chair")
    assert not Appointment.objects.filter(person=barred, review=case).exists()


def test_the_preview_is_followed_by_the_act(world, signed_in):
    client = signed_in(world.user("board-chair"))
    url = reverse("leave", args=["be", world.person("coordinator").uuid])
    day = world.today - YESTERDAY
    given = {
        "successor": world.person("outsider").pk,
        "last_on_day": day.day,
        "last_on_month": day.month,
        "last_on_year": day.year,
        "is_seen": "on",
    }
    assert client.post(url, given).status_code == 302
    assert Leaving.objects.get().account_closed_at


def test_open_actions_and_unsent_messages_go_over(world):
    owner = world.person("action-owner")
    mine = Action.objects.filter(owner=owner, status=Status.OPEN)
    count = mine.count()
    assert count
    waiting = OutboxMessage.objects.unsettled().filter(person=owner.pk, is_private=False)
    ids = list(waiting.values_list("pk", flat=True))
    assert ids
    go(world, "action-owner")
    assert not mine.exists()
    assert (
        Action.objects.filter(owner=world.person("outsider"), status=Status.OPEN).count() >= count
    )
    assert set(OutboxMessage.objects.filter(pk__in=ids).values_list("to", flat=True)) == {
        "outsider@be.test"
    }


def test_an_account_another_board_works_with_stays(world):
    leaver = world.person("coordinator")
    Listing.objects.create(person=leaver, board=world.other_board, from_on=world.today)
    leaving = go(world, "coordinator")
    assert not leaving.account_ends
    assert User.objects.get(pk=leaver.user_id).is_active
    assert not world.user("coordinator").has_perm(May.VIEW, review(world))


def test_nobody_hands_their_own_work_over_nor_takes_it_themselves(world):
    with pytest.raises(Refused):
        go(world, "coordinator", by=world.user("coordinator"))
    with pytest.raises(Refused):
        go(world, "coordinator", to="board-chair")
    with pytest.raises(NotNow):
        go(world, "coordinator", to="coordinator")
    with pytest.raises(Refused):
        go(world, "panel-chair", by=world.user("auditor"))
    with pytest.raises(Refused):
        go(world, "coordinator", successor=make_user(world.other_board, "far").person)


def test_an_account_that_is_opened_again_works_again(world, signed_in):
    leaver = world.person("panel-member")
    go(world, "panel-member")
    Listing.objects.create(person=leaver, board=world.board, from_on=world.today)
    reopen_account(world.board, leaver, by=world.user("board-chair"), on=world.today)
    assert signed_in(User.objects.get(pk=leaver.user_id)).get("/").status_code == 200


def test_messages_of_another_board_are_not_passed_on(world):
    owner = world.person("action-owner")
    Listing.objects.create(person=owner, board=world.other_board, from_on=world.today)
    go(world, "action-owner")
    assert not OutboxMessage.objects.unsettled().filter(
        person=world.person("outsider").pk, kind="action_plans.given"
    )
