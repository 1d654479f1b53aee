"""One link and a code for one task."""
