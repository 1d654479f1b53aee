"""A person's own calendar: its secret address, and how a calendar is written."""
