"""The papers of the board view."""

from common.papers.makers import register
from desk.clocks.paper import DEADLINES

register(DEADLINES)
