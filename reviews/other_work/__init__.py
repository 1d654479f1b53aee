"""The board's other work, in the same list as its reviews."""
