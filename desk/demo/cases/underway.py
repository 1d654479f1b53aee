"""Cases between the decision and the Board's acceptance."""
