"""Leaving a board: all open work goes to a named successor, in one act."""
