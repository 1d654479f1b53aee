"""Texts, checks, sending, receipt, publishing and taking down: each an act with its day."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _

from boards.models import Person
from common import clock
from common.deeds import Act, NotNow, Obstacle
from deadlines import services as deadlines
from guidance.milestones import Milestone
from library.publication import emails
from library.publication.deeds import (
    AGREE_EARLIER,
    CHECK,
    DECIDE_NOT,
    PUBLISH,
    RECEIVE,
    SEND,
    TAKE_DOWN,
    TEXT_READY,
    WAIVE_WELSH,
)
from library.publication.models import (
    DisclosureCheck,
    Language,
    NotPublished,
    Publication,
    Submission,
    TakenDown,
    Text,
    WelshWaiver,
)
from library.publication.progress import Progress, authors_of
from reviews.deciding import decider
from reviews.door import deed
from reviews.models import Review

TOO_SOON = Obstacle(
    "twelve_weeks",
    _(
        "The report must stay published for at least 12 weeks. You can take it down earlier"
        " only because of a court order, or because a child could be identified."
    ),
)


def text_ready(
    review: Review, *, by: Any, on: dt.date, languages: Iterable[str], **words: Any
) -> None:
    """Record that the report is ready in these languages. Whoever checks disclosure is told."""
    ready = set(languages)
    with deed(
        review,
        TEXT_READY,
        by=by,
        on=on,
        details={"english": Language.ENGLISH in ready, "welsh": Language.WELSH in ready},
        **words,
    ) as fresh:
        for language in ready:
            Text.objects.get_or_create(
                review=fresh,
                language=language,
                defaults={"ready_on": on, "recorded_by": by},
            )
        emails.text_ready(fresh, on, but=authors_of(fresh))


def check_disclosure(
    review: Review,
    *,
    by: Any,
    on: dt.date,
    language: str,
    finding: str,
    notes: str = "",
    decided_by: Person | None = None,
    **words: Any,
) -> DisclosureCheck:
    """Record that one language was read for what would disclose who the child is.

    Refused to whoever wrote the report. Recorded for somebody else, it counts once they confirm it.
    """
    act = Act(details={"language": language, "finding": finding})
    with deed(review, CHECK, by=by, on=on, act=act, decided_by=decided_by, **words) as fresh:
        check = DisclosureCheck.objects.create(
            review=fresh,
            language=language,
            checked_on=on,
            checked_by=decider(by, decided_by),
            act=act.uuid,
            recorded_by=by,
            finding=finding,
            notes=notes,
        )
        act.about(check)
    return check


def waive_welsh(
    review: Review,
    *,
    by: Any,
    on: dt.date,
    why: str,
    decided_by: Person | None = None,
    **words: Any,
) -> WelshWaiver:
    """The Board Chair lets the report out without a Welsh text; the reason is published with it."""
    with deed(review, WAIVE_WELSH, by=by, on=on, decided_by=decided_by, **words) as fresh:
        return WelshWaiver.objects.create(
            review=fresh,
            waived_on=on,
            waived_by=decider(by, decided_by),
            recorded_by=by,
            why=why,
        )


def send_to_government(
    review: Review,
    *,
    by: Any,
    on: dt.date,
    planned_publication_on: dt.date | None = None,
    method: str = "",
    reason: str = "",
    **words: Any,
) -> Submission:
    """Record that the accepted report went to Welsh Government (§5.19)."""
    with deed(
        review, SEND, by=by, on=on, not_before=review.stage_since, reason=reason, **words
    ) as fresh:
        submission = Submission.objects.create(
            review=fresh,
            sent_on=on,
            sent_by=by,
            planned_publication_on=planned_publication_on,
            method=method,
            departs_why=reason,
        )
        deadlines.reach(fresh.timetable, Milestone.REPORT_SENT_TO_WG, on)
    return submission


def receive(
    review: Review,
    *,
    by: Any,
    on: dt.date,
    acknowledged_on: dt.date | None = None,
    **words: Any,
) -> Submission:
    """Record when Welsh Government received the report: the two weeks count from that day."""
    sent_on = Submission.objects.filter(review=review).values_list("sent_on", flat=True).first()
    with deed(review, RECEIVE, by=by, on=on, not_before=sent_on, **words) as fresh:
        submission = Submission.objects.get(review=fresh)
        submission.received_on, submission.acknowledged_on = on, acknowledged_on
        submission.save(update_fields=["received_on", "acknowledged_on"])
        deadlines.reach(fresh.timetable, Milestone.REPORT_RECEIVED_BY_WG, on)
        emails.received(fresh, on)
    return submission


def agree_earlier(review: Review, *, by: Any, on: dt.date, how: str, **words: Any) -> Submission:
    """Record that Welsh Government agreed to shorter notice: it lifts the weeks for others."""
    act = Act()
    with deed(review, AGREE_EARLIER, by=by, on=on, act=act, **words) as fresh:
        submission = Submission.objects.get(review=fresh)
        submission.agreed_earlier_on, submission.agreed_how = on, how
        submission.agreed_recorded_by, submission.agreed_act = by, act.uuid
        submission.save()
    return submission


def publish(
    review: Review,
    *,
    by: Any,
    on: dt.date,
    address: str,
    last_on: dt.date | None = None,
    notice: str = "",
    reason: str = "",
    **words: Any,
) -> Publication:
    """Record that the report stands on the Board's website, from that day (§5.20).

    Today the gate asks everything. A publication that has already happened is recorded as it was;
    what departs from the rule then needs `reason`, which is kept.
    """
    act = Act()
    with deed(
        review,
        PUBLISH,
        by=by,
        on=on,
        not_before=review.stage_since,
        reason=reason,
        act=act,
        **words,
    ) as fresh:
        welsh = Progress(fresh).welsh
        act.details["welsh"] = str(welsh)
        publication = Publication.objects.create(
            review=fresh,
            published_on=on,
            address=address,
            last_on=last_on,
            notice=notice,
            welsh=welsh,
            recorded_by=by,
            departs_why=reason,
        )
        deadlines.reach(fresh.timetable, Milestone.PUBLISHED, on)
        emails.published(fresh, on)
    return publication


def take_down(
    review: Review,
    *,
    by: Any,
    on: dt.date,
    taken_down_for: str,
    why: str = "",
    notice: str = "",
    **words: Any,
) -> Publication:
    """Record that the report came off the site.

    Before twelve weeks only for a court order or an identified child, and then at once. That it
    already came down earlier for another reason is recorded, with why.
    """
    progress = Progress(review)
    published_on = progress.publication.published_on if progress.publication else None
    with deed(
        review,
        TAKE_DOWN,
        by=by,
        on=on,
        not_before=published_on,
        details={"taken_down_for": taken_down_for},
        **words,
    ) as fresh:
        first = Progress(fresh).first_day_to_take_down()
        happened = on < clock.today() and taken_down_for == TakenDown.OTHER
        if first and on < first and not (TakenDown(taken_down_for).is_urgent or happened):
            raise NotNow([TOO_SOON])
        publication = Publication.objects.get(review=fresh)
        publication.taken_down_on = on
        publication.taken_down_for = taken_down_for
        publication.taken_down_why = why
        publication.notice = notice or publication.notice
        publication.save(
            update_fields=["taken_down_on", "taken_down_for", "taken_down_why", "notice"]
        )
        deadlines.reach(fresh.timetable, Milestone.PUBLICATION_ENDED, on)
    return publication


def decide_not_to_publish(
    review: Review,
    *,
    by: Any,
    on: dt.date,
    reasons: str,
    advice: str = "",
    told: str = "",
    told_on: dt.date | None = None,
    government_told_on: dt.date | None = None,
    decided_by: Person | None = None,
    **words: Any,
) -> NotPublished:
    """The Board Chair decides that the report is not published. The review still closes."""
    with deed(
        review,
        DECIDE_NOT,
        by=by,
        on=on,
        decided_by=decided_by,
        not_before=review.stage_since,
        **words,
    ) as fresh:
        row = NotPublished.objects.create(
            review=fresh,
            decided_on=on,
            decided_by=decider(by, decided_by),
            recorded_by=by,
            reasons=reasons,
            advice=advice,
            told=told,
            told_on=told_on,
            government_told_on=government_told_on,
        )
        emails.decided_not_to_publish(fresh, on)
    return row
