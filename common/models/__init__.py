"""Tables of the toolbox."""

from common.models.heartbeat import Heartbeat
from common.models.submission import Submission

__all__ = ["Heartbeat", "Submission"]
