"""Other proceedings: the register, holds that warn and stop no clock, and staff matters."""

import datetime as dt

import pytest
from django.urls import reverse

from common.deeds import DEEDS, WrongDate
from deadlines.models import Deadline
from desk.turns import Cover, todos
from library.publication.deeds import CHECK, PUBLISH
from reviews.case.listing import rows_of
from reviews.door import ask, door
from reviews.models import Hearing, Proceeding, ProceedingHold, StaffMatter
from reviews.proceedings.services import add_proceeding, lift_hold, put_hold
from reviews.rooms import Turn
from tests.forms import fill, open_form, typed


@pytest.fixture
def review(world):
    return world.review_at("panel")


@pytest.fixture
def police(world, review):
    return add_proceeding(
        review,
        by=world.user("coordinator"),
        on=world.today,
        kind="police",
        body="Heddlu Bro Eithin",
        lead="beside",
    )


def address(name, review, row=None):
    return reverse(f"reviews:{name}", args=[review.slug, *([row.uuid] if row else [])])


def hold(world, proceeding, held, since=0):
    return put_hold(
        proceeding.review,
        by=world.user("coordinator"),
        on=world.today - dt.timedelta(days=since),
        proceeding=proceeding,
        held=held,
        asked_by="Senior investigating officer",
        agreed_by="Panel chair",
        next_look_on=world.today + dt.timedelta(days=28),
    )


def test_an_entry_is_added_and_changed_and_the_slower_sees_both(world, review, signed_in):
    client = signed_in(world.user("coordinator"))
    url = address("add_proceeding", review)
    assert "body" in fill(client, url, kind="coroner").context["form"].errors
    assert fill(client, url, kind="coroner", body="Crwner").status_code == 302
    row = Proceeding.objects.get()
    change = address("change_proceeding", review, row)
    slow = open_form(client, change)
    told = {"questions": "What did the school know?", "questions_told_on": world.today}
    assert fill(client, change, **told).status_code == 302
    late = client.post(change, typed(slow, questions="Mine"))
    assert late.status_code == 409
    page = late.content.decode()
    assert "What did the school know?" in page
    assert "Mine" in page
    row.refresh_from_db()
    assert (row.version, row.questions) == (2, told["questions"])


def test_proceedings_do_not_end_before_they_began(world, review, signed_in):
    client = signed_in(world.user("coordinator"))
    answer = fill(
        client,
        address("add_proceeding", review),
        kind="care",
        body="Llys",
        opened_on=world.today,
        closed_on=world.today - dt.timedelta(days=1),
    )
    assert "closed_on" in answer.context["form"].errors


def test_a_hearing_that_is_moved_stays_beside_the_one_that_takes_its_place(
    world, review, police, signed_in
):
    client, url = signed_in(world.user("coordinator")), address("add_hearing", review, police)
    day = world.today + dt.timedelta(days=40)
    assert fill(client, url, sits_on=day, what="Trial").status_code == 302
    first = Hearing.objects.get()
    later = day + dt.timedelta(days=60)
    assert fill(client, url, sits_on=later, what="Trial", replaces=first.pk).status_code == 302
    form = open_form(client, url)
    assert [row.sits_on for row in form.fields["replaces"].queryset] == [later]
    assert client.get(address("proceedings", review)).content.decode().count("Trial") == 2


def test_a_hold_stands_beside_the_six_months_and_moves_no_date(world, review, police, signed_in):
    def dates():
        rows = Deadline.objects.filter(timetable=review.timetable)
        return list(rows.values_list("limit", "due_on", "met_on"))

    before = dates()
    assert before
    row = hold(world, police, "all")
    assert dates() == before
    client = signed_in(world.user("panel-member"))
    assert (
        "On hold for other proceedings" in client.get(address("children", review)).content.decode()
    )
    assert client.get(review.get_absolute_url()).context["holds"] == [row]
    lift_hold(review, by=world.user("coordinator"), on=world.today, hold=row)
    assert dates() == before
    assert (
        "On hold for other proceedings"
        not in client.get(address("children", review)).content.decode()
    )


@pytest.mark.parametrize(
    ("held", "code", "stage", "warned"),
    [
        ("family", "panels.family_recorded", "panel", True),
        ("event", "panels.family_recorded", "panel", False),
        ("event", "learning_events.held", "learning", True),
        ("staff", "learning_events.held", "learning", True),
        ("family", "learning_events.held", "learning", False),
        ("all", "panels.family_recorded", "panel", True),
    ],
)
def test_a_hold_warns_at_the_deed_that_goes_against_it(world, held, code, stage, warned):
    review, by = world.review_at(stage), world.user("coordinator")
    row = add_proceeding(review, by=by, on=world.today, kind="police", body="Heddlu")
    placed = hold(world, row, held)
    codes = {each.code for each in ask(review, DEEDS[code], by).warnings}
    assert (f"hold_{held}" in codes) is warned
    lift_hold(review, by=by, on=world.today, hold=placed)
    codes = {each.code for each in ask(review, DEEDS[code], by).warnings}
    assert f"hold_{held}" not in codes


def test_publication_waits_for_a_hold_but_its_record_of_a_day_past_does_not(world):
    review = world.review_at("follow_through")
    row = add_proceeding(
        review, by=world.user("coordinator"), on=world.today, kind="coroner", body="Crwner"
    )
    hold(world, row, "publication", since=20)
    publish = DEEDS["library.published"]
    for days, is_warning in ((0, False), (5, True)):
        found = door.obstacles(review, publish, world.today - dt.timedelta(days=days))
        assert [each.is_warning for each in found if each.code == "hold_publication"] == [
            is_warning
        ]
    found = door.obstacles(review, publish, world.today - dt.timedelta(days=30))
    assert "hold_publication" not in {each.code for each in found}


