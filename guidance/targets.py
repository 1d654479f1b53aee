"""What a board may set itself a target for. Never a number: the guidance names none for these, so
each is off until the board gives its own."""

from dataclasses import dataclass, replace

from guidance.edition import Edition
from guidance.limit import Kind, Limit, Severity, Standing, Unit
from guidance.milestones import Milestone
from guidance.words import noop

UNITS = (Unit.WORKING_DAYS, Unit.DAYS, Unit.WEEKS, Unit.MONTHS)
CITATION = noop("The board's own target")
PREFIX = "target."


@dataclass(frozen=True)
class Target:
    """One thing to aim at: a rule that still wants its number.

    A `proposed` one counts nothing itself: its number proposes the day that the panel sets, and
    that day is counted to where the edition has no such rule (`instead_of`).
    """

    rule: Limit
    is_proposed: bool = False
    instead_of: str = ""

    @property
    def key(self) -> str:
        return self.rule.key.removeprefix(PREFIX)

    def set_to(self, value: int, unit: Unit) -> Limit:
        """The rule with the board's number."""
        if self.is_proposed:
            return self.rule
        return replace(self.rule, value=value, unit=unit)

    def counts_in(self, edition: Edition) -> bool:
        """Whether it runs beside the rules of that edition."""
        return not self.instead_of or edition.limit(self.instead_of) is None


def _target(
    key: str,
    label: str,
    sentence: str,
    anchor: tuple[Milestone, ...],
    end: Milestone | None = None,
    also_ends: tuple[Milestone, ...] = (),
    by_part: bool = False,
    outlives: bool = False,
) -> Limit:
    return Limit(
        key=PREFIX + key,
        kind=Kind.TARGET,
        label=label,
        sentence=sentence,
        citation=CITATION,
        standing=Standing.OWN,
        unit=Unit.DAYS,
        anchor=anchor,
        end=end,
        severity=Severity.TELLS,
        also_ends=also_ends,
        by_part=by_part,
        outlives=outlives,
    )


TARGETS = (
    Target(
        _target(
            "subgroup_meets",
            noop("Sub-group meets"),
            noop("The sub-group meets on the case within this time of its forwarding."),
            (Milestone.FORWARDED,),
            Milestone.SUBGROUP_MET,
            (Milestone.RECOMMENDED,),
        )
    ),
    Target(
        _target(
            "chair_decides",
            noop("Chair decides"),
            noop("The Board Chair decides within this time of the recommendation."),
            (Milestone.RECOMMENDED,),
            Milestone.DECIDED,
        )
    ),
    Target(
        _target(
            "wg_told_of_recommendation",
            noop("Welsh Government told of the recommendation"),
            noop("Welsh Government is told within this time of the recommendation."),
            (Milestone.RECOMMENDED,),
            Milestone.WG_TOLD_OF_RECOMMENDATION,
            outlives=True,
        )
    ),
    Target(
        _target(
            "wg_told_of_outcome",
            noop("Welsh Government told of the outcome"),
            noop("Welsh Government is told within this time of the Chair's decision."),
            (Milestone.DECIDED,),
            Milestone.WG_TOLD_OF_OUTCOME,
            outlives=True,
        )
    ),
    Target(
        _target(
            "first_panel",
            noop("First panel meeting"),
            noop("The panel first meets within this time of the commissioning."),
            (Milestone.COMMISSIONED,),
            Milestone.PANEL_FIRST_MET,
            (Milestone.AGENCIES_ASKED,),
        )
    ),
    Target(
        _target(
            "agency_returns",
            noop("Agencies' timelines"),
            noop(
                "When the agencies are asked, this time is proposed to the panel, which sets the"
                " day."
            ),
            (Milestone.AGENCY_DUE,),
            Milestone.AGENCY_RETURNED,
            by_part=True,
        ),
        is_proposed=True,
        instead_of="agency_return",
    ),
    Target(
        _target(
            "plan_progress",
            noop("Progress of the action plan"),
            noop("Progress is recorded within this time of the last, until the review is closed."),
            (Milestone.PLAN_PROGRESS, Milestone.PLAN_FINALISED),
        )
    ),
)
BY_KEY = {target.key: target for target in TARGETS}
AGENCY_RETURNS = BY_KEY["agency_returns"]


def target_of(key: str) -> Target | None:
    """The target of which a limit has this key; None for a rule of the guidance."""
    return BY_KEY.get(key.removeprefix(PREFIX)) if key.startswith(PREFIX) else None
