"""The stack on one machine: set-up, PostgreSQL, Redis, web, worker, beat, and the checks.

The set-up runs before the environment exists and needs the standard library only; postgres.py,
supervisor.py and what they start run in the environment the set-up has made.
"""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
VENV = ROOT / ".venv"
VENV_PYTHON = VENV / "bin" / "python"


class StackError(Exception):
    """A reason to stop, told to the person at the terminal as it is."""
