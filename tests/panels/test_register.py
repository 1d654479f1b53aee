"""A board's register of reviewers: who sees it, who keeps it, what is found in it."""

import datetime as dt
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from audit.ledger import Entry
from common.deeds import NotNow, Overtaken, Refused
from panels.models import Reviewer, Training
from panels.register.querysets import on_register
from panels.register.services import change, enter, leave, record_training
from reviews.models import Review
from tests.cast import make_person
from tests.panels.conftest import TODAY, filled


@pytest.fixture
def person(board):
    return make_person(board, "sian")


@pytest.fixture
def row(board, coordinator, person):
    return enter(
        board,
        by=coordinator,
        on=TODAY,
        person=person,
        facts={
            "skills": ["facilitation", "adult_learning"],
            "welsh": "fluent",
            "employers": "Ŷnys Health Board until 2024",
            "done_before": 3,
        },
    )


def page_of(board, **asked):
    query = "&".join(f"{name}={value}" for name, value in asked.items())
    return f"{reverse('panels:register', args=[board.code])}?{query}"


@pytest.mark.parametrize(
    ("who", "status"),
    [
        ("coordinator", 200),
        ("subgroup_chair", 200),
        ("board_chair", 200),
        ("auditor", 200),
        ("outsider", 404),
        ("other_board_coordinator", 404),
        ("superuser", 404),
    ],
)
def test_the_register_opens_to_the_boards_offices(board, row, as_user, who, status, request):
    client = as_user(request.getfixturevalue(who))
    assert client.get(page_of(board)).status_code == status
    entry = reverse("panels:reviewer", args=[board.code, row.person.uuid])
    assert client.get(entry).status_code == status


def test_who_sees_it_does_not_thereby_keep_it(board, person, board_chair, auditor):
    for user in (board_chair, auditor):
        with pytest.raises(Refused):
            enter(board, by=user, on=TODAY, person=person, facts={})


@pytest.mark.parametrize(
    ("asked", "is_found"),
    [
        ({"skill": "facilitation"}, True),
        ({"skill": "group_dynamics"}, False),
        ({"welsh": "fluent"}, True),
        ({"welsh": "none"}, False),
        ({"q": "sian"}, True),
        ({"q": "ŷnys"}, True),
        ({"q": "nobody"}, False),
        ({"free": "on"}, True),
    ],
)
def test_what_is_looked_for_is_found(board, row, coordinator, as_user, asked, is_found):
    page = as_user(coordinator).get(page_of(board, **asked))
    assert (row.person.name in page.text) is is_found


@pytest.mark.parametrize(
    "asked", [{"q": "%00"}, {"skill": "magic"}, {"welsh": "'; drop"}, {"q": "x" * 500}]
)
def test_a_search_that_cannot_be_is_said_so(board, row, coordinator, as_user, asked):
    page = as_user(coordinator).get(page_of(board, **asked))
    assert page.status_code == 200
    assert page.context["form"].errors
    assert row.person.name in page.text


def test_an_entry_is_made_on_the_page_and_once(board, person, coordinator, as_user):
    client = as_user(coordinator)
    address = reverse("panels:enter_reviewer", args=[board.code])
    form = client.get(address)
    sent = filled(form, person=person.pk, skills=["facilitation"], welsh="some")
    sent["key"] = form.context["key"]
    answer = client.post(address, sent)
    assert answer.status_code == 302
    assert client.post(address, sent)["Location"] == answer["Location"]
    assert Reviewer.objects.get().skills == ["facilitation"]
    assert "Some Welsh" in client.get(answer["Location"]).text
    assert Entry.objects.get(verb="panels.reviewer_entered").details == {}


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"experience": "\x00"}, "experience"),
        ({"experience": "x" * 4001}, "experience"),
        ({"skills": ["magic"]}, "skills"),
        ({"done_before": "many"}, "done_before"),
        ({"done_before": "-1"}, "done_before"),
        ({"available_from_on": TODAY, "available_until_on": dt.date(2020, 1, 1)},
         "available_until_on"),
        ({"person": 999999}, "person"),
    ],
)  # fmt: skip
def test_bad_input_is_said_beside_its_question(
    board,
    person,
    coordinator,
    as_user,
    wrong,
    field,
):
    client = as_user(coordinator)
    address = reverse("panels:enter_reviewer", args=[board.code])
    sent = filled(client.get(address), **({"person": person.pk} | wrong))
    page = client.post(address, sent)
    assert page.status_code == 200
    assert set(page.context["form"].errors) == {field}
    assert not Reviewer.objects.exists()


