"""Away for a time, and who stands in."""
