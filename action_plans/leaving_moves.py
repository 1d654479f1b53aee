"""What moves of action plans when somebody leaves: the open actions they own."""

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from action_plans.models import Action, Status
from boards.leaving.moves import Handover, Line, Move, register
from reviews.capacities import Grade
from reviews.handing_over import locked, names_for, write_down
from reviews.models import Interest
from reviews.verbs import Work

KEPT_OUT = _("An interest keeps the person who takes over from it.")


def owned(handover: Handover) -> QuerySet[Action]:
    """Open ones: what is completed waits for its verifier and stays its owner's work."""
    return Action.objects.filter(
        plan__review__board=handover.board, owner=handover.person, status=Status.OPEN
    )


def kept_out(handover: Handover) -> set[int]:
    """The cases from which an interest keeps the successor."""
    rows = Interest.objects.standing().filter(
        person=handover.successor, grade=Grade.OUT, review__board=handover.board
    )
    return set(rows.values_list("review", flat=True))


def preview(handover: Handover) -> list[Line]:
    rows = list(owned(handover).select_related("plan__review__board"))
    names = names_for(handover.by, [row.plan.review for row in rows])
    barred = kept_out(handover)
    return [
        Line(
            f"{names[row.plan.review_id]} · {row.number}",
            KEPT_OUT if row.plan.review_id in barred else "",
        )
        for row in rows
    ]


def move(handover: Handover) -> int:
    rows = owned(handover).exclude(plan__review__in=kept_out(handover))
    cases = locked(rows.values_list("plan__review", flat=True))
    moved = rows.update(owner=handover.successor)
    write_down(handover, [case.pk for case in cases], Work.ACTION)
    return moved


register(Move("actions", _("Actions"), 40, preview, move))
