import unicodedata

import pytest
from django import forms

from common.forms import PlainTextField

LINE = PlainTextField(max_length=40)
LONG = PlainTextField(max_length=40, widget=forms.Textarea)


@pytest.mark.parametrize(
    "text",
    ["Gwenllïan Prŷs, Tŷ'r Ŵyn", "Siôn ap Dŵr", "Zoë O\u2019Neill", "李", "👩‍👧", "a\u200fb"],
)
def test_letters_are_kept(text):
    assert LINE.clean(text) == text


def test_one_spelling_of_each_letter():
    assert LINE.clean(unicodedata.normalize("NFD", "Tŷ Dŵr")) == "Tŷ Dŵr"


@pytest.mark.parametrize(
    "text",
    ["a\x00b", "a\x07b", "a\x1bb", "a\x7fb", "a\u202eb", "a\u2066b", "a\ud800b", "a\uffffb"],
)
@pytest.mark.parametrize("field", [LINE, LONG], ids=["line", "long"])
def test_what_cannot_be_seen_is_refused_not_taken_out(field, text):
    with pytest.raises(forms.ValidationError) as refused:
        field.clean(text)
    assert refused.value.messages == [
        "Remove the hidden control characters. Typing the text again will remove them."
    ]


def test_a_line_is_one_line_and_long_text_many():
    with pytest.raises(forms.ValidationError, match="one line"):
        LINE.clean("a\nb")
    assert LONG.clean("a\r\nb\rc") == "a\nb\nc"


def test_too_long_is_said_with_numbers_and_never_cut_off():
    with pytest.raises(forms.ValidationError) as refused:
        LONG.clean("x" * 41)
    assert refused.value.messages == ["Shorten the text. Characters now: 41. At most: 40."]
    assert "maxlength" not in LONG.widget.attrs