def test_two_who_change_an_entry_do_not_overwrite_each_other(row, coordinator):
    change(row, by=coordinator, on=TODAY, version=1, facts={"experience": "Deaf children."})
    with pytest.raises(Overtaken):
        change(row, by=coordinator, on=TODAY, version=1, facts={"experience": "Other."})
    row.refresh_from_db()
    assert (row.experience, row.version) == ("Deaf children.", 2)


def test_the_second_of_two_is_told_and_can_send_theirs_again(
    board,
    row,
    coordinator,
    as_user,
):
    client = as_user(coordinator)
    address = reverse("panels:change_reviewer", args=[board.code, row.person.uuid])
    late = filled(client.get(address), experience="Typed by the second.")
    change(row, by=coordinator, on=TODAY, version=1, facts={"experience": "The first."})
    page = client.post(address, late)
    assert page.status_code == 409
    assert "Typed by the second." in page.text
    again = late | {name: page.context["form"][name].value() for name in ("version", "shown")}
    again["key"] = page.context["key"]
    answer = client.post(address, again)
    assert answer.status_code == 302, answer.context["form"].errors
    row.refresh_from_db()
    assert row.experience == "Typed by the second."


def test_training_and_load_and_reviews_done_are_counted(world):
    coordinator, board = world.user("coordinator"), world.board
    row = Reviewer.objects.get(board=board, person=world.person("reviewer"))
    record_training(
        row, by=coordinator, on=world.today, what="SUSR reviewers", trained_on=dt.date(2025, 5, 1)
    )
    found: Any = on_register(board, world.today).get(pk=row.pk)
    reviews = Review.objects.filter(appointments__person=row.person).distinct()
    done = reviews.filter(stage__in=["follow_through", "closed"]).count()
    running = reviews.filter(
        stage__in=["panel", "timelines", "learning", "report", "acceptance"]
    ).count()
    assert (found.load, found.done) == (running, done)
    assert done > 0 < running
    assert Training.objects.get().what == "SUSR reviewers"


def test_who_left_is_out_of_sight_and_may_come_back(
    board,
    row,
    coordinator,
    as_user,
):
    leave(row, by=coordinator, on=TODAY, why="Retired.")
    client = as_user(coordinator)
    assert row.person.name not in client.get(page_of(board)).text
    assert row.person.name in client.get(page_of(board, left="on")).text
    enter(board, by=coordinator, on=TODAY, person=row.person, facts={})
    assert row.person.name in client.get(page_of(board)).text
    with pytest.raises(NotNow):
        enter(board, by=coordinator, on=TODAY, person=row.person, facts={})


def test_the_list_asks_as_much_for_many_as_for_one(
    board,
    row,
    coordinator,
    as_user,
):
    client = as_user(coordinator)

    def count():
        with CaptureQueriesContext(connection) as asked:
            client.get(page_of(board))
        return len(asked)

    count()
    one = count()
    for number in range(5):
        enter(
            board,
            by=coordinator,
            on=TODAY,
            person=make_person(board, f"more-{number}"),
            facts={},
        )
    assert count() == one


@pytest.mark.parametrize(
    ("changes", "name"),
    [
        ({"welsh": "best"}, "panels_reviewer_welsh_known"),
        ({"skills": ["magic"]}, "panels_reviewer_skills_known"),
        ({"left_on": TODAY}, "panels_reviewer_left_says_why"),
    ],
)
def test_the_database_refuses_an_entry_that_cannot_be(row, changes, name):
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        Reviewer.objects.filter(pk=row.pk).update(**changes)
