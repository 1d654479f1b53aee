"""Pages with many reviews against the same pages with few; run by benchmarks/scale."""

import json
import os
import statistics
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from benchmarks.copies import fill
from reviews.journey import RUNNING
from reviews.models import Review
from tests import databases
from tests.world import World, walk

FEW, MANY = 100, int(os.environ.get("SCALE_COUNT", "10000"))
ROUNDS = int(os.environ.get("SCALE_ROUNDS", "25"))
AT_MOST = 1.2
BESIDE = {"list, last page"}  # four hundred pages on: shown, but nobody works there


def addresses(world: World) -> dict[str, str]:
    case = world.review_at("report")
    return {
        "list": reverse("reviews:list"),
        "list of all": reverse("reviews:list") + "?stage=all",
        "list, last page": reverse("reviews:list") + "?page=9999",
        "desk": reverse("desk:desk"),
        "clocks": reverse("desk:clocks"),
        "clocks, late, one cause": reverse("desk:clocks") + "?when=late&cause=none",
        "clocks, by reference": reverse("desk:clocks") + "?order=reference",
        "case": case.get_absolute_url(),
        "case history": reverse("reviews:history", args=[case.slug]),
    }


@pytest.fixture
def two_sizes(django_db_setup: None, django_db_blocker: Any) -> Iterator[dict[int, str]]:
    """Two databases: the same world, with few and with many running reviews."""
    names = {size: databases.named(f"scale{size}") for size in (FEW, MANY)}
    with django_db_blocker.unblock():
        for size, name in names.items():
            databases.clone_of_world(name, walk)
            with databases.within(name):
                board = World().board
                running = Review.objects.filter(board=board, stage__in=RUNNING)
                templates = list(running.select_related("timetable"))
                fill(templates, size - len(templates))
                assert running.count() == size
        yield names
        for name in names.values():
            databases.drop(name)


def test_a_page_costs_no_more_with_many_reviews(two_sizes: dict[int, str], settings: Any) -> None:
    settings.SECOND_FACTOR_REQUIRED = False
    settings.DEBUG = False
    clients: dict[int, Client] = {}
    wheres: dict[int, dict[str, str]] = {}
    took: dict[tuple[str, int], list[float]] = {}
    queries: dict[str, dict[int, int]] = {}
    for size, name in two_sizes.items():
        with databases.within(name):
            clients[size] = Client()
            clients[size].force_login(World().user("coordinator"), "boards.backends.EmailBackend")
            wheres[size] = addresses(World())
            for page, address in wheres[size].items():
                clients[size].get(address)  # templates and plans are warm before anything is timed
                with CaptureQueriesContext(connection) as asked:
                    assert clients[size].get(address).status_code == 200
                queries.setdefault(page, {})[size] = len(asked)
                took[page, size] = []
    for turn in range(ROUNDS):
        for size in (FEW, MANY) if turn % 2 else (MANY, FEW):
            with databases.within(two_sizes[size]):
                clients[size].get(wheres[size]["list"])  # the connection is new: not timed
                for page, address in wheres[size].items():
                    begun = time.perf_counter()
                    clients[size].get(address)
                    took[page, size].append(time.perf_counter() - begun)
    pages: dict[str, Any] = {}
    for page in queries:
        few, many = (statistics.median(took[page, size]) * 1000 for size in (FEW, MANY))
        pages[page] = {
            f"ms at {FEW}": round(few, 1),
            f"ms at {MANY}": round(many, 1),
            "ratio": round(many / few, 2),
            "queries": queries[page],
        }
    within = all(row["ratio"] <= AT_MOST for page, row in pages.items() if page not in BESIDE)
    answer = {"benchmark": "scale", "rounds": ROUNDS, "at most": AT_MOST, "within": within}
    Path(os.environ.get("SCALE_RESULT", os.devnull)).write_text(
        json.dumps(answer | {"pages": pages}, indent=2) + "\n"
    )
    assert within, pages
