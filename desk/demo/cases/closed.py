"""A concise and an extended review from referral to closed."""
