"""The personal calendar: whose it is, what it tells, and how a calendar program follows it."""

import datetime as dt
import logging

import pytest
from django.core.cache import cache
from django.urls import reverse
from icalendar import Calendar

from boards.calendar.tokens import make_token, owner_of, revoke
from boards.leaving.ending import end_account_if_over
from boards.models import CalendarEntry, CalendarToken, Leaving
from boards.models.invitation import hash_of
from boards.people.services import close_account
from common.masking import WithoutTokens
from deadlines import services as deadlines
from deadlines.models import Deadline
from desk.calendar import views
from guidance.milestones import Milestone
from reviews.capacities import Grade
from reviews.journey import RUNNING, Stage
from reviews.models import Interest, Meeting, Review
from reviews.querysets import visible_to
from reviews.timing.proposing import proposed
from reviews.timing.services import plan_dates
from reviews.timing.standing import whole_of


def address(user):
    return reverse("desk:calendar", args=[make_token(user.person, by=user)])


def read(client, url):
    answer = client.get(url)
    assert answer.status_code == 200
    assert answer["Content-Type"].startswith("text/calendar")
    calendar = Calendar.from_ical(answer.content)
    return {str(event["UID"]): event for event in calendar.walk("VEVENT")}


def summaries(events):
    return [str(event["SUMMARY"]) for event in events.values()]


@pytest.fixture
def meeting(world):
    review = world.review_at(Stage.PANEL)
    return Meeting.objects.create(
        review=review,
        body="panel",
        planned_on=world.today + dt.timedelta(days=9),
        begins=dt.time(10, 0),
        place="14 Heol y Llyn",
        recorded_by=world.user("coordinator"),
    )


def test_it_holds_references_and_milestones_and_nothing_else(world, signed_in, meeting):
    user = world.user("coordinator")
    events = read(signed_in(), address(user))
    references = {str(each.reference) for each in visible_to(user)}
    assert len(events) > 10
    assert {each.partition(" · ")[0] for each in summaries(events)} <= references
    for event in events.values():
        assert set(event) <= {
            *("UID", "DTSTAMP", "LAST-MODIFIED", "SEQUENCE", "SUMMARY", "STATUS", "TRANSP"),
            *("CLASS", "DTSTART", "DTEND"),
        }
    raw = signed_in().get(address(user)).content
    assert b"\r\nX-PUBLISHED-TTL:PT6H\r\n" in raw and max(map(len, raw.splitlines())) <= 75
    panel = next(event for event in events.values() if event["TRANSP"] == "OPAQUE")
    assert str(panel["SUMMARY"]) == f"{meeting.review.reference} · Panel"
    assert panel["DTSTART"].dt == dt.datetime(2026, 3, 11, 10, 0, tzinfo=dt.UTC)


def test_it_needs_no_signing_in_and_shows_nobody_elses_cases(world, signed_in, meeting):
    assert read(signed_in(), address(world.user("excluded"))) == {}
    assert read(signed_in(), address(world.user("outsider"))) == {}
    for_auditor = read(signed_in(), address(world.user("auditor")))
    assert for_auditor and not [e for e in for_auditor.values() if e["TRANSP"] == "OPAQUE"]
    assert signed_in().get(reverse("desk:calendar", args=["x" * 43])).status_code == 404


def test_only_its_hash_is_kept_and_a_new_address_ends_the_old(world, signed_in):
    user = world.user("coordinator")
    first, second = make_token(user.person, by=user), make_token(user.person, by=user)
    assert set(CalendarToken.objects.values_list("digest", flat=True)) == {
        hash_of(first),
        hash_of(second),
    }
    assert owner_of(first) is None and owner_of(second) == user
    assert CalendarToken.objects.get(revoked_at=None).last_used_at
    assert revoke(user.person, by=user) and owner_of(second) is None


