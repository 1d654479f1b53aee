"""The toolbox's own rows. One module a thing."""

from common.models.heartbeat import Heartbeat
from common.models.outbox import OutboxMessage
from common.models.paper import PaperRequest, PaperState
from common.models.refused_address import RefusedAddress
from common.models.stored_file import StoredFile
from common.models.submission import Submission

__all__ = [
    "Heartbeat",
    "OutboxMessage",
    "PaperRequest",
    "PaperState",
    "RefusedAddress",
    "StoredFile",
    "Submission",
]
