"""What the panel's three rooms say of their reviews."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Count, Max, Q
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from common import clock
from panels import deeds, undoing
from panels.family import asking
from panels.models import AgencyReturn, FamilyContact, Outcome, ReturnState, TermsOfReference
from panels.obstacles import obstacles
from panels.panel.coverage import gap_counts
from panels.turns import turns
from reviews.journey import Stage
from reviews.models import Review
from reviews.rooms import Room, State, register


def panel_states(reviews: Sequence[Review], user: Any) -> dict[int, State]:
    """Whether an agency involved is missing on the panel; else whether the terms are agreed."""
    missing = gap_counts(reviews)
    rows = (
        TermsOfReference.objects.filter(review__in=[review.pk for review in reviews])
        .order_by()
        .values_list("review")
        .annotate(latest=Max("version"))
    )
    agreed = {review: State(_("terms agreed"), "done") for review, _latest in rows}
    gaps = {
        review: State(format_lazy("{} {}", _("gaps:"), count), "soon")
        for review, count in missing.items()
    }
    return agreed | gaps


def timeline_states(reviews: Sequence[Review], user: Any) -> dict[int, State]:
    """How many agencies have been answered for, of those asked."""
    late = Q(state=ReturnState.ASKED, due_on__lt=clock.today())
    rows = (
        AgencyReturn.objects.filter(review__in=[review.pk for review in reviews])
        .order_by()
        .values("review")
        .annotate(
            all=Count("pk"),
            answered=Count("pk", filter=~Q(state=ReturnState.ASKED)),
            late=Count("pk", filter=late),
        )
    )
    return {
        row["review"]: State(
            f"{row['answered']} / {row['all']}",
            "late" if row["late"] else "done" if row["answered"] == row["all"] else "",
        )
        for row in rows
    }


def family_states(reviews: Sequence[Review], user: Any) -> dict[int, State]:
    """Of how many members of the family nothing more is awaited, of those recorded."""
    rows = (
        FamilyContact.objects.filter(review__in=[review.pk for review in reviews])
        .order_by()
        .values("review")
        .annotate(all=Count("pk"), settled=Count("pk", filter=~Q(outcome=Outcome.AWAITED)))
    )
    return {
        row["review"]: State(
            f"{row['settled']} / {row['all']}", "done" if row["settled"] == row["all"] else ""
        )
        for row in rows
    }


register(
    Room(
        "panel",
        _("Panel"),
        "panels:panel",
        30,
        states=panel_states,
        obstacles=obstacles,
        turns=turns,
        deeds=(deeds.TERMS_AGREED, deeds.COSTS_RECORDED),
        belongs_to=Stage.PANEL,
        undone=undoing.undone,
        goes_back=undoing.goes_back,
        rests=undoing.rests,
        dated=undoing.dated,
    )
)
register(
    Room(
        "timelines",
        _("Timelines"),
        "panels:timelines",
        40,
        states=timeline_states,
        deeds=(
            deeds.AGENCIES_ASKED,
            deeds.AGENCY_ADDED,
            deeds.RETURN_EXTENDED,
            deeds.RETURN_WAIVED,
            deeds.TIMELINES_RELEASED,
        ),
        belongs_to=Stage.TIMELINES,
    )
)
register(
    Room(
        "family",
        _("Family"),
        "panels:family",
        45,
        states=family_states,
        obstacles=asking.obstacles,
        turns=asking.feedback_due,
        done=asking.done,
        deeds=(deeds.FAMILY_RECORDED,),
    )
)
