"""Whole reviews in Chromium, by the people who do it: a concise and an extended one from referral
to closed, and a disagreement. Every page of the concise one is asked whether it is accessible."""

import datetime as dt
from functools import cache
from typing import Any

import pytest

from reviews.journey import Stage
from tests.cast import make_agency, make_board
from tests.journeys.conftest import patient, populate  # noqa: F401
from tests.journeys.road import Road
from tests.journeys.somebody import PASSWORD
from tests.journeys.test_journeys import walk_concise, walk_disagreement, walk_extended


class InChromium:
    """One person with a browser of their own."""

    def __init__(self, email: str, page: Any, home: str, look: Any) -> None:
        self.page, self.home, self.look = page, home, look
        page.goto(f"{home}/accounts/login/")
        look(page)
        page.get_by_label("E-mail address").fill(email)
        page.get_by_label("Password", exact=True).fill(PASSWORD)
        page.get_by_role("button", name="Sign in", exact=True).click()
        page.wait_for_url(f"{home}/")
        look(page)

    def does(self, path: str, *, found_on: str = "", **answers: Any) -> str:
        if found_on:
            self.page.goto(self.home + found_on)
            self.look(self.page)
            self.page.locator(f'main a[href="{path}"]').first.click()
        else:
            self.page.goto(self.home + path)
        self.page.wait_for_url(self.home + path)
        form = self.page.locator("form:has(input[name=key])")
        for name, answer in answers.items():
            if answer != "":
                self.answer(form, name, answer)
        self.look(self.page)
        form.locator("button[type=submit]").last.click()
        self.page.wait_for_url(lambda url: path not in url)
        self.look(self.page)
        return str(self.page.url)

    def answer(self, form: Any, name: str, answer: Any) -> None:
        if isinstance(answer, dt.date):
            for part in ("day", "month", "year"):
                form.locator(f"[name={name}_{part}]").fill(str(getattr(answer, part)))
            return
        field = form.locator(f"[name={name}]")
        kind = field.first.evaluate("field => field.type")
        if kind == "radio":
            form.locator(f'[name={name}][value="{answer}"]').check()
        elif kind == "checkbox":
            wanted = {str(each) for each in answer} if isinstance(answer, list) else {answer}
            for box in field.all():
                box.set_checked(box.get_attribute("value") in wanted or wanted == {"on"})
        elif kind == "select-one":
            field.select_option(str(answer))
        else:
            field.fill(str(answer))


@pytest.fixture
def agencies(live_server):
    board = make_board("be")
    return make_agency(board), make_agency(board, "health", "health_board")


@pytest.fixture
def road(agencies, live_server, browser, settings, patient, axe, request):  # noqa: F811
    """A review's road, walked in Chromium; a page is looked at once for each person and kind."""
    populate(agencies)
    looked: set[tuple[str, str]] = set()
    looks = getattr(request, "param", True)

    def at(day: dt.date) -> None:
        settings.DEMO_TODAY = day.isoformat()

    def actor(role: str) -> InChromium:
        context = browser.new_context(locale="en-GB")
        context.add_cookies([{"name": "language", "value": "en-gb", "url": live_server.url}])

        def look(page: Any) -> None:
            seen = (role, page.url)
            if looks and seen not in looked:
                looked.add(seen)
                axe(page)

        return InChromium(f"{role}@be.test", context.new_page(), live_server.url, look)

    return Road(cache(actor), at)


def test_a_concise_review_is_walked_in_chromium(road):
    walk_concise(road)
    assert road.review.stage == Stage.CLOSED


@pytest.mark.parametrize("road", [False], indirect=True)
def test_an_extended_review_is_walked_in_chromium(road, agencies):
    walk_extended(road, *agencies)
    assert (road.review.stage, road.review.kind) == (Stage.CLOSED, "extended")


@pytest.mark.parametrize("road", [False], indirect=True)
def test_a_disagreement_is_walked_in_chromium(road):
    walk_disagreement(road)
    assert road.review.stage == Stage.NO_REVIEW
