"""Asking the agencies, their returns, going on without one, and release."""

import datetime as dt
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from audit.ledger import Entry
from common.deeds import NotNow, Overtaken, Refused, WrongDate
from common.models import OutboxMessage
from deadlines.models import Reached
from panels.models import AgencyReturn
from panels.querysets import returnable_by, visible_to
from panels.timelines import services
from reviews.capacities import Capacity, Grade
from reviews.journey import Stage
from reviews.models import Interest
from tests.cast import make_agency, make_person
from tests.panels.conftest import ASKED, DUE, TODAY, agree, appointed, fresh, give


def codes(caught):
    return [obstacle.code for obstacle in caught.value.obstacles]


def bar(review, user, by, grade=Grade.OUT):
    Interest.objects.create(
        review=review,
        person=user.person,
        grade=grade,
        reason="Named.",
        declared_on=TODAY,
        set_by=by,
    )


def test_asking_moves_the_review_and_tells_each_agency(asked, agency, police, agency_author):
    assert asked.stage == Stage.TIMELINES
    rows = AgencyReturn.objects.filter(review=asked)
    assert {(row.agency, row.state, row.due_on) for row in rows} == {
        (agency, "asked", DUE),
        (police, "asked", DUE),
    }
    assert Reached.objects.get(timetable=asked.timetable, milestone="agencies_asked").on == ASKED
    mail = OutboxMessage.objects.get(kind="panels.agencies_asked", to=agency_author.email)
    own = rows.get(agency=agency)
    assert own.get_absolute_url() in mail.text
    assert asked.get_absolute_url() not in mail.text
    assert agency.name_en not in mail.text
    told = OutboxMessage.objects.filter(kind="panels.agencies_asked").values_list("to", flat=True)
    assert set(told) == {
        "agency-author@be.test",
        "panel-member@be.test",
        "police-author@be.test",
    }


def test_nobody_can_ask_before_there_is_a_panel_chair(review, coordinator, agency):
    nobody = make_person(review.board, "nobody")
    with pytest.raises((NotNow, Refused)):
        services.ask_agencies(
            review, by=coordinator, on=ASKED, agencies=[agency], due_on=DUE, decided_by=nobody
        )
    assert not AgencyReturn.objects.exists()


def test_no_reviewer_and_no_terms_only_warn_and_want_a_reason(
    review, coordinator, panel_chair, agency
):
    appointed(review, coordinator, panel_chair, Capacity.PANEL_CHAIR)
    words = {"by": panel_chair, "on": ASKED, "agencies": [agency], "due_on": DUE}
    with pytest.raises(NotNow) as caught:
        services.ask_agencies(fresh(review), **words)
    assert codes(caught) == ["reason_wanted", "no_reviewer", "no_terms"]
    services.ask_agencies(fresh(review), **words, reason="They follow this week.")
    assert fresh(review).stage == Stage.TIMELINES


def test_one_reviewer_of_an_extended_review_and_no_core_questions_are_warned_of(
    panel, panel_chair, agency
):
    type(panel).objects.filter(pk=panel.pk).update(kind="extended")
    agree(fresh(panel), panel_chair)
    with pytest.raises(NotNow) as caught:
        services.ask_agencies(fresh(panel), by=panel_chair, on=ASKED, agencies=[agency], due_on=DUE)
    assert codes(caught) == [
        "reason_wanted",
        "too_few_reviewers",
        "no_reviewer_external",
        "no_reviewer_local",
        "no_core_questions",
    ]


def test_asking_nobody_is_refused(panel, panel_chair):
    with pytest.raises(NotNow) as caught:
        services.ask_agencies(panel, by=panel_chair, on=ASKED, agencies=[], due_on=DUE)
    assert codes(caught) == ["no_agency"]


def test_the_co_ordinator_records_what_the_panel_chair_decided(
    panel, panel_chair, coordinator, agency
):
    agree(panel, panel_chair)
    words = {"by": coordinator, "on": ASKED, "agencies": [agency], "due_on": DUE}
    with pytest.raises(NotNow) as caught:
        services.ask_agencies(fresh(panel), **words)
    assert codes(caught) == ["who_decided"]
    services.ask_agencies(fresh(panel), **words, decided_by=panel_chair.person)
    entry = Entry.objects.get(verb="panels.agencies_asked")
    assert (entry.by_id, entry.decided_by_id) == (coordinator.pk, panel_chair.person.pk)


def test_a_panel_member_asks_nobody(panel, panel_member, agency):
    with pytest.raises(Refused):
        services.ask_agencies(panel, by=panel_member, on=ASKED, agencies=[agency], due_on=DUE)


