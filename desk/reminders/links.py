"""To which page a reminder leads, by what it is about and whom it tells."""

from django.urls import reverse

from boards.models import Person
from deadlines.models import Reminder
from desk.models import LineKind
from desk.reminders.audience import ACTION, RETURNS, Audience
from guidance.reminders import Whom, step_of
from reviews.models import Review

PAGES = {
    "review_complete": "reviews:dates",
    "action_plan_final": "action_plans:room",
    "wg_notice_before_publication": "publication:room",
    "publication_minimum": "publication:room",
    "target.subgroup_meets": "reviews:subgroup",
    "target.chair_decides": "reviews:decision",
    "target.wg_told_of_recommendation": "reviews:decision",
    "target.wg_told_of_outcome": "reviews:decision",
    "target.first_panel": "panels:panel",
    "target.plan_progress": "action_plans:room",
    "wait.referral": "reviews:overview",
    "wait.recommendation": "reviews:subgroup",
    "wait.deferred": "reviews:subgroup",
    "wait.decision": "reviews:decision",
    "wait.notice_of_recommendation": "reviews:decision",
    "wait.notice_of_outcome": "reviews:decision",
    "wait.hold": "reviews:proceedings",
    "wait.cause": "reviews:dates",
    "wait.invitations": "learning_events:room",
    "wait.statement": "reports:room",
    "wait.translation": "publication:room",
}


def link_of(
    kind: str, reminder: Reminder, review: Review, person: Person, audience: Audience
) -> str:
    """The page on which the reminded person goes on; none for whoever may not open the case.

    An agency's Board member is told that its timeline is late, and has no page of the case.
    """
    if kind == LineKind.GOING_UP:
        return reverse("desk:going_up")
    step = step_of(reminder.limit, reminder.step)
    if kind == LineKind.ESCALATE and step and step.whom is Whom.AGENCY_BOARD_MEMBER:
        return ""
    if kind == LineKind.ASK_CAUSE:
        return reverse("reviews:dates", args=[review.slug])
    if reminder.limit in RETURNS and (row := audience.returns.get((review.pk, reminder.part))):
        return str(row.get_absolute_url())
    if reminder.limit == ACTION and (action := audience.actions.get(reminder.part)):
        return str(action.get_absolute_url())
    page = PAGES.get(reminder.limit)
    return reverse(page, args=[review.slug]) if page else review.get_absolute_url()
