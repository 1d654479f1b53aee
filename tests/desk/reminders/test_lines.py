"""Lines of escalation, walked by the real services: who is told, after whom, and who never is."""

import datetime as dt

import pytest
from django.urls import reverse

from action_plans.models import Action
from boards.absence.services import set_absence
from boards.leaving.services import leave
from boards.models import Holding, Membership, Office
from deadlines.models import Outcome, Reminder
from deadlines.services import reach
from desk.models import DigestLine, GoingUp, LineKind
from desk.reminders.services import hold_step, release_step
from desk.reminders.sweep import sweep
from desk.turns import desk_of
from guidance.milestones import Milestone
from panels.models import AgencyReturn, ReturnState
from panels.returns.services import ask_query
from panels.timelines.services import ask_another, extend_return, give_return, waive_return
from reviews.capacities import Capacity, Grade
from reviews.journey import Stage
from reviews.models import Appointment
from reviews.people.services import end_appointment, set_interest
from reviews.proceedings.services import add_proceeding, put_hold
from tests.cast import LONG_AGO, make_agency
from tests.desk.reminders.conftest import quiet

D = dt.date.fromisoformat
LOST = "Find who is to be told: a reminder reached nobody"
# Asked by Monday 30 March: a week before, the day after, a week and two weeks after (7 and 13
# April, for Easter Monday is no working day), each step up a working day after it is shown.
DUE = D("2026-03-30")


def told(kind=None):
    lines = DigestLine.objects.order_by("pk").select_related("person")
    if kind:
        lines = lines.filter(kind=kind)
    return [line.person.email.removesuffix("@be.test") for line in lines]


def pass_days(on, *days):
    """Sweep on each of these days; who was told anew, and how. The monthly question why the case
    is late is asked beside all this."""
    found = []
    for day in days:
        on(day)
        last = DigestLine.objects.order_by("pk").last()
        sweep(at_any_hour=True)
        fresh = DigestLine.objects.exclude(kind=LineKind.ASK_CAUSE).order_by("pk")
        found.append(
            [
                (line.person.email.removesuffix("@be.test"), line.kind)
                for line in fresh.filter(pk__gt=last.pk if last else 0).select_related("person")
            ]
        )
    return found


@pytest.fixture
def asked(world):
    """One agency's timeline is wanted, and nothing else is owed. It has an author, a panel member
    and a Board member."""
    review = world.review_at(Stage.TIMELINES)
    quiet()
    AgencyReturn.objects.filter(review=review).exclude(agency__code="be-social-services").delete()
    row = AgencyReturn.objects.get(review=review)
    extend_return(
        review,
        by=world.user("panel-chair"),
        on=world.today,
        agency_return=row,
        until_on=DUE,
        why="Agreed by telephone.",
    )
    member = world.person("board-member")
    Membership.objects.create(person=member, agency=row.agency, from_on=LONG_AGO)
    return row


def test_a_late_return_goes_from_author_to_panel_member_to_the_agencys_board_member(
    world, asked, on
):
    assert pass_days(
        on,
        "2026-03-23",
        "2026-03-30",
        "2026-03-31",
        "2026-04-07",
        "2026-04-08",
        "2026-04-13",
        "2026-04-14",
        "2026-04-30",
    ) == [
        [("agency-author", "remind")],
        [],
        [("agency-author", "remind")],
        [("coordinator", "going_up")],
        [("panel-member", "escalate")],
        [("coordinator", "going_up")],
        [("board-member", "escalate")],
        [],
    ]
    # Who may not open the case has no page of it in the mail, and is told whom to ask.
    message = DigestLine.objects.get(person=world.person("board-member")).message
    assert asked.review.slug not in message.text
    assert str(asked.uuid) not in message.text
    assert "The co-ordinator can tell you more" in message.text


def test_extended_between_being_shown_and_going_it_goes_up_to_nobody(world, asked, on):
    assert pass_days(on, "2026-04-07")[0] == [
        ("agency-author", "remind"),  # a week before: one line is sent, the last
        ("agency-author", "remind"),
        ("coordinator", "going_up"),
    ]
    extend_return(
        asked.review,
        by=world.user("panel-chair"),
        on=world.today,
        agency_return=asked,
        until_on=D("2026-05-06"),
        why="The records are with the coroner.",
    )
    assert pass_days(on, "2026-04-08", "2026-04-28") == [[], []]
    assert GoingUp.objects.get().went is False
    assert pass_days(on, "2026-04-29")[0] == [("agency-author", "remind")], "a week before the new"


