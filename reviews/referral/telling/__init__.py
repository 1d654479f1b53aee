"""The referrer is told what became of their referral."""
