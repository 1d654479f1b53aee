"""Real pages, as the co-ordinator sees them: accessible, and never wider than the window."""

import datetime as dt

import pytest

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
