"""What somebody sees and sets of their own account, and signing in."""