def test_one_more_agency_is_asked_later_but_none_twice(asked, panel_chair, agency):
    health = make_agency(asked.board, "health", "health_board")
    services.ask_another(asked, by=panel_chair, on=TODAY, agency=health, due_on=TODAY)
    assert AgencyReturn.objects.filter(review=asked, agency=health).exists()
    with pytest.raises(NotNow) as caught:
        services.ask_another(fresh(asked), by=panel_chair, on=TODAY, agency=agency, due_on=TODAY)
    assert codes(caught) == ["done_with"]


def test_the_author_returns_the_timeline_of_their_agency(own_return, agency_author):
    give(own_return, agency_author)
    own_return.refresh_from_db()
    assert own_return.state == "returned"
    assert own_return.author == agency_author.person
    reached = Reached.objects.get(milestone="agency_returned")
    assert (reached.part, reached.on) == (own_return.agency.code, TODAY)


def test_a_nil_return_keeps_no_analysis(own_return, panel_member):
    give(own_return, panel_member, state="nil")
    own_return.refresh_from_db()
    assert (own_return.state, own_return.entries, own_return.analysis) == ("nil", None, "")


def test_another_agencys_author_cannot_return_it(own_return, police_author):
    with pytest.raises(Refused):
        give(own_return, police_author)


@pytest.mark.parametrize("who", ["panel_chair", "reviewer", "board_chair", "outsider"])
def test_who_does_not_speak_for_an_agency_returns_nothing(own_return, who, request):
    with pytest.raises(Refused):
        give(own_return, request.getfixturevalue(who))


def test_the_co_ordinator_returns_on_behalf_and_names_the_author(own_return, coordinator):
    with pytest.raises(NotNow) as caught:
        give(own_return, coordinator)
    assert codes(caught) == ["who_wrote_it"]
    writer = make_person(own_return.review.board, "writer")
    give(own_return, coordinator, author=writer)
    own_return.refresh_from_db()
    assert own_return.author == writer


def test_a_timeline_comes_back_once(own_return, agency_author):
    give(own_return, agency_author)
    with pytest.raises(NotNow) as caught:
        give(own_return, agency_author, analysis="Another.")
    assert codes(caught) == ["came_already"]


def test_who_answers_second_is_told_of_the_first(own_return, agency_author, panel_member):
    give(own_return, agency_author, opened_at="asked")
    with pytest.raises(Overtaken) as caught:
        give(own_return, panel_member, opened_at="asked")
    assert caught.value.subject.author == agency_author.person


def test_it_cannot_come_back_before_it_was_asked_for(own_return, agency_author):
    with pytest.raises(WrongDate):
        give(own_return, agency_author, on=ASKED - dt.timedelta(days=1))


def test_only_the_panel_chair_goes_on_without_a_timeline(asked, own_return, coordinator, reviewer):
    words = {"on": TODAY, "agency_return": own_return, "state": "waived", "why": "No contact."}
    with pytest.raises(NotNow) as caught:
        services.waive_return(asked, by=coordinator, **words)
    assert codes(caught) == ["who_decided"]
    with pytest.raises(Refused):
        services.waive_return(asked, by=reviewer, **words)


def test_a_timeline_still_expected_may_come_after_all(
    asked, own_return, panel_chair, agency_author
):
    services.waive_return(
        asked,
        by=panel_chair,
        on=TODAY,
        agency_return=own_return,
        state="going_on_without",
        why="The records are archived.",
    )
    give(own_return, agency_author)
    own_return.refresh_from_db()
    assert (own_return.state, own_return.reason) == ("returned", "")


def test_release_warns_of_each_missing_timeline(asked, own_return, panel_chair, agency_author):
    give(own_return, agency_author)
    with pytest.raises(NotNow) as caught:
        services.release_timelines(asked, by=panel_chair, on=TODAY)
    assert codes(caught) == ["reason_wanted", "timeline_missing"]
    services.release_timelines(asked, by=panel_chair, on=TODAY, reason="It will not come.")
    assert fresh(asked).stage == Stage.LEARNING


