"""What is recorded for another counts at once, and waits on their desk to be confirmed."""

import datetime as dt
import uuid

import pytest
from django.urls import reverse

from audit.models import Entry
from common.deeds import NotNow, Proof, Refused
from common.models import OutboxMessage
from desk.turns import desk_of
from reviews.capacities import Grade
from reviews.confirming.services import confirm, dispute, settle
from reviews.decision.services import decide
from reviews.models import Confirmation, Reply, Review
from reviews.people.services import set_interest
from reviews.permissions import May
from tests.forms import fill, open_form, typed


@pytest.fixture
def row(world) -> Confirmation:
    """The co-ordinator has recorded what the Chair decided on the telephone."""
    review = world.review_at("decision")
    decide(
        review,
        by=world.user("coordinator"),
        on=review.stage_since,
        reply=Reply.AGREE,
        decided_by=world.person("board-chair"),
        proof=Proof("telephone", "Note of the call."),
    )
    return Confirmation.objects.select_related("review__board").get(review=review)


def page(row) -> str:
    return reverse("reviews:confirm", args=[row.uuid])


def lines(desk):
    return [(todo.reference, todo.url) for todo in desk.mine]


def test_it_counts_at_once_and_waits_on_the_desk_of_whoever_decided(world, row):
    assert Review.objects.get(pk=row.review_id).stage == "panel"
    assert row.is_waiting
    chair = desk_of(world.user("board-chair"), world.today)
    assert (str(row.review.reference), page(row)) in lines(chair)
    assert page(row) not in [
        url for _, url in lines(desk_of(world.user("vice-chair"), world.today))
    ]
    mail = OutboxMessage.objects.get(kind="reviews.recorded_for_you")
    assert page(row) in mail.text
    assert "telephone" not in mail.text


def test_one_page_confirms_it(world, row, signed_in):
    client = signed_in(world.user("board-chair"))
    text = client.get(page(row)).content.decode()
    for told in ("A review was commissioned", "Note of the call.", "By telephone", "BE Coord"):
        assert told in text
    assert fill(client, page(row), answer="yes").status_code == 302
    row.refresh_from_db()
    assert row.confirmed_by == world.user("board-chair")
    assert Entry.objects.filter(verb="reviews.act_confirmed", review_id=row.review_id).exists()
    desk = desk_of(world.user("board-chair"), world.today)
    assert page(row) not in [url for _, url in lines(desk)]
    assert "You confirmed this:" in client.get(page(row)).content.decode()


def test_it_opens_to_nobody_else(world, row, signed_in):
    for role in ("coordinator", "vice-chair", "auditor", "outsider", "root"):
        client = signed_in(world.user(role))
        assert client.get(page(row)).status_code == 404, role
        assert client.post(page(row), {"answer": "yes"}).status_code == 404, role
        if role != "root":
            with pytest.raises(Refused):
                confirm(row, by=world.user(role), on=world.today)
    assert signed_in().get(page(row)).status_code == 302


def test_whoever_has_left_the_office_still_answers(world, row, signed_in):
    world.person("board-chair").holdings.update(until_on=world.today - dt.timedelta(days=1))
    user = world.user("board-chair")
    assert not user.has_perm(May.VIEW, row.review)
    client = signed_in(user)
    assert page(row) in [url for _, url in lines(desk_of(user, world.today))]
    assert fill(client, page(row), answer="yes").status_code == 302


def test_whoever_is_kept_out_of_the_case_is_kept_out_here(world, row, signed_in):
    set_interest(
        row.review,
        by=world.user("coordinator"),
        on=world.today,
        person=world.person("board-chair"),
        grade=Grade.OUT,
        what="Named in it.",
    )
    assert signed_in(world.user("board-chair")).get(page(row)).status_code == 404
    assert not lines(desk_of(world.user("board-chair"), world.today)) or page(row) not in [
        url for _, url in lines(desk_of(world.user("board-chair"), world.today))
    ]


def test_not_so_needs_a_reason_and_returns_to_whoever_recorded_it(world, row, signed_in):
    client = signed_in(world.user("board-chair"))
    assert fill(client, page(row), answer="no").status_code == 200
    assert fill(client, page(row), answer="no", why="I said concise.").status_code == 302
    row.refresh_from_db()
    assert row.is_disputed
    assert Review.objects.get(pk=row.review_id).stage == "panel", "the act stays"
    settling = reverse("reviews:settle", args=[row.review.slug, row.uuid])
    assert settling in [u for _, u in lines(desk_of(world.user("coordinator"), world.today))]
    mail = OutboxMessage.objects.get(kind="reviews.disputed")
    assert "concise" not in mail.text
    clerk = signed_in(world.user("coordinator"))
    assert "I said concise." in clerk.get(settling).content.decode()
    assert signed_in(world.user("board-chair")).get(settling).status_code == 403
    assert signed_in(world.user("outsider")).get(settling).status_code == 404
    assert fill(clerk, settling, how="We talked: it stands.").status_code == 302
    row.refresh_from_db()
    assert row.settled_how == "We talked: it stands."
    assert settling not in [u for _, u in lines(desk_of(world.user("coordinator"), world.today))]


def test_it_is_answered_once(world, row, signed_in):
    chair = world.user("board-chair")
    client = signed_in(chair)
    data = typed(open_form(client, page(row)), answer="yes")
    assert client.post(page(row), data).status_code == 302
    assert client.post(page(row), data).status_code == 302
    assert Entry.objects.filter(verb="reviews.act_confirmed").count() == 1
    with pytest.raises(NotNow, match="answered already"):
        dispute(row, by=chair, on=world.today, why="No.")
    with pytest.raises(NotNow, match="disputed"):
        settle(row, by=world.user("coordinator"), on=world.today, how="Nothing.")


def test_what_one_decides_oneself_waits_for_nobody(world):
    review = world.review_at("decision")
    chair = world.user("board-chair")
    decide(review, by=chair, on=review.stage_since, reply=Reply.AGREE, decided_by=chair.person)
    assert not Confirmation.objects.filter(review=review).exists()


def test_the_desk_asks_no_more_for_more_of_them(world, row, django_assert_max_num_queries):
    user = world.user("board-chair")
    with django_assert_max_num_queries(80) as few:
        desk_of(user, world.today)
    first = len(few)
    for review in Review.objects.filter(stage="panel").exclude(pk=row.review_id)[:2]:
        Confirmation.objects.create(
            review=review,
            provenance=review.provenances.create(
                act=uuid.uuid4(),
                deed="reviews.commissioned",
                on=world.today,
                recorded_by=world.user("coordinator"),
            ),
            act=uuid.uuid4(),
            deed="reviews.commissioned",
            on=world.today,
            person=user.person,
            recorded_by=world.user("coordinator"),
        )
    with django_assert_max_num_queries(80) as many:
        desk_of(user, world.today)
    assert len(many) == first
