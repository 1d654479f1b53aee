"""Invitations: sent by a board, opened once by the person."""
