"""Referrals sent on the public page, on their way to becoming a case."""
