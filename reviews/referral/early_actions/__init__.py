"""What was done at once, before any review."""
