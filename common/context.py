"""What every page knows. No query here: pages for people who are not signed in make none."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from common import clock
from common.bilingual import is_welsh


def page(request: HttpRequest) -> dict[str, Any]:
    """`demo`, `welsh`, `today` and `now`. Views add `board` where a page belongs to one."""
    return {
        "demo": settings.MODE == "demo",
        "welsh": is_welsh(),
        "today": clock.today(),
        "now": clock.now(),
    }
