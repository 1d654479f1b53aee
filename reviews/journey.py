"""The journey: where a review can go, on one page.

The stages and the moves between them. A move touches its own row only; who may make it and what
must be there first is asked by the door (reviews.door), which alone calls these methods. The
guidance's order is the usual one; between the hard gates real weeks overlap, so the middle moves
may start from any stage already reached, out of the usual order with a reason.
"""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from django_fsm import RETURN_VALUE, FSMField, transition

from common.fsm import SafeFSM


class Stage(models.TextChoices):
    REFERRAL = "referral", _("Referral")
    RECOMMENDATION = "recommendation", _("Recommendation")
    DECISION = "decision", _("Decision")
    BOARD_DISCUSSION = "board_discussion", _("Board discussion")
    PANEL = "panel", _("Panel")
    TIMELINES = "timelines", _("Timelines")
    LEARNING = "learning", _("Learning event")
    REPORT = "report", _("Report")
    ACCEPTANCE = "acceptance", _("Board acceptance")
    FOLLOW_THROUGH = "follow_through", _("Publication and action plan")
    CLOSED = "closed", _("Closed")
    NO_REVIEW = "no_review", _("No review")
    FORUM = "forum", _("Multi-agency professional forum")
    ANOTHER_LEADS = "another_leads", _("Another review leads")
    TRANSFERRED = "transferred", _("Transferred to another board")
    DISCONTINUED = "discontinued", _("Discontinued")
    CONVERTED = "converted", _("Converted to a SUSR")
    JOINED = "joined", _("Joined to another case")


UNDECIDED = (Stage.DECISION, Stage.BOARD_DISCUSSION)
# From commissioning to Board acceptance: every room is open, the stage says how far the review is.
WORKING = (Stage.PANEL, Stage.TIMELINES, Stage.LEARNING, Stage.REPORT)
COMMISSIONED = (*WORKING, Stage.ACCEPTANCE, Stage.FOLLOW_THROUGH)
BEFORE = (Stage.REFERRAL, Stage.RECOMMENDATION, *UNDECIDED)
RUNNING = (*BEFORE, *COMMISSIONED)
ENDS = tuple(stage for stage in Stage if stage not in RUNNING)
USUAL_ORDER = (
    Stage.REFERRAL,
    Stage.RECOMMENDATION,
    Stage.DECISION,
    *WORKING,
    Stage.ACCEPTANCE,
    Stage.FOLLOW_THROUGH,
    Stage.CLOSED,
)


class Journey(SafeFSM):
    """The stage of a review, and the moves."""

    stage = FSMField(choices=Stage, default=Stage.REFERRAL, protected=True)
    kind: Any

    class Meta:
        abstract = True

    @transition(field=stage, source=Stage.REFERRAL, target=Stage.RECOMMENDATION)
    def forward(self) -> None:
        """The Board passes the referral to the sub-group: the six months begin (§5.21)."""

    @transition(field=stage, source=Stage.RECOMMENDATION, target=Stage.DECISION)
    def recommend(self) -> None:
        """The sub-group recommends to the Board Chair (§5.6)."""

    @transition(field=stage, source=UNDECIDED, target=Stage.PANEL)
    def commission(self, kind: str) -> None:
        """The Chair commissions a concise or an extended review (reg. 4)."""
        self.kind = kind

    @transition(field=stage, source=Stage.DECISION, target=Stage.BOARD_DISCUSSION)
    def put_to_board(self) -> None:
        """The Chair disagrees: the Board discusses it before the final answer (§5.8)."""

    @transition(field=stage, source=UNDECIDED, target=Stage.NO_REVIEW)
    def end_without_review(self) -> None:
        """The final answer is no review; Welsh Government is told why (§5.8)."""

    @transition(field=stage, source=UNDECIDED, target=Stage.FORUM)
    def hold_forum(self) -> None:
        """A multi-agency professional forum takes the learning forward (§4)."""

    @transition(field=stage, source=UNDECIDED, target=Stage.ANOTHER_LEADS)
    def let_another_lead(self) -> None:
        """Another statutory review leads; the Board considers its report later (§5.5)."""

    @transition(field=stage, source=Stage.PANEL, target=Stage.TIMELINES)
    def ask_agencies(self) -> None:
        """The panel asks the agencies for their timelines (§5.10)."""

    @transition(field=stage, source=(Stage.PANEL, Stage.TIMELINES), target=Stage.LEARNING)
    def release_timelines(self) -> None:
        """The merged timeline is released to the panel (§5.11)."""

    @transition(
        field=stage,
        source=(Stage.PANEL, Stage.TIMELINES, Stage.LEARNING),
        target=Stage.REPORT,
    )
    def hold_event(self) -> None:
        """The learning event was held (§5.15; reg. 4)."""

    @transition(field=stage, source=WORKING, target=Stage.ACCEPTANCE)
    def agree_report(self) -> None:
        """The panel agrees the report and passes it to the Board (§5.17)."""

    @transition(field=stage, source=Stage.ACCEPTANCE, target=Stage.REPORT)
    def send_back(self) -> None:
        """The Board asks for changes (§5.18)."""

    @transition(field=stage, source=Stage.ACCEPTANCE, target=Stage.FOLLOW_THROUGH)
    def accept_report(self) -> None:
        """The Board accepts the report: the six months end here (§5.18, §5.21)."""

    @transition(field=stage, source=Stage.FOLLOW_THROUGH, target=Stage.CLOSED)
    def close(self) -> None:
        """Published, the plan carried out or carried over: the review is closed (§5.26)."""

    @transition(field=stage, source=RUNNING, target=Stage.TRANSFERRED)
    def transfer(self) -> None:
        """Another board leads: the child is or was normally resident there (§5.3)."""

    @transition(field=stage, source=COMMISSIONED, target=Stage.DISCONTINUED)
    def discontinue(self) -> None:
        """The review ends unfinished, for a reason that is recorded."""

    @transition(field=stage, source=RUNNING, target=Stage.CONVERTED)
    def convert(self) -> None:
        """It goes on as a Single Unified Safeguarding Review (from 1 October 2024)."""

    @transition(field=stage, source=BEFORE, target=Stage.JOINED)
    def join(self) -> None:
        """A second referral about the same child: it goes on under the other case's reference."""

    # Not of the guidance: how the record itself is put right.

    @transition(field=stage, source=Stage.REFERRAL, target=RETURN_VALUE(*Stage))
    def take_on(self, to: str, kind: str) -> str:
        """A review that began outside the system is placed at the stage it has reached."""
        self.kind = kind
        return to

    @transition(field=stage, source="+", target=RETURN_VALUE(*Stage))
    def undo(self, to: str, kind: str) -> str:
        """A mistaken move is undone: the review stands again where it stood before it."""
        self.kind = kind
        return to


# Moves that put the record right; every other is one of the guidance.
OF_THE_RECORD = ("take_on", "undo")

# The stage at which each move is usual; from another it is out of the usual order.
USUAL: dict[str, Stage] = {
    "ask_agencies": Stage.PANEL,
    "release_timelines": Stage.TIMELINES,
    "hold_event": Stage.LEARNING,
    "agree_report": Stage.REPORT,
}
