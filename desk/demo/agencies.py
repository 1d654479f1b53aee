"""The two fictional boards and the agencies that are their partners, in both languages."""

import datetime as dt
from dataclasses import dataclass

from boards.models import Agency, AgencyKind, Board, Partnership

SINCE = dt.date(2019, 4, 1)
"""Since when everything in the demo holds that began before its first case."""


@dataclass(frozen=True)
class Partner:
    """An agency of the demo: its code within the board, its kind, its names."""

    code: str
    kind: AgencyKind
    name_en: str
    name_cy: str


BOARDS = {
    "be": ("Bro Eithin Safeguarding Board", "Bwrdd Diogelu Bro Eithin"),
    "dc": ("Dyffryn Celyn Safeguarding Board", "Bwrdd Diogelu Dyffryn Celyn"),
}

PARTNERS = {
    "be": (
        Partner(
            "social-services",
            AgencyKind.SOCIAL_SERVICES,
            "Bro Eithin Children's Services",
            "Gwasanaethau Plant Bro Eithin",
        ),
        Partner(
            "education",
            AgencyKind.EDUCATION,
            "Bro Eithin Education Service",
            "Gwasanaeth Addysg Bro Eithin",
        ),
        Partner(
            "health",
            AgencyKind.HEALTH_BOARD,
            "Gorse Coast University Health Board",
            "Bwrdd Iechyd Prifysgol Arfordir yr Eithin",
        ),
        Partner("police", AgencyKind.POLICE, "Bro Eithin Police", "Heddlu Bro Eithin"),
        Partner(
            "probation",
            AgencyKind.PROBATION,
            "Bro Eithin Probation Service",
            "Gwasanaeth Prawf Bro Eithin",
        ),
        Partner(
            "youth-justice",
            AgencyKind.YOUTH_JUSTICE,
            "Bro Eithin Youth Justice Service",
            "Gwasanaeth Cyfiawnder Ieuenctid Bro Eithin",
        ),
        Partner(
            "housing",
            AgencyKind.HOUSING,
            "Cartrefi'r Grug Housing Association",
            "Cymdeithas Dai Cartrefi'r Grug",
        ),
        Partner(
            "families",
            AgencyKind.THIRD_SECTOR,
            "Y Nyth Family Support",
            "Cymorth i Deuluoedd Y Nyth",
        ),
    ),
    "dc": (
        Partner(
            "social-services",
            AgencyKind.SOCIAL_SERVICES,
            "Dyffryn Celyn Children and Families",
            "Plant a Theuluoedd Dyffryn Celyn",
        ),
        Partner(
            "education",
            AgencyKind.EDUCATION,
            "Dyffryn Celyn Learning Service",
            "Gwasanaeth Dysgu Dyffryn Celyn",
        ),
        Partner(
            "health",
            AgencyKind.HEALTH_BOARD,
            "Holly Vale University Health Board",
            "Bwrdd Iechyd Prifysgol Glyn Celyn",
        ),
        Partner("police", AgencyKind.POLICE, "Dyffryn Celyn Police", "Heddlu Dyffryn Celyn"),
        Partner(
            "ambulance",
            AgencyKind.NHS_TRUST,
            "Celyn Ambulance NHS Trust",
            "Ymddiriedolaeth GIG Ambiwlans Celyn",
        ),
        Partner(
            "probation",
            AgencyKind.PROBATION,
            "Dyffryn Celyn Probation Service",
            "Gwasanaeth Prawf Dyffryn Celyn",
        ),
        Partner(
            "housing",
            AgencyKind.HOUSING,
            "Tai Maes-y-brwyn Homes",
            "Cartrefi Tai Maes-y-brwyn",
        ),
        Partner(
            "young-people",
            AgencyKind.THIRD_SECTOR,
            "Llwybr Young People's Project",
            "Prosiect Pobl Ifanc Llwybr",
        ),
    ),
}


def make_board(code: str) -> Board:
    """The board, marked as fictional; the one that is there already if it is."""
    name_en, name_cy = BOARDS[code]
    board, _made = Board.objects.get_or_create(
        code=code,
        defaults={
            "prefix": code.upper(),
            "name_en": name_en,
            "name_cy": name_cy,
            "is_fictional": True,
        },
    )
    return board


def make_agencies(board: Board) -> dict[str, Agency]:
    """The board's partners, by their code within it."""
    found = {}
    for partner in PARTNERS[board.code]:
        agency, _made = Agency.objects.get_or_create(
            code=f"{board.code}-{partner.code}",
            defaults={
                "kind": partner.kind,
                "name_en": partner.name_en,
                "name_cy": partner.name_cy,
            },
        )
        Partnership.objects.get_or_create(agency=agency, board=board, from_on=SINCE)
        found[partner.code] = agency
    return found
