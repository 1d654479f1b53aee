"""Tables of the toolbox."""

from common.models.submission import Submission

__all__ = ["Submission"]
