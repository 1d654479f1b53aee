"""What is done to a report: saved, signed, agreed by the panel, answered by the Board."""

import datetime as dt
from typing import Any

from django.utils.translation import gettext_lazy as _

from boards.models import Person
from common.deeds import Act, NotNow, Obstacle
from deadlines import services as deadlines
from guidance.milestones import Milestone
from reports import emails
from reports.deeds import ACCEPT, AGREE, RATIFY, SAVE_DRAFT, SEND_BACK, SIGN_STATEMENT
from reports.models import Acceptance, Agreement, Draft, Report, SendingBack, Statement
from reports.reading import reviewers_on, standing_draft, version_of
from reviews.deciding import decider
from reviews.door import advance, deed
from reviews.models import Review
from reviews.versions import check_version

NOTHING_TO_SIGN = Obstacle(
    "nothing_to_sign", _("This person was not a reviewer on that date, or has already signed.")
)


def open_report(review: Review) -> Report:
    """The review's report; its row is made with the first act on it, under the review's lock."""
    return Report.objects.get_or_create(review=review)[0]


def save_draft(
    review: Review, *, by: Any, on: dt.date, version: int, texts: dict[str, str], **words: Any
) -> Draft:
    """Save the whole text as the next version.

    `version` is the one that the writer opened (0: none). Raises Overtaken with the newest draft if
    somebody else has saved since; nothing is saved then.
    """
    act = Act()
    with deed(review, SAVE_DRAFT, by=by, on=on, act=act, **words) as fresh:
        newest = standing_draft(fresh)
        check_version(version, version_of(newest), newest)
        draft = Draft.objects.create(
            report=open_report(fresh), version=version + 1, written_on=on, saved_by=by, **texts
        )
        act.about(draft, version=draft.version)
    return draft


def sign_statement(
    review: Review,
    *,
    by: Any,
    on: dt.date,
    independence: str,
    qualification: str,
    decided_by: Person | None = None,
    **words: Any,
) -> Statement:
    """Sign one's own statement as reviewer, or record one signed on paper (§5.14)."""
    act = Act()
    with deed(
        review, SIGN_STATEMENT, by=by, on=on, decided_by=decided_by, act=act, **words
    ) as fresh:
        signer = decider(by, decided_by)
        mine = [row for row in reviewers_on([fresh.pk], on) if row.person_id == signer.pk]
        report = open_report(fresh)
        if not mine or report.statements.filter(person=signer).exists():
            raise NotNow([NOTHING_TO_SIGN])
        statement = Statement.objects.create(
            report=report,
            person=signer,
            capacity=mine[0].capacity,
            independence=independence,
            qualification=qualification,
            signed_on=on,
            recorded_by=by,
        )
        act.about(statement)
    return statement


def agree(
    review: Review,
    *,
    by: Any,
    on: dt.date,
    version: int,
    minute: str = "",
    statement: str = "",
    decided_by: Person | None = None,
    **words: Any,
) -> Review:
    """The panel agrees the version it has before it; the Board Chair's turn comes (§5.17)."""
    with advance(
        review,
        AGREE,
        by=by,
        on=on,
        reached=[Milestone.REPORT_AGREED],
        decided_by=decided_by,
        details={"version": version or None},
        **words,
    ) as fresh:
        draft = standing_draft(fresh)
        check_version(version, version_of(draft), draft)
        Agreement.objects.create(
            report=open_report(fresh),
            draft=draft,
            minute=minute,
            statement=statement,
            agreed_on=on,
            agreed_by=decider(by, decided_by),
            recorded_by=by,
        )
        emails.agreed(fresh, on)
    return fresh


def send_back(
    review: Review,
    *,
    by: Any,
    on: dt.date,
    reasons: str,
    decided_by: Person | None = None,
    **words: Any,
) -> Review:
    """The Board asks for changes: the report is the reviewers' and the panel's again (§5.18)."""
    with advance(
        review,
        SEND_BACK,
        by=by,
        on=on,
        decided_by=decided_by,
        **words,
    ) as fresh:
        SendingBack.objects.create(
            report=open_report(fresh),
            draft=standing_draft(fresh),
            reasons=reasons,
            sent_back_on=on,
            sent_back_by=decider(by, decided_by),
            recorded_by=by,
        )
        # It will be agreed anew, on another day; the first agreement stands in its own row.
        deadlines.unreach(fresh.timetable, Milestone.REPORT_AGREED)
        emails.sent_back(fresh, on)
    return fresh


def accept(
    review: Review,
    *,
    by: Any,
    on: dt.date,
    version: int,
    how: str,
    decision: str,
    votes_for: int | None = None,
    votes_against: int | None = None,
    votes_abstained: int | None = None,
    ratified_on: dt.date | None = None,
    decided_by: Person | None = None,
    **words: Any,
) -> Review:
    """The Board accepts the version it has before it: the six months end (§5.18, §5.21)."""
    with advance(
        review,
        ACCEPT,
        by=by,
        on=on,
        reached=[Milestone.REPORT_ACCEPTED],
        decided_by=decided_by,
        details={"version": version, "how": str(how)},
        **words,
    ) as fresh:
        draft = standing_draft(fresh)
        check_version(version, version_of(draft), draft)
        assert draft is not None  # the gate asks for one
        Acceptance.objects.create(
            report=open_report(fresh),
            draft=draft,
            how=how,
            votes_for=votes_for,
            votes_against=votes_against,
            votes_abstained=votes_abstained,
            ratified_on=ratified_on,
            decision=decision,
            accepted_on=on,
            accepted_by=decider(by, decided_by),
            recorded_by=by,
        )
        emails.accepted(fresh, on)
    return fresh


def ratify(
    review: Review,
    *,
    by: Any,
    on: dt.date,
    decided_by: Person | None = None,
    **words: Any,
) -> Acceptance:
    """A meeting of the Board ratified what had been accepted by e-mail."""
    act = Act()
    accepted_on = Acceptance.objects.filter(report=review.pk).values_list("accepted_on", flat=True)
    with deed(
        review,
        RATIFY,
        by=by,
        on=on,
        decided_by=decided_by,
        not_before=accepted_on.first(),
        act=act,
        **words,
    ) as fresh:
        acceptance = Acceptance.objects.get(report=fresh.pk)
        acceptance.ratified_on = on
        acceptance.save(update_fields=["ratified_on"])
        act.about(acceptance)
    return acceptance
