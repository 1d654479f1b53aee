"""Random people do random things to a case: it never comes to stand where it cannot stand."""

import datetime as dt
from itertools import pairwise

from django.db import transaction
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from audit.models import Entry
from boards.models import Person
from common.deeds import DEEDS, NotNow, Overtaken, Refused, WrongDate
from deadlines.models import Deadline
from deadlines.services import AlreadyReached, derive
from learning_events.services import hold_event
from panels.timelines.services import ask_agencies, release_timelines
from reports.services import send_back
from reviews.children.services import add_child
from reviews.closing.services import close, end_otherwise
from reviews.decision.services import decide, record_discussion, send_notice
from reviews.journey import ENDS
from reviews.models import Decision, Ending, Review, StageChange
from reviews.people.services import appoint, declare_interest
from reviews.recommendation.services import recommend
from reviews.referral.services import forward
from tests.world import to

ANSWERS = (Refused, NotNow, WrongDate, Overtaken, AlreadyReached)
PERIOD = {
    "period_from_on": dt.date(2023, 1, 1),
    "period_until_on": dt.date(2023, 12, 31),
    "period_why": "The year before.",
}


def person(role):
    return Person.objects.get(email=f"{role}@be.test")


DEED = {
    "forward": lambda review, **w: forward(review, **w),
    "recommend": lambda review, **w: recommend(
        review,
        course="extended",
        vote="unanimous",
        outline="It was.",
        rationale="It is.",
        **PERIOD,
        **w,
    ),
    "agree": lambda review, **w: decide(review, reply="agree", **w),
    "disagree": lambda review, **w: decide(review, reply="disagree", reasons="No.", **w),
    "final": lambda review, **w: decide(
        review, reply="final", course="no_review", reasons="Still no.", **w
    ),
    "discuss": lambda review, **w: record_discussion(review, views="Divided.", **w),
    "child": lambda review, **w: add_child(
        review, pseudonym=f"Child {review.subjects.count()}", **w
    ),
    "chair": lambda review, **w: appoint(
        review, person=person("panel-chair"), capacity="panel_chair", **w
    ),
    "interest": lambda review, **w: declare_interest(
        review, **w | {"grade": "managed", "what": "Mine."}
    ),
    "notice": lambda review, **w: send_notice(review, about="recommendation", **w),
    "ask": lambda review, **w: ask_agencies(
        review, agencies=list(review.board.agencies.all()), due_on=dt.date(2025, 1, 1), **w
    ),
    "release": lambda review, **w: release_timelines(review, **w),
    "event": lambda review, **w: hold_event(
        review,
        venue="Hall",
        length="one",
        facilitators=[person("reviewer")],
        invited=3,
        attended=3,
        learning_points="Ask.",
        **w,
    ),
    "send_back": lambda review, **w: send_back(review, reasons="More.", **w),
    "close": lambda review, **w: close(review, **w),
    "transfer": lambda review, **w: end_otherwise(review, way="transfer", reasons="Moved.", **w),
    "convert": lambda review, **w: end_otherwise(review, way="convert", reasons="SUSR.", **w),
}
ROLES = ["coordinator", "board-chair", "subgroup-chair", "panel-chair", "outsider", "excluded"]
steps = st.tuples(
    st.sampled_from(sorted(DEED)),
    st.sampled_from(ROLES),
    st.sampled_from([-5, 0, 1, 7, 60, 4000]),
    st.sampled_from(["", "It goes ahead all the same."]),
)


def standing_where_it_may(review: Review) -> None:
    changes = list(StageChange.objects.filter(review=review).order_by("pk"))
    stages = [change.to_stage for change in changes]
    assert review.stage == (stages[-1] if stages else "referral")
    for earlier, later in pairwise(changes):
        assert earlier.to_stage == later.from_stage
        assert earlier.on <= later.on
    assert sum(stage in ENDS for stage in stages) <= 1
    assert Ending.objects.filter(review=review).count() <= 1
    assert Decision.objects.filter(review=review).exclude(reply="disagree").count() <= 1
    acts = set(Entry.objects.filter(review_id=review.pk).values_list("act", flat=True))
    assert {change.act for change in changes} <= acts
    for change in changes:
        assert change.on <= dt.date(2026, 3, 2)
    kept = sorted(Deadline.objects.filter(timetable=review.timetable_id).values_list())
    assert derive([review.timetable]) == 0
    assert sorted(Deadline.objects.filter(timetable=review.timetable_id).values_list()) == kept


@settings(
    max_examples=12,
    phases=[Phase.explicit, Phase.generate],  # a walk is readable as it is
    derandomize=True,
    database=None,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.lists(steps, min_size=3, max_size=14), st.sampled_from(["referral", "decision", "panel"]))
def test_no_walk_leads_where_a_case_cannot_be(world, walk, start):
    users = {role: world.user(role) for role in ROLES}
    with transaction.atomic():
        pk = to(start).pk
        for name, role, days, reason in walk:
            review = Review.objects.select_related("board", "timetable").get(pk=pk)
            before = Entry.objects.filter(review_id=pk, verb__in=list(DEEDS)).count()
            stage = review.stage
            try:
                with transaction.atomic():
                    on = review.stage_since + dt.timedelta(days=days)
                    DEED[name](review, by=users[role], on=on, reason=reason)
                done = 1
            except ANSWERS:
                done = 0
            review = Review.objects.select_related("board", "timetable").get(pk=pk)
            after = Entry.objects.filter(review_id=pk, verb__in=list(DEEDS)).count()
            assert after - before == done, (name, role)
            assert done or review.stage == stage
            assert not (done and role in ("outsider", "excluded")), (name, role)
            standing_where_it_may(review)
        transaction.set_rollback(True)
