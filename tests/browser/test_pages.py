"""Real pages, as the co-ordinator sees them: accessible, and never wider than the window."""

import datetime as dt

import pytest
from playwright.sync_api import expect

from reviews.models import Referral
from reviews.referral import services as referral

PLACES = {
    "desk": "",
    "list": "reviews/",
    "case": "reviews/be-1-2026/",
    "decision": "reviews/be-1-2026/decision/",
    "people-of-case": "reviews/be-1-2026/people/",
    "history": "reviews/be-1-2026/history/",
    "recommend": "reviews/be-1-2026/recommend/",
    "log": "reviews/log/",
    "people": "people/be/",
    "account": "accounts/",
}


@pytest.fixture
def review(board, coordinator, subgroup_chair):
    opened = referral.log_referral(
        board,
        by=coordinator,
        on=dt.date(2026, 1, 12),
        source="telephone",
        sentence="A child came to serious harm.",
        harm="injury",
    )
    return referral.forward(opened, by=coordinator, on=dt.date(2026, 1, 19))


@pytest.mark.parametrize(("width", "language"), [(1280, "en-gb"), (390, "cy")])
def test_pages_of_a_case_have_no_breach_of_wcag_and_fit(
    live_server, quiet_page, client, settings, coordinator, review, axe, picture, width, language
):
    settings.SECOND_FACTOR_REQUIRED = False
    page, home = quiet_page, live_server.url
    page.set_viewport_size({"width": width, "height": 900})
    page.context.add_cookies([{"name": "language", "value": language, "url": home}])
    page.goto(f"{home}/accounts/login/")
    picture(page, f"sign-in-{language}-{width}")
    axe(page)
    client.force_login(coordinator)
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    page.context.add_cookies(
        [{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": home}]
    )
    for name, place in PLACES.items():
        answer = page.goto(f"{home}/{place}")
        assert answer.status == 200, place
        picture(page, f"{name}-{language}-{width}")
        axe(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, place


@pytest.fixture
def signed_in_page(live_server, quiet_page, client, settings, coordinator):
    """A page whose clock can be turned, with a co-ordinator before it."""
    settings.SECOND_FACTOR_REQUIRED = False
    client.force_login(coordinator)
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    home = live_server.url
    quiet_page.context.add_cookies(
        [{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": home}]
    )
    quiet_page.clock.install()
    return quiet_page


def test_the_end_of_a_session_is_announced_and_can_be_put_off(
    live_server, signed_in_page, axe, picture
):
    page = signed_in_page
    notice = page.get_by_role("alertdialog", name="Are you still here?")
    page.goto(f"{live_server.url}/people/be/add/")
    page.clock.fast_forward("24:00")
    expect(notice).to_be_hidden()
    page.clock.fast_forward("01:05")
    expect(notice).to_be_focused()
    expect(notice).to_contain_text("five minutes")
    axe(page)
    picture(page, "still-here")
    page.clock.fast_forward("03:00")
    expect(notice).to_contain_text("two minutes")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Stay signed in")).to_be_focused()
    with page.expect_response("**/still-here/") as answer:
        page.keyboard.press("Enter")
    assert 1790 <= answer.value.json()["left"] <= 1800
    expect(notice).to_be_hidden()


def test_typing_counts_as_being_here(live_server, signed_in_page):
    page = signed_in_page
    page.goto(f"{live_server.url}/people/be/add/")
    page.clock.fast_forward("20:00")
    with page.expect_response("**/still-here/"):
        page.get_by_label("Name").press_sequentially("A")
    page.clock.fast_forward("10:00")
    expect(page.locator("#still-here")).to_be_hidden()


def test_another_tab_puts_the_end_off_for_all(live_server, signed_in_page):
    page = signed_in_page
    page.goto(f"{live_server.url}/people/be/")
    page.clock.fast_forward("26:00")
    expect(page.locator("#still-here")).to_be_visible()
    other = page.context.new_page()
    other.goto(f"{live_server.url}/people/be/")
    other.evaluate("localStorage.setItem('signed-in-until', Date.now() + 90 * 60 * 1000)")
    expect(page.locator("#still-here")).to_be_hidden()


def test_after_the_end_the_page_says_so(live_server, signed_in_page, axe):
    page = signed_in_page
    page.goto(f"{live_server.url}/people/be/")
    page.clock.fast_forward("31:00")
    over = page.get_by_text("You have been signed out")
    expect(over).to_be_visible()
    expect(page.get_by_role("button", name="Stay signed in")).to_be_hidden()
    axe(page)
    assert (
        page.get_by_role("link", name="Sign in again")
        .get_attribute("href")
        .endswith("/accounts/login/?next=/people/be/")
    )


def test_the_switch_keeps_what_is_typed_and_enter_does_what_the_main_button_does(
    live_server, signed_in_page, axe
):
    page, place = signed_in_page, f"{live_server.url}/reviews/log/"
    page.goto(place)
    page.locator("textarea[name=sentence]").fill("Half a sentence.")
    page.get_by_role("button", name="Cymraeg").click()
    expect(page.locator("html")).to_have_attribute("lang", "cy")
    expect(page.locator("textarea[name=sentence]")).to_have_value("Half a sentence.")
    assert page.url == place
    axe(page)
    page.locator("input[name=child_name]").press("Enter")
    expect(page.locator("h1")).to_contain_text("BE 1/2026")
    assert Referral.objects.get().sentence == "Half a sentence."
