"""Not taking a referral from the public page further: one person proposes it, another agrees."""
