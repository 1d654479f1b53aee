"""The colours of the style sheet, counted: text has a contrast of at least 7:1."""

import re
from pathlib import Path

import pytest

SOURCE = (Path(__file__).parents[2] / "static/styles/_palette.scss").read_text()
COLOURS = dict(re.findall(r"^\$([a-z-]+): (#[0-9a-f]{6});", SOURCE, re.M))

PAIRS = [
    *[(text, "paper") for text in ("ink", "teal", "teal-dark", "slate", "brick", "moss", "amber")],
    *[(text, "mist") for text in ("ink", "teal", "slate")],
    *[("paper", ground) for ground in ("teal", "teal-dark", "ink", "brick", "moss")],
    ("amber", "amber-tint"),
    ("brick", "brick-tint"),
    ("ink", "brick-tint"),
    ("moss", "moss-tint"),
    ("ink", "moss-tint"),
    ("ink", "stone-tint"),
]


def luminance(colour):
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_text_stands_out_from_its_ground(text, ground):
    light, dark = sorted((luminance(COLOURS[text]), luminance(COLOURS[ground])), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 7
