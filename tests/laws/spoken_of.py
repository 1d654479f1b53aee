"""What stands in the address of each line of the matrix: the review, and the row it speaks of."""

import datetime as dt
from typing import Any

from action_plans.models import Action
from common.files import keep
from panels.models import AgencyReturn, FamilyContact
from reviews.documents.writing import put
from reviews.models import (
    Document,
    LegalAdvice,
    Meeting,
    Proceeding,
    ProceedingHold,
    PublicFile,
    PublicReferral,
    Review,
    Spell,
)
from reviews.referral.public.services import send, start
from tests.laws.made import (
    absence_of,
    closure_of,
    event_of,
    place_of,
    step_up_of,
    undelivered_by,
    undelivered_of,
    work_of,
)
from tests.laws.matrix import Row
from tests.world import World


def refer_in_public(world: World) -> PublicReferral:
    """A referral that waits to be read, made the first time that it is asked for."""
    return send(
        start(world.board, email="nurse@health.test", language="cy"), {"sentence": "A call."}
    )


# Of a board's time: what its addresses speak of.
TIMES: dict[str, Any] = {
    "target": lambda _world: {"key": "chair_decides"},
    "closure": lambda world: {"closure": closure_of(world).pk},
    "year": lambda world: {"year": world.today.year},
}


def kwargs(row: Row, world: World) -> dict[str, Any]:
    """What stands in the address of a row."""
    found: dict[str, Any] = {}
    if row.at:
        review = world.review_at(row.at, row.kind)
        found["ref"] = review.slug
        rows: dict[str, Any] = {
            "return": lambda: AgencyReturn.objects.get(
                review=review, agency__code="be-social-services"
            ),
            "query": lambda: AgencyReturn.objects.get(
                review=review, agency__code="be-social-services"
            ),
            "family": lambda: FamilyContact.objects.get(review=review),
            "action": lambda: Action.objects.get(plan__review=review),
            "child": lambda: review.subjects.get(),
            "spell": lambda: Spell.objects.get(subject__review=review),
            "relative": lambda: review.relatives.get(),
        }
        rows |= papers(review, world)
        if row.about in rows and row.about != "action":
            found["uuid"] = rows[row.about]().uuid
        if row.about == "query":
            found["query"] = rows["query"]().queries.get().uuid
        if row.about == "action":
            found["key"] = rows["action"]().uuid
        if row.about in ("return", "query", "action"):
            del found["ref"]
        if row.about == "going_up":
            found["uuid"] = step_up_of(review).uuid
        if row.about == "held_up":
            found["uuid"] = step_up_of(
                review, "to_board_chair", held_by=world.user("coordinator")
            ).uuid
        if row.about == "undelivered":
            found["message"] = undelivered_of(review).pk
        found |= {
            "version": {"version": 1},
            "later_version": {"version": 2},
            "versions": {"old": 1, "new": 1},
        }.get(row.about, {})
    elif row.about in ("incoming", "incoming_file"):
        sent = PublicReferral.objects.first() or refer_in_public(world)
        found["uuid"] = sent.uuid
        if row.about == "incoming_file":
            added = sent.files.first() or PublicFile.objects.create(
                referral=sent,
                file=keep(b"%PDF-1.7 %%EOF", "application/pdf"),
                added_at=sent.started_at,
            )
            found["file"] = added.uuid
    elif row.about == "undelivered_by_board":
        found |= {"code": "be", "message": undelivered_by(world.board.pk).pk}
    elif row.about in TIMES:
        found |= {"code": "be"} | TIMES[row.about](world)
    elif row.about:
        found["code"] = "be"
        roles = {
            "holding": "vice-chair",
            "held": "board-chair",
            "absence": "board-chair",
            "membership": "panel-member",
            "invited": "no-account",
            "closed": "closed-account",
            "registered": "reviewer",
        }
        person = world.person(roles.get(row.about, "outsider"))
        if row.about != "board":
            found["uuid"] = person.uuid
        if row.about == "holding":
            found["holding"] = person.holdings.get().uuid
        if row.about == "held":
            found["holding"] = person.holdings.get().uuid
        if row.about == "absence":
            found["absence"] = absence_of(person).uuid
        if row.about in ("work", "code"):
            del found["uuid"]
        if row.about == "work":
            del found["code"]
            found["uuid"] = work_of(world).uuid
        if row.about == "membership":
            found["membership"] = person.memberships.get().uuid
    return found


def papers(review: Review, world: World) -> dict[str, Any]:
    """What the addresses of papers, meetings and other proceedings speak of; made when asked."""
    by, day = world.user("coordinator"), world.today
    facts = {"review": review, "recorded_by": by}

    def document() -> Document:
        return review.documents.first() or put(
            review,
            keep(b"%PDF-1.7 %%EOF", "application/pdf"),
            title="A letter",
            kind="letter",
            by=by,
        )

    def proceeding() -> Proceeding:
        return Proceeding.objects.get_or_create(
            **facts, kind="police", defaults={"body": "Heddlu"}
        )[0]

    return {
        "document": document,
        "event": lambda: event_of(review, by, day),
        "place": lambda: place_of(review, by),
        "meeting": lambda: Meeting.objects.get_or_create(
            **facts, body="panel", planned_on=day, held_on=None
        )[0],
        "meeting-held": lambda: Meeting.objects.get_or_create(**facts, body="panel", held_on=day)[
            0
        ],
        "advice": lambda: LegalAdvice.objects.get_or_create(
            **facts,
            about="terms",
            asked_on=day,
            asked_by=world.person("coordinator"),
        )[0],
        "proceeding": proceeding,
        "hold": lambda: ProceedingHold.objects.get_or_create(
            proceeding=proceeding(),
            held="family",
            defaults={
                "asked_by": "A",
                "agreed_by": "B",
                "since_on": day,
                "next_look_on": day + dt.timedelta(days=30),
                "recorded_by": by,
            },
        )[0],
    }
