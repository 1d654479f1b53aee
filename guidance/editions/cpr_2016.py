"""Working Together to Safeguard People, Volume 2 (2016), with the Regulations of 2015.

The text of the guidance was not at hand: its rules are known from those who quote or summarise it,
and each line says so. The Regulations were read.
"""

import datetime as dt

from guidance.edition import Criterion, Edition, Part, Term
from guidance.limit import Kind, Limit, Need, ReviewKind, Severity, Standing, Unit
from guidance.milestones import ENDS_OF_A_REVIEW, Milestone
from guidance.words import noop

REGULATION_4_3_B = noop("S.I. 2015/1466 (W. 160), regulation 4(3)(b)")
REGULATION_4_3 = noop("S.I. 2015/1466 (W. 160), regulation 4(3)")
REGULATION_5_4 = noop("S.I. 2015/1466 (W. 160), regulation 5(4)")
REGULATION_5_6 = noop("S.I. 2015/1466 (W. 160), regulation 5(6)")
REGULATION_5_7 = noop("S.I. 2015/1466 (W. 160), regulation 5(7)")
SIX_MONTHS = noop(
    "Volume 2 (2016), as summarised by the NSPCC;"
    " Cordis Bright, review of the framework (2015), 2.3"
)
PARAGRAPH_6_12 = noop("Volume 2 (2016), 6.12, as quoted by Cardiff University (2019)")
PARAGRAPH_6_22 = noop("Volume 2 (2016), 6.22, as quoted by Cardiff University (2019)")
PARAGRAPH_6_24 = noop("Volume 2 (2016), 6.24, as quoted by Cardiff University (2019)")
PARAGRAPH_6_38 = noop("Volume 2 (2016), 6.38, as quoted by Cardiff University (2019)")
NSPCC = noop("Volume 2 (2016), as summarised by the NSPCC")
TWELVE_WEEKS = noop(
    "Volume 2 (2016), as summarised by the NSPCC; Cardiff University (2019), recommendation 6"
)
DRAFT_NOTICE = noop("Draft guidance (2012), 5.19, carried forward")
DRAFT_MONITORING = noop("Draft guidance (2012), 5.22 and 6.14, carried forward")
PUBLISHED_REVIEWS = noop("Inferred from published reviews")
SECTION_136 = noop("Social Services and Well-being (Wales) Act 2014, section 136, as summarised")

LIMITS = (
    Limit(
        key="register_or_looked_after",
        kind=Kind.LOOK_BACK,
        value=6,
        unit=Unit.MONTHS,
        label=noop("On the register or looked after"),
        sentence=noop(
            "A review is extended if the child was on the child protection register or looked after"
            " on any day in the six months before the event, or before the day the impairment was"
            " identified."
        ),
        citation=REGULATION_4_3_B,
        standing=Standing.STATUTE,
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
        citation=SIX_MONTHS,
        standing=Standing.SECOND_HAND,
    ),
    Limit(
        key="timeline_concise",
        kind=Kind.PERIOD,
        value=12,
        unit=Unit.MONTHS,
        applies_to=(ReviewKind.CONCISE,),
        label=noop("Timeline of a concise review"),
        sentence=noop("The timeline covers no more than 12 months before the event."),
        citation=PARAGRAPH_6_22,
        standing=Standing.SECOND_HAND,
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
        citation=PARAGRAPH_6_22,
        standing=Standing.SECOND_HAND,
    ),
    Limit(
        key="timeline_extended",
        kind=Kind.PERIOD,
        value=24,
        unit=Unit.MONTHS,
        applies_to=(ReviewKind.EXTENDED,),
        needs=(Need.REASON,),
        label=noop("Timeline of an extended review"),
        sentence=noop(
            "The timeline follows the time on the register or looked after. Beyond 24 months a"
            " reason is recorded."
        ),
        citation=PUBLISHED_REVIEWS,
        standing=Standing.ASSUMED,
    ),
    Limit(
        key="reviewers_concise",
        kind=Kind.QUANTITY,
        value=1,
        unit=Unit.NUMBER,
        applies_to=(ReviewKind.CONCISE,),
        label=noop("Reviewers of a concise review"),
        sentence=noop("A concise review has at least one reviewer."),
        citation=NSPCC,
        standing=Standing.SECOND_HAND,
    ),
    Limit(
        key="reviewers_extended",
        kind=Kind.QUANTITY,
        value=2,
        unit=Unit.NUMBER,
        applies_to=(ReviewKind.EXTENDED,),
        label=noop("Reviewers of an extended review"),
        sentence=noop("An extended review has at least two reviewers."),
        citation=NSPCC,
        standing=Standing.SECOND_HAND,
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
        citation=noop("Draft guidance (2012), Annex 1, 2.3, carried forward"),
        standing=Standing.ASSUMED,
    ),
    Limit(
        key="action_plan_final",
        kind=Kind.MAXIMUM,
        value=4,
        unit=Unit.WEEKS,
        anchor=(Milestone.REPORT_ACCEPTED,),
        end=Milestone.PLAN_FINALISED,
        beside=(Milestone.PLAN_APPROVED, Milestone.PLAN_SENT_TO_WG),
        label=noop("Action plan finalised"),
        sentence=noop("The action plan is final within four weeks of the final report."),
        citation=NSPCC,
        standing=Standing.SECOND_HAND,
    ),
    Limit(
        key="action_done",
        kind=Kind.MAXIMUM,
        value=0,
        unit=Unit.WEEKS,
        anchor=(Milestone.ACTION_DUE,),
        end=Milestone.ACTION_DONE,
        by_part=True,
        label=noop("Action done"),
        sentence=noop("Each action is done by the day that the plan sets for it."),
        citation=DRAFT_MONITORING,
        standing=Standing.ASSUMED,
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
        citation=DRAFT_NOTICE,
        standing=Standing.ASSUMED,
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
        citation=TWELVE_WEEKS,
        standing=Standing.SECOND_HAND,
    ),
    Limit(
        key="each_child_individually",
        kind=Kind.DUTY,
        severity=Severity.TELLS,
        label=noop("Several children"),
        sentence=noop("Where a review concerns several children, each is considered individually."),
        citation=PARAGRAPH_6_12,
        standing=Standing.SECOND_HAND,
    ),
    Limit(
        key="genogram_never_published",
        kind=Kind.DUTY,
        severity=Severity.BLOCKS,
        label=noop("Genogram"),
        sentence=noop("The genogram is never published."),
        citation=PARAGRAPH_6_24,
        standing=Standing.SECOND_HAND,
    ),
    Limit(
        key="event_attendance_expected",
        kind=Kind.DUTY,
        severity=Severity.TELLS,
        label=noop("Attendance at the learning event"),
        sentence=noop(
            "Practitioners who are invited to the learning event are expected to attend."
        ),
        citation=PARAGRAPH_6_38,
        standing=Standing.SECOND_HAND,
    ),
    Limit(
        key="board_votes_by_simple_majority",
        kind=Kind.DUTY,
        severity=Severity.TELLS,
        label=noop("Votes of the Board"),
        sentence=noop(
            "The Board decides by simple majority of the members present; whoever presides has the"
            " casting vote, unless the Board's own rules say otherwise."
        ),
        citation=REGULATION_5_4,
        standing=Standing.STATUTE,
    ),
    Limit(
        key="board_evaluates_participation",
        kind=Kind.DUTY,
        severity=Severity.TELLS,
        label=noop("Participation of children and adults"),
        sentence=noop(
            "At its next meeting the Board evaluates how effective a child's or adult's part in its"
            " work was."
        ),
        citation=REGULATION_5_6,
        standing=Standing.STATUTE,
    ),
    Limit(
        key="board_minutes_evidence_and_dissent",
        kind=Kind.DUTY,
        severity=Severity.TELLS,
        label=noop("Minutes of the Board"),
        sentence=noop(
            "The minutes record decisions, the evidence for them, opinions and dissenting opinions."
        ),
        citation=REGULATION_5_7,
        standing=Standing.STATUTE,
    ),
    Limit(
        key="board_annual_report",
        kind=Kind.FIXED_DAY,
        value=731,
        unit=Unit.DAY_OF_YEAR,
        severity=Severity.TELLS,
        label=noop("Annual report of the Board"),
        sentence=noop("The Board publishes its annual report by 31 July."),
        citation=SECTION_136,
        standing=Standing.SECOND_HAND,
    ),
)

