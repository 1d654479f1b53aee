"""The laws that walk every page have a quick form for the suite, and a whole one in benchmarks."""

import os

WHOLE = bool(os.environ.get("CPRS_WHOLE_LAWS"))


def some(quick: list[str], *more: str) -> list[str]:
    """The quick selection; with CPRS_WHOLE_LAWS set, the rest too."""
    return [*quick, *more] if WHOLE else quick
