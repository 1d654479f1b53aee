"""Two versions compared word by word."""

import time

import pytest

from common.comparing import compare, differs


def told(old, new):
    marks = {"": "", "ins": "+", "del": "-"}
    return [(marks[run.change], run.text) for run in compare(old, new)]


def test_words_added_and_removed_stand_in_reading_order():
    assert told("We saw the child once.", "We saw the child twice.") == [
        ("", "We saw the child "),
        ("-", "once."),
        ("+", "twice."),
    ]


def test_a_new_paragraph_is_added_as_a_whole():
    assert told("One.\n", "One.\nTwo two.\n") == [("", "One.\n"), ("+", "Two two.\n")]


@pytest.mark.parametrize("text", ["", "The same.", "Dŵr a thŷ.\n\nEto."])
def test_the_same_text_has_no_change(text):
    assert not differs(compare(text, text))


def test_both_texts_can_be_read_out_of_the_comparison():
    old, new = "a b c\nd e\n\nf", "a x c\nd e\ng h\nf"
    runs = compare(old, new)
    assert "".join(run.text for run in runs if run.change != "ins") == old
    assert "".join(run.text for run in runs if run.change != "del") == new


def test_a_long_report_is_compared_in_the_time_of_a_page():
    old = "\n\n".join(
        f"Paragraph {n} of the report says what the agencies did." for n in range(900)
    )
    new = old.replace("agencies", "services")
    begun = time.perf_counter()
    assert differs(compare(old, new))
    assert time.perf_counter() - begun < 3
