"""What was done after its last day says so, and by how much."""

import datetime as dt

import pytest
from django.conf import settings as django_settings
from django.urls import reverse

from deadlines.models import Deadline
from deadlines.services import reach
from guidance.milestones import Milestone


@pytest.mark.parametrize(("language", "late"), [("en", "7 months late"), ("cy", "7 mis yn hwyr")])
def test_what_was_done_after_its_last_day_says_how_late(world, settings, signed_in, language, late):
    review = world.review_at("panel")
    due_on = Deadline.objects.get(timetable=review.timetable, limit="review_complete").due_on
    done_on = due_on + dt.timedelta(days=227)
    settings.DEMO_TODAY = (done_on + dt.timedelta(days=7)).isoformat()
    reach(review.timetable, Milestone.REPORT_ACCEPTED, done_on)
    client = signed_in(world.user("coordinator"))
    client.cookies[django_settings.LANGUAGE_COOKIE_NAME] = language
    for name in ("overview", "dates"):
        page = client.get(reverse(f"reviews:{name}", args=[review.slug])).content.decode()
        assert f'<span class="pill pill--late">{late}</span>' in page, name
