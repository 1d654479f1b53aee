"""The parts of the look in a real browser: accessible, within the page's policy, at every width,
with the keyboard, without scripts.

PICTURES=all takes every page in both languages at both widths into test-results/pictures.
"""

import os

import pytest
from playwright.sync_api import expect

WRONG = "form?kind=none&agreed_on_day=31&agreed_on_month=&agreed_on_year=2024"
PLACES = ["desk", "case", "form", WRONG, "help/", "accessibility/", "privacy/"]
VIEWS = [(1280, "en-gb"), (390, "cy")]
if os.environ.get("PICTURES") == "all":
    VIEWS += [(1280, "cy"), (390, "en-gb")]


@pytest.mark.parametrize(("width", "language"), VIEWS)
@pytest.mark.parametrize("place", PLACES)
def test_pages_have_no_breach_of_wcag(kitchen, axe, picture, place, width, language):
    page = kitchen.open(place, language=language, width=width)
    name = "form-wrong" if place == WRONG else place.strip("/")
    picture(page, f"{name}-{language}-{width}")
    axe(page)


@pytest.mark.parametrize("place", PLACES)
def test_nothing_has_to_be_scrolled_sideways_at_320_pixels(kitchen, place):
    page = kitchen.open(place, language="cy", width=320)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("place", ["desk", "case", WRONG])
def test_targets_are_large_enough(kitchen, place):
    page = kitchen.open(place, width=390)
    small = page.evaluate(
        """() => [...document.querySelectorAll("a, button, input, select, summary")]
            .filter((each) => each.getClientRects().length && !each.closest("p, li > a"))
            .filter((each) => each.type !== "hidden" && !each.classList.contains("govuk-skip-link"))
            .filter((each) => !each.closest("[aria-hidden=true]"))
            .filter((each) => each.getBoundingClientRect().height < 24)
            .map((each) => each.outerHTML.slice(0, 120))"""
    )
    assert not small, small


def test_the_keyboard_skips_to_the_content(kitchen):
    page = kitchen.open("help/")
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to the main content")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()


def test_what_was_done_is_announced(kitchen):
    page = kitchen.open("desk")
    expect(page.get_by_role("status").filter(has_text="The reminder was sent")).to_be_focused()


def test_the_reference_stays_on_top_and_never_hides_what_has_focus(kitchen):
    page = kitchen.open("case", height=720)
    page.mouse.wheel(0, 600)
    expect(page.get_by_role("heading", name="BE 3/2024")).to_be_in_viewport()
    bar = page.locator(".identity__line").bounding_box()
    page.get_by_role("link", name="Whole history").focus()
    page.evaluate("document.activeElement.scrollIntoView()")
    assert page.get_by_role("link", name="Whole history").bounding_box()["y"] >= bar["height"]


def test_errors_take_the_focus_and_lead_to_their_field(kitchen):
    page = kitchen.open(WRONG)
    expect(page.locator(".govuk-error-summary")).to_be_focused()
    page.get_by_role("link", name="Date of the meeting: The month is missing.").click()
    expect(page.get_by_label("Month")).to_be_focused()


def test_a_choice_opens_its_question(kitchen):
    page = kitchen.open("form")
    reasons = page.get_by_label("Reasons why no review is recommended")
    expect(reasons).to_be_hidden()
    page.get_by_label("No review", exact=True).check()
    expect(reasons).to_be_visible()
    page.get_by_label("Concise review").check()
    expect(reasons).to_be_hidden()


def test_characters_left_are_counted_in_the_pages_language(kitchen):
    page = kitchen.open("form", language="cy")
    page.get_by_label("Summary").fill("x" * 390)
    expect(page.get_by_text("Nodau ar ôl: 10").first).to_be_visible()


def test_every_page_works_without_scripts(browser, kitchen_address, picture):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{kitchen_address}/form")
    expect(page.get_by_label("Reasons why no review is recommended")).to_be_visible()
    page.get_by_role("button", name="Cymraeg").click()
    expect(page).to_have_url(f"{kitchen_address}/form")
    expect(page.get_by_role("link", name="Neidio i'r prif gynnwys")).to_be_attached()
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(f"{kitchen_address}/case")
    page.get_by_text("Cam 5 o 9").click()
    expect(page.locator(".journey-fold").get_by_text("Penderfyniad")).to_be_visible()
    context.close()


def test_the_switch_keeps_the_place_and_its_query(kitchen):
    page = kitchen.open("desk?late=1&page=2")
    page.get_by_role("button", name="Cymraeg").click()
    expect(page).to_have_url(f"{kitchen.address}/desk?late=1&page=2")
    expect(page.locator("html")).to_have_attribute("lang", "cy")
    page.get_by_role("button", name="English").click()
    expect(page.locator("html")).to_have_attribute("lang", "en-GB")


@pytest.mark.parametrize(
    ("place", "status"), [("nowhere", 404), ("conflict", 409), ("broken", 500)]
)
def test_error_pages_are_pages_too(page, kitchen_address, axe, picture, place, status):
    answer = page.goto(f"{kitchen_address}/{place}")
    assert answer.status == status
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    picture(page, f"error-{status}")
    axe(page)


def test_on_paper_the_ways_around_are_left_out_and_folds_are_open(kitchen, picture):
    page = kitchen.open("case", width=800)
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(page.locator(".masthead__way")).to_be_hidden()
    expect(page.locator(".rooms").first).to_be_hidden()
    expect(page.get_by_text("OFFICIAL-SENSITIVE")).to_be_visible()
    expect(page.get_by_text("Printed by:")).to_be_visible()
    expect(page.get_by_text("within six months of the day")).to_be_visible()
    picture(page, "case-print")