@pytest.mark.parametrize("way", [ReturnState.WAIVED, ReturnState.GOING_ON_WITHOUT])
def test_a_return_that_nobody_waits_for_is_not_chased(world, asked, on, way):
    waive_return(
        asked.review,
        by=world.user("panel-chair"),
        on=world.today,
        agency_return=asked,
        state=way,
        why="The records are lost.",
    )
    assert pass_days(on, "2026-03-31", "2026-04-07", "2026-04-08", "2026-04-14") == [[]] * 4


def test_a_return_with_an_open_query_is_not_chased(world, asked, on):
    give_return(
        asked,
        by=world.user("agency-author"),
        on=world.today,
        state=ReturnState.RETURNED,
        searched="All records.",
        entries=3,
        analysis="Calls were not joined up.",
        was_involved=False,
    )
    asked.refresh_from_db()
    ask_query(asked, by=world.user("reviewer"), on=world.today, question="Before the visit?")
    assert pass_days(on, "2026-03-31", "2026-04-07", "2026-04-08", "2026-04-14") == [[]] * 4


def test_an_agency_with_nobody_named_is_said_to_the_coordinator(world, asked, on):
    """Health has no author, no panel member and no Board member."""
    waive_return(
        asked.review,
        by=world.user("panel-chair"),
        on=world.today,
        agency_return=asked,
        state=ReturnState.WAIVED,
        why="Nobody there knew the child.",
    )
    health = make_agency(world.board, "health", "health_board")
    Appointment.objects.filter(review=asked.review, agency=health).delete()
    ask_another(
        asked.review, by=world.user("panel-chair"), on=world.today, agency=health, due_on=DUE
    )
    assert pass_days(on, "2026-03-31")[0] == [("coordinator", LineKind.IN_PLACE)] * 2
    assert set(Reminder.objects.filter(outcome=Outcome.NOBODY).values_list("step", flat=True)) == {
        "week_before",
        "late",
    }
    user = world.user("coordinator")
    assert [t.label for t in desk_of(user, world.today).mine].count(LOST) == 1
    # What would go up waits, and is said too; once done there is nothing to say.
    assert pass_days(on, "2026-04-07", "2026-04-08") == [[("coordinator", "going_up")], []]
    step = GoingUp.objects.get()
    assert (step.settled_at, step.went, str(step.goes_on)) == (None, False, "2026-04-09")
    waive_return(
        asked.review,
        by=world.user("panel-chair"),
        on=world.today,
        agency_return=AgencyReturn.objects.get(review=asked.review, agency=health),
        state=ReturnState.WAIVED,
        why="Nobody there knew the child.",
    )
    assert LOST not in [t.label for t in desk_of(user, world.today).mine]


def test_what_waits_for_somebody_goes_up_once_there_is_somebody(world, review, on):
    Reminder.objects.owed().exclude(step="to_subgroup_chair").delete()
    Holding.objects.filter(office=Office.SUBGROUP_CHAIR, board=world.board).update(
        until_on=world.today
    )
    assert pass_days(on, "2026-08-14", "2026-08-17")[1] == []
    Holding.objects.create(
        person=world.person("subgroup-member"),
        board=world.board,
        office=Office.SUBGROUP_CHAIR,
        from_on=world.today,
    )
    assert pass_days(on, "2026-08-18", "2026-08-19") == [[("subgroup-member", "escalate")], []]


def test_a_late_case_goes_from_coordinator_to_subgroup_chair_to_board_chair(world, review, on):
    by = world.user("coordinator")
    Reminder.objects.owed().exclude(step__startswith="to_").delete()
    days = pass_days(on, "2026-08-14", "2026-08-17", "2026-09-14")
    assert days == [
        [("coordinator", "going_up")],
        [("subgroup-chair", "escalate")],
        [("coordinator", "going_up")],
    ]
    step = GoingUp.objects.free().get()
    hold_step(review, by=by, on=world.today, step=step, why="The Chair was told yesterday.")
    assert pass_days(on, "2026-09-15", "2026-09-30") == [[], []]
    release_step(review, by=by, on=world.today, step=step)
    assert pass_days(on, "2026-09-30", "2026-10-01") == [[], [("board-chair", "escalate")]]


