"""What the plan says of reviews: how it stands, what is missing, whose turn it is."""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Any

from django.db.models import Count, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from action_plans import deeds, undoing
from action_plans.action.services import carry_over_national
from action_plans.door import may
from action_plans.models import UNFINISHED, Action, Level, Plan, Status
from action_plans.reading import plan_of
from common.deeds import Deed, Obstacle, person_of
from reviews.journey import COMMISSIONED, Stage
from reviews.models import Review
from reviews.permissions import May
from reviews.rooms import Room, State, Turn, register

# The panel's agreement, the Board's acceptance and Welsh Government all have the outline with the
# report (§5.17, §5.19).
WANT_THE_OUTLINE = ("reports.agreed", "reports.accepted", "library.sent_to_government")


def obstacles(review: Review, kind: Deed, on: dt.date) -> Iterator[Obstacle]:
    if kind.code in WANT_THE_OUTLINE:
        plan = plan_of(review)
        if plan is None or plan.outline_on is None:
            yield Obstacle(
                "no_outline",
                _("The outline of the action plan has not been written yet."),
                reverse("action_plans:room", args=[review.slug]),
                belongs_to=Stage.REPORT,
            )
    elif kind.code == "reviews.closed":
        yield from closing(review)
    elif kind is deeds.FINALISE:
        yield from finalising(review)
    elif kind is deeds.APPROVE:
        yield from approving(review)
    elif kind is deeds.SEND:
        yield from sending(review)
    elif kind is deeds.CLOSE_PLAN:
        yield from closing_plan(review)


def closing(review: Review) -> Iterator[Obstacle]:
    """Every action has an end before the review has (§5.22, §5.26)."""
    url = reverse("action_plans:room", args=[review.slug])
    plan = plan_of(review)
    if plan is None or not plan.is_final:
        yield Obstacle("plan_not_final", _("The action plan has not been finalised yet."), url)
    else:
        yield from unfinished(plan, url)
        if plan.approved_on is None or plan.sent_on is None:
            yield Obstacle(
                "plan_not_sent",
                _("There is no record that the plan was approved and sent to Welsh Government."),
                url,
                is_warning=True,
            )
        elif plan.closed_on is None:
            yield Obstacle(
                "plan_not_closed",
                _("The Board has not closed the action plan."),
                url,
                is_warning=True,
            )
    if plan is None or not plan.disseminations.exists():
        yield Obstacle(
            "not_disseminated",
            _("There is no record of how the learning was shared."),
            url,
            is_warning=True,
        )
    if plan is None or not plan.difference_reports.exists():
        yield Obstacle(
            "no_difference_report",
            _("No difference report to Welsh Government is recorded."),
            url,
            is_warning=True,
        )


def unfinished(plan: Plan, url: str) -> Iterator[Obstacle]:
    """No board finishes a national action alone: closing the review carries it over."""
    rows = plan.actions.filter(status__in=UNFINISHED)
    if rows.exclude(level=Level.NATIONAL).exists():
        yield Obstacle(
            "action_unfinished",
            _("At least one action has not been verified or carried over."),
            url,
        )
    national = rows.filter(level=Level.NATIONAL)
    if national.exists():
        yield Obstacle(
            "national_action_open",
            _(
                "A national action is still open. It will be carried over when you close"
                " the review."
            ),
            url,
            is_warning=True,
        )
    if national.filter(raised_on=None).exists():
        yield Obstacle(
            "national_action_not_raised",
            _("There is no record that a national action was raised with Welsh Government."),
            url,
            is_warning=True,
        )


def closing_plan(review: Review) -> Iterator[Obstacle]:
    """The Board closes a plan of which nothing is left to do; otherwise it says why."""
    plan = plan_of(review)
    if plan is None or not plan.is_final:
        yield Obstacle("plan_not_final", _("The plan is not finalised yet."), is_impossible=True)
        return
    if plan.closed_on:
        yield Obstacle("closed", _("The plan is closed already."), is_impossible=True)
        return
    if plan.approved_on is None:
        yield Obstacle("not_approved", _("The Board has not approved the plan yet."))
    yield from unfinished(plan, reverse("action_plans:room", args=[review.slug]))


def after(review: Review, kind: Deed, on: dt.date) -> None:
    if kind.code == "reviews.closed":
        carry_over_national(review)


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
        return State(_("closed") if plan.closed_on else _("carried out"), "done")
    return State(f"{plan.ended} / {plan.all}")


def turns(reviews: Sequence[Review], user: Any, on: dt.date) -> Iterator[Turn]:
    """The plan's next step, then each action; two queries however many reviews and actions."""
    plans = {
        plan.pk: plan
        for plan in Plan.objects.filter(review__in=[each.pk for each in reviews]).annotate(
            left=Count("actions", filter=Q(actions__status__in=UNFINISHED), distinct=True),
            reported=Count("difference_reports", distinct=True),
        )
    }
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
                kind=kind,
                rank=rank,
                limit="action_plan_final" if kind is deeds.FINALISE else "",
            )
    yield from action_turns(reviews, user)


def _next_step(review: Review, plan: Any) -> tuple[Any, Deed, int, dt.date] | None:
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
    if plan.left:
        return None
    if plan.closed_on is None:
        return _("Close the action plan for the Board"), deeds.CLOSE_PLAN, 55, plan.sent_on
    if not plan.reported:
        return (
            _("Report the difference made to Welsh Government"),
            deeds.REPORT_DIFFERENCE,
            56,
            plan.closed_on,
        )
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
            deeds.DISSEMINATE,
            deeds.CLOSE_PLAN,
            deeds.REPORT_DIFFERENCE,
        ),
        after=after,
        rests=undoing.rests,
        goes_back=undoing.goes_back,
        dated=undoing.dated,
    )
)
