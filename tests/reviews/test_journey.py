"""Where a review can go, asked of the machine itself; and a stage that nobody can set by hand."""

import threading

import pytest
from django.db import connection, transaction
from django_fsm import ConcurrentTransition, TransitionNotAllowed, can_proceed

from common.deeds import DEEDS
from reviews import journey
from reviews.journey import (
    BEFORE,
    COMMISSIONED,
    ENDS,
    OF_THE_RECORD,
    RUNNING,
    USUAL_ORDER,
    WORKING,
    Stage,
)
from reviews.models import Review

MOVES = {
    move.name: move
    for move in Review().get_all_stage_transitions()
    if move.name not in OF_THE_RECORD  # tests/reviews/correcting, tests/reviews/taking_on
}

# The whole journey once more, in the words of the guidance; the machine must say the same.
ALLOWED: dict[str, dict[str, str]] = {
    "forward": {"referral": "recommendation"},
    "recommend": {"recommendation": "decision"},
    "commission": {"decision": "panel", "board_discussion": "panel"},
    "put_to_board": {"decision": "board_discussion"},
    "end_without_review": {"decision": "no_review", "board_discussion": "no_review"},
    "hold_forum": {"decision": "forum", "board_discussion": "forum"},
    "let_another_lead": {"decision": "another_leads", "board_discussion": "another_leads"},
    "ask_agencies": {"panel": "timelines"},
    "release_timelines": {"panel": "learning", "timelines": "learning"},
    "hold_event": dict.fromkeys(["panel", "timelines", "learning"], "report"),
    "agree_report": dict.fromkeys(WORKING, "acceptance"),
    "send_back": {"acceptance": "report"},
    "accept_report": {"acceptance": "follow_through"},
    "close": {"follow_through": "closed"},
    "transfer": dict.fromkeys(RUNNING, "transferred"),
    "discontinue": dict.fromkeys(COMMISSIONED, "discontinued"),
    "convert": dict.fromkeys(RUNNING, "converted"),
    "join": dict.fromkeys(BEFORE, "joined"),
}


def review_in(stage: str) -> Review:
    return Review(stage=stage)


def make(review: Review, move: str) -> None:
    words = {"kind": "concise"} if move == "commission" else {}
    getattr(review, move)(**words)


@pytest.mark.parametrize("move", sorted(ALLOWED))
@pytest.mark.parametrize("stage", list(Stage))
def test_a_move_is_possible_where_the_guidance_says_and_nowhere_else(move, stage):
    review = review_in(stage)
    target = ALLOWED[move].get(stage)
    assert can_proceed(getattr(review, move)) is (target is not None)
    if target:
        make(review, move)
        assert review.stage == target
    else:
        with pytest.raises(TransitionNotAllowed):
            make(review, move)
        assert review.stage == stage


def test_the_table_names_every_move():
    assert set(ALLOWED) == set(MOVES)


def test_every_move_belongs_to_exactly_one_kind_of_deed():
    moved = [kind.move for kind in DEEDS.values() if kind.move]
    assert sorted(moved) == sorted(set(moved))
    assert set(moved) <= set(MOVES)


def test_a_deed_that_moves_is_offered_only_where_its_move_is_possible():
    for kind in DEEDS.values():
        if kind.move:
            assert kind.during, kind.code
            for stage in Stage:
                review = review_in(stage)
                if stage in kind.during and kind.code != "panels.timelines_released":
                    assert can_proceed(getattr(review, kind.move)), (kind.code, stage)


def test_nothing_leaves_an_end():
    for stage in ENDS:
        assert not [move for move, ways in ALLOWED.items() if stage in ways]


def test_every_stage_can_be_reached_from_a_referral_and_leads_to_an_end():
    ahead = {stage: {ways[stage] for ways in ALLOWED.values() if stage in ways} for stage in Stage}
    seen, todo = set(), {Stage.REFERRAL}
    while todo:
        stage = todo.pop()
        seen.add(Stage(stage))
        todo |= {Stage(each) for each in ahead[stage]} - seen
    assert seen == set(Stage)
    assert all(ahead[stage] for stage in RUNNING)
    assert set(RUNNING) | set(ENDS) == set(Stage)
    assert set(USUAL_ORDER) <= set(Stage)


def test_every_unusual_move_is_known_to_the_machine():
    assert set(journey.USUAL) <= set(MOVES)
    for move, stage in journey.USUAL.items():
        assert stage in ALLOWED[move]


def test_the_stage_is_not_set_by_hand(world):
    review = world.review_at("decision")
    with pytest.raises(AttributeError):
        review.stage = Stage.CLOSED
    assert review.stage == Stage.DECISION


@pytest.mark.parametrize("words", [{}, {"fields": ["stage"]}, {"fields": ["year"]}])
def test_a_refreshed_row_is_fresh_and_still_protected(world, words):
    review = world.review_at("decision")
    with connection.cursor() as cursor:
        cursor.execute("UPDATE reviews_review SET stage = 'forum' WHERE id = %s", [review.pk])
    review.refresh_from_db(**words)
    assert review.stage == Stage.FORUM
    with pytest.raises(AttributeError):
        review.stage = Stage.CLOSED


def test_refreshing_a_row_that_is_gone_leaves_everything_protected(world):
    review, other = world.review_at("decision"), world.review_at("panel")
    gone = Review(pk=0, stage=Stage.REFERRAL)
    with pytest.raises(Review.DoesNotExist):
        gone.refresh_from_db()
    assert gone.stage == Stage.REFERRAL
    for each in (gone, review, other):
        with pytest.raises(AttributeError):
            each.stage = Stage.CLOSED


def test_a_refresh_in_one_thread_opens_nothing_in_another(own_clone):
    review = own_clone.review_at("decision")
    writable, stop = [], threading.Event()

    def refresh_for_ever() -> None:
        mine = Review.objects.get(pk=review.pk)
        while not stop.is_set():
            mine.refresh_from_db()
        connection.close()

    thread = threading.Thread(target=refresh_for_ever)
    thread.start()
    try:
        for _ in range(20_000):
            try:
                review.stage = Stage.CLOSED
                writable.append(1)
            except AttributeError:
                pass
    finally:
        stop.set()
        thread.join()
    assert not writable


def test_a_move_made_on_a_stale_row_is_not_saved(world):
    review = world.review_at("decision")
    stale = Review.objects.get(pk=review.pk)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE reviews_review SET stage = 'forum' WHERE id = %s", [review.pk])
    stale.put_to_board()
    with pytest.raises(ConcurrentTransition), transaction.atomic():
        stale.save()
