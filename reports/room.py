"""What the report says of reviews: how it stands, what is missing, whose turn it is."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django.db.models import Max, Min
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from common.deeds import Deed, Obstacle
from deadlines.models import Reached
from deadlines.services import SetDay
from guidance.milestones import Milestone
from reports import deeds, undoing
from reports.models import Acceptance, Agreement, Draft, How, Report, SendingBack
from reports.reading import reviewers_on, signed_by, standing_draft, unsigned
from reviews.capacities import Capacity
from reviews.journey import Stage
from reviews.models import Appointment, Review
from reviews.permissions import May
from reviews.rooms import Room, State, Turn, register

AT_WORK = (Stage.REPORT, Stage.ACCEPTANCE)


# A report says what was learnt, and the learning event is where it was (§5.12, §5.13).
WANT_THE_EVENT = (deeds.AGREE.code, deeds.ACCEPT.code, "library.sent_to_government")


def obstacles(review: Review, kind: Deed, on: dt.date) -> Iterator[Obstacle]:
    if (
        kind.code in WANT_THE_EVENT
        and not Reached.objects.filter(
            timetable=review.timetable_id, milestone=Milestone.EVENT_HELD
        ).exists()
    ):
        yield Obstacle(
            "no_learning_event",
            _("There is no record that a learning event was held."),
            belongs_to=Stage.LEARNING,
        )
    if kind in (deeds.AGREE, deeds.ACCEPT):
        yield from wanting(review, on)
    if kind is deeds.ACCEPT:
        yield from changed_since_agreed(review)
    elif kind is deeds.SIGN_STATEMENT and not unsigned(review, on):
        yield Obstacle(
            "nothing_to_sign",
            _(
                "There is nothing to sign: every reviewer has signed, or no reviewer has"
                " been appointed."
            ),
            is_impossible=True,
        )
    elif kind is deeds.RATIFY:
        waits = Acceptance.objects.filter(
            report=review.pk, how=How.BY_EMAIL, ratified_on__isnull=True
        )
        if not waits.exists():
            yield Obstacle(
                "nothing_to_ratify",
                _("There is no decision waiting to be ratified."),
                is_impossible=True,
            )


def wanting(review: Review, on: dt.date) -> Iterator[Obstacle]:
    """What a report needs before the panel agrees it and the Board accepts it (§5.14, §5.17)."""
    if standing_draft(review) is None:
        yield Obstacle(
            "no_draft",
            _("No draft of the report has been saved."),
            reverse("reports:room", args=[review.slug]),
        )
    if unsigned(review, on):
        yield Obstacle(
            "statement_missing",
            _("A reviewer's statement is missing."),
            reverse("reports:room", args=[review.slug]) + "#statements",
        )
    elif not signed_by([review.pk]):
        yield Obstacle(
            "no_reviewer",
            _("No reviewer is appointed, and no statement is signed."),
            reverse("reviews:people", args=[review.slug]),
        )


def changed_since_agreed(review: Review) -> Iterator[Obstacle]:
    agreement = Agreement.objects.filter(report=review.pk).select_related("draft").last()
    newest = standing_draft(review)
    if agreement and newest and agreement.draft_id != newest.pk:
        yield Obstacle(
            "changed_since_agreed",
            _("The report was changed after the panel agreed it."),
            reverse("reports:room", args=[review.slug]),
            is_warning=True,
        )


def states(reviews: Sequence[Review], user: Any) -> dict[int, State]:
    ids = [review.pk for review in reviews]
    accepted = set(Acceptance.objects.filter(report__in=ids).values_list("pk", flat=True))
    begun = set(Report.objects.filter(pk__in=ids).values_list("pk", flat=True))
    found = {}
    for review in reviews:
        if review.pk in accepted:
            found[review.pk] = State(_("accepted"), "done")
        elif review.stage == Stage.ACCEPTANCE:
            found[review.pk] = State(_("with the Board"), "soon")
        elif review.pk in begun:
            found[review.pk] = State(_("in draft"))
    return found


def done(review: Review) -> Mapping[str, dt.date]:
    """An errand of the plan: the first draft was written."""
    first = Draft.objects.filter(report=review.pk).aggregate(on=Min("written_on"))["on"]
    return {"report_drafted": first} if first else {}


def turns(reviews: Sequence[Review], user: Any, on: dt.date) -> Iterator[Turn]:
    """Writing, signing, agreeing, accepting; five queries however many reviews."""
    at_work = [each for each in reviews if each.stage in AT_WORK]
    if not at_work:
        return
    ids = [review.pk for review in at_work]
    newest = _newest(Draft.objects.filter(report__in=ids), "version")
    returned = _newest(SendingBack.objects.filter(report__in=ids), "draft__version")
    signed = signed_by(ids)
    unsigned_rows = [
        row for row in reviewers_on(ids, on) if (row.review_id, row.person_id) not in signed
    ]
    for review in at_work:
        version = newest.get(review.pk, 0)
        if review.stage == Stage.ACCEPTANCE:
            sentence, kind = _("Accept the report for the Board"), deeds.ACCEPT
            may = May.ACCEPT_REPORT
        elif version > returned.get(review.pk, 0):
            sentence, kind = _("Agree the report for the panel"), deeds.AGREE
            may = May.AGREE_REPORT
        else:
            sentence, kind = _("Write the report"), deeds.SAVE_DRAFT
            may = May.WRITE_REPORT
        url = reverse(kind.url_name, args=[review.slug])
        yield Turn(
            review, sentence, url, may, review.stage_since, kind=kind, limit="review_complete"
        )
        for row in unsigned_rows:
            if row.review_id == review.pk and version:
                yield Turn(
                    review,
                    _("Sign the reviewer's statement"),
                    reverse("reports:sign", args=[review.slug]),
                    May.WRITE_REPORT,
                    review.stage_since,
                    kind=deeds.SIGN_STATEMENT,
                    person_id=row.person_id,
                    rank=5,
                    limit="review_complete",
                )


def _newest(rows: Any, field: str) -> dict[int, int]:
    found = rows.values("report").annotate(newest=Max(field))
    return {row["report"]: row["newest"] or 0 for row in found}


def set_days(reviews: Sequence[Review]) -> Iterator[SetDay]:
    """Once there is a draft, each reviewer's statement is wanted."""
    here = {review.pk: review for review in reviews if review.stage in AT_WORK}
    if not here:
        return
    drafts = Draft.objects.filter(report__in=here).order_by().values("report")
    since = dict(drafts.annotate(first=Min("written_on")).values_list("report", "first"))
    signed = signed_by(since) if since else set()
    # Whose appointment has an end is asked no more: no day may change by the passing of time.
    rows = Appointment.objects.filter(
        review__in=since, capacity__in=Capacity.reviewers(), until_on=None
    )
    for review, person in rows.values_list("review", "person") if since else ():
        if (review, person) not in signed:
            yield SetDay(
                here[review].timetable_id,
                Milestone.STATEMENT_WANTED,
                str(person),
                since[review],
            )


register(
    Room(
        "report",
        _("Report"),
        "reports:room",
        60,
        states=states,
        obstacles=obstacles,
        turns=turns,
        deeds=(
            deeds.SAVE_DRAFT,
            deeds.SIGN_STATEMENT,
            deeds.AGREE,
            deeds.ACCEPT,
            deeds.SEND_BACK,
            deeds.RATIFY,
        ),
        belongs_to=Stage.ACCEPTANCE,
        undone=undoing.undone,
        rests=undoing.rests,
        dated=undoing.dated,
        set_days=set_days,
        done=done,
    )
)
