"""Whoever was to confirm, or to answer for an agency, leaves the board."""

import datetime as dt

import pytest
from django.urls import reverse

from boards.leaving.services import leave
from boards.models import User
from common.deeds import Proof, Refused
from common.models import OutboxMessage
from desk.turns import desk_of
from reviews.capacities import Grade
from reviews.confirming.services import confirm, settle_for_leaver
from reviews.decision.services import decide
from reviews.models import Confirmation, Interest, Reply, ScopingReturn
from reviews.scoping.services import ask_agencies
from tests.boards.test_task_links import opened
from tests.cast import make_agency
from tests.forms import fill


@pytest.fixture
def row(world) -> Confirmation:
    """The co-ordinator has recorded what the Chair decided on the telephone."""
    return recorded_for(world, world.person("board-chair"))


def recorded_for(world, person) -> Confirmation:
    review = world.review_at("decision")
    decide(
        review,
        by=world.user("coordinator"),
        on=review.stage_since,
        reply=Reply.AGREE,
        decided_by=person,
        proof=Proof("telephone", "Note of the call."),
    )
    return Confirmation.objects.select_related("review__board", "person").get(review=review)


def go(world, role):
    yesterday = world.today - dt.timedelta(days=1)
    words = {"by": world.user("coordinator"), "on": world.today, "last_on": yesterday}
    leave(world.board, world.person(role), successor=world.person("outsider"), **words)


def page(row) -> str:
    return reverse("reviews:confirm", args=[row.uuid])


def waits_for(world, role):
    return [todo.url for todo in desk_of(world.user(role), world.today).mine]


def test_the_successor_is_asked_what_the_papers_show_and_confirms_nothing(world, row, signed_in):
    go(world, "board-chair")
    assert page(row) in waits_for(world, "outsider")
    assert page(row) not in waits_for(world, "coordinator")
    mail = OutboxMessage.objects.get(kind="reviews.left_to_answer")
    assert mail.to == "outsider@be.test"
    with pytest.raises(Refused):
        confirm(row, by=world.user("outsider"), on=world.today)
    client = signed_in(world.user("outsider"))
    assert "has left" in client.get(page(row)).content.decode()
    assert fill(client, page(row)).status_code == 200, "what the papers show is asked"
    assert fill(client, page(row), how="The minute says so.").status_code == 302
    row.refresh_from_db()
    assert (row.confirmed_at, row.settled_how) == (None, "The minute says so.")
    assert page(row) not in waits_for(world, "outsider")
    record = reverse("reviews:record", args=[row.review.slug])
    clerk = signed_in(world.user("coordinator"))
    assert "Not confirmed: the records were checked" in clerk.get(record).content.decode()


def test_nobody_answers_for_somebody_who_has_not_left(world, row):
    for role in ("outsider", "coordinator"):
        with pytest.raises(Refused):
            settle_for_leaver(row, by=world.user(role), on=world.today, how="It was so.")


def test_where_an_interest_keeps_the_successor_out_the_co_ordinators_answer(world, row, signed_in):
    Interest.objects.create(
        review=row.review,
        person=world.person("outsider"),
        grade=Grade.OUT,
        reason="Took part",
        declared_on=world.today,
        set_by=world.user("coordinator"),
    )
    go(world, "board-chair")
    settling = reverse("reviews:settle", args=[row.review.slug, row.uuid])
    assert page(row) not in waits_for(world, "outsider")
    assert settling in waits_for(world, "coordinator")
    clerk = signed_in(world.user("coordinator"))
    assert fill(clerk, settling, how="The e-mail is on file.").status_code == 302
    assert settling not in waits_for(world, "coordinator")


def test_whoever_has_no_account_confirms_by_a_link_and_a_code(world):
    person = world.person("board-chair")
    User.objects.filter(person=person).update(is_active=False, email="gone@be.test")
    person.user = None
    person.save()
    row = recorded_for(world, person)
    mail = OutboxMessage.objects.get(kind="reviews.recorded_for_you")
    assert page(row) not in mail.text
    assert mail.is_private
    client = opened(person, page(row))
    assert fill(client, page(row), answer="yes").status_code == 302
    row.refresh_from_db()
    assert row.confirmed_at


def test_what_an_agency_was_asked_goes_to_the_successor(world):
    review = world.review_at("recommendation")
    agency = make_agency(world.board)
    (row,) = ask_agencies(
        review,
        by=world.user("coordinator"),
        on=world.today,
        agencies={agency: world.person("agency-author")},
        due_on=world.today + dt.timedelta(days=7),
    )
    go(world, "agency-author")
    assert ScopingReturn.objects.get(pk=row.pk).asked_of == world.person("outsider")
    sent = OutboxMessage.objects.filter(kind="reviews.scoping_asked").values_list("to", flat=True)
    assert "outsider@be.test" in sent