def test_release_needs_no_reason_once_the_chair_has_decided_on_what_is_missing(
    asked, own_return, police_return, panel_chair, agency_author, reviewer
):
    give(own_return, agency_author)
    services.waive_return(
        asked,
        by=panel_chair,
        on=TODAY,
        agency_return=police_return,
        state="waived",
        why="No contact.",
    )
    services.release_timelines(fresh(asked), by=panel_chair, on=TODAY)
    told = OutboxMessage.objects.filter(kind="panels.timelines_released")
    assert set(told.values_list("to", flat=True)) == {
        "panel-chair@be.test",
        "panel-member@be.test",
        "reviewer@be.test",
    }
    with pytest.raises(NotNow):
        services.release_timelines(fresh(asked), by=panel_chair, on=TODAY, reason="Again.")


def test_nothing_can_be_released_before_anybody_was_asked(panel, panel_chair):
    with pytest.raises(NotNow) as caught:
        services.release_timelines(panel, by=panel_chair, on=TODAY, reason="Whatever.")
    assert "nobody_asked" in codes(caught)


def seen_by(user, review):
    return {row.agency.code for row in visible_to(user).filter(review=review)}


def test_until_release_agencies_see_their_own_return_only(
    asked, panel_chair, request, board_chair, subgroup_chair, auditor, outsider, superuser
):
    both = {"be-social-services", "be-police"}
    for who in ("panel_member", "agency_author"):
        assert seen_by(request.getfixturevalue(who), asked) == {"be-social-services"}
    assert seen_by(request.getfixturevalue("police_author"), asked) == {"be-police"}
    for who in ("coordinator", "reviewer"):
        assert seen_by(request.getfixturevalue(who), asked) == both
    for user in (board_chair, subgroup_chair, auditor, outsider, superuser):
        assert seen_by(user, asked) == set()
    services.release_timelines(asked, by=panel_chair, on=TODAY, reason="Time.")
    assert seen_by(request.getfixturevalue("panel_member"), asked) == both
    assert seen_by(board_chair, asked) == both
    assert seen_by(request.getfixturevalue("agency_author"), asked) == {"be-social-services"}
    assert seen_by(outsider, asked) == set()


def test_another_boards_co_ordinator_sees_no_return(asked, other_board_coordinator):
    assert seen_by(other_board_coordinator, asked) == set()


def test_an_author_who_is_named_in_the_case_sees_and_returns_nothing(
    asked, own_return, agency_author, coordinator
):
    bar(asked, agency_author, coordinator)
    assert seen_by(agency_author, asked) == set()
    assert not returnable_by(agency_author, fresh(asked)).exists()
    with pytest.raises(Refused):
        give(AgencyReturn.objects.get(pk=own_return.pk), agency_author)


def test_a_barred_author_is_not_written_to(panel, panel_chair, agency, agency_author, coordinator):
    bar(panel, agency_author, coordinator)
    agree(panel, panel_chair)
    services.ask_agencies(fresh(panel), by=panel_chair, on=ASKED, agencies=[agency], due_on=DUE)
    told = OutboxMessage.objects.filter(kind="panels.agencies_asked").values_list("to", flat=True)
    assert set(told) == {"panel-member@be.test"}


@pytest.mark.parametrize(
    ("changes", "name"),
    [
        ({"state": "lost"}, "panels_return_state_known"),
        ({"due_on": dt.date(2026, 1, 1)}, "panels_return_due_after_asked"),
        ({"state": "nil", "searched": "All."}, "panels_return_came_when_and_from_whom"),
        ({"returned_on": TODAY}, "panels_return_came_when_and_from_whom"),
        ({"entries": 3}, "panels_return_holds_entries_and_analysis"),
        ({"state": "waived"}, "panels_return_gone_without_says_why"),
        ({"state": "going_on_without"}, "panels_return_gone_without_says_why"),
    ],
)
def test_the_database_refuses_a_return_that_cannot_be(own_return, changes, name):
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        AgencyReturn.objects.filter(pk=own_return.pk).update(**changes)


def test_the_database_wants_what_was_searched_and_an_analysis(own_return, agency_author):
    came: dict[str, Any] = {"returned_on": TODAY, "author": agency_author.person}
    wanting: list[tuple[dict[str, Any], str]] = [
        ({"state": "nil"}, "says_what_was_searched"),
        ({"state": "returned", "searched": "All.", "entries": 1}, "holds_entries_and_analysis"),
    ]
    for changes, name in wanting:
        with pytest.raises(IntegrityError, match=name), transaction.atomic():
            AgencyReturn.objects.filter(pk=own_return.pk).update(**came | changes)


def test_an_agency_is_asked_once_a_review(own_return):
    with pytest.raises(IntegrityError, match="each_agency_once"), transaction.atomic():
        AgencyReturn.objects.create(
            review=own_return.review, agency=own_return.agency, asked_on=ASKED, due_on=DUE
        )
