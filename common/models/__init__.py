"""The toolbox's own rows. One module a thing."""

from common.models.outbox import OutboxMessage
from common.models.submission import Submission

__all__ = ["OutboxMessage", "Submission"]
