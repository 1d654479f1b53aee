"""The parts of the look in a real browser: accessible, within the page's policy, at every width."""

import pytest

PLACES = [
    "desk",
    "case",
    "form",
    "form?kind=none&agreed_on_day=31&agreed_on_month=2&agreed_on_year=2024",
    "help/",
    "accessibility/",
    "privacy/",
]


@pytest.mark.parametrize("language", ["en-gb", "cy"])
@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("place", PLACES)
def test_pages_have_no_breach_of_wcag(kitchen, axe, picture, place, width, language):
    page = kitchen.open(place, language=language, width=width)
    picture(page, f"{place.split('&')[0].strip('/').replace('?', '-')}-{language}-{width}")
    axe(page)


@pytest.mark.parametrize("place", PLACES)
def test_nothing_has_to_be_scrolled_sideways_at_320_pixels(kitchen, place):
    page = kitchen.open(place, language="cy", width=320)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
