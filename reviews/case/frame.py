"""The frame around every page of a case: identity bar, journey bar, side navigation."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from common import clock
from common.deeds import Sentence
from guidance.editions import edition
from reviews import journey
from reviews.case.telling import capacity_label
from reviews.joint.reading import participations
from reviews.journey import Stage
from reviews.models import Review
from reviews.permissions import May
from reviews.proceedings.holds import seen_holds
from reviews.rooms import ROOMS, as_shown
from reviews.standing import Standing, standing_of
from reviews.taking_on.before import is_before, taken_on_at
from reviews.taking_on.milestones import LEAVING
from reviews.timing.stages import PLANNED, seen_changes
from reviews.timing.standing import seen_whole

BAR = journey.USUAL_ORDER
# On the bar ten stages stand side by side; everywhere else each has its whole name.
SHORT: dict[str, Sentence] = {
    Stage.LEARNING: gettext_lazy("Event"),
    Stage.ACCEPTANCE: gettext_lazy("Acceptance"),
    Stage.FOLLOW_THROUGH: gettext_lazy("Follow-up"),
}


@dataclass(frozen=True, eq=False)
class Step:
    """One stage on the journey bar; `state` is done, now or '' (ahead)."""

    label: Sentence
    state: str
    detail: str = ""


@dataclass(frozen=True, eq=False)
class Link:
    """One room in the side navigation, with its small word."""

    label: Sentence
    url: str
    here: bool
    state: Sentence
    part: Sentence = ""


@dataclass(frozen=True, eq=False)
class Pill:
    word: Sentence
    kind: str = ""


def frame(review: Review, user: Any, room: str) -> dict[str, Any]:
    """Context for the case template. A handful of queries, however much the case holds."""
    standing = standing_of(user, review)
    stages = steps(review)
    return {
        "review": review,
        "board": review.board,
        "standing": standing,
        "capacity": capacity_label(standing.capacity(May.VIEW), review.board),
        "reference": str(review.reference),
        "overview_url": "" if room == "overview" else review.get_absolute_url(),
        "pills": pills(review),
        "facts": facts(review),
        "stages": stages,
        "fold": _("Stage: %(stage)s") % {"stage": review.stage_label},
        "is_before_the_system": is_before(review, ROOMS[room].belongs_to)
        if room in ROOMS
        else False,
        "rooms": links(review, user, standing, room),
    }


def pills(review: Review) -> list[Pill]:
    """Its kind, whether it ended, and that something is held: a hold is seen on every page."""
    kind = [Pill(review.get_kind_display())] if review.kind else []
    ended = [] if review.is_running else [Pill(review.stage_label, "done")]
    is_held = review.is_running and bool(seen_holds(review, clock.today()))
    held = [Pill(_("On hold for other proceedings"), "soon")] if is_held else []
    return kind + ended + held


def facts(review: Review) -> list[str]:
    """The short line under the reference: children by pseudonym, board, edition."""
    children = ", ".join(child.pseudonym for child in review.subjects.all())
    rules = _(edition(review.timetable.edition).label)
    beside = [str(row.board) for row in participations(review, clock.today())]
    boards = [str(review.board)]
    if beside:
        lead, taking_part = _("Lead board:"), _("Taking part:")
        boards = [
            f"{lead} {review.board}",
            f"{taking_part} {', '.join(beside)}",
        ]
    return [fact for fact in (children, *boards, rules) if fact]


def on_the_bar(day: dt.date) -> str:
    """A date that breaks before its year at most."""
    number, rest = date_format(day, "j F Y").split(" ", 1)
    return f"{number}\N{NO-BREAK SPACE}{rest}"


def steps(review: Review) -> list[Step]:
    """The journey so far and what lies ahead; an end off the usual road closes the bar."""
    changes = seen_changes(review)
    left_on = {c.from_stage: on_the_bar(c.on) for c in changes if c.move != "take_on"}
    left_on = before_the_system(review) | left_on
    here = Stage.DECISION if review.stage == Stage.BOARD_DISCUSSION else Stage(review.stage)
    if here in BAR:
        at = BAR.index(here)
        done, ahead = BAR[:at], BAR[at + 1 :]
    else:
        done, ahead = tuple(stage for stage in BAR if stage in left_on), ()
    since = on_the_bar(review.stage_since)
    planned = planned_for(review) if ahead else {}
    return [
        *(Step(short(stage), "done", left_on.get(stage, "")) for stage in done),
        Step(
            short(Stage(review.stage)),
            "now" if review.is_running else "done",
            _("since %(day)s") % {"day": since} if review.is_running else since,
        ),
        *(Step(short(stage), "", planned.get(stage, "")) for stage in ahead),
    ]


def planned_for(review: Review) -> dict[str, str]:
    """Until when the plan has each stage last."""
    days = seen_whole(review, clock.today()).planned
    return {
        stage: _("planned %(day)s") % {"day": on_the_bar(days[step])}
        for stage, step in PLANNED.items()
        if step in days
    }


def before_the_system(review: Review) -> dict[str, str]:
    """Of a review that was taken on: when it left the stages before, where that is known."""
    if not taken_on_at(review):
        return {}
    days = seen_whole(review, clock.today()).days
    return {
        stage: on_the_bar(days[str(milestone), ""])
        if (str(milestone), "") in days
        else _("not known")
        for stage, milestone in LEAVING.items()
        if is_before(review, stage)
    }


def short(stage: Stage) -> Sentence:
    return SHORT.get(stage) or stage.label


def before(review: Review, stage: str) -> Sentence:
    """Nothing of it is kept here, and nothing is missing: it was done before the system."""
    return _("before this system") if is_before(review, stage) else ""


def links(review: Review, user: Any, standing: Standing, here: str) -> list[Link]:
    found = []
    for room in as_shown():
        if standing.may(room.may):
            state = room.states([review], user).get(review.pk)
            found.append(
                Link(
                    room.label,
                    reverse(room.url_name, args=[review.slug]),
                    room.code == here,
                    state.word if state else before(review, room.belongs_to),
                    room.part.label,
                )
            )
    return found
