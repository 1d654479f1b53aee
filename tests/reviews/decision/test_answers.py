"""Notices as they are sent, corrected and answered; what of it stands on the desk."""

import datetime as dt

import pytest
from django.urls import reverse

from audit.models import Entry
from common.deeds import NotNow, WrongDate
from deadlines.models import Reached
from guidance.inspectorates import INSPECTORATES
from reviews.decision.answers import told
from reviews.decision.notices import current, notices_due
from reviews.decision.room import notice_turns
from reviews.decision.services import correct_notice, record_answer, send_notice
from reviews.models import Circulation, Notice, Review
from tests.forms import fill, open_form, typed

SENT = dt.date(2026, 2, 2)


@pytest.fixture
def commissioned(world):
    return world.review_at("panel")


@pytest.fixture
def sent(world, commissioned):
    send_notice(
        commissioned, by=world.user("coordinator"), on=SENT, about="outcome", method="portal"
    )
    return Review.objects.get(pk=commissioned.pk)


def page(name, review, notice=""):
    query = f"?notice={notice}" if notice else ""
    return reverse(f"reviews:{name}", args=[review.slug]) + query


def test_a_notice_says_how_and_by_whom_it_went(world, commissioned, signed_in):
    chair = world.person("board-chair")
    answer = fill(
        signed_in(world.user("coordinator")),
        page("send_notice", commissioned),
        about="recommendation",
        method="email",
        sender=chair,
        on=SENT,
    )
    assert answer.status_code == 302
    notice = commissioned.notices.get()
    assert (notice.sender, notice.method, notice.sent_on) == (chair, "email", SENT)
    assert [each.key for each in notices_due(commissioned)] == ["outcome"]


def test_the_same_notice_is_not_recorded_twice(world, sent):
    with pytest.raises(NotNow):
        send_notice(sent, by=world.user("coordinator"), on=SENT, about="outcome")
    with pytest.raises(NotNow):
        send_notice(sent, by=world.user("coordinator"), on=SENT, about="nonsense")


def test_a_wrong_record_is_replaced_and_the_first_is_kept(world, sent, signed_in):
    true_day = dt.date(2026, 1, 28)
    answer = fill(
        signed_in(world.user("coordinator")),
        page("correct_notice", sent, "outcome"),
        on=true_day,
        method="letter",
        why="The letter is dated a week earlier.",
    )
    assert answer.status_code == 302
    assert (current(sent)["outcome"].sent_on, Notice.objects.filter(review=sent).count()) == (
        true_day,
        2,
    )
    (row,) = told(Review.objects.get(pk=sent.pk))
    assert [each.sent_on for each in row.first] == [SENT]
    reached = Reached.objects.get(timetable=sent.timetable, milestone="wg_told_of_outcome")
    assert reached.on == true_day


def test_what_welsh_government_answered_is_kept_with_the_inspectorates(world, sent, signed_in):
    client = signed_in(world.user("coordinator"))
    answer = fill(
        client,
        page("record_answer", sent),
        received_on=dt.date(2026, 2, 3),
        acknowledged_on=dt.date(2026, 2, 10),
        circulated_on=dt.date(2026, 2, 12),
        to_care="yes",
        to_police="no",
        why_police="No officer was involved.",
    )
    assert answer.status_code == 302
    notice = current(sent)["outcome"]
    assert notice.acknowledged_on == dt.date(2026, 2, 10)
    rows = Circulation.objects.filter(notice=notice).values_list("inspectorate", "passed_on")
    assert dict(rows) == {"care": "yes", "police": "no"}
    room = client.get(reverse("reviews:decision", args=[sent.slug])).content.decode()
    assert "Care Inspectorate Wales (CIW)" in room and "No officer was involved." in room
    again = typed(open_form(client, page("record_answer", sent)), to_care="", why_care="")
    client.post(page("record_answer", sent), again | {"to_care": ""})
    assert set(
        Circulation.objects.filter(notice=notice).values_list("inspectorate", flat=True)
    ) == {"police"}
    details = Entry.objects.filter(review_id=sent.pk, verb="reviews.notice_answered").latest("pk")
    assert details.details == {"about": "outcome"}