CRITERIA = (
    Criterion(
        code="abuse_or_neglect",
        part=Part.GATE,
        sentence=noop(
            "Abuse or neglect of a child is known or suspected within the area of the Board."
        ),
        citation=REGULATION_4_3,
        standing=Standing.STATUTE,
    ),
    Criterion(
        code="died",
        part=Part.OUTCOME,
        sentence=noop("The child died."),
        citation=REGULATION_4_3,
        standing=Standing.STATUTE,
    ),
    Criterion(
        code="life_threatening_injury",
        part=Part.OUTCOME,
        sentence=noop("The child sustained a potentially life-threatening injury."),
        citation=REGULATION_4_3,
        standing=Standing.STATUTE,
    ),
    Criterion(
        code="serious_permanent_impairment",
        part=Part.OUTCOME,
        sentence=noop(
            "The child sustained serious and permanent impairment of health or development."
        ),
        citation=REGULATION_4_3,
        standing=Standing.STATUTE,
    ),
    Criterion(
        code="on_register",
        part=Part.EXTENDED,
        sentence=noop(
            "The child was on the child protection register on a day in the six months before."
        ),
        citation=REGULATION_4_3_B,
        standing=Standing.STATUTE,
    ),
    Criterion(
        code="looked_after",
        part=Part.EXTENDED,
        sentence=noop(
            "The child was looked after on a day in the six months before, or had been and left"
            " care before turning 18."
        ),
        citation=REGULATION_4_3_B,
        standing=Standing.STATUTE,
    ),
)

TERMS = {
    Term.REVIEW: noop("Child practice review"),
    Term.SUBGROUP: noop("Child Practice Review Sub-group"),
    Term.COORDINATOR: noop("Co-ordinator"),
    Term.CONTACT: noop("Welsh Government"),
    Term.REPORT: noop("Child practice review report"),
}

# Reviews that commence from this day are Single Unified Safeguarding Reviews. Which day governs
# (event, referral or commissioning) was read nowhere: the Boards speak of commencement.
SUPERSEDED_FROM = dt.date(2024, 10, 1)
SUPERSEDED_WHY = noop(
    "Regional boards state it by when a review commenced: before 1 October 2024 as a Child Practice"
    " Review, from then on as a SUSR. Still to be checked against the statutory guidance."
)

EDITION = Edition(
    code="CPR-2016",
    label=noop("Child practice review guidance 2016"),
    from_on=dt.date(2016, 4, 6),
    until_on=None,
    note=noop(
        "For reviews commenced before 1 October 2024. From then on a review commences as a Single"
        " Unified Safeguarding Review."
    ),
    terms=TERMS,
    criteria=CRITERIA,
    limits=LIMITS,
    superseded_from=SUPERSEDED_FROM,
    superseded_why=SUPERSEDED_WHY,
)
