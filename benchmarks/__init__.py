"""Figures, each with the command that makes it. Nothing here is imported by the product."""
