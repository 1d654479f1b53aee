"""The first form of Annex 2: the sub-group's recommendation to the Board Chair, in its order."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from django.utils.dateformat import format as format_date
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from boards.models import AgencyKind, Board, Hold, Holding, Office, Person
from common.answers import IT_IS, IT_MAY, IT_WILL_BE, TICKED, YesNoWords
from common.templatetags.page import day
from guidance import annex_2
from reviews.decision.annex.blocks import (
    Block,
    Box,
    Boxes,
    Facts,
    Grid,
    Heading,
    Note,
    Points,
    Words,
)
from reviews.models import (
    Course,
    InvolvedAgency,
    Media,
    PeriodBand,
    Recommendation,
    Review,
    Vote,
)


def rows_of_agencies() -> list[tuple[str, str]]:
    """The form's own list, each with the kind of agency; '' is another board, * the rest."""
    return [
        (AgencyKind.POLICE, _("Police")),
        (AgencyKind.NHS_TRUST, _("NHS trust")),
        (AgencyKind.EDUCATION, _("Education")),
        (AgencyKind.SOCIAL_SERVICES, _("Social services")),
        (AgencyKind.PROBATION, _("Probation")),
        (AgencyKind.PUBLIC_HEALTH, _("Public Health Wales")),
        (AgencyKind.YOUTH_JUSTICE, _("Youth justice service")),
        (AgencyKind.CAFCASS, _("Cafcass Cymru")),
        (AgencyKind.HEALTH_BOARD, _("Local health board")),
        ("", _("Another safeguarding board")),
        ("*", _("Other")),
    ]


def named(person: Person | None) -> str:
    """Name and designation, as the form asks for both."""
    if person is None:
        return ""
    return ", ".join(each for each in (person.name, person.title) if each)


def chair_of(review: Review, paper: Recommendation) -> Person | None:
    """Who held the chair of the Board on that day, before any deputy."""
    held = (
        Holding.objects.current(paper.recommended_on)
        .filter(board=review.board_id, office=Office.BOARD_CHAIR)
        .select_related("person")
        .order_by("pk")
    )
    holders = sorted(held, key=lambda row: row.hold == Hold.DEPUTY)
    return holders[0].person if holders else None


def yes_no(label: str, answer: str, words: YesNoWords) -> Boxes:
    return Boxes(label, [Box(str(said), answer == code) for code, said in words.choices()])


def pounds(amount: Decimal | None) -> str:
    return f"£{amount:,.2f}" if amount is not None else ""


def blocks(review: Review, paper: Recommendation) -> Iterator[Block]:
    """Every box of the form, filled or blank."""
    yield Heading(_("Recommendation to the Board Chair from the sub-group"))
    yield Note(_("This form is also used as:"))
    yield Points([_(each) for each in annex_2.ALSO_USED_AS])
    yield Facts(
        _("Who writes to whom"),
        [
            (_("From: chair of the sub-group"), named(paper.recommended_by)),
            (_("To: Board Chair"), named(chair_of(review, paper))),
            (_("Re: case identifier"), str(review.reference)),
            (_("Date of recommendation"), day(paper.recommended_on)),
        ],
    )
    yield Heading(_("Brief outline of the case or incident"), 3)
    yield Words(_("Outline"), paper.outline)
    yield Words(_("Legal status of the child or children before it"), paper.legal_status)
    yield Words(_("Immediate safeguarding action taken"), paper.safeguarding_action)
    yield from _recommended(paper)
    yield from _period(paper)
    yield from _agencies(review, paper)
    yield from _terms(paper)
    yield from _costs_and_dates(paper)


def _recommended(paper: Recommendation) -> Iterator[Block]:
    yield Heading(_("Recommendation"), 3)
    yield Boxes(
        _("The sub-group has considered this case and recommends that it meets the criteria for:"),
        [
            Box(_("Concise review"), paper.course == Course.CONCISE),
            Box(_("Extended review"), paper.course == Course.EXTENDED),
        ],
    )
    yield Boxes(
        _("If it does not, the alternative:"),
        [
            Box(_("Multi-agency professional forum"), paper.course == Course.FORUM),
            Box(_("No review"), paper.course == Course.NO_REVIEW),
            Box(_("Alternative review process"), paper.course == Course.ANOTHER_LEADS),
        ],
    )
    yield Words(_("Which alternative review process"), paper.other_process, may_be_blank=True)
    yield Boxes(
        _("Decision"),
        [
            Box(_("Unanimous"), paper.vote == Vote.UNANIMOUS),
            Box(_("Majority"), paper.vote == Vote.MAJORITY),
        ],
    )
    yield Heading(_("Rationale for the recommendation"), 3)
    yield Words(_("Rationale, by the criteria of the guidance"), paper.rationale)
    yield Words(_("Range of reviews considered"), paper.reviews_considered)
    yield Words(_("Alternative types of review considered"), paper.alternatives_considered)
    yield Words(
        _("How the needs of any other review enter the terms of reference"),
        paper.other_review_needs,
    )
    yield Words(_("If by majority: explanation and outcome"), paper.dissent, may_be_blank=True)


