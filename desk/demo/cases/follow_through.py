"""Cases after acceptance: one before publication, one after it with its plan running."""
