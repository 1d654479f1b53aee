"""What the plan says of reviews: how it stands, what is missing, whose turn it is."""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Any

from django.db.models import Count, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from action_plans import deeds, undoing
from action_plans.door import may
from action_plans.models import UNFINISHED, Action, Plan, Status
from action_plans.reading import plan_of
from common.deeds import Deed, Obstacle, person_of
from deadlines.models import Deadline
from reviews.journey import COMMISSIONED, Stage
from reviews.models import Review
from reviews.permissions import May
from reviews.rooms import Room, State, Turn, register


def obstacles(review: Review, kind: Deed, on: dt.date) -> Iterator[Obstacle]:
    if kind.code == "reports.agreed":
        plan = plan_of(review)
        if plan is None or plan.outline_on is None:
            yield Obstacle(
                "no_outline",
                _("The outline of the action plan is not written."),
                reverse("action_plans:room", args=[review.slug]),
            )
    elif kind.code == "reviews.closed":
        yield from closing(review)
    elif kind is deeds.FINALISE:
        yield from finalising(review)
    elif kind is deeds.APPROVE:
        yield from approving(review)
    elif kind is deeds.SEND:
        yield from sending(review)


def closing(review: Review) -> Iterator[Obstacle]:
    """Every action has an end before the review has (§5.22, §5.26)."""
    url = reverse("action_plans:room", args=[review.slug])
    plan = plan_of(review)
    if plan is None or not plan.is_final:
        yield Obstacle("plan_not_final", _("The action plan is not finalised."), url)
    elif plan.actions.filter(status__in=UNFINISHED).exists():
        yield Obstacle(
            "action_unfinished", _("An action is neither verified nor carried over."), url
        )
    if plan and plan.is_final and (plan.approved_on is None or plan.sent_on is None):
        yield Obstacle(
            "plan_not_sent",
            _("It is not recorded that the plan was approved and sent to Welsh Government."),
            url,
            is_warning=True,
        )


def finalising(review: Review) -> Iterator[Obstacle]:
    plan = plan_of(review)
    if plan and plan.is_final:
        yield Obstacle("finalised", _("The plan is finalised already."), is_impossible=True)
    elif plan is None or not (plan.actions.exists() or plan.no_action_because):
        yield Obstacle(
            "no_action",
            _("The plan has no action, and does not say why none is needed."),
            reverse("action_plans:room", args=[review.slug]),
            is_impossible=True,
        )


def approving(review: Review) -> Iterator[Obstacle]:
    plan = plan_of(review)
    if plan is None or not plan.is_final:
        yield Obstacle("plan_not_final", _("The plan is not finalised yet."), is_impossible=True)
    elif plan.approved_on:
        yield Obstacle("approved", _("The plan is approved already."), is_impossible=True)


def sending(review: Review) -> Iterator[Obstacle]:
    plan = plan_of(review)
    if plan is None or not plan.is_final:
        yield Obstacle("plan_not_final", _("The plan is not finalised yet."), is_impossible=True)
    elif plan.sent_on:
        yield Obstacle("sent", _("The plan is recorded as sent already."), is_impossible=True)
    elif plan.approved_on is None:
        yield Obstacle("not_approved", _("The Board has not approved the plan yet."))


def states(reviews: Sequence[Review], user: Any) -> dict[int, State]:
    plans = Plan.objects.filter(review__in=[review.pk for review in reviews]).annotate(
        all=Count("actions"),
        ended=Count("actions", filter=~Q(actions__status__in=UNFINISHED)),
    )
    return {plan.pk: _state(plan) for plan in plans}


def _state(plan: Any) -> State:
    if not plan.is_final:
        return State(_("in outline") if plan.outline_on else _("begun"))
    if plan.all == plan.ended:
        return State(_("carried out"), "done")
    return State(f"{plan.ended} / {plan.all}")


def turns(reviews: Sequence[Review], user: Any, on: dt.date) -> Iterator[Turn]:
    """The plan's next step, then each action; three queries however many reviews and actions."""
    plans = {p.pk: p for p in Plan.objects.filter(review__in=[each.pk for each in reviews])}
    due = dict(
        Deadline.objects.filter(
            timetable__in=[review.timetable_id for review in reviews],
            limit="action_plan_final",
            met_on=None,
        ).values_list("timetable", "due_on")
    )
    for review in reviews:
        step = _next_step(review, plans.get(review.pk))
        if step:
            sentence, kind, rank, since = step
            yield Turn(
                review,
                sentence,
                reverse(kind.url_name, args=[review.slug]),
                may(kind.may),
                since,
                due.get(review.timetable_id) if kind is deeds.FINALISE else None,
                kind,
                rank=rank,
            )
    yield from action_turns(reviews, user)


def _next_step(review: Review, plan: Plan | None) -> tuple[Any, Deed, int, dt.date] | None:
    since = review.stage_since
    if review.stage == Stage.REPORT and (plan is None or plan.outline_on is None):
        return _("Write the outline of the action plan"), deeds.WRITE_OUTLINE, 20, since
    if review.stage != Stage.FOLLOW_THROUGH:
        return None
    if plan is None or not (plan.is_final and plan.finalised_on):
        return _("Finalise the action plan"), deeds.FINALISE, 10, since
    if plan.approved_on is None:
        return _("Approve the action plan"), deeds.APPROVE, 20, plan.finalised_on
    if plan.sent_on is None:
        return _("Send the action plan to Welsh Government"), deeds.SEND, 30, plan.approved_on
    return None


def action_turns(reviews: Sequence[Review], user: Any) -> Iterator[Turn]:
    """What owners have to do, in these reviews and in others where something is the reader's."""
    own = Action.objects.owned_by(user).values("pk")
    actions = (
        Action.objects.given()
        .filter(Q(plan__review__in=[review.pk for review in reviews]) | Q(pk__in=own))
        .filter(status__in=UNFINISHED, plan__review__stage__in=COMMISSIONED)
        .select_related("plan__review__board", "plan__review__timetable")
    )
    for action in actions:
        review, since = action.plan.review, action.plan.finalised_on
        if action.status == Status.OPEN:
            yield Turn(
                review,
                _("Carry out an action, and record its progress"),
                action.get_absolute_url(),
                May.RECORD_PROGRESS,
                since,
                action.due_on,
                person_id=action.owner_id,
                rank=60,
            )
        elif action.owner_id != person_of(user):
            yield Turn(
                review,
                _("Verify an action"),
                reverse("action_plans:verify", args=[action.uuid]),
                May.VERIFY_ACTION,
                since,
                rank=50,
            )


register(
    Room(
        "plan",
        _("Action plan"),
        "action_plans:room",
        70,
        states=states,
        obstacles=obstacles,
        turns=turns,
        deeds=(
            deeds.WRITE_OUTLINE,
            deeds.ADD_ACTION,
            deeds.FINALISE,
            deeds.APPROVE,
            deeds.SEND,
        ),
        rests=undoing.rests,
        dated=undoing.dated,
    )
)
