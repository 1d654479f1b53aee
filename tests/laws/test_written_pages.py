"""The pages of docs/ that are made from the code say what the code says."""

import pytest

from reviews.written import PAGES
from tests.laws.sources import ROOT


@pytest.mark.parametrize("name", sorted(PAGES))
def test_a_generated_page_is_current(name):
    assert (ROOT / "docs" / name).read_text() == PAGES[name](), "run manage.py generate_docs"
