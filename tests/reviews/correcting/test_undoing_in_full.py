"""A case in which everything was filled in goes back to its referral, and forward again."""

import datetime as dt

import pytest

from boards.models import Agency
from reviews.correcting.services import undo
from reviews.criteria.services import answer_criteria
from reviews.decision.services import decide, send_notice
from reviews.kind.services import change_kind
from reviews.models import (
    AbuseGate,
    AbuseKind,
    Amendment,
    CriteriaAnswer,
    Deferral,
    Happened,
    InvolvedAgency,
    KindChange,
    Manner,
    Meeting,
    Notice,
    RecommendationDraft,
    Referral,
    ReferrerTold,
    Reply,
    Review,
    ScopingReturn,
    Vote,
    Withdrawn,
)
from reviews.recommendation.facts import Involved, Sitting
from reviews.recommendation.services import recommend, save_draft
from reviews.referral.services import forward
from reviews.referral.telling.services import tell_referrer
from reviews.scoping.services import ask_agencies
from reviews.subgroup.services import defer

WEEK = dt.timedelta(weeks=1)
FACTS = {
    "course": "concise",
    "vote": Vote.UNANIMOUS,
    "outline": "Child A was hurt.",
    "rationale": "The criteria are met.",
    "period_from_on": dt.date(2023, 1, 1),
    "period_until_on": dt.date(2023, 12, 31),
    "period_why": "The twelve months before.",
}


def fresh(review) -> Review:
    return Review.objects.select_related("board", "timetable").get(pk=review.pk)


def prepare(world, review):
    """What the sub-group gathers before it recommends."""
    words = {"by": world.user("coordinator"), "on": review.stage_since + WEEK}
    agency = Agency.objects.get(code="be-health")
    answer_criteria(
        fresh(review),
        **words,
        abuse=AbuseGate.KNOWN,
        abuse_kinds=[AbuseKind.NEGLECT],
        happened=Happened.DIED,
        event_on=dt.date(2024, 1, 3),
    )
    ask_agencies(fresh(review), **words, agencies={agency: None}, due_on=words["on"] + WEEK)
    defer(
        fresh(review),
        **words,
        next_on=words["on"] + WEEK,
        why="An answer is awaited.",
        decided_by=world.person("subgroup-chair"),
        reason="Awaited.",
    )
    save_draft(fresh(review), **words, version=0, answers={"outline": "Hurt."}, facts=FACTS)


def recommended(world, review):
    on = review.stage_since + 2 * WEEK
    recommend(
        fresh(review),
        by=world.user("subgroup-chair"),
        on=on,
        **FACTS,
        agencies=[Involved(agency=Agency.objects.get(code="be-health"), contact_name="Nyrs Un")],
        sitting=Sitting(on, present=[world.person("subgroup-chair")]),
        criteria_why="They were weighed.",
        reason="An agency has not answered.",
    )


def commissioned(world, review):
    decide(
        fresh(review),
        by=world.user("board-chair"),
        on=fresh(review).stage_since + WEEK,
        reply=Reply.AMEND,
        course="concise",
        reasons="A longer period.",
        amended={"period_from_on": dt.date(2022, 6, 1)},
        reason="It is of last year.",
    )


def back(world, review, count=1):
    for _move in range(count):
        words = {"by": world.user("coordinator"), "on": world.today, "why": "Typed wrongly."}
        undo(fresh(review), **words)


@pytest.fixture
def review(world):
    """Commissioned with an amendment, of another type since, and the referrer was told."""
    found = world.review_at("recommendation")
    Referral.objects.filter(review=found).update(referrer="Nyrs Un")
    prepare(world, found)
    recommended(world, found)
    commissioned(world, found)
    words = {"by": world.user("board-chair"), "on": world.today}
    change_kind(fresh(found), **words, reasons="It is wider than was seen.")
    told = {"by": world.user("coordinator"), "on": world.today, "manner": Manner.TELEPHONE}
    tell_referrer(fresh(found), **told)
    return found


def test_each_move_is_undone_back_to_the_referral_and_made_again(world, review):
    back(world, review)
    assert fresh(review).stage == "decision"
    for gone in (KindChange, ReferrerTold):
        assert not gone.objects.filter(review=review).exists()
    assert not Amendment.objects.filter(decision__review=review).exists()
    back(world, review)
    for hung in (InvolvedAgency, CriteriaAnswer):
        assert not hung.objects.filter(review=review).exists()
    back(world, review)
    assert fresh(review).stage == "referral"
    kept = {row.kind for row in Withdrawn.objects.filter(correction__review=review)}
    assert kept >= {
        f"reviews.{name}"
        for name in (
            *("amendment", "kindchange", "referrertold", "involvedagency", "criteriaanswer"),
            *("decision", "recommendation"),
        )
    }
    for stays in (RecommendationDraft, Deferral, ScopingReturn, Meeting):
        assert stays.objects.filter(review=review).exists(), stays
    forward(fresh(review), by=world.user("coordinator"), on=review.stage_since)
    recommended(world, fresh(review))
    commissioned(world, review)
    assert fresh(review).stage == "panel"
    assert InvolvedAgency.objects.filter(review=review).count() == 1
    assert Amendment.objects.filter(decision__review=review).count() == 1
    told = {"by": world.user("coordinator"), "on": world.today, "manner": Manner.TELEPHONE}
    assert tell_referrer(fresh(review), **told)


def test_a_change_of_type_that_government_was_told_of_is_undone_and_its_notice_marked(
    world, review
):
    words = {"by": world.user("coordinator"), "on": world.today}
    sent = send_notice(fresh(review), **words, about=f"{Notice.About.KIND}-1")
    back(world, review)
    sent.refresh_from_db()
    assert sent.undone_by and not sent.is_current
