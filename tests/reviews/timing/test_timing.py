"""The dates of a review: the plan, its extension with causes, and what the room of dates says."""

import datetime as dt

import pytest
from django.urls import reverse

from common.deeds import NotNow, Overtaken
from deadlines.models import BoardTime, Deadline, Plan, StandingCause, Timetable
from deadlines.plans import answered_on, causes_of, planned_days_of, standing_extension
from deadlines.services import derive, reach
from desk.clocks.figures import figures_of
from guidance.milestones import Milestone
from reviews.models import Amended, Amendment, Review
from reviews.proceedings.services import add_hearing, add_proceeding
from reviews.timing.drawing import draw
from reviews.timing.errands import errands_done
from reviews.timing.picture import picture_of
from reviews.timing.proposing import Known, proposed
from reviews.timing.room import turns
from reviews.timing.services import (
    extend_plan,
    look_at_causes,
    plan_dates,
    record_step,
    take_back_step,
    withdraw_extension,
)
from reviews.timing.stages import kept_back, said_of, stages_of, steps_of
from reviews.timing.standing import whole_of
from tests.forms import fill, open_form, typed

WEEK = dt.timedelta(days=7)


@pytest.fixture
def review(world, settings):
    """Commissioned a week ago: the six months still have their usual length before them."""
    found = world.review_at("panel")
    settings.DEMO_TODAY = (found.stage_since + WEEK).isoformat()
    return found


def due_of(review):
    return Deadline.objects.get(timetable=review.timetable, limit="review_complete").due_on


def address(name, review):
    return reverse(f"reviews:{name}", args=[review.slug])


def plan(world, review, end_on=None, **words):
    whole = whole_of(review, world.today)
    days = proposed(review, whole)
    days |= {"report_accepted": end_on} if end_on else {}
    return plan_dates(review, by=world.user("coordinator"), on=world.today, days=days, **words)


def extend(world, review, until_on, causes, **words):
    return extend_plan(
        review,
        by=world.user("coordinator"),
        on=world.today,
        until_on=until_on,
        causes=causes,
        agreed_by="Sub-group chair",
        next_look_on=world.today + 4 * WEEK,
        **words,
    )


def test_the_panels_first_meeting_stays_where_the_decision_put_it(world, review):
    arranged = world.today + 5 * WEEK
    paper = review.recommendation
    paper.first_panel_on = arranged
    paper.save()
    days = proposed(review, whole_of(review, world.today))
    assert days["panel_first_met"] == arranged == min(days.values())
    assert days["report_accepted"] <= due_of(review)
    amended(review, world.today + 3 * WEEK)
    days = proposed(review, whole_of(review, world.today))
    assert days["panel_first_met"] == world.today + 3 * WEEK


def amended(review, day):
    Amendment.objects.create(
        decision=review.decisions.last(), field=Amended.FIRST_PANEL, new=day.isoformat()
    )


def test_the_proposal_is_counted_back_and_is_saved_as_it_stands(world, review, signed_in):
    client = signed_in(world.user("coordinator"))
    form = open_form(client, address("plan_dates", review))
    assert fill(client, address("plan_dates", review)).status_code == 302, form
    days = planned_days_of([review.timetable_id])[review.timetable_id]
    assert days["report_accepted"] <= due_of(review)
    errands = {"translation", "disclosure_check", "subgroup_reading", "board_papers", "family_told"}
    assert errands <= set(days)
    assert all(day.weekday() < 5 for day in days.values())
    assert not causes_of([review.timetable_id])[review.timetable_id]


def test_a_plan_that_passes_the_six_months_is_asked_why_then(world, review, signed_in):
    client = signed_in(world.user("coordinator"))
    late = due_of(review) + 3 * WEEK
    page = fill(client, address("plan_dates", review), report_accepted=late)
    assert page.status_code == 200
    assert "causes" in page.context["form"].errors
    assert not Plan.objects.filter(timetable=review.timetable).exists()
    said = {"causes": ["translation", "legal"], "agreed_by": "Chair of the sub-group"}
    look = {"next_look_on": world.today + 4 * WEEK, "report_accepted": late}
    facts = typed(page.context["form"], **said, **look)
    assert client.post(address("plan_dates", review), facts).status_code == 302
    stood = causes_of([review.timetable_id])[review.timetable_id]
    assert {each.code for each in stood} == {"translation", "legal"}
    assert whole_of(review, world.today).days_over == 21


def test_a_statutory_date_never_moves(world, review):
    before = due_of(review)
    plan(world, review)
    extend(world, review, before + 4 * WEEK, ["agency_timeline"])
    assert due_of(review) == before
    days = planned_days_of([review.timetable_id])[review.timetable_id]
    assert days["report_accepted"] == before + 4 * WEEK
    assert Plan.objects.filter(timetable=review.timetable).count() == 2


