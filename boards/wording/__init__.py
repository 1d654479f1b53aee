"""A board's own words for its offices and groups."""