def test_a_late_action_goes_from_its_owner_to_coordinator_to_subgroup_chair(world, on):
    review = world.review_at(Stage.FOLLOW_THROUGH)
    action = Action.objects.get(plan__review=review)
    quiet()
    on("2024-06-01")  # its day lies behind the world's
    Reminder.objects.filter(limit="action_done").delete()
    action.due_on = D("2026-04-17")
    action.save()
    on("2026-03-02")
    reach(review.timetable, Milestone.ACTION_DUE, action.due_on, part=action.part, correcting=True)
    Reminder.objects.owed().exclude(limit="action_done").delete()
    assert pass_days(on, "2026-04-07", "2026-04-20", "2026-05-01", "2026-05-29", "2026-06-01") == [
        [("action-owner", "remind")],
        [("action-owner", "remind")],
        [("coordinator", "remind")],
        [("coordinator", "going_up")],
        [("subgroup-chair", "escalate")],
    ]


def test_what_is_held_for_other_proceedings_is_not_chased(world, asked, on):
    by, review = world.user("coordinator"), asked.review
    police = add_proceeding(
        review, by=by, on=world.today, kind="police", body="Heddlu Bro Eithin", lead="they"
    )
    put_hold(
        review,
        by=by,
        on=world.today,
        proceeding=police,
        held="all",
        asked_by="Officer",
        agreed_by="Panel chair",
        next_look_on=D("2026-05-04"),
    )
    assert pass_days(on, "2026-03-31", "2026-04-07", "2026-04-08", "2026-04-14") == [[]] * 4
    assert set(
        Reminder.objects.filter(limit="agency_return", due_on__lte=world.today)
        .exclude(outcome__in=(Outcome.MOOT, Outcome.SENT))
        .values_list("outcome", flat=True)
    ) == {Outcome.HELD}
    assert pass_days(on, "2026-05-05")[0] == [("coordinator", "remind")], "look at the hold again"


def test_whom_an_interest_keeps_out_is_passed_over_and_never_told(world, asked, on):
    set_interest(
        asked.review,
        by=world.user("panel-chair"),
        on=world.today,
        person=world.person("agency-author"),
        grade=Grade.OUT,
        what="A relative works there.",
    )
    assert pass_days(on, "2026-03-31")[0][0] == ("panel-member", "remind")
    assert "agency-author" not in told()


def test_a_chair_who_managed_the_work_leaves_it_to_the_deputy(world, review, on):
    set_interest(
        review,
        by=world.user("coordinator"),
        on=world.today,
        person=world.person("board-chair"),
        grade=Grade.MANAGED,
        what="Oversaw the service.",
    )
    Reminder.objects.owed().exclude(step="to_board_chair").delete()
    assert pass_days(on, "2026-09-14", "2026-09-15")[1] == [("vice-chair", "escalate")]


def test_while_somebody_is_away_the_one_who_stands_in_is_told_instead(world, review, on):
    set_absence(
        world.board,
        Holding.objects.get(person=world.person("board-chair"), board=world.board),
        by=world.user("coordinator"),
        on=world.today,
        stood_in_by=world.person("vice-chair"),
        from_on=D("2026-09-01"),
    )
    Reminder.objects.owed().exclude(step="to_board_chair").delete()
    assert pass_days(on, "2026-09-14", "2026-09-15")[1] == [("vice-chair", "escalate")]


def test_who_has_left_is_not_told_and_the_successor_is(world, review, on):
    leave(
        world.board,
        world.person("subgroup-chair"),
        by=world.user("coordinator"),
        on=world.today,
        successor=world.person("subgroup-member"),
        last_on=D("2026-03-31"),
    )
    Reminder.objects.owed().exclude(step="to_subgroup_chair").delete()
    assert pass_days(on, "2026-08-14", "2026-08-17")[1] == [("subgroup-member", "escalate")]


def test_whose_appointment_has_ended_is_not_told(world, asked, on):
    end_appointment(
        asked.review,
        by=world.user("coordinator"),
        on=world.today,
        appointment=Appointment.objects.get(
            review=asked.review, capacity=Capacity.AGENCY_AUTHOR, until_on=None
        ),
    )
    assert pass_days(on, "2026-03-31")[0][0] == ("panel-member", "remind")
    assert "agency-author" not in told()


def test_what_goes_up_names_the_agency_that_is_late(world, asked, on, signed_in):
    pass_days(on, "2026-03-23", "2026-03-30", "2026-03-31", "2026-04-07")
    page = signed_in(world.user("coordinator")).get(reverse("desk:going_up")).content.decode()
    assert str(asked.agency) in page
