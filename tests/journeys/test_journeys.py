"""Whole reviews over HTTP, from the referral to the end, by the people who do it."""

import io

import docx
import pikepdf
from django.urls import reverse

from boards.models import Agency
from common.papers.making import make_waiting
from deadlines.models import Reached
from panels.models import AgencyReturn
from reviews.capacities import Capacity
from reviews.journey import Stage
from reviews.models import Notice, StageChange


def walk_concise(road):
    """The usual road, all of it; tests/browser walks the same one in Chromium."""
    social_services, health = Agency.objects.order_by("-code")
    road.refer()
    road.recommend("concise")
    road.tell("recommendation")
    road.decide(reply="agree")
    road.tell("outcome")
    road.appoint("panel-chair", Capacity.PANEL_CHAIR)
    road.appoint("reviewer", Capacity.REVIEWER)
    road.appoint("panel-member", Capacity.PANEL_MEMBER, social_services)
    road.appoint("agency-author", Capacity.AGENCY_AUTHOR, health)
    road.agree_terms()
    road.ask_agencies(social_services, health)
    road.return_timeline("panel-member", social_services)
    road.return_timeline("agency-author", health)
    road.step("panel-chair", "panels:release", "panels:timelines")
    road.hear_family()
    road.hold_event()
    road.write()
    road.sign()
    road.outline()
    road.agree()
    road.accept()
    road.plan(social_services)
    road.make_ready()
    road.send_and_wait()
    road.publish()
    road.on_action("action-owner", "complete", evidence="The agreement, signed by both.")
    road.on_action("subgroup-chair", "verify", note="Read it and asked both teams.")
    road.close()


def test_a_concise_review_goes_from_referral_to_closed(road):
    walk_concise(road)
    review = road.review
    assert review.stage == Stage.CLOSED
    moves = StageChange.objects.filter(review=review).values_list("move", flat=True)
    assert list(moves) == [
        *("forward", "recommend", "commission", "ask_agencies", "release_timelines"),
        *("hold_event", "agree_report", "accept_report", "close"),
    ]
    assert not review.timetable.deadlines.filter(met_on=None).exists()


def walk_extended(road, social_services, health):
    """Two reviewers, a timeline waived, the report sent back once, a shorter notice."""
    road.refer()
    road.recommend("extended")
    road.tell("recommendation")
    road.decide(reply="agree")
    road.tell("outcome")
    road.appoint("panel-chair", Capacity.PANEL_CHAIR)
    road.appoint("reviewer", Capacity.REVIEWER_EXTERNAL)
    road.appoint("reviewer-local", Capacity.REVIEWER_LOCAL)
    road.appoint("panel-member", Capacity.PANEL_MEMBER, social_services)
    road.agree_terms(has_core_questions="on")
    road.ask_agencies(social_services, health)
    road.return_timeline("panel-member", social_services)
    waited_for = AgencyReturn.objects.get(review=road.review, agency=health)
    road.step(
        "panel-chair",
        "panels:waive_return",
        "panels:timelines",
        agency_return=waited_for.pk,
        state="waived",
        why="Its records burned in 2023.",
    )
    road.step("panel-chair", "panels:release", "panels:timelines")
    road.hear_family()
    road.hold_event()
    road.write()
    road.sign()
    road.sign("reviewer-local")
    road.outline()
    road.agree()
    road.step(
        "board-chair",
        "reports:send_back",
        "reports:room",
        reasons="Say what the health board will do.",
    )
    road.write("reviewer-local")
    road.agree()
    road.accept()
    road.plan(social_services)
    road.make_ready()
    road.send_and_wait()
    road.step(
        "coordinator",
        "publication:agree_earlier",
        "publication:room",
        days=1,
        how="E-mail of the safeguarding team.",
    )
    road.publish(days=2, by="board-chair")  # whoever recorded the agreement does not publish on it
    road.on_action(
        "subgroup-chair", "carry_over", outcome="carried_over", reasons="Taken into the new plan."
    )
    road.close()


def test_an_extended_review_is_sent_back_once_and_closes(road, agencies):
    walk_extended(road, *agencies)
    review = road.review
    assert (review.stage, review.kind) == (Stage.CLOSED, "extended")
    assert (
        Reached.objects.filter(timetable=review.timetable, milestone="report_agreed").count() == 1
    )


def walk_disagreement(road):
    """The Chair disagrees, the Board discusses it, the answer stays no."""
    road.refer()
    road.recommend("concise", dissent="Two members see no neglect.")
    road.decide(
        reply="disagree",
        proposed_course="no_review",
        reasons="The criteria are not met.",
        proposed_action="The agencies audit their records.",
    )
    road.step(
        "coordinator",
        "reviews:record_discussion",
        "reviews:overview",
        views="Health asked for a review; all others agreed with the Chair.",
    )
    road.decide(
        course="no_review",
        reasons="The criteria are not met.",
        conflicting_views="Health holds that neglect was clear.",
    )
    road.tell("outcome")


def test_a_disagreement_ends_in_no_review_and_its_notice_is_on_paper(road):
    walk_disagreement(road)
    review = road.review
    assert review.stage == Stage.NO_REVIEW
    assert review.notices.get().about == Notice.About.OUTCOME

    page = reverse("reviews:notice_pdf", args=[road.slug])
    coordinator = road.actor("coordinator")
    coordinator.client.post(page, {"about": "outcome"})
    assert make_waiting() == 4
    papers = [link for link in coordinator.open(page).links if link.startswith("/papers/")]
    assert len(papers) == 4
    for paper in papers:
        answer = coordinator.client.get(paper)
        content = b"".join(answer.streaming_content)
        if answer["Content-Type"] != "application/pdf":
            assert docx.Document(io.BytesIO(content)).tables
            continue
        with pikepdf.open(io.BytesIO(content)) as pdf:
            assert len(pdf.pages) >= 1
