"""The papers of the spine."""

from common.papers.makers import register
from reviews.decision.papers import NOTICE

register(NOTICE)
