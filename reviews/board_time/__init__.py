"""The pages of a board's time: its targets, closures and own dates."""
