"""Reminders on their way: who is meant, one digest a day, what goes up and is shown before."""