def test_a_hold_needs_who_asked_who_agreed_and_a_next_look(world, review, police, signed_in):
    client, url = signed_in(world.user("coordinator")), address("put_hold", review, police)
    errors = fill(client, url, held="family").context["form"].errors
    assert {"asked_by", "agreed_by", "next_look_on"} <= set(errors)
    facts = {"held": "family", "asked_by": "SIO", "agreed_by": "Chair"}
    answer = fill(client, url, **facts, next_look_on=world.today)
    assert "next_look_on" in answer.context["form"].errors
    facts["next_look_on"] = world.today + dt.timedelta(days=9)
    assert fill(client, url, **facts).status_code == 302
    assert "held" in fill(client, url, **facts).context["form"].errors
    with pytest.raises(WrongDate):
        put_hold(
            review,
            by=world.user("coordinator"),
            on=world.today,
            proceeding=police,
            held="event",
            asked_by="SIO",
            agreed_by="Chair",
            next_look_on=world.today,
        )


def test_the_next_look_comes_to_the_desk_and_leaves_it_when_it_was_taken(
    world, review, police, signed_in
):
    row, client = hold(world, police, "family", since=40), signed_in(world.user("panel-chair"))
    url, desk = address("look_at_hold", review, row), reverse("desk:desk")
    assert url not in client.get(desk).content.decode()
    ProceedingHold.objects.update(next_look_on=world.today + dt.timedelta(days=2))
    assert url in client.get(desk).content.decode()
    slow = open_form(client, address("lift_hold", review, row))
    later = world.today + dt.timedelta(days=60)
    assert fill(client, url, next_look_on=later).status_code == 302
    assert url not in client.get(desk).content.decode()
    assert client.post(address("lift_hold", review, row), typed(slow)).status_code == 302
    assert client.get(url).status_code == 404


def test_a_staff_matter_is_an_agency_and_a_day_and_no_word_more(world, review, signed_in):
    client, url = signed_in(world.user("coordinator")), address("refer_staff_matter", review)
    form = open_form(client, url)
    assert {field.name for field in form.visible_fields()} == {"agency", "on"}
    agency = form.fields["agency"].queryset.first()
    assert fill(client, url, agency=agency.pk).status_code == 302
    again = fill(client, url, agency=agency.pk)
    assert "recorded as referred on that day already" in again.content.decode()
    columns = {field.name for field in StaffMatter._meta.get_fields()}
    assert columns == {"id", "review", "agency", "referred_on", "recorded_at", "recorded_by"}


@pytest.mark.parametrize("name", ["change_proceeding", "add_hearing", "put_hold"])
def test_an_entry_of_another_case_is_not_found_here(world, police, signed_in, name):
    other = world.review_at("timelines")
    client = signed_in(world.user("coordinator"))
    assert client.get(address(name, other, police)).status_code == 404
    assert client.post(address(name, other, police), {}).status_code == 404


def test_the_register_asks_no_more_for_ten_than_for_one(
    world, review, signed_in, django_assert_max_num_queries
):
    client, by, counts = signed_in(world.user("coordinator")), world.user("coordinator"), []
    for more in (1, 9):
        for number in range(more):
            row = add_proceeding(review, by=by, on=world.today, kind="other", body=f"Body {number}")
            hold(world, row, "family")
            Hearing.objects.create(proceeding=row, sits_on=world.today, what="x", recorded_by=by)
        client.get(address("proceedings", review))
        with django_assert_max_num_queries(60) as asked:
            client.get(address("proceedings", review))
        counts.append(len(asked))
    assert counts[0] == counts[1]


def test_closing_over_a_hold_that_still_stands_asks_why(world):
    review, by = world.review_at("follow_through"), world.user("coordinator")
    row = add_proceeding(review, by=by, on=world.today, kind="coroner", body="Crwner")
    placed, close = hold(world, row, "family"), DEEDS["reviews.closed"]
    assert "hold_stands" in {each.code for each in ask(review, close, by).warnings}
    lift_hold(review, by=by, on=world.today, hold=placed)
    assert "hold_stands" not in {each.code for each in ask(review, close, by).warnings}


def test_a_publication_that_is_held_is_said_to_be_held_and_not_late(world):
    review, by = world.review_at("follow_through"), world.user("coordinator")
    row = add_proceeding(review, by=by, on=world.today, kind="police", body="Heddlu")
    placed = hold(world, row, "publication", since=20)
    until = world.today + dt.timedelta(days=28)
    publish = Turn(review, "Publish", "/p", by, review.stage_since, world.today, PUBLISH)
    other = Turn(review, "Check", "/c", by, review.stage_since, review.stage_since, CHECK)

    def lines():
        cover = Cover([review], {}, world.today + dt.timedelta(days=1))
        found = todos([publish, other], world.today + dt.timedelta(days=1), cover)
        return {line.url: line for line in found}

    held = lines()["/p"]
    assert not held.is_late and held.due_on == until
    assert str(held.held) == (
        "On hold: Publication · Police investigation or prosecution · Next look: 30 March 2026"
    )
    assert lines()["/c"].is_late
    [listed] = rows_of([review], world.today)
    assert listed.held == (held.held,)
    lift_hold(review, by=by, on=world.today, hold=placed)
    assert lines()["/p"].is_late and lines()["/p"].held is None
