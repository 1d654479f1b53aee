"""The papers of the spine."""

from common.papers.makers import register
from reviews.decision.papers import NOTICE, NOTICE_IN_WORD

register(NOTICE)
register(NOTICE_IN_WORD)