def test_the_address_opens_nothing_once_the_account_is_closed_or_its_owner_has_left(world):
    closed, left, coordinator = (
        world.user(each) for each in ("reviewer", "panel-member", "coordinator")
    )
    tokens = [make_token(each.person, by=each) for each in (closed, left)]
    close_account(world.board, closed.person, by=coordinator, on=world.today)
    yesterday = world.today - dt.timedelta(days=1)
    leaving = Leaving.objects.create(
        board=world.board,
        person=left.person,
        successor=coordinator.person,
        last_on=yesterday,
        act="9a8a8b56-2d55-4c0e-a35c-5a2f9d1d0a11",
        recorded_at=CalendarToken.objects.first().made_at,
        recorded_by=coordinator,
        account_ends=True,
    )
    assert owner_of(tokens[1]) is None  # from the day after, whatever the sweep does
    end_account_if_over(leaving, world.today)
    assert not CalendarToken.objects.standing().exists()
    assert [owner_of(token) for token in tokens] == [None, None]


def test_what_moves_is_told_as_a_change_and_what_ends_as_cancelled(world, signed_in, meeting):
    client, url = signed_in(), address(world.user("coordinator"))
    before = read(client, url)
    uid = next(key for key, event in before.items() if event["TRANSP"] == "OPAQUE")
    meeting.planned_on += dt.timedelta(days=7)
    meeting.save()
    moved = read(client, url)
    assert moved[uid]["SEQUENCE"] == 1 and moved[uid]["STATUS"] == "CONFIRMED"
    assert moved[uid]["DTSTART"].dt.day == 18
    assert moved[uid]["LAST-MODIFIED"].dt >= before[uid]["LAST-MODIFIED"].dt
    untouched = {key: event for key, event in moved.items() if key != uid}
    assert all(event["SEQUENCE"] == 0 for event in untouched.values())
    meeting.cancelled_why, meeting.cancelled_for = "Snow", "other"
    meeting.save()
    cancelled = read(client, url)[uid]
    assert (cancelled["SEQUENCE"], cancelled["STATUS"]) == (2, "CANCELLED")
    assert str(cancelled["SUMMARY"]) == "Cancelled"
    assert client.get(url).content == client.get(url).content


def test_a_deadline_that_is_met_says_so(world, signed_in):
    client, url = signed_in(), address(world.user("coordinator"))
    review = world.review_at(Stage.PANEL)
    day = world.today + dt.timedelta(days=5)
    deadlines.reach(review.timetable, Milestone.ACTION_DUE, day, part="secret-agency")
    before = read(client, url)
    deadlines.reach(review.timetable, Milestone.ACTION_DONE, world.today, part="secret-agency")
    after = read(client, url)
    done = [uid for uid in after if uid in before and after[uid] != before[uid]]
    assert [str(after[uid]["SUMMARY"]).startswith(f"{review} · Done:") for uid in done] == [True]
    assert "secret" not in str(after)


def test_a_case_that_is_closed_to_somebody_leaves_their_calendar(world, signed_in):
    user, review = world.user("reviewer"), world.review_at(Stage.REPORT)
    client, url = signed_in(), address(user)
    assert any(str(review) in each for each in summaries(read(client, url)))
    Interest.objects.create(
        review=review,
        person=user.person,
        grade=Grade.OUT,
        declared_on=world.today,
        reason="Took part",
        set_by=world.user("coordinator"),
    )
    assert not any(str(review) in each for each in summaries(read(client, url)))


def test_an_agencys_author_finds_what_is_asked_of_their_agency_alone(world, signed_in):
    review, author = world.review_at(Stage.TIMELINES), world.user("agency-author")
    assert Deadline.objects.filter(timetable=review.timetable, limit="agency_return").count() > 1
    events = read(signed_in(), address(author))
    assert [each.startswith(str(review)) for each in summaries(events)].count(True) == 1


def test_a_program_that_asks_too_often_is_told_to_wait(world, signed_in, monkeypatch):
    cache.clear()
    monkeypatch.setattr(views, "AN_HOUR", 2)
    client, url = signed_in(), address(world.user("outsider"))
    unknown = reverse("desk:calendar", args=["y" * 43])
    assert [client.get(unknown).status_code for _ask in range(3)] == [404, 404, 429]
    assert [client.get(url).status_code for _ask in range(3)] == [200, 200, 429]
    cache.clear()


