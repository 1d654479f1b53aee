"""How far the publication of a review has come, and the first day on which it may be published."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Any
from uuid import UUID

from common import clock
from deadlines.clocks import earliest
from library.publication.beside_models import Audience, ToldFirst
from library.publication.models import (
    DisclosureCheck,
    Finding,
    Language,
    NotPublished,
    Publication,
    Submission,
    Text,
    Welsh,
    WelshWaiver,
)
from panels.models import FamilyContact
from reports.models import Draft, Statement
from reviews.capacities import Capacity
from reviews.models import Appointment, Confirmation, Review
from reviews.timing.standing import seen_wholes

NOTICE_RULE = "wg_notice_before_publication"
MINIMUM_RULE = "publication_minimum"


def authors_of(review: Review) -> list[int]:
    """The persons who wrote the report: they never check it for disclosure.

    Whoever saved a draft or signed a statement; and whoever was a reviewer at any time, though the
    appointment may have ended.
    """
    appointed = Appointment.objects.filter(review=review, capacity__in=Capacity.reviewers())
    drafts = Draft.objects.filter(report=review.pk, saved_by__person__isnull=False)
    signed = Statement.objects.filter(report=review.pk)
    return sorted(
        {*appointed.values_list("person", flat=True)}
        | {*drafts.values_list("saved_by__person", flat=True)}
        | {*signed.values_list("person", flat=True)}
    )


class Progress:
    """What is recorded of one review's publication; each part is read when it is first asked for.

    `progress_of` reads all parts of many reviews at once.
    """

    def __init__(self, review: Review, **known: Any) -> None:
        self.review = review
        self.__dict__.update(known)

    @cached_property
    def submission(self) -> Submission | None:
        return Submission.objects.filter(review=self.review).first()

    @cached_property
    def publication(self) -> Publication | None:
        return Publication.objects.filter(review=self.review).first()

    @cached_property
    def not_published(self) -> NotPublished | None:
        return NotPublished.objects.filter(review=self.review).first()

    @cached_property
    def waiver(self) -> WelshWaiver | None:
        return WelshWaiver.objects.filter(review=self.review).first()

    @cached_property
    def texts(self) -> Sequence[Text]:
        return list(Text.objects.filter(review=self.review))

    @cached_property
    def checks(self) -> Sequence[DisclosureCheck]:
        return list(DisclosureCheck.objects.filter(review=self.review).select_related("checked_by"))

    @cached_property
    def told_first(self) -> Sequence[ToldFirst]:
        return list(ToldFirst.objects.filter(review=self.review))

    def untold(self, by_day: dt.date) -> list[Audience]:
        """Of family and staff, those whom nothing says to have been told by that day.

        Feedback that somebody of the family was given counts for the family.
        """
        told = {row.audience for row in self.told_first if row.told_on <= by_day}
        heard = FamilyContact.objects.filter(review=self.review, feedback_on__lte=by_day)
        if Audience.FAMILY not in told and heard.exists():
            told.add(Audience.FAMILY)
        return [each for each in (Audience.FAMILY, Audience.STAFF) if each not in told]

    @property
    def is_settled(self) -> bool:
        return bool(self.publication or self.not_published)

    @property
    def there(self) -> set[str]:
        """The languages in which the report is ready."""
        return {text.language for text in self.texts}

    @property
    def wanted(self) -> list[Language]:
        """The languages in which it is published: both, unless the Chair waived the Welsh."""
        if self.waiver and Language.WELSH not in self.there:
            return [Language.ENGLISH]
        return list(Language)

    @property
    def lacking(self) -> list[Language]:
        return [language for language in self.wanted if language not in self.there]

    @cached_property
    def unconfirmed(self) -> set[UUID]:
        """Acts that one person recorded for another, who has not confirmed them."""
        acts = [check.act for check in self.checks if check.act]
        if self.submission and self.submission.agreed_act:
            acts.append(self.submission.agreed_act)
        if not acts:
            return set()
        rows = Confirmation.objects.filter(act__in=acts, confirmed_at=None)
        return set(rows.filter(settled_at=None).values_list("act", flat=True))

    def clear_checks(self, by_day: dt.date) -> dict[str, DisclosureCheck]:
        """By language, its latest check by that day, where that found nothing to remove. What was
        recorded for another counts once they have confirmed it."""
        counted = [
            check
            for check in self.checks
            if check.checked_on <= by_day and check.act not in self.unconfirmed
        ]
        latest = {check.language: check for check in counted}
        return {code: each for code, each in latest.items() if each.finding == Finding.CLEAR}

    def unchecked(self, by_day: dt.date) -> list[Language]:
        """The languages whose latest check by that day is missing or asked for changes."""
        found = self.clear_checks(by_day)
        return [language for language in self.wanted if language not in found]

    @property
    def welsh(self) -> Welsh:
        if Language.WELSH in self.there:
            return Welsh.THERE
        return Welsh.WAIVED if self.waiver else Welsh.MISSING

    def first_day(self) -> dt.date | None:
        """The first day of publication; None if nothing was sent, or the notice is lifted.

        It counts from receipt, or from recorded sending, and Welsh Government's recorded agreement
        lifts it.
        """
        if self.submission is None or self.is_earlier_agreed:
            return None
        return self.notice_ends_on

    @property
    def is_earlier_agreed(self) -> bool:
        """Whether Welsh Government agreed to a shorter notice, as far as that is sure."""
        row = self.submission
        return bool(row and row.agreed_earlier_on and row.agreed_act not in self.unconfirmed)

    @cached_property
    def notice_ends_on(self) -> dt.date | None:
        return earliest(self.review.timetable, NOTICE_RULE)

    def first_day_to_take_down(self) -> dt.date | None:
        return earliest(self.review.timetable, MINIMUM_RULE)


def progress_of(reviews: Iterable[Review]) -> list[Progress]:
    """The same for many reviews, in eight queries however many."""
    rows = {review.pk: review for review in reviews}

    def one(model: Any) -> dict[int, Any]:
        return {row.review_id: row for row in model.objects.filter(review__in=rows)}

    def many(model: Any) -> dict[int, list[Any]]:
        found: defaultdict[int, list[Any]] = defaultdict(list)
        for row in model.objects.filter(review__in=rows):
            found[row.review_id].append(row)
        return found

    if not rows:
        return []
    submissions, publications = one(Submission), one(Publication)
    refusals, waivers = one(NotPublished), one(WelshWaiver)
    texts, checks = many(Text), many(DisclosureCheck)
    open_now = Confirmation.objects.filter(review__in=rows, confirmed_at=None, settled_at=None)
    waiting = set(open_now.values_list("act", flat=True))
    wholes = seen_wholes(list(rows.values()), clock.today())
    return [
        Progress(
            review,
            submission=submissions.get(pk),
            publication=publications.get(pk),
            not_published=refusals.get(pk),
            waiver=waivers.get(pk),
            texts=texts.get(pk, []),
            checks=checks.get(pk, []),
            unconfirmed=waiting,
            notice_ends_on=next(
                (date.due_on for date in wholes[pk].dates if date.limit.key == NOTICE_RULE),
                None,
            ),
        )
        for pk, review in rows.items()
    ]
