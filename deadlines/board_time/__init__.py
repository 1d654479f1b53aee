"""What a board sets for its own time."""
