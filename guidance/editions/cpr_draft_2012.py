"""The consultation draft of 2012. It was never in force: it is here because it was read whole, and
is offered to nobody."""

from dataclasses import replace

from guidance.edition import Criterion, Edition, Part
from guidance.editions import cpr_2016
from guidance.limit import Kind, Limit, Need, ReviewKind, Severity, Standing, Unit
from guidance.milestones import ENDS_OF_A_REVIEW, Milestone
from guidance.words import noop

LIMITS = (
    Limit(
        key="register",
        kind=Kind.LOOK_BACK,
        value=6,
        unit=Unit.MONTHS,
        applies_to=(ReviewKind.EXTENDED,),
        label=noop("On the register"),
        sentence=noop(
            "A review is extended if the child was on the child protection register on any day in"
            " the six months before."
        ),
        citation=noop("Draft guidance (2012), 6.2"),
        standing=Standing.GUIDANCE,
    ),
    Limit(
        key="review_complete",
        kind=Kind.MAXIMUM,
        value=6,
        unit=Unit.MONTHS,
        anchor=(Milestone.FORWARDED,),
        end=Milestone.REPORT_ACCEPTED,
        end_choices=ENDS_OF_A_REVIEW,
        label=noop("Review complete"),
        sentence=noop(
            "The review is complete within six months of the day it was forwarded to the sub-group."
            " Which day ends it the guidance does not say."
        ),
        citation=noop("Draft guidance (2012), 5.21 and 6.13"),
        standing=Standing.GUIDANCE,
    ),
    Limit(
        key="timeline_concise",
        kind=Kind.PERIOD,
        value=12,
        unit=Unit.MONTHS,
        applies_to=(ReviewKind.CONCISE,),
        label=noop("Timeline of a concise review"),
        sentence=noop("The timeline covers no more than 12 months before the event."),
        citation=noop("Draft guidance (2012), 5.10"),
        standing=Standing.GUIDANCE,
    ),
    Limit(
        key="timeline_concise_exceptional",
        kind=Kind.PERIOD,
        value=24,
        unit=Unit.MONTHS,
        applies_to=(ReviewKind.CONCISE,),
        needs=(Need.PANEL_DECISION, Need.REASON),
        label=noop("Timeline of a concise review, in exceptional circumstances"),
        sentence=noop(
            "In exceptional circumstances the panel may decide on a timeline of up to 24 months,"
            " and records why."
        ),
        citation=noop("Draft guidance (2012), 5.10"),
        standing=Standing.GUIDANCE,
    ),
    Limit(
        key="timeline_extended",
        kind=Kind.PERIOD,
        value=36,
        unit=Unit.MONTHS,
        applies_to=(ReviewKind.EXTENDED,),
        needs=(Need.REASON,),
        label=noop("Timeline of an extended review"),
        sentence=noop(
            "The timeline follows the time on the register or looked after, up to three years."
        ),
        citation=noop("Draft guidance (2012), 6.5"),
        standing=Standing.GUIDANCE,
    ),
    Limit(
        key="reviewers_concise",
        kind=Kind.QUANTITY,
        value=1,
        unit=Unit.NUMBER,
        applies_to=(ReviewKind.CONCISE,),
        label=noop("Reviewers of a concise review"),
        sentence=noop("A concise review has at least one reviewer."),
        citation=noop("Draft guidance (2012), 5.14"),
        standing=Standing.GUIDANCE,
    ),
    Limit(
        key="reviewers_extended",
        kind=Kind.QUANTITY,
        value=2,
        unit=Unit.NUMBER,
        applies_to=(ReviewKind.EXTENDED,),
        label=noop("Reviewers of an extended review"),
        sentence=noop("An extended review has at least two reviewers."),
        citation=noop("Draft guidance (2012), 6.7"),
        standing=Standing.GUIDANCE,
    ),
    Limit(
        key="agency_return",
        kind=Kind.MAXIMUM,
        value=0,
        unit=Unit.WEEKS,
        anchor=(Milestone.AGENCY_DUE,),
        end=Milestone.AGENCY_RETURNED,
        by_part=True,
        label=noop("Agency's timeline returned"),
        sentence=noop("Each agency returns its timeline by the day that the panel sets for it."),
        citation=noop("Draft guidance (2012), Annex 1, 2.3"),
        standing=Standing.GUIDANCE,
    ),
    Limit(
        key="action_plan_with_report",
        kind=Kind.DUTY,
        label=noop("Action plan with the report"),
        sentence=noop("The action plan goes to Welsh Government together with the report."),
        citation=noop("Draft guidance (2012), 5.18 and 5.19"),
        standing=Standing.GUIDANCE,
    ),
    Limit(
        key="wg_notice_before_publication",
        kind=Kind.NOTICE,
        value=2,
        unit=Unit.WEEKS,
        anchor=(Milestone.REPORT_RECEIVED_BY_WG, Milestone.REPORT_SENT_TO_WG),
        end=Milestone.PUBLISHED,
        severity=Severity.BLOCKS,
        label=noop("Earliest day of publication"),
        sentence=noop(
            "Welsh Government has the report at least two weeks before it is published. The time"
            " counts from receipt, or from sending where no receipt came."
        ),
        citation=noop("Draft guidance (2012), 5.19 and 6.11"),
        standing=Standing.GUIDANCE,
    ),
    Limit(
        key="publication_minimum",
        kind=Kind.DURATION,
        value=12,
        unit=Unit.WEEKS,
        anchor=(Milestone.PUBLISHED,),
        end=Milestone.PUBLICATION_ENDED,
        label=noop("Earliest day the report may be taken down"),
        sentence=noop("The report stays published for at least 12 weeks."),
        citation=noop("Draft guidance (2012), 5.20 and 6.12"),
        standing=Standing.GUIDANCE,
    ),
)

OUTCOMES = noop("Draft guidance (2012), 5.1")

EDITION = Edition(
    code="CPR-DRAFT-2012",
    label=noop("Draft child practice review guidance 2012"),
    from_on=None,
    until_on=None,
    note=noop("A consultation draft that was never in force. No review runs under it."),
    terms=cpr_2016.TERMS,
    criteria=(
        *(
            replace(criterion, citation=OUTCOMES, standing=Standing.GUIDANCE)
            for criterion in cpr_2016.CRITERIA
            if criterion.part in (Part.GATE, Part.OUTCOME)
        ),
        Criterion(
            code="on_register",
            part=Part.EXTENDED,
            sentence=noop(
                "The child was on the child protection register on a day in the six months before."
            ),
            citation=noop("Draft guidance (2012), 6.2"),
            standing=Standing.GUIDANCE,
        ),
        Criterion(
            code="looked_after",
            part=Part.EXTENDED,
            sentence=noop("The child is looked after, or left care before turning 18."),
            citation=noop("Draft guidance (2012), 6.2"),
            standing=Standing.GUIDANCE,
        ),
    ),
    limits=LIMITS,
    offered=False,
)
