"""The six safeguarding board areas of Wales with their authorities, health boards and police.

Dated reference data, loaded by `manage.py load_regions`. The areas are those in force since Part 7
of the Social Services and Well-being (Wales) Act 2014 began on 6 April 2016. On 1 April 2019
Bridgend moved from Western Bay (since then West Glamorgan) to Cwm Taf (since then Cwm Taf
Morgannwg), and the health boards changed. A board has the name it has now.
"""

import datetime as dt
from dataclasses import dataclass

from boards.models import Agency, AgencyKind, Board, Partnership

BEGAN = dt.date(2016, 4, 6)
MOVED = dt.date(2019, 4, 1)
EVE = dt.date(2019, 3, 31)


@dataclass(frozen=True)
class Partner:
    """An agency of a region, from a day until a day or still."""

    code: str
    kind: AgencyKind
    name_en: str
    name_cy: str
    from_on: dt.date = BEGAN
    until_on: dt.date | None = None


@dataclass(frozen=True)
class Region:
    code: str
    prefix: str
    name_en: str
    name_cy: str
    partners: tuple[Partner, ...]


def council(
    code: str,
    name_en: str,
    name_cy: str,
    from_on: dt.date = BEGAN,
    until_on: dt.date | None = None,
) -> Partner:
    return Partner(code, AgencyKind.LOCAL_AUTHORITY, name_en, name_cy, from_on, until_on)


def health(
    code: str,
    name_en: str,
    name_cy: str,
    from_on: dt.date = BEGAN,
    until_on: dt.date | None = None,
) -> Partner:
    return Partner(code, AgencyKind.HEALTH_BOARD, name_en, name_cy, from_on, until_on)


def police(code: str, name_en: str, name_cy: str) -> Partner:
    return Partner(code, AgencyKind.POLICE, name_en, name_cy)


BRIDGEND = (
    "bridgend",
    "Bridgend County Borough Council",
    "Cyngor Bwrdeistref Sirol Pen-y-bont ar Ogwr",
)
SOUTH_WALES_POLICE = police("south-wales-police", "South Wales Police", "Heddlu De Cymru")

