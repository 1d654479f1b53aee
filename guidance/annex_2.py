"""What the recommendation form of Annex 2 prints for every case: what the form is also used for,
the points that all terms of reference hold, and the core questions of an extended review."""

from guidance.words import noop

ALSO_USED_AS = (
    noop("The sub-group's first scoping document for the panel"),
    noop("The notice to Welsh Government"),
    noop("Part of the audit trail"),
    noop("The panel's first terms of reference"),
)

# Point 3 is the case's own: its particular issues are listed there.
PARTICULAR = 3
TERMS = (
    noop("Examine how agencies worked together and what they provided, by defined terms."),
    noop(
        "Ask the child or children and the family members concerned to contribute, and keep them"
        " informed of the main steps."
    ),
    noop("Look into the particular issues of this case."),
    noop("Write a report for publication."),
    noop("The co-ordinator keeps the links with all agencies, families and interests."),
    noop(
        "The panel chair tells the Board Chair and the sub-group of significant changes of scope;"
        " the terms of reference are updated."
    ),
    noop(
        "Until the review is complete the Board Chair makes all public comment and answers the"
        " media. Nothing but the final report is expected to be disclosed."
    ),
    noop(
        "The Board and the panel take legal advice, above all on the terms of reference, on"
        " disclosure, and on interviews with members of staff."
    ),
)

CORE_QUESTIONS = (
    noop(
        "Was earlier information about the child and the family known, and taken into account in"
        " assessing, planning and deciding? What did that contribute to the outcome?"
    ),
    noop(
        "Was the child protection plan, or the looked-after child or pathway plan, robust and right"
        " for this child and family?"
    ),
    noop(
        "Was the plan carried out, monitored and reviewed, and did every agency contribute to it?"
    ),
    noop(
        "What of the plan worked and what did not, and why? Did agencies challenge each other, and"
        " was the protocol for professional disagreement used?"
    ),
    noop("Did each agency fulfil its statutory duties to the child and family?"),
    noop(
        "What obstacles, in organisations or around them, kept agencies from fulfilling their"
        " duties?"
    ),
)
