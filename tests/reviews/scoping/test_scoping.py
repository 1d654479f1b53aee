"""Agencies answer the sub-group on a page of their own; deferring; what the sub-group reads."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from audit.models import Entry
from boards.models import Agency
from common.deeds import NotNow
from common.models import OutboxMessage
from desk.turns import desk_of
from reviews.deeds import RECOMMEND
from reviews.door import ask
from reviews.journey import Stage
from reviews.models import Deferral, ScopingReturn
from reviews.people.services import set_interest
from reviews.recommendation.services import save_draft
from reviews.scoping import services
from reviews.subgroup.services import defer
from tests.forms import fill, open_form, typed
from tests.walking import CHILD

ASKED, DUE = dt.date(2024, 2, 8), dt.date(2024, 2, 15)


@pytest.fixture
def review(world):
    return world.review_at(Stage.RECOMMENDATION)


@pytest.fixture
def asked(world, review):
    """The panel member's agency is asked through them; the health board by telephone."""
    services.ask_agencies(
        review,
        by=world.user("coordinator"),
        on=ASKED,
        agencies={
            Agency.objects.get(code="be-social-services"): world.person("panel-member"),
            Agency.objects.get(code="be-health"): None,
        },
        due_on=DUE,
    )
    return ScopingReturn.objects.get(review=review, asked_of__isnull=False)


@pytest.fixture
def by_telephone(asked):
    return ScopingReturn.objects.get(review=asked.review, asked_of=None)


def test_asking_mails_a_reference_and_a_link_and_no_more(world, signed_in, review):
    client = signed_in(world.user("coordinator"))
    url = reverse("reviews:ask_scoping", args=[review.slug])
    agency = Agency.objects.get(code="be-social-services")
    person = world.person("panel-member")
    choice = {f"person_{agency.pk}": person.pk}
    assert fill(client, url, due_on=DUE, on=ASKED, **choice).status_code == 200, "none chosen"
    early = fill(client, url, agencies=[agency.pk], due_on=dt.date(2024, 1, 1), on=ASKED, **choice)
    assert early.status_code == 200
    sent = fill(client, url, agencies=[str(agency.pk)], due_on=DUE, on=ASKED, **choice)
    assert sent.status_code == 302
    row = ScopingReturn.objects.get(review=review)
    mail = OutboxMessage.objects.filter(kind="reviews.scoping_asked").get()
    assert (mail.to, row.asked_of) == (person.email, person)
    assert str(row.uuid) in mail.text
    assert CHILD not in mail.text and "Child A" not in mail.text
    assert str(agency.pk) not in dict(open_form(client, url).fields["agencies"].choices)


def test_who_is_asked_answers_without_the_case(world, signed_in, asked):
    member = world.user("panel-member")
    client, url = signed_in(member), asked.get_absolute_url()
    assert client.get(asked.review.get_absolute_url()).status_code == 404
    assert url in [todo.url for todo in desk_of(member, world.today).mine]
    page = client.get(url)
    assert CHILD not in page.content.decode() and "Child A" not in page.content.decode()
    assert fill(client, url, state="answered", on=DUE).status_code == 200, "says nothing yet"
    assert fill(client, url, state="answered", on=DUE, contact="a\x00b").status_code == 200
    form = open_form(client, url)
    assert "answered_by" not in form.fields
    data = typed(form, state="answered", on=DUE, contact="Seen twice.", register="No.")
    assert client.post(url, data).status_code == 302
    assert client.post(url, data).status_code == 302, "the same form again leads to the same page"
    asked.refresh_from_db()
    assert (asked.state, asked.contact) == ("answered", "Seen twice.")
    assert asked.answered_by == member.person.name
    assert OutboxMessage.objects.filter(kind="reviews.scoping_answered").exists()
    entry = Entry.objects.get(verb="reviews.scoping_answered", review_id=asked.review_id)
    assert entry.details == {"state": "answered"}
    assert client.get(url).context["form"] is None, "it is answered once"


def test_the_office_records_what_was_said_on_the_telephone(world, signed_in, by_telephone):
    client, url = signed_in(world.user("coordinator")), by_telephone.get_absolute_url()
    nobody = fill(client, url, state="nothing_known", on=DUE)
    assert set(nobody.context["form"].errors) == {"answered_by", "channel"}
    words = {"answered_by": "Named nurse", "channel": "telephone"}
    assert fill(client, url, state="nothing_known", on=DUE, **words).status_code == 302
    by_telephone.refresh_from_db()
    assert (by_telephone.state, by_telephone.channel) == ("nothing_known", "telephone")


