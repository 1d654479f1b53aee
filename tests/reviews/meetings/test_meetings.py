"""Meetings: planned, moved and cancelled for a reason, held, minuted; each chair their own."""

import datetime as dt

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from audit.models import Entry
from common.deeds import Refused
from guidance.milestones import Milestone
from reviews.meetings.services import plan_meeting
from reviews.meetings.writing import keep_meeting
from reviews.models import Body, Meeting
from tests.forms import fill, open_form, typed

PDF = b"%PDF-1.7\ntrailer\n<<>>\n%%EOF\n"


@pytest.fixture
def review(world, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "files"
    return world.review_at("panel")


def address(name, review, row=None):
    return reverse(f"reviews:{name}", args=[review.slug, *([row.uuid] if row else [])])


def planned(world, review, body=Body.PANEL, days=10):
    return plan_meeting(
        review,
        by=world.user("coordinator"),
        on=world.today,
        body=body,
        planned_on=world.today + dt.timedelta(days=days),
    )


def first_met(review):
    row = review.timetable.reached.filter(milestone=str(Milestone.PANEL_FIRST_MET)).first()
    return row and row.on


def test_a_meeting_is_planned_and_stands_on_the_case_page(world, review, signed_in):
    client = signed_in(world.user("coordinator"))
    day = world.today + dt.timedelta(days=12)
    answer = fill(client, address("plan_meeting", review), body="panel", planned_on=day)
    assert answer.status_code == 302
    assert client.get(review.get_absolute_url()).context["meeting"] == review.meetings.get()


def test_a_move_keeps_the_day_it_leaves_and_its_reason(world, review, signed_in):
    meeting, client = planned(world, review), signed_in(world.user("panel-chair"))
    url, day = address("move_meeting", review, meeting), world.today + dt.timedelta(days=30)
    assert "new_on" in fill(client, url, delay="diaries").context["form"].errors
    assert "delay" in fill(client, url, new_on=day).context["form"].errors
    assert "note" in fill(client, url, new_on=day, delay="other").context["form"].errors
    assert (
        "new_on"
        in fill(client, url, new_on=meeting.planned_on, delay="diaries").context["form"].errors
    )
    assert fill(client, url, new_on=day, delay="timeline_late").status_code == 302
    move = meeting.moves.get()
    assert (move.old_on, move.new_on) == (meeting.planned_on, day)
    assert move.reason == "timeline_late"
    told = client.get(address("meetings", review)).content.decode()
    assert "An agency&#x27;s timeline is late" in told


def test_a_meeting_goes_to_another_hour_of_its_day(world, review, signed_in):
    meeting, client = planned(world, review), signed_in(world.user("panel-chair"))
    url, same = address("move_meeting", review, meeting), {"new_on": meeting.planned_on}
    for hour in ("09:00", "11:30"):
        facts = same | {"new_begins": hour, "delay": "diaries"}
        assert fill(client, url, **facts).status_code == 302
    assert "new_on" in fill(client, url, **facts).context["form"].errors
    meeting.refresh_from_db()
    assert meeting.begins == dt.time(11, 30)
    moves = list(meeting.moves.values_list("old_begins", "new_begins"))
    assert moves == [(None, dt.time(9)), (dt.time(9), dt.time(11, 30))]
    entry = Entry.objects.filter(verb="reviews.meeting_hour_changed").last()
    assert entry.details["day"] == meeting.planned_on.isoformat()
    assert "11:30" in client.get(address("meetings", review)).content.decode()


def test_a_meeting_is_cancelled_for_a_reason_and_then_neither_moved_nor_held(
    world, review, signed_in
):
    meeting, client = planned(world, review), signed_in(world.user("coordinator"))
    open_before = open_form(client, address("move_meeting", review, meeting))
    url = address("cancel_meeting", review, meeting)
    assert fill(client, url, delay="inquest").status_code == 200
    assert fill(client, url, delay="inquest", why="The coroner asked").status_code == 302
    for name in ("cancel_meeting", "move_meeting", "hold_meeting", "meeting_calendar"):
        assert client.get(address(name, review, meeting)).status_code == 404
    late = client.post(
        address("move_meeting", review, meeting),
        typed(open_before, new_on=world.today, delay="diaries", note="I was slower"),
    )
    assert late.status_code == 409
    assert "I was slower" in late.content.decode()


def test_a_meeting_is_recorded_with_who_was_there_and_its_minutes(world, review, signed_in):
    meeting, client = planned(world, review, days=0), signed_in(world.user("panel-chair"))
    people = [world.person("panel-chair").pk, world.person("reviewer").pk]
    url = address("hold_meeting", review, meeting)
    both = fill(client, url, present=people, apologies=people[:1])
    assert "apologies" in both.context["form"].errors
    answer = fill(
        client,
        url,
        present=people,
        apologies=[world.person("panel-member").pk],
        others_present="Note taker\n\nA clerk",
        is_quorate="yes",
        decisions="The timelines are wanted by May.",
        upload=SimpleUploadedFile("m.pdf", PDF),
    )
    assert answer.status_code == 302, answer.context["form"].errors
    held = review.meetings.get()
    assert (held.pk, held.held_on, held.is_quorate) == (meeting.pk, world.today, True)
    there = [str(row) for row in held.attendances.filter(was_present=True)]
    assert {"Note taker", "A clerk"} < set(there)
    assert len(there) == 4
    assert held.minutes.kind == "minutes"
    member = signed_in(world.user("panel-member"))
    assert member.get(address("document", review, held.minutes)).status_code == 200


def test_the_first_panel_meeting_is_a_milestone_and_an_earlier_one_recorded_later_is_it(
    world, review
):
    by = world.user("coordinator")
    assert first_met(review) is None
    keep_meeting(review, body=Body.SUBGROUP, held_on=world.today, by=by)
    assert first_met(review) is None
    for days, first in ((10, 10), (5, 10), (20, 20)):
        day = world.today - dt.timedelta(days=days)
        keep_meeting(review, body=Body.PANEL, held_on=day, by=by)
        assert first_met(review) == world.today - dt.timedelta(days=first)


def test_a_chair_keeps_the_meetings_of_their_own_group_alone(world, review, signed_in):
    meeting = planned(world, review, Body.PANEL)
    for role, offered in (
        ("coordinator", ["subgroup", "panel", "board"]),
        ("subgroup-chair", ["subgroup"]),
        ("panel-chair", ["panel"]),
        ("board-chair", ["board"]),
    ):
        client = signed_in(world.user(role))
        form = open_form(client, address("plan_meeting", review))
        assert [value for value, _label in form.fields["body"].choices] == offered
        may = client.get(address("move_meeting", review, meeting)).status_code == 200
        assert may is ("panel" in offered)
    with pytest.raises(Refused):
        plan_meeting(
            review,
            by=world.user("board-chair"),
            on=world.today,
            body=Body.PANEL,
            planned_on=world.today,
        )


def test_before_a_review_is_commissioned_there_is_no_panel_to_meet(world, signed_in):
    client = signed_in(world.user("coordinator"))
    form = open_form(client, address("plan_meeting", world.review_at("recommendation")))
    assert [value for value, _label in form.fields["body"].choices] == ["subgroup", "board"]


def test_a_meeting_whose_day_has_passed_waits_on_the_desk_of_its_chair(world, review, signed_in):
    Meeting.objects.create(
        review=review,
        body="board",
        planned_on=world.today - dt.timedelta(days=3),
        recorded_by=world.user("coordinator"),
    )
    url = address("hold_meeting", review, review.meetings.get())
    assert url in signed_in(world.user("board-chair")).get(reverse("desk:desk")).content.decode()
    chair = signed_in(world.user("panel-chair")).get(reverse("desk:desk")).content.decode()
    assert url not in chair


def test_the_calendar_file_holds_reference_body_and_place_alone(world, review, signed_in):
    meeting = planned(world, review)
    Meeting.objects.update(place="Room 2", decisions="Ysgol y Garn")
    answer = signed_in(world.user("panel-member")).get(address("meeting_calendar", review, meeting))
    text = answer.content.decode()
    assert answer["Content-Type"].startswith("text/calendar")
    assert f"SUMMARY:{review.reference} · Panel\r\n" in text
    assert f"DTSTART;VALUE=DATE:{meeting.planned_on:%Y%m%d}\r\n" in text
    for fact in ("Ysgol", *review.subjects.values_list("pseudonym", flat=True)):
        assert fact not in text
    outsider = signed_in(world.user("outsider"))
    assert outsider.get(address("meeting_calendar", review, meeting)).status_code == 404


def test_the_page_of_meetings_asks_no_more_for_twenty_than_for_two(
    world, review, signed_in, django_assert_max_num_queries
):
    client, by = signed_in(world.user("coordinator")), world.user("coordinator")
    counts = []
    for first, more in ((1, 2), (3, 18)):
        for number in range(first, first + more):
            day = world.today - dt.timedelta(days=number)
            keep_meeting(
                review, body="panel", held_on=day, present=[world.person("reviewer")], by=by
            )
        client.get(address("meetings", review))
        with django_assert_max_num_queries(60) as asked:
            client.get(address("meetings", review))
        counts.append(len(asked))
    assert counts[0] == counts[1]


def test_the_hour_and_the_place_are_planned_and_in_the_calendar(world, review, signed_in):
    client = signed_in(world.user("coordinator"))
    facts = {"body": "panel", "planned_on": dt.date(2026, 7, 6), "place": "Room 2; Y Neuadd"}
    wrong = fill(client, address("plan_meeting", review), **facts, begins="half past two")
    assert "begins" in wrong.context["form"].errors
    answer = fill(client, address("plan_meeting", review), **facts, begins="14.30")
    assert answer.status_code == 302
    meeting = review.meetings.get()
    assert meeting.begins == dt.time(14, 30)
    text = client.get(address("meeting_calendar", review, meeting)).content.decode()
    assert "DTSTART:20260706T133000Z" in text, "in summer Wales is an hour ahead"
    assert "LOCATION:Room 2\\; Y Neuadd" in text
    assert "14:30" in client.get(address("meetings", review)).content.decode()
    fill(
        client,
        address("move_meeting", review, meeting),
        new_on=dt.date(2026, 7, 8),
        new_begins="09:00",
        delay="diaries",
    )
    meeting.refresh_from_db()
    assert (meeting.planned_on, meeting.begins) == (dt.date(2026, 7, 8), dt.time(9))


def test_the_members_of_the_body_are_ticked_first_then_the_others_by_agency(
    world, review, signed_in
):
    meeting = planned(world, review, days=-1)
    client = signed_in(world.user("coordinator"))
    form = open_form(client, address("hold_meeting", review, meeting))
    groups = [
        (str(label), [pk for pk, _name in rows]) for label, rows in form["present"].field.choices
    ]
    assert groups[0][0] == "Members of the panel"
    assert world.person("panel-member").pk in groups[0][1]
    assert world.person("action-owner").pk not in groups[0][1]
    agency = world.person("action-owner").memberships.get().agency
    assert world.person("action-owner").pk in dict(groups)[str(agency)]
    everybody = [pk for _label, rows in groups for pk in rows]
    assert len(everybody) == len(set(everybody)) == form["present"].field.queryset.count()
