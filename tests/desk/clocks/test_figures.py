"""The figures of the board view."""

import datetime as dt

from django.urls import reverse

from deadlines import services as deadlines
from deadlines.plans import CauseShown
from desk.clocks import figures
from desk.clocks.figures import draw, figures_of
from guidance.causes import Cause
from guidance.milestones import Milestone
from reviews.journey import Stage
from reviews.models import Review, StageChange
from reviews.querysets import visible_to


def by_label(rows):
    return {row.label: row for row in rows}


def test_a_stage_takes_from_its_first_day_to_the_move_out_of_it(world):
    review = world.review_at(Stage.RECOMMENDATION)
    only = Review.objects.filter(pk=review.pk).select_related("timetable")
    moved = StageChange.objects.get(review=review)
    deadlines.reach(
        review.timetable, Milestone.REFERRED, moved.on - dt.timedelta(days=12), correcting=True
    )
    stay = figures_of(only, world.today).stays
    assert [(each.label, each.number, each.middle, each.longest) for each in stay] == [
        ("Referral", 1, 12, 12)
    ]
    moved.undone_at = moved.recorded_at
    moved.save()
    assert figures_of(only, world.today).stays == []


def test_what_was_kept_and_what_is_late(world):
    review = world.review_at(Stage.PANEL)
    only = Review.objects.filter(pk=review.pk).select_related("timetable")
    before = by_label(figures_of(only, world.today).kept)
    for part, due, done in (("a", 5, 0), ("b", -5, 0), ("c", 5, None), ("d", -5, None)):
        day = world.today + dt.timedelta(days=due)
        deadlines.reach(review.timetable, Milestone.ACTION_DUE, day, part=part)
        if done is not None:
            deadlines.reach(review.timetable, Milestone.ACTION_DONE, world.today, part=part)
    after = by_label(figures_of(only, world.today).kept)
    (label,) = set(after) - set(before)
    row = after[label]
    assert (row.in_time, row.met_late, row.running, row.late) == (1, 1, 1, 1)


def test_late_reviews_are_counted_by_cause(world, monkeypatch):
    reviews = visible_to(world.user("coordinator"))
    one, other = world.review_at(Stage.REPORT), world.review_at(Stage.TIMELINES)
    for review in (one, other):
        begun = review.timetable.reached.get(milestone=Milestone.FORWARDED)
        begun.on = world.today - dt.timedelta(days=200)
        begun.save()
        deadlines.derive([review.timetable])
    cause = CauseShown(Cause.DIARIES, world.today, world.today)
    monkeypatch.setattr(figures, "causes_of", lambda ids: {one.timetable_id: [cause]})
    found = figures_of(reviews, world.today)
    why = {each.label: each.number for each in found.why}
    assert why["Finding days for the panel"] == 1
    assert 0 < why["No cause recorded"] < found.late


def test_the_page_counts_only_what_its_reader_may_see(world, signed_in):
    page = reverse("desk:clocks_figures")
    board = signed_in(world.user("coordinator")).get(page)
    assert board.context["figures"].running > 5
    assert "<svg" in board.content.decode()
    nobody = signed_in(world.user("outsider")).get(page).context["figures"]
    assert (nobody.running, nobody.stays, nobody.kept) == (0, [], [])


def test_a_picture_of_nothing_is_empty_and_bars_keep_their_proportion():
    assert draw([]).bars == []
    drawing = draw([("a", 10, 40), ("b", 20, 20)])
    assert [bar.width for bar in drawing.bars] == [120, 240]
    assert drawing.bars[0].far == drawing.width
