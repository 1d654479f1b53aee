"""Bringing in another board, and keeping what is agreed with other countries (§5.3, §5.4)."""

import datetime as dt
from typing import Any

from django.utils.translation import gettext_lazy as _

from boards.models import Board
from common.deeds import Act, NotNow, Obstacle
from reviews.door import deed
from reviews.joint import emails
from reviews.joint.deeds import ADD_BOARD, END_PARTICIPATION, OPEN_NAMES, RECORD_COUNTRY
from reviews.models import AcrossBorder, LeadBoard, Participation, Review, Told

TAKES_PART = Obstacle("takes_part", _("This board takes part already."))
ENDED = Obstacle("ended", _("This board has ended taking part already."))


def add_board(
    review: Review,
    *,
    by: Any,
    on: dt.date,
    board: Board,
    why: str,
    ground: str,
    lead_reason: str = "",
    **words: Any,
) -> Participation:
    """Another board takes part. Its chairs and co-ordinators read the case from that day, its
    agencies may sit on the panel and be asked; its chair is told by a message."""
    act = Act(details={"ground": ground})
    with deed(review, ADD_BOARD, by=by, on=on, act=act, **words) as fresh:
        taking_part = Participation.objects.filter(review=fresh, board=board, until_on=None)
        if board.pk == fresh.board_id or taking_part.exists():
            raise NotNow([TAKES_PART])
        LeadBoard.objects.update_or_create(
            review=fresh,
            defaults={"ground": ground, "reason": lead_reason},
            create_defaults={"ground": ground, "reason": lead_reason, "agreed_on": on},
        )
        participation = Participation.objects.create(review=fresh, board=board, why=why, from_on=on)
        emails.told(fresh, [participation], Told.ADDED, on)
        act.about(participation, board=board.pk)
    return participation


def end_participation(
    review: Review, *, by: Any, on: dt.date, participation: Participation, **words: Any
) -> Participation:
    """That day is the last on which the board takes part; its people read no longer."""
    act = Act(details={"board": participation.board_id})
    with deed(
        review, END_PARTICIPATION, by=by, on=on, not_before=participation.from_on, act=act, **words
    ):
        row: Participation = Participation.objects.select_for_update().get(pk=participation.pk)
        if row.until_on is not None:
            raise NotNow([ENDED])
        row.until_on = on
        row.save(update_fields=["until_on"])
        act.about(row)
    return row


def open_names(
    review: Review,
    *,
    by: Any,
    on: dt.date,
    participation: Participation,
    sees_names: bool,
    **words: Any,
) -> Participation:
    """Open the children's names to the other board's co-ordinator, or close them again."""
    act = Act(details={"board": participation.board_id, "open": sees_names})
    with deed(review, OPEN_NAMES, by=by, on=on, act=act, **words):
        participation.sees_names = sees_names
        participation.save(update_fields=["sees_names"])
        act.about(participation)
    return participation


def record_country(
    review: Review,
    *,
    by: Any,
    on: dt.date,
    country: str,
    body: str,
    leads: str,
    reference: str = "",
    note: str = "",
    government_told_on: dt.date | None = None,
    **words: Any,
) -> AcrossBorder:
    """Keep what is agreed with a body of another country, and when Welsh Government was told."""
    act = Act(details={"country": country, "leads": leads})
    with deed(review, RECORD_COUNTRY, by=by, on=on, act=act, **words) as fresh:
        row = AcrossBorder.objects.create(
            review=fresh,
            country=country,
            body=body,
            reference=reference,
            leads=leads,
            note=note,
            on=on,
            government_told_on=government_told_on,
            recorded_by=by,
        )
        act.about(row)
    return row
