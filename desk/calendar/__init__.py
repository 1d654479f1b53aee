"""The personal calendar feed: reference and milestone, nothing else."""
