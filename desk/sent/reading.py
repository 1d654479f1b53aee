"""The messages about reviews, with the names of those they went to."""

import datetime as dt
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.db.models import Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from boards.models import Person
from common.models import OutboxMessage
from common.outbox import addresses
from desk.models import DigestLine, ToldOtherwise
from desk.sent.pressing import in_trouble, pressing
from reviews.models import Review


class Show(models.TextChoices):
    """Which messages a page shows."""

    ALL = "all", _("All")
    WAITING = "waiting", _("Waiting")
    SENT = "sent", _("Sent")
    FAILED = "failed", _("Not delivered")


WHERE = {
    Show.WAITING: Q(sent_at=None, failed_at=None),
    Show.SENT: ~Q(sent_at=None),
    Show.FAILED: ~Q(failed_at=None),
}

REFUSED = _("The receiving server does not accept this address or this message.")
TOO_LONG = _("It could not be sent for three days.")
TRYING = _("It could not be sent yet. It is tried again.")
NO_TLS = _(
    "The mail server does not offer a secure connection. We will not send anything until it does."
)
NOT_TRIED = _("We did not send it, because the address had refused an earlier message.")
UNKNOWN = _(
    "The mail server received the whole message and did not say whether it accepted it. It may have"
    " arrived, so we did not send it again. Ask the person."
)
UNREADABLE = _("The text of the message can no longer be read.")


def why_of(message: OutboxMessage) -> Promise | str:
    """Why it has not arrived, in words; '' where it has, or was not tried yet."""
    code = message.last_error
    if message.sent_at or not code:
        return ""
    if message.failed_at is None:
        return NO_TLS if code in ("no-tls", "bad-tls") else TRYING
    if code == addresses.BEFORE:
        return NOT_TRIED
    if message.is_unknown:
        return UNKNOWN
    if code == "unreadable":
        return UNREADABLE
    return REFUSED if code.startswith("refused-") else TOO_LONG


@dataclass(frozen=True)
class Sent:
    """One message, as the page shows it. Its text is not shown: it may hold a private link."""

    message: OutboxMessage
    to: str
    told: ToldOtherwise | None

    @property
    def why(self) -> Promise | str:
        return why_of(self.message)

    @property
    def is_open(self) -> bool:
        """It was given up, and nobody has told them another way."""
        return self.message.failed_at is not None and self.told is None


def about(reviews: QuerySet[Review] | Iterable[Review]) -> QuerySet[OutboxMessage]:
    """The messages about these reviews: their own, and the digests that name them."""
    ids: Any = [each.pk for each in reviews]
    if isinstance(reviews, QuerySet):  # not read: the database puts the two together
        ids = reviews.values("pk")
    lines = DigestLine.objects.filter(review__in=ids).exclude(message=None).values("message")
    return OutboxMessage.objects.filter(Q(case__in=ids) | Q(pk__in=lines)).defer("text", "html")


def not_arrived(reviews: Iterable[Review]) -> QuerySet[OutboxMessage]:
    """Whose reader may be told another way: given up, or tried in vain for a while."""
    return about(reviews).filter(~Q(failed_at=None) | Q(pk__in=in_trouble().values("pk")))


def shown(messages: QuerySet[OutboxMessage], show: str) -> QuerySet[OutboxMessage]:
    found = messages.filter(WHERE[Show(show)]) if show in WHERE else messages
    return found.order_by("-created_at", "-pk")


def rows_of(messages: Collection[OutboxMessage]) -> list[Sent]:
    """With names, in two queries."""
    people = Person.objects.in_bulk({each.person for each in messages if each.person})
    told = {
        row.message_id: row
        for row in ToldOtherwise.objects.filter(message__in=[each.pk for each in messages])
    }
    return [
        Sent(
            each,
            people[each.person].name if each.person in people else "",
            told.get(each.pk),
        )
        for each in messages
    ]


def undelivered(reviews: Collection[Review], on: dt.date) -> list[tuple[Review, OutboxMessage]]:
    """By review, the messages that did not arrive and whose readers were not told another way:
    given up, or still tried although the day of the duty is near. Constant queries."""
    known = {review.pk: review for review in reviews}
    near = {(line.review_id, line.message_id): line for line in pressing(reviews, on)}
    waiting: list[tuple[Review, Any]] = [
        (known[line.review_id], line.message) for line in near.values()
    ]
    return failures_of(reviews) + waiting


def failures_of(reviews: Collection[Review]) -> list[tuple[Review, OutboxMessage]]:
    """By review, the messages that were given up and not told another way. Two queries."""
    known = {review.pk: review for review in reviews}
    told = ToldOtherwise.objects.values("message")
    failed = OutboxMessage.objects.exclude(failed_at=None).exclude(pk__in=told)
    own = failed.filter(case__in=list(known)).defer("text", "html")
    found: list[tuple[Review, Any]] = [
        (known[each.case], each) for each in own if each.case is not None
    ]
    lines = DigestLine.objects.filter(
        review__in=list(known), message__failed_at__isnull=False
    ).exclude(message__in=told)
    rows = lines.select_related("message").defer("message__text", "message__html")
    once = {(line.review_id, line.message_id): line for line in rows.order_by("pk")}
    found += [(known[line.review_id], line.message) for line in once.values()]
    return found