def _period(paper: Recommendation) -> Iterator[Block]:
    yield Heading(_("Proposed initial outline of the review"), 3)
    yield Note(_("A first outline, to be updated as the review proceeds."))
    bands = (PeriodBand.UP_TO_6, PeriodBand.UP_TO_12, PeriodBand.UP_TO_24, PeriodBand.LONGER)
    yield Boxes(
        _("Time period to be covered by the review"),
        [Box(str(band.label), paper.period_band == band) for band in bands],
    )
    yield Facts(
        _("Days of the period"),
        [
            (pgettext("day", "From"), day(paper.period_from_on)),
            (_("Until"), day(paper.period_until_on)),
        ],
    )
    yield Words(
        _("Rationale for the period; if more than 24 months, why it is outside the guidance"),
        paper.period_why,
    )


def _agencies(review: Review, paper: Recommendation) -> Iterator[Block]:
    involved = list(review.involved_agencies.select_related("agency"))
    boards = {name for pair in Board.objects.values_list("name_en", "name_cy") for name in pair}
    yield _table(
        _("Agencies involved in the case being reviewed"),
        [(_row(row, boards), _who(row)) for row in involved],
    )
    chairing = []
    agency = paper.chairing_agency
    name = str(agency or paper.chairing_other)
    if who := ": ".join(each for each in (name, paper.chair_who) if each):
        chairing = [(_kind(agency.kind) if agency else "*", who)]
    yield _table(_("Agency identified to chair the review panel"), chairing)
    yield yes_no(
        _("Is the chair independent, with no involvement in or oversight of the case?"),
        paper.chair_is_independent,
        IT_IS,
    )
    yield Words(_("Rationale for the choice of chair"), paper.chair_why)


def _kind(kind: str) -> str:
    return kind if kind in {code for code, _label in rows_of_agencies() if code} else "*"


def _row(row: InvolvedAgency, boards: set[str]) -> str:
    """Under which line of the form an agency stands."""
    if row.agency is None:
        return "" if row.other_name in boards else "*"
    return _kind(row.agency.kind)


def _who(row: InvolvedAgency) -> str:
    contact = ", ".join(each for each in (row.contact_name, row.contact_title) if each)
    return f"{row}: {contact}" if contact else str(row)


def _table(caption: str, found: list[tuple[str, str]]) -> Grid:
    rows = []
    for code, label in rows_of_agencies():
        names = [text for kind, text in found if kind == code]
        rows.append([label, str(TICKED.yes) if names else "", "\n".join(names)])
    head = [_("Agency"), _("Ticked"), _("Name and designation, if known")]
    return Grid(caption, head, rows)


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _terms(paper: Recommendation) -> Iterator[Block]:
    yield Heading(_("Core issues for the terms of reference"), 3)
    yield Points([_(each) for each in annex_2.TERMS], numbered=True)
    yield Words(_("Particular issues of this case (point 3)"), "\n".join(_lines(paper.questions)))
    yield Heading(_("Reviewer independent of the case management"), 3)
    yield yes_no(_("Is an independent reviewer to be appointed?"), paper.reviewer_needed, IT_MAY)
    yield yes_no(
        _("Are the name and designation of the independent reviewer known?"),
        paper.reviewer_known,
        IT_IS,
    )
    yield Words(_("Designation, and anything else about the reviewer"), paper.reviewer_details)
    yield Heading(_("Extended review: core questions"), 3)
    yield Note(_("In an extended review these are part of the terms of reference:"))
    yield Points([_(each) for each in annex_2.CORE_QUESTIONS])
    yield Note(_("The panel or the reviewers may find further issues in the case."))
    yield Words(_("Additional specific questions at this stage"), paper.further_issues)


def _costs_and_dates(paper: Recommendation) -> Iterator[Block]:
    expected = paper.report_expected_on
    yield Heading(_("Costs and dates"), 3)
    yield Facts(
        _("Costs and dates"),
        [
            (_("Approximate cost of the independent reviewer"), pounds(paper.reviewer_cost)),
            (_("How this will be met"), paper.reviewer_cost_met_by),
            (_("Additional costs in total"), pounds(paper.additional_cost)),
            (_("What the additional costs are for"), paper.additional_cost_for),
            (_("Date of the first panel meeting"), day(paper.first_panel_on)),
            (
                _("Anticipated date of the completed report"),
                format_date(expected, "F Y") if expected else "",
            ),
        ],
    )
    yield yes_no(
        _("Will the report be complete in the time of the guidance, 6 months from the referral?"),
        paper.is_in_time,
        IT_WILL_BE,
    )
    yield Words(
        _("Issues that may affect the time (a prosecution, a coroner), and their handling"),
        paper.time_issues,
    )
    yield Heading(_("Communication and media"), 3)
    yield Boxes(
        _("Likely communication and media issues (asked by the guidance, not by the form)"),
        [Box(str(each.label), paper.media == each) for each in (Media.NONE_KNOWN, Media.LIKELY)],
    )
    yield Words(_("Which, and how they are handled"), paper.media_issues)
    yield Heading(_("To be completed by the chair of the sub-group"), 3)
    yield signature(
        paper.recommended_by, paper.signed_title, paper.recommended_on, paper.signed_telephone
    )


def signature(person: Person | None, title: str, on: Any, telephone: str) -> Facts:
    """Who signed: the record of the decision stands for the signature by hand."""
    name = person.name if person else ""
    return Facts(
        _("Signature"),
        [
            (
                _("Signature"),
                _("Recorded in the case system: %(name)s") % {"name": name} if name else "",
            ),
            (_("Title"), title or (person.title if person else "")),
            (_("Date"), day(on)),
            (_("Telephone number"), telephone),
        ],
    )