def test_it_speaks_the_language_of_its_owner_or_both(world, signed_in):
    user = world.user("coordinator")
    client, url = signed_in(), address(user)
    said = {}
    for language in ("en-gb", "cy", ""):
        user.person.language = language
        user.person.save()
        events = read(client, url)
        said[language] = dict(zip(events, summaries(events), strict=True))
    uid = next(key for key in said["cy"] if said["cy"][key] != said["en-gb"][key])
    english = said["en-gb"][uid].partition(" · ")[2]
    assert said[""][uid] == f"{said['cy'][uid]} / {english}"


def test_it_takes_the_same_queries_however_many_reviews(
    world, signed_in, django_assert_max_num_queries
):
    client, few, many = signed_in(), world.user("reviewer"), world.user("coordinator")
    urls = [address(few), address(many)]
    for url in urls:
        client.get(url)
    assert Review.objects.filter(stage__in=RUNNING).count() > 8
    with django_assert_max_num_queries(40) as counted:
        client.get(urls[0])
    with django_assert_max_num_queries(len(counted)):
        client.get(urls[1])


def test_what_is_long_over_is_forgotten(world, signed_in, meeting, settings):
    user = world.user("coordinator")
    url = address(user)
    client = signed_in()
    read(client, url)
    settings.DEMO_TODAY = "2026-09-02"
    read(client, url)
    kept = CalendarEntry.objects.filter(person=user.person, on=meeting.planned_on)
    assert not kept.exists()


def test_no_log_holds_what_opens_a_calendar(world, caplog):
    token = make_token(world.user("coordinator").person, by=world.user("coordinator"))
    record = logging.LogRecord(
        "django.request", 30, "", 0, "%s: %s", ("Not Found", f"/calendar/{token}.ics"), None
    )
    assert WithoutTokens().filter(record)
    assert token not in record.getMessage() and "/calendar/" in record.getMessage()


def test_the_address_is_shown_once(world, signed_in):
    client = signed_in(world.user("coordinator"))
    page = reverse("my_calendar")
    shown = client.post(page, {"do": "make"})
    token = shown.context["address"].rpartition("/")[2].partition(".ics")[0]
    assert token in shown.content.decode() and shown["Cache-Control"].count("no-store")
    assert owner_of(token) == world.user("coordinator")
    assert token not in client.get(page).content.decode()
    client.post(page, {"do": "withdraw"})
    assert owner_of(token) is None


def test_the_days_of_ones_own_plans_stand_beside_the_due_days(world, signed_in, settings):
    review, user = world.review_at(Stage.PANEL), world.user("coordinator")
    settings.DEMO_TODAY = (review.stage_since + dt.timedelta(days=7)).isoformat()
    client, url = signed_in(), address(user)
    whole = whole_of(review, world.today)
    days = proposed(review, whole)
    plan_dates(review, by=user, on=world.today, days=days)
    name = f"{review} · Planned: Disclosure check"
    before = read(client, url)
    (uid,) = [key for key, event in before.items() if str(event["SUMMARY"]) == name]
    assert before[uid]["DTSTART"].dt == days["disclosure_check"]
    later = days["disclosure_check"] + dt.timedelta(days=3)
    plan_dates(review, by=user, on=world.today, days=days | {"disclosure_check": later})
    moved = read(client, url)[uid]
    assert (moved["DTSTART"].dt, moved["SEQUENCE"], moved["STATUS"]) == (later, 1, "CONFIRMED")
    dropped = {step: day for step, day in days.items() if step != "disclosure_check"}
    plan_dates(review, by=user, on=world.today, days=dropped)
    gone = read(client, url)[uid]
    assert (gone["SEQUENCE"], gone["STATUS"]) == (2, "CANCELLED")
    assert str(gone["SUMMARY"]) == "Cancelled"
    others = read(client, address(world.user("auditor")))  # reads the case, and has no part in it
    assert not [each for each in summaries(others) if "Planned" in each]
