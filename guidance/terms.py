"""What every review's terms of reference hold: the fixed items, and the core questions of an
extended review. Our own words for what the form asks; they are never edited on a page."""

from dataclasses import dataclass

from guidance.words import noop

FIXED = noop("Annex 2, recommendation form, box 8")
CORE = noop("Annex 2, recommendation form, box 10")


@dataclass(frozen=True)
class Item:
    """One line that the form gives every review. Its number is its place on the form."""

    code: str
    number: int
    sentence: str
    citation: str


def numbered(citation: str, **sentences: str) -> tuple[Item, ...]:
    return tuple(
        Item(code, number, sentence, citation)
        for number, (code, sentence) in enumerate(sentences.items(), 1)
    )


FIXED_ITEMS = numbered(
    FIXED,
    working_together=noop(
        "Examine how the agencies worked together and what services they gave, within these terms"
        " of reference."
    ),
    family=noop("Seek the contributions of the children and the family, and keep them informed."),
    particular=noop("Look at the issues that are particular to this case."),
    report=noop("Produce a report that can be published."),
    links=noop(
        "The Board's co-ordinator keeps the links with the agencies, the family and others"
        " concerned."
    ),
    changes=noop(
        "The panel chair tells the Board Chair and the sub-group of any significant change of"
        " scope, and the terms of reference are brought up to date."
    ),
    comment=noop(
        "Until the review is complete only the Board Chair comments in public. Nothing is disclosed"
        " beyond the final report."
    ),
    legal_advice=noop(
        "The Board and the panel take legal advice on the terms of reference, on disclosure and on"
        " speaking to staff."
    ),
)
CORE_QUESTIONS = numbered(
    CORE,
    history=noop(
        "Was the earlier history known and used when the child was assessed, planned for and"
        " decided on, and what difference did that make?"
    ),
    plan_right=noop(
        "Was the child protection, looked-after or pathway plan robust, and right for this child?"
    ),
    plan_done=noop(
        "Was the plan carried out, monitored and reviewed, and did every agency play its part?"
    ),
    working=noop(
        "What worked and what did not, and why? Did agencies challenge each other, and was the"
        " protocol for professional disagreement used?"
    ),
    duties=noop("Did each agency fulfil its statutory duties?"),
    obstacles=noop(
        "Which obstacles, in the organisations or around them, prevented agencies from fulfilling"
        " their duties?"
    ),
)
BY_CODE = {item.code: item for item in (*FIXED_ITEMS, *CORE_QUESTIONS)}
