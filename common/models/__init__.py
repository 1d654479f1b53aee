"""The toolbox's own rows. One module a thing."""

from common.models.heartbeat import Heartbeat
from common.models.outbox import OutboxMessage
from common.models.submission import Submission

__all__ = ["Heartbeat", "OutboxMessage", "Submission"]
