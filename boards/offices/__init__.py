"""Offices of a board: who holds them, from when until when."""
