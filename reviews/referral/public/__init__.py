"""The page for professionals who have no account: a referral is written, kept and sent there."""
