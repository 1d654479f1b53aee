"""From the texts to the taking down: what is refused, what is recorded, and when."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from audit.models import Entry
from common.deeds import NotNow, Overtaken, Proof, Refused, WrongDate
from common.models import OutboxMessage
from deadlines.clocks import dates_of
from library.models import (
    DisclosureCheck,
    NotPublished,
    Place,
    Publication,
    Submission,
    Text,
    ToldFirst,
    WelshWaiver,
)
from library.publication import beside, services
from library.publication.deeds import CHECK, PUBLISH
from library.publication.progress import Progress
from reports.models import Draft, Report
from reviews.door import ask
from reviews.people.services import appoint, declare_interest, end_appointment
from tests.library.conftest import ACCEPTED, FIRST_DAY, SENT

ADDRESS = "https://be.example.wales/reports/1"
DAY = dt.timedelta(days=1)


def codes(caught):
    return {obstacle.code for obstacle in caught.value.obstacles}


PAST = Proof("email", "The web team's mail.", None, True)


def publish(review, by, on, **words):
    return services.publish(review, by=by, on=on, address=ADDRESS, **words)


# --- Texts and checks


def test_a_ready_text_tells_the_checkers_and_not_the_author(
    review, coordinator, subgroup_chair, reviewer
):
    services.text_ready(review, by=coordinator, on=ACCEPTED, languages=["en"])
    told = set(OutboxMessage.objects.filter(kind="library.text_ready").values_list("to", flat=True))
    assert told == {coordinator.email, subgroup_chair.email}
    assert Text.objects.get().language == "en"


def test_nothing_is_checked_before_there_is_a_text(review, subgroup_chair):
    with pytest.raises(NotNow) as caught:
        services.check_disclosure(
            review, by=subgroup_chair, on=ACCEPTED, language="en", finding="clear"
        )
    assert codes(caught) == {"nothing_to_do"}


@pytest.mark.parametrize("has_ended", [False, True])
def test_who_wrote_the_report_never_checks_it(with_texts, subgroup_chair, coordinator, has_ended):
    """Report author and disclosure checker never coincide, though the appointment is over."""
    appointment = appoint(
        with_texts,
        by=coordinator,
        on=ACCEPTED,
        person=subgroup_chair.person,
        capacity="reviewer",
    )
    if has_ended:
        end_appointment(with_texts, by=coordinator, on=ACCEPTED, appointment=appointment)
    with pytest.raises(Refused):
        services.check_disclosure(
            with_texts, by=subgroup_chair, on=ACCEPTED, language="en", finding="clear"
        )
    assert not DisclosureCheck.objects.exists()


def test_whoever_saved_a_draft_wrote_the_report(with_texts, subgroup_chair):
    report = Report.objects.create(review=with_texts)
    Draft.objects.create(
        report=report,
        version=1,
        outline_en="Outline.",
        written_on=ACCEPTED,
        saved_by=subgroup_chair,
    )
    with pytest.raises(Refused):
        services.check_disclosure(
            with_texts, by=subgroup_chair, on=ACCEPTED, language="en", finding="clear"
        )


def test_a_reviewer_has_no_part_in_the_check(with_texts, reviewer):
    assert ask(with_texts, CHECK, reviewer).refusal


def test_the_latest_check_counts(sent, subgroup_chair, coordinator, on_day):
    on_day(FIRST_DAY)
    services.check_disclosure(
        sent,
        by=subgroup_chair,
        on=FIRST_DAY,
        language="cy",
        finding="changes",
        notes="The name of the school.",
    )
    with pytest.raises(NotNow) as caught:
        publish(sent, coordinator, FIRST_DAY)
    assert codes(caught) == {"unchecked_cy"}


def test_a_check_that_wants_changes_says_which(with_texts, subgroup_chair):
    with pytest.raises(IntegrityError), transaction.atomic():
        services.check_disclosure(
            with_texts, by=subgroup_chair, on=ACCEPTED, language="en", finding="changes"
        )


# --- Sending


def test_the_report_is_not_sent_without_both_texts(review, coordinator):
    with pytest.raises(NotNow) as caught:
        services.send_to_government(review, by=coordinator, on=ACCEPTED)
    assert codes(caught) == {"no_text_en", "no_text_cy"}


def test_the_chair_may_waive_the_welsh_text_and_nobody_else(review, board_chair, coordinator):
    services.text_ready(review, by=coordinator, on=ACCEPTED, languages=["en"])
    with pytest.raises(NotNow):
        services.waive_welsh(review, by=coordinator, on=ACCEPTED, why="Urgent.")
    services.waive_welsh(
        review, by=coordinator, on=ACCEPTED, why="Urgent.", decided_by=board_chair.person
    )
    assert WelshWaiver.objects.get().waived_by == board_chair.person
    services.send_to_government(review, by=coordinator, on=ACCEPTED)
    assert Progress(review).welsh == "waived"


def test_a_chair_who_oversaw_the_work_does_not_waive_or_refuse(review, board_chair):
    declare_interest(review, by=board_chair, on=ACCEPTED, grade="managed", what="Director.")
    with pytest.raises(Refused):
        services.waive_welsh(review, by=board_chair, on=ACCEPTED, why="Urgent.")
    with pytest.raises(Refused):
        services.decide_not_to_publish(review, by=board_chair, on=ACCEPTED, reasons="No.")


def test_the_report_is_sent_once_and_not_before_it_was_accepted(checked, coordinator, on_day):
    with pytest.raises(WrongDate):
        services.send_to_government(
            checked, by=coordinator, on=ACCEPTED - DAY, reason="Sent by post."
        )
    services.send_to_government(checked, by=coordinator, on=ACCEPTED)
    with pytest.raises(NotNow) as caught:
        services.send_to_government(checked, by=coordinator, on=ACCEPTED)
    assert codes(caught) == {"nothing_to_do"}


def test_a_receipt_is_not_before_the_sending(sent, coordinator):
    with pytest.raises(WrongDate):
        services.receive(sent, by=coordinator, on=SENT - DAY)


def test_a_receipt_tells_those_who_publish(sent, coordinator, board_chair):
    services.receive(sent, by=coordinator, on=SENT, acknowledged_on=SENT)
    told = OutboxMessage.objects.filter(kind="library.received").values_list("to", flat=True)
    assert set(told) == {coordinator.email, board_chair.email}
    assert Submission.objects.get().acknowledged_on == SENT


# --- The fourteen days


def test_sent_on_17_february_it_may_be_published_on_3_march(sent, coordinator, on_day):
    assert Progress(sent).first_day() == FIRST_DAY == dt.date(2025, 3, 3)
    on_day(FIRST_DAY - DAY)
    with pytest.raises(NotNow) as caught:
        publish(sent, coordinator, FIRST_DAY - DAY, reason="The press knows of it.")
    assert codes(caught) == {"too_early"}
    on_day(FIRST_DAY)
    assert publish(sent, coordinator, FIRST_DAY).welsh == "there"


def test_the_days_count_from_receipt_where_it_is_recorded(sent, coordinator, on_day):
    on_day(SENT + 3 * DAY)
    services.receive(sent, by=coordinator, on=SENT + 3 * DAY)
    assert Progress(sent).first_day() == FIRST_DAY + 3 * DAY
    on_day(FIRST_DAY)
    with pytest.raises(NotNow):
        publish(sent, coordinator, FIRST_DAY)


def test_welsh_government_may_agree_to_fewer_days(sent, coordinator, board_chair, on_day):
    day = on_day(SENT + 2 * DAY)
    services.agree_earlier(sent, by=coordinator, on=day, how="E-mail of that day.")
    assert Progress(sent).first_day() is None
    assert publish(sent, board_chair, day).published_on == day


def test_a_publication_that_has_happened_is_measured_by_its_own_day(sent, coordinator, on_day):
    """Recorded on 10 March: the first is too early and says why; the third was in time."""
    on_day(dt.date(2025, 3, 10))
    with pytest.raises(NotNow) as caught:
        publish(sent, coordinator, dt.date(2025, 3, 1), reason="A day past alone opens nothing.")
    assert codes(caught) == {"too_early"}
    with pytest.raises(NotNow) as caught:
        publish(sent, coordinator, dt.date(2025, 3, 1), proof=PAST)
    assert codes(caught) == {"reason_wanted", "too_early"}
    assert publish(sent, coordinator, FIRST_DAY).departs_why == ""


def test_a_publication_that_came_too_early_is_recorded_and_marked(sent, coordinator, on_day):
    day = dt.date(2025, 3, 10)
    on_day(day)
    row = publish(sent, coordinator, dt.date(2025, 3, 1), reason="Put up by mistake.", proof=PAST)
    assert (row.published_on, row.departs_why) == (dt.date(2025, 3, 1), "Put up by mistake.")
    dates = dates_of([sent.timetable], day)[sent.timetable_id]
    notice = next(date for date in dates if date.limit.key == "wg_notice_before_publication")
    assert notice.departs


def test_what_was_published_unchecked_is_recorded_with_its_reason(with_texts, coordinator, on_day):
    day = on_day(ACCEPTED + DAY)
    with pytest.raises(NotNow) as caught:
        publish(with_texts, coordinator, day, reason="Wanted.")
    assert codes(caught) == {"not_sent", "unchecked_en", "unchecked_cy"}
    row = publish(
        with_texts, coordinator, ACCEPTED, reason="The web team was too quick.", proof=PAST
    )
    assert row.departs_why


def test_a_check_made_after_the_publication_does_not_count_for_it(
    with_texts, coordinator, subgroup_chair, on_day
):
    day = on_day(ACCEPTED + 3 * DAY)
    for language in ("en", "cy"):
        services.check_disclosure(
            with_texts, by=subgroup_chair, on=day, language=language, finding="clear"
        )
    assert {
        o.code for o in ask(with_texts, PUBLISH, coordinator, on=ACCEPTED, happened=True).warnings
    } == {
        "not_sent",
        "unchecked_en",
        "unchecked_cy",
        "not_told_family",
        "not_told_staff",
    }


def test_published_only_once(published, coordinator):
    with pytest.raises(NotNow) as caught:
        publish(published, coordinator, FIRST_DAY)
    assert "nothing_to_do" in codes(caught)


# --- Down again


def test_it_stays_twelve_weeks(published, coordinator, on_day):
    first = dt.date(2025, 5, 26)
    assert Progress(published).first_day_to_take_down() == first
    day = on_day(first - DAY)
    for kind in ("time_over", "other"):
        with pytest.raises(NotNow) as caught:
            services.take_down(
                published, by=coordinator, on=day, taken_down_for=kind, why="Enough."
            )
        assert codes(caught) == {"twelve_weeks"}
    on_day(first)
    services.take_down(published, by=coordinator, on=first, taken_down_for="time_over")
    assert Publication.objects.get().taken_down_on == first


@pytest.mark.parametrize("kind", ["court_order", "identified_child"])
def test_a_court_order_or_an_identified_child_takes_it_down_at_once(published, coordinator, kind):
    services.take_down(published, by=coordinator, on=FIRST_DAY, taken_down_for=kind)
    assert Publication.objects.get().taken_down_for == kind


def test_that_it_already_came_down_early_is_recorded_with_why(published, coordinator, on_day):
    on_day(FIRST_DAY + 7 * DAY)
    services.take_down(
        published,
        by=coordinator,
        on=FIRST_DAY + 5 * DAY,
        taken_down_for="other",
        why="The site was rebuilt.",
    )
    assert Publication.objects.get().taken_down_on == FIRST_DAY + 5 * DAY


def test_it_is_not_taken_down_before_it_was_published(published, coordinator, on_day):
    on_day(dt.date(2025, 6, 30))
    with pytest.raises(WrongDate):
        services.take_down(published, by=coordinator, on=SENT, taken_down_for="court_order")


# --- Not to be published


def test_only_the_chair_decides_not_to_publish(sent, coordinator, board_chair):
    with pytest.raises(NotNow):
        services.decide_not_to_publish(sent, by=coordinator, on=SENT, reasons="Harm.")
    services.decide_not_to_publish(sent, by=board_chair, on=SENT, reasons="It would harm her.")
    assert NotPublished.objects.get().decided_by == board_chair.person
    with pytest.raises(NotNow) as caught:
        publish(sent, coordinator, SENT)
    assert "nothing_to_do" in codes(caught)


def test_who_was_told_that_it_is_not_published_is_completed_later(
    sent, coordinator, board_chair, signed_in
):
    with pytest.raises(NotNow):
        beside.tell_of_decision(sent, by=coordinator, on=SENT, told="The family.")
    services.decide_not_to_publish(sent, by=board_chair, on=SENT, reasons="It would harm her.")
    client = signed_in(coordinator)
    room = client.get(reverse("publication:room", args=[sent.slug])).content.decode()
    url = reverse("publication:tell_of_decision", args=[sent.slug])
    assert url in room
    beside.tell_of_decision(sent, by=coordinator, on=SENT, told="The family.")
    with pytest.raises(WrongDate):
        beside.tell_of_decision(sent, by=coordinator, on=SENT - DAY, told="The agencies.")
    words = {"by": coordinator, "on": SENT, "government_told_on": SENT}
    row = beside.tell_of_decision(sent, told="The reviewers.", **words)
    assert row.told == "The family.\n17.02.2025: The reviewers."
    assert (row.told_on, row.government_told_on) == (SENT, SENT)
    assert "government_told_on" not in client.get(url).context["form"].fields


def test_the_ledger_keeps_codes_and_no_words(published):
    entries = Entry.objects.filter(review_id=published.pk, verb__startswith="library.")
    assert {entry.verb for entry in entries} == {
        "library.text_ready",
        "library.disclosure_checked",
        "library.sent_to_government",
        "library.told_first",
        "library.published",
    }
    assert "example.wales" not in str([entry.details for entry in entries])


def test_publishing_before_family_and_staff_were_told_asks_why(sent, coordinator, on_day):
    """Whoever is told on the day itself, or was given feedback, counts; nobody else is named."""
    on_day(FIRST_DAY)
    ToldFirst.objects.all().delete()
    with pytest.raises(NotNow) as caught:
        publish(sent, coordinator, FIRST_DAY)
    assert codes(caught) == {"reason_wanted", "not_told_family", "not_told_staff"}
    beside.tell_first(sent, by=coordinator, on=FIRST_DAY, audience="family", how="A visit.")
    with pytest.raises(NotNow) as caught:
        publish(sent, coordinator, FIRST_DAY)
    assert codes(caught) == {"reason_wanted", "not_told_staff"}
    row = publish(sent, coordinator, FIRST_DAY, reason="They hear of it this afternoon.")
    assert row.departs_why == "They hear of it this afternoon."


def test_what_welsh_government_answered_can_be_completed_later(sent, coordinator, on_day):
    on_day(FIRST_DAY)
    services.receive(sent, by=coordinator, on=SENT)
    beside.answer(sent, by=coordinator, on=FIRST_DAY, acknowledged_on=FIRST_DAY)
    row = beside.answer(
        sent,
        by=coordinator,
        on=FIRST_DAY,
        acknowledged_on=FIRST_DAY,
        circulated_on=FIRST_DAY,
        circulation={"care": ("yes", ""), "police": ("no", "No officer was involved.")},
    )
    assert (row.received_on, row.acknowledged_on) == (SENT, FIRST_DAY)
    assert dict(row.circulations.values_list("inspectorate", "passed_on")) == {
        "care": "yes",
        "police": "no",
    }


def test_another_place_has_a_first_and_a_last_day(published, coordinator, on_day):
    place = beside.record_place(
        published, by=coordinator, on=FIRST_DAY, where="repository", address="https://a.example/1"
    )
    on_day(FIRST_DAY + DAY)
    beside.end_place(place, by=coordinator, on=FIRST_DAY + DAY)
    assert Place.objects.get().last_on == FIRST_DAY + DAY
    with pytest.raises(Overtaken):
        beside.end_place(place, by=coordinator, on=FIRST_DAY + DAY)
