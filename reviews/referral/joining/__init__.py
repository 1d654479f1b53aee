"""Two referrals about the same child become one case."""
