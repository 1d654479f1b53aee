"""Verbs that only the ledger's own tests use."""

import pytest
from django.db import models

from audit import verbs


class Colour(models.TextChoices):
    RED = "red", "Red as rust"
    BLUE = "blue", "Blue as slate"


@pytest.fixture
def register(monkeypatch):
    """A register of its own for one test."""
    monkeypatch.setattr(verbs, "_register", {})
    verbs.verb(
        "tests.painted",
        label="Painted",
        sentence="Painted. Colour: {colour}. Day: {day}. Coats: {coats}.",
        codes={"colour": Colour},
    )
    verbs.verb("tests.looked", label="Looked", sentence="Somebody looked.", reading=True)
    return verbs
