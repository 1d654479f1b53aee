"""Letters on the screen follow the size that the reader set in the browser (WCAG 1.4.4)."""

import re
from pathlib import Path

from django.conf import settings

FIXED = re.compile(r"\bfont(?:-size)?:[^;]*?\d(?:\.\d+)?px\b")


def test_no_size_of_letters_is_fixed_in_pixels():
    sheets = sorted(Path(settings.BASE_DIR, "static", "styles").glob("*.scss"))
    assert sheets
    wrong = [
        f"{sheet.name}:{number}: {line.strip()}"
        for sheet in sheets
        for number, line in enumerate(sheet.read_text().splitlines(), 1)
        if FIXED.search(line)
    ]
    assert not wrong, "\n".join(wrong)
