"""Verbs are kept for ever and told in the reader's language."""

from pathlib import Path

import pytest
from django.utils import translation

from audit import verbs


def test_every_verb_ever_written_is_still_registered_and_every_new_one_is_listed():
    ever = Path(__file__).with_name("verbs_ever.txt").read_text().split()
    assert sorted(ever) == ever, "keep the list sorted"
    gone = set(ever) - set(verbs.registered())
    assert not gone, f"once written, a verb is never renamed or removed: {gone}"
    new = set(verbs.registered()) - set(ever)
    assert not new, f"add to tests/audit/verbs_ever.txt: {sorted(new)}"


def test_a_verb_is_registered_once(register):
    with pytest.raises(ValueError, match="already"):
        register.verb("tests.painted", label="x", sentence="x")


@pytest.mark.parametrize("name", ["Painted", "tests.Painted", "tests painted", "painted", ""])
def test_a_verb_is_named_room_dot_verb(register, name):
    with pytest.raises(ValueError, match="not a verb's name"):
        register.verb(name, label="x", sentence="x")


def test_a_sentence_is_filled_from_codes_days_and_numbers(register):
    told = register.find("tests.painted").told({"colour": "red", "day": "2024-08-31", "coats": 2})
    assert told == "Painted. Colour: Red as rust. Day: 31 August 2024. Coats: 2."


def test_a_sentence_survives_a_missing_detail_and_a_retired_code(register):
    told = register.find("tests.painted").told({"colour": "green"})
    assert told == "Painted. Colour: green. Day: not recorded. Coats: not recorded."


def test_a_day_is_told_in_the_readers_language(register):
    with translation.override("cy"):
        assert "31 Awst 2024" in register.find("tests.painted").told({"day": "2024-08-31"})