def test_an_unchanged_cause_stands_until_its_next_look(world, review):
    plan(world, review)
    due = due_of(review)
    extend(world, review, due + 4 * WEEK, ["criminal", "legal"])
    user = world.user("coordinator")
    assert not list(turns([review], user, world.today))
    asked = world.today + 4 * WEEK
    assert answered_on([review.timetable_id], world.today) == {review.timetable_id}
    assert not answered_on([review.timetable_id], asked)
    assert [turn.kind.code for turn in turns([review], user, asked)] == ["reviews.causes_looked_at"]
    look = {"by": user, "on": world.today, "next_look_on": world.today + 9 * WEEK}
    with pytest.raises(NotNow):
        look_at_causes(review, causes=[], **look)
    look_at_causes(review, causes=["criminal"], **look)
    (still,) = causes_of([review.timetable_id])[review.timetable_id]
    assert (still.code, still.since, still.next_look_on) == (
        "criminal",
        world.today,
        world.today + 9 * WEEK,
    )
    assert StandingCause.objects.get(timetable=review.timetable, cause="legal").ended_on


def test_another_cause_is_said_in_words(world, review):
    with pytest.raises(NotNow):
        extend(world, review, due_of(review) + WEEK, ["other"])
    extend(world, review, due_of(review) + WEEK, ["other"], words="The hall burnt down.")


def test_a_review_past_its_date_is_asked_why(world, review):
    late = due_of(review) + WEEK
    asked = [turn.kind.code for turn in turns([review], world.user("coordinator"), late)]
    assert asked == ["reviews.plan_extended"]
    assert [turn.kind.code for turn in turns([review], world.user("coordinator"), world.today)] == [
        "reviews.dates_planned"
    ]


def test_days_that_nobody_works_and_hearings_near_are_said(world, review):
    police = add_proceeding(
        review, by=world.user("coordinator"), on=world.today, kind="police", body="Llys"
    )
    add_hearing(
        review,
        by=world.user("coordinator"),
        on=world.today,
        proceeding=police,
        sits_on=dt.date(2026, 6, 10),
        what="Trial",
    )
    known = Known(review, world.today)
    assert "Good Friday" in known.of("board_papers", dt.date(2026, 4, 3))[0]
    assert known.of("board_papers", dt.date(2026, 4, 5))
    assert "hearing" in known.of("event_held", dt.date(2026, 6, 12))[0]
    assert not known.of("event_held", dt.date(2026, 6, 17))


def test_every_stage_knows_how_long_it_took_and_what_kept_it(world):
    review = world.review_at("follow_through")
    stages = {str(row.stage): row for row in stages_of(review, whole_of(review, world.today), [])}
    assert stages["referral"].left_on == stages["recommendation"].began_on
    for row in stages.values():
        assert row.days == sum(((to or world.today) - since).days for since, to in row.visits)
    assert stages["follow_through"].is_open


def test_the_picture_holds_the_stages_the_dates_and_the_causes(world, review):
    plan(world, review)
    extend(world, review, due_of(review) + 8 * WEEK, ["inquest"])
    drawing = picture_of(review)["drawing"]
    labels = [str(line.label) for line in drawing.lines]
    assert {"Panel", "Report", "Dates of the guidance", "Inquest"} <= set(labels)
    assert [day.tone for day in drawing.days] == ["due", "planned", "today"]
    assert drawing.days[0].x < drawing.days[1].x
    for line in drawing.lines:
        for bar in line.bars:
            assert bar.x >= 0
            assert bar.x + bar.width <= drawing.width


def test_nothing_is_drawn_of_nothing(world, review):
    assert draw([], whole_of(review, world.today), kept_back(review), []) is None


def test_the_room_says_rule_citation_and_standing(world, review, signed_in):
    plan(world, review)
    page = signed_in(world.user("auditor")).get(address("dates", review)).content.decode()
    assert "Second-hand" in page
    assert "Forwarded to the sub-group" in page
    assert "<svg" in page
    assert "since" in page.split("Dates</h2>")[0]  # the bar above still says where the review is
    assert Review.objects.get(pk=review.pk).stage == "panel"


def test_after_acceptance_only_what_follows_is_planned(world, signed_in):
    review = world.review_at("follow_through")
    client = signed_in(world.user("coordinator"))
    assert fill(client, address("plan_dates", review)).status_code == 302
    days = planned_days_of([review.timetable_id])[review.timetable_id]
    assert set(days) <= {"report_sent_to_wg", "published", "plan_finalised"}
    assert client.get(address("extend_plan", review)).context["form"] is None


def test_an_extension_recorded_by_mistake_is_withdrawn_and_stays_on_the_record(world, review):
    user, due = world.user("coordinator"), due_of(review)
    plan(world, review)
    first = planned_days_of([review.timetable_id])[review.timetable_id]
    extend(world, review, due + WEEK, ["legal"])
    agreed = planned_days_of([review.timetable_id])[review.timetable_id]
    wrong = extend(world, review, due + 9 * WEEK, ["inquest"])
    words = {"by": user, "on": world.today, "why": "It was another case."}
    withdraw_extension(review, extension=wrong.pk, **words)
    assert planned_days_of([review.timetable_id])[review.timetable_id] == agreed
    assert [c.code for c in causes_of([review.timetable_id])[review.timetable_id]] == ["legal"]
    said = said_of(review)
    assert [each.withdrawn_why for each in said] == ["It was another case.", ""]
    assert due_of(review) == due
    with pytest.raises(Overtaken):  # it was shown before somebody else withdrew it
        withdraw_extension(review, extension=wrong.pk, **words)
    withdraw_extension(review, extension=standing_extension(review.timetable).pk, **words)
    assert planned_days_of([review.timetable_id])[review.timetable_id] == first
    assert not causes_of([review.timetable_id])[review.timetable_id]
    assert not whole_of(review, world.today).days_over