REGIONS = (
    Region(
        "nw",
        "NW",
        "North Wales Safeguarding Board",
        "Bwrdd Diogelu Gogledd Cymru",
        (
            council("anglesey", "Isle of Anglesey County Council", "Cyngor Sir Ynys Môn"),
            council("gwynedd", "Gwynedd Council", "Cyngor Gwynedd"),
            council("conwy", "Conwy County Borough Council", "Cyngor Bwrdeistref Sirol Conwy"),
            council("denbighshire", "Denbighshire County Council", "Cyngor Sir Ddinbych"),
            council("flintshire", "Flintshire County Council", "Cyngor Sir y Fflint"),
            council(
                "wrexham", "Wrexham County Borough Council", "Cyngor Bwrdeistref Sirol Wrecsam"
            ),
            health(
                "betsi-cadwaladr",
                "Betsi Cadwaladr University Health Board",
                "Bwrdd Iechyd Prifysgol Betsi Cadwaladr",
            ),
            police("north-wales-police", "North Wales Police", "Heddlu Gogledd Cymru"),
        ),
    ),
    Region(
        "mww",
        "MWW",
        "CYSUR, the Mid and West Wales Regional Safeguarding Children Board",
        "CYSUR, Bwrdd Diogelu Plant Rhanbarthol Canolbarth a Gorllewin Cymru",
        (
            council("carmarthenshire", "Carmarthenshire County Council", "Cyngor Sir Gâr"),
            council("ceredigion", "Ceredigion County Council", "Cyngor Sir Ceredigion"),
            council("pembrokeshire", "Pembrokeshire County Council", "Cyngor Sir Penfro"),
            council("powys", "Powys County Council", "Cyngor Sir Powys"),
            health(
                "hywel-dda",
                "Hywel Dda University Health Board",
                "Bwrdd Iechyd Prifysgol Hywel Dda",
            ),
            health("powys-health", "Powys Teaching Health Board", "Bwrdd Iechyd Addysgu Powys"),
            police("dyfed-powys-police", "Dyfed-Powys Police", "Heddlu Dyfed-Powys"),
        ),
    ),
    Region(
        "wg",
        "WG",
        "West Glamorgan Safeguarding Board",
        "Bwrdd Diogelu Gorllewin Morgannwg",
        (
            council(
                "neath-port-talbot",
                "Neath Port Talbot County Borough Council",
                "Cyngor Bwrdeistref Sirol Castell-nedd Port Talbot",
            ),
            council("swansea", "Swansea Council", "Cyngor Abertawe"),
            council(*BRIDGEND, until_on=EVE),
            health(
                "abertawe-bro-morgannwg",
                "Abertawe Bro Morgannwg University Health Board",
                "Bwrdd Iechyd Prifysgol Abertawe Bro Morgannwg",
                until_on=EVE,
            ),
            health(
                "swansea-bay",
                "Swansea Bay University Health Board",
                "Bwrdd Iechyd Prifysgol Bae Abertawe",
                from_on=MOVED,
            ),
            SOUTH_WALES_POLICE,
        ),
    ),
    Region(
        "ctm",
        "CTM",
        "Cwm Taf Morgannwg Safeguarding Board",
        "Bwrdd Diogelu Cwm Taf Morgannwg",
        (
            council(
                "merthyr-tydfil",
                "Merthyr Tydfil County Borough Council",
                "Cyngor Bwrdeistref Sirol Merthyr Tudful",
            ),
            council(
                "rhondda-cynon-taf",
                "Rhondda Cynon Taf County Borough Council",
                "Cyngor Bwrdeistref Sirol Rhondda Cynon Taf",
            ),
            council(*BRIDGEND, from_on=MOVED),
            health(
                "cwm-taf",
                "Cwm Taf University Health Board",
                "Bwrdd Iechyd Prifysgol Cwm Taf",
                until_on=EVE,
            ),
            health(
                "cwm-taf-morgannwg-health",
                "Cwm Taf Morgannwg University Health Board",
                "Bwrdd Iechyd Prifysgol Cwm Taf Morgannwg",
                from_on=MOVED,
            ),
            SOUTH_WALES_POLICE,
        ),
    ),
    Region(
        "cv",
        "CV",
        "Cardiff and Vale of Glamorgan Regional Safeguarding Board",
        "Bwrdd Diogelu Rhanbarthol Caerdydd a Bro Morgannwg",
        (
            council("cardiff", "Cardiff Council", "Cyngor Caerdydd"),
            council("vale-of-glamorgan", "Vale of Glamorgan Council", "Cyngor Bro Morgannwg"),
            health(
                "cardiff-and-vale",
                "Cardiff and Vale University Health Board",
                "Bwrdd Iechyd Prifysgol Caerdydd a'r Fro",
            ),
            SOUTH_WALES_POLICE,
        ),
    ),
    Region(
        "gw",
        "GW",
        "Gwent Safeguarding Board",
        "Bwrdd Diogelu Gwent",
        (
            council(
                "blaenau-gwent",
                "Blaenau Gwent County Borough Council",
                "Cyngor Bwrdeistref Sirol Blaenau Gwent",
            ),
            council(
                "caerphilly",
                "Caerphilly County Borough Council",
                "Cyngor Bwrdeistref Sirol Caerffili",
            ),
            council("monmouthshire", "Monmouthshire County Council", "Cyngor Sir Fynwy"),
            council("newport", "Newport City Council", "Cyngor Dinas Casnewydd"),
            council(
                "torfaen",
                "Torfaen County Borough Council",
                "Cyngor Bwrdeistref Sirol Torfaen",
            ),
            health(
                "aneurin-bevan",
                "Aneurin Bevan University Health Board",
                "Bwrdd Iechyd Prifysgol Aneurin Bevan",
            ),
            police("gwent-police", "Gwent Police", "Heddlu Gwent"),
        ),
    ),
)


def load() -> None:
    """Write what is missing and correct what differs. A second run changes nothing."""
    for region in REGIONS:
        board, _made = Board.objects.update_or_create(
            code=region.code,
            defaults={
                "prefix": region.prefix,
                "name_en": region.name_en,
                "name_cy": region.name_cy,
                "is_fictional": False,
            },
        )
        for partner in region.partners:
            agency, _made = Agency.objects.update_or_create(
                code=partner.code,
                defaults={
                    "kind": partner.kind,
                    "name_en": partner.name_en,
                    "name_cy": partner.name_cy,
                },
            )
            Partnership.objects.update_or_create(
                agency=agency,
                board=board,
                from_on=partner.from_on,
                defaults={"until_on": partner.until_on},
            )
