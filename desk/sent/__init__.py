"""What was sent to whom and when, for a case and for a board; and what could not be delivered."""
