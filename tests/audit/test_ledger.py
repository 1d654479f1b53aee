"""The ledger takes what is needed and refuses names and free text."""

import datetime as dt
import uuid

import pytest

from audit.ledger import LedgerError, record

pytestmark = pytest.mark.django_db


def test_an_entry_keeps_who_what_when_and_for_whom(register, settings):
    settings.DEMO_TODAY = "2026-03-02"
    act = uuid.uuid4()
    entry = record(
        "tests.painted",
        by=1,
        capacity="coordinator",
        board=2,
        review=3,
        on=dt.date(2026, 2, 27),
        decided_by=4,
        act=act,
        target="reviews.document",
        target_id=5,
        details={"colour": "red", "day": dt.date(2026, 2, 1), "coats": 2, "dry": True, "x": None},
    )
    entry.refresh_from_db()
    assert (entry.act, entry.by_id, entry.decided_by_id) == (act, 1, 4)
    assert (entry.board_id, entry.review_id, entry.target_id) == (2, 3, 5)
    assert entry.at.date() == dt.date(2026, 3, 2)
    assert entry.details == {
        "colour": "red",
        "day": "2026-02-01",
        "coats": 2,
        "dry": True,
        "x": None,
    }


def test_an_unregistered_verb_is_refused(register):
    with pytest.raises(LedgerError, match="not a registered verb"):
        record("tests.invented", by=1)


@pytest.mark.parametrize(
    "value",
    [
        "Cadi",
        "two words",
        "x" * 65,
        "a\nb",
        "y plentyn",
        "cadi@example.wales",
        1.5,
        ["red"],
        dt.datetime(2026, 1, 1, tzinfo=dt.UTC),
    ],
)
def test_names_and_free_text_are_refused_and_not_repeated(register, value):
    with pytest.raises(LedgerError) as refused:
        record("tests.painted", by=1, details={"colour": value})
    assert str(value) not in str(refused.value)


@pytest.mark.parametrize("field", ["capacity", "target"])
def test_text_is_refused_beside_the_details_too(register, field):
    with pytest.raises(LedgerError):
        record("tests.painted", by=1, **{field: "Board Chair of Bro Eithin"})