def test_an_answer_before_the_notice_is_refused_with_a_sentence(world, sent, signed_in):
    answer = fill(
        signed_in(world.user("coordinator")),
        page("record_answer", sent),
        received_on=dt.date(2026, 1, 1),
        acknowledged_on=dt.date(2027, 1, 1),
    )
    assert set(answer.context["form"].errors) == {"received_on", "acknowledged_on"}
    with pytest.raises(WrongDate):
        record_answer(
            sent,
            by=world.user("coordinator"),
            on=SENT,
            about="outcome",
            received_on=dt.date(2026, 1, 1),
        )


def test_a_correction_does_not_pass_an_answer_already_recorded(world, sent):
    words = {"by": world.user("coordinator"), "about": "outcome"}
    record_answer(sent, **words, on=SENT, received_on=dt.date(2026, 2, 3))
    with pytest.raises(WrongDate):
        correct_notice(sent, **words, on=dt.date(2026, 2, 20), why="Later.")


def test_silence_is_asked_after_only_after_some_weeks_and_nobody_is_late(sent):
    def asked(on):
        return [turn for turn in notice_turns(sent, on) if "acknowledgement" in str(turn.sentence)]

    assert not asked(SENT + dt.timedelta(weeks=3))
    (turn,) = asked(SENT + dt.timedelta(weeks=4))
    assert turn.due_on is None and "?notice=outcome" in turn.url
    Notice.objects.update(received_on=SENT)
    assert not asked(SENT + dt.timedelta(weeks=40))


def test_an_inspectorate_that_was_named_anew_stands_under_both_names():
    names = [each.label for each in INSPECTORATES]
    assert "(CIW)" in names[0] and "CSSIW" in names[0]
    assert "(HMICFRS)" in names[3] and "HMI Constabulary" in names[3]


def test_a_notice_nobody_sent_cannot_be_answered(world, commissioned, signed_in):
    told = signed_in(world.user("coordinator")).get(page("record_answer", commissioned))
    assert told.status_code == 200 and told.context["form"] is None


def test_the_room_asks_no_more_queries_with_more_notices(
    world, sent, signed_in, django_assert_max_num_queries
):
    client = signed_in(world.user("coordinator"))
    room = reverse("reviews:decision", args=[sent.slug])
    with django_assert_max_num_queries(200) as few:
        client.get(room)
    send_notice(sent, by=world.user("coordinator"), on=SENT, about="recommendation")
    for about in ("outcome", "recommendation"):
        correct_notice(sent, by=world.user("coordinator"), on=SENT, about=about, why="Again.")
    with django_assert_max_num_queries(len(few)):
        client.get(room)


def test_of_two_who_record_the_answer_at_once_the_second_sees_both(world, sent, signed_in):
    first, second = signed_in(world.user("coordinator")), signed_in(world.user("board-chair"))
    url = page("record_answer", sent, "outcome")
    opened = open_form(second, url)
    code = INSPECTORATES[0].code
    facts = {"received_on": SENT, f"to_{code}": "yes", f"why_{code}": "They asked."}
    assert fill(first, url, **facts).status_code == 302
    late = second.post(url, typed(opened, acknowledged_on=SENT, **{f"why_{code}": "Mine."}))
    assert late.status_code == 409
    text = late.content.decode()
    assert "They asked." in text
    assert "Mine." in text
    assert sent.notices.get().acknowledged_on is None, "nothing is written over unseen"
    again = late.context["form"]
    merged = typed(again, received_on=SENT, acknowledged_on=SENT, **{f"to_{code}": "yes"})
    assert second.post(url, merged).status_code == 302
    notice = sent.notices.get()
    assert (notice.received_on, notice.acknowledged_on) == (SENT, SENT)
