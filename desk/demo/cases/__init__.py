"""The cases of the demo. All is invented: no child, family, worker or place here exists."""

from desk.demo.case import CASES, Case
from desk.demo.cases import closed, follow_through, other_ends, undecided, underway

__all__ = ["CASES", "Case", "closed", "follow_through", "other_ends", "undecided", "underway"]