def test_a_step_is_done_by_a_fact_or_by_hand_and_may_be_taken_back(world, review):
    plan(world, review)
    user, whole = world.user("coordinator"), whole_of(review, world.today)

    def done(step):
        return errands_done(review).get(step)

    assert not done("board_papers")
    record_step(review, by=user, on=world.today, step="board_papers")
    record_step(review, by=user, on=world.today - WEEK / 7, step="board_papers")
    assert done("board_papers") == world.today - WEEK / 7
    row = next(each for each in steps_of(review, whole, {}) if each.done_on)
    assert (row.label, row.is_ahead) == ("Papers to the Board", False)
    take_back_step(review, by=user, on=world.today, step="board_papers", why="Only a draft.")
    assert not done("board_papers")
    with pytest.raises(NotNow):
        take_back_step(review, by=user, on=world.today, step="board_papers", why="Again.")


def test_what_the_rooms_hold_shows_the_errands_done(world):
    found = errands_done(world.review_at("follow_through"))
    assert {"returns_due", "report_drafted"} <= set(found)
    assert "board_papers" not in found
    assert not errands_done(world.review_at("panel"))


def test_the_plan_ends_with_the_day_to_which_the_board_counts(world, review):
    BoardTime.objects.create(board=review.board, six_months_end="published")
    whole = whole_of(review, world.today)
    days = proposed(review, whole)
    assert whole.end_code == "published"
    assert dt.timedelta(0) <= due_of(review) - days["published"] < dt.timedelta(days=5)
    assert days["report_accepted"] < days["report_sent_to_wg"] < days["published"]
    plan_dates(review, by=world.user("coordinator"), on=world.today, days=days)
    assert not causes_of([review.timetable_id])[review.timetable_id]


def test_without_a_known_limit_the_plan_alone_says_when_a_review_ends(world, review, signed_in):
    """A Single Unified Safeguarding Review: its guidance was not at hand, nothing is invented."""
    Timetable.objects.filter(pk=review.timetable_id).update(edition="SUSR-2024")
    review = Review.objects.select_related("board", "timetable").get(pk=review.pk)
    derive([review.timetable])
    assert not Deadline.objects.filter(timetable=review.timetable).exists()
    user = world.user("coordinator")
    assert [turn.kind.code for turn in turns([review], user, world.today)] == [
        "reviews.dates_planned"
    ]
    plan(world, review)
    days = planned_days_of([review.timetable_id])[review.timetable_id]
    extend(world, review, days["report_accepted"] + 4 * WEEK, ["inquest"])
    plan(world, review)  # another plan keeps the causes: there is no date that it could be within
    assert [c.code for c in causes_of([review.timetable_id])[review.timetable_id]] == ["inquest"]
    whole = whole_of(review, world.today)
    assert (whole.due_on, whole.days_over, whole.wants_cause) == (None, 0, False)
    assert picture_of(review)["drawing"]
    assert not [row for row in figures_of(only(review), world.today).kept if row.late]
    reach(review.timetable, Milestone.REPORT_ACCEPTED, world.today)
    assert not list(turns([review], user, world.today + 5 * WEEK))
    client = signed_in(user)
    for page in (address("dates", review), review.get_absolute_url(), reverse("desk:clocks")):
        assert "No time limit is known" in client.get(page).content.decode()


def only(review):
    return Review.objects.filter(pk=review.pk).select_related("timetable")


def test_a_hint_belongs_to_the_day_in_its_box(world, review, signed_in):
    client = signed_in(world.user("coordinator"))
    page = fill(
        client,
        address("plan_dates", review),
        board_papers=dt.date(2026, 5, 25),
        report_accepted=due_of(review) + WEEK,
    )
    hint = str(page.context["form"].fields["board_papers"].help_text)
    assert hint == "25 May 2026: Bank holiday: Spring bank holiday"


def test_the_pages_of_a_step_and_of_a_withdrawal_open_and_do_it(world, review, signed_in):
    client = signed_in(world.user("coordinator"))
    plan(world, review)
    extend(world, review, due_of(review) + WEEK, ["legal"])
    for name, words in (
        ("record_step", {"step": "board_papers"}),
        ("take_back_step", {"step": "board_papers", "why": "Only a draft."}),
        ("withdraw_extension", {"why": "It was another case."}),
    ):
        assert fill(client, address(name, review), **words).status_code == 302, name
    assert not errands_done(review)
    assert standing_extension(review.timetable) is None