def test_one_that_does_not_answer_is_gone_on_without_and_may_still_come(world, asked, signed_in):
    office = world.user("coordinator")
    services.answer(asked, by=office, on=DUE, state="not_answered")
    asked.refresh_from_db()
    assert not asked.is_open and asked.may_still_come
    services.answer(asked, by=world.user("panel-member"), on=DUE, state="nothing_known")
    with pytest.raises(NotNow):
        services.answer(asked, by=office, on=DUE, state="not_answered")


@pytest.mark.parametrize(
    ("who", "status"),
    [("outsider", 404), ("board-chair", 404), ("excluded", 404), ("other", 404),
     ("agency-author", 404), ("subgroup-chair", 200), ("coordinator", 200), ("panel-member", 200)],
)  # fmt: skip
def test_a_stranger_gets_404(world, signed_in, asked, who, status):
    user = world.user("coordinator", "dc") if who == "other" else world.user(who)
    assert signed_in(user).get(asked.get_absolute_url()).status_code == status


def test_who_only_reads_the_answer_does_not_give_it(world, signed_in, asked):
    client = signed_in(world.user("subgroup-chair"))
    assert client.get(asked.get_absolute_url()).context["form"] is None
    assert client.post(asked.get_absolute_url(), {"state": "nothing_known"}).status_code == 403


def test_an_interest_keeps_the_asked_person_out(world, signed_in, asked):
    set_interest(
        asked.review,
        by=world.user("board-chair"),
        on=DUE,
        person=world.person("panel-member"),
        grade="out",
        what="Named.",
    )
    client = signed_in(world.user("panel-member"))
    assert client.get(asked.get_absolute_url()).status_code == 404


def test_recommending_while_an_agency_has_not_answered_is_warned_of(world, review, asked):
    save_draft(
        review, by=world.user("coordinator"), on=ASKED, version=0, answers={"outline": "O."},
        facts={},
    )  # fmt: skip
    warned = ask(review, RECOMMEND, world.user("subgroup-chair")).warnings
    assert "scoping_open" in {each.code for each in warned}


def test_a_case_is_deferred_more_than_once_and_stands_on_the_desk_for_its_day(
    world, signed_in, review
):
    chair = world.user("subgroup-chair")
    client, url = signed_in(chair), reverse("reviews:defer", args=[review.slug])
    on = ASKED
    wrong = fill(client, url, why="Waiting for a paediatrician.", next_on=on, on=on)
    assert wrong.status_code == 200 and "Waiting for a paediatrician." in wrong.content.decode()
    assert fill(client, url, why="Waiting.", next_on=dt.date(2024, 3, 1), on=on).status_code == 302
    defer(review, by=chair, on=dt.date(2024, 3, 1), next_on=dt.date(2024, 4, 2), why="Still.")
    mine = desk_of(chair, world.today).mine
    (todo,) = [t for t in mine if t.reference == str(review.reference)]
    assert (todo.due_on, todo.is_late) == (dt.date(2024, 4, 2), True)
    room = client.get(reverse("reviews:subgroup", args=[review.slug])).content.decode()
    assert "Waiting." in room and "Still." in room
    assert Deferral.objects.filter(review=review).count() == 2


def test_deferring_is_the_chairs_and_recorded_for_them(world, review):
    with pytest.raises(NotNow):
        defer(review, by=world.user("coordinator"), on=ASKED, next_on=DUE, why="Waiting.")
    row = defer(
        review,
        by=world.user("coordinator"),
        on=ASKED,
        next_on=DUE,
        why="Waiting.",
        decided_by=world.person("subgroup-chair"),
    )
    assert row.decided_by == world.person("subgroup-chair")


def test_the_room_costs_no_more_with_more_rows(world, signed_in, review, asked):
    client = signed_in(world.user("coordinator"))
    url = reverse("reviews:subgroup", args=[review.slug])
    client.get(url)
    with CaptureQueriesContext(
        connection,
    ) as few:
        client.get(url)
    for number in range(5):
        agency = Agency.objects.create(
            code=f"more-{number}", kind="other", name_en=f"More {number}", name_cy=f"Mwy {number}"
        )
        ScopingReturn.objects.create(
            review=review, agency=agency, asked_on=ASKED, due_on=DUE,
            recorded_by=world.user("coordinator"), asked_of=world.person("reviewer"),
        )  # fmt: skip
        Deferral.objects.create(
            review=review, deferred_on=ASKED, next_on=DUE, reason="R.",
            decided_by=world.person("subgroup-chair"), recorded_by=world.user("coordinator"),
        )  # fmt: skip
    with CaptureQueriesContext(connection) as many:
        client.get(url)
    assert len(many) == len(few)
