"""The title of a paper is as guarded as the paper: nobody reads it on any page who may not open it.

A paper of each closed class is put into a case, one of them as how an act is known; then every page
about the case is read, in its body, by everybody who is let in there.
"""

import pytest
from django.db import transaction
from django.urls import reverse

from common.deeds import Proof
from common.files import keep
from reviews.documents.reading import NEEDS
from reviews.documents.writing import put
from reviews.journey import Stage
from reviews.models import Marking
from reviews.proceedings.services import refer_staff_matter
from tests.laws import matrix
from tests.laws.spoken_of import kwargs
from tests.laws.whole import WHOLE

CANARIES = {Marking.LEGAL: "Canary of the advice", Marking.NAMES: "Canary of the names"}
ROWS = [row for row in matrix.rows() if row.at == Stage.PANEL and row.get == 200]
SHARES = 2


@pytest.fixture
def planted(world, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "files"
    by = world.user("coordinator")
    for kind in ("concise", "extended"):
        review = world.review_at(Stage.PANEL, kind)
        papers = {
            marking: put(
                review,
                keep(b"%PDF-1.7", "application/pdf"),
                title=title,
                kind="letter",
                marking=marking,
                by=by,
            )
            for marking, title in CANARIES.items()
        }
        refer_staff_matter(
            review,
            by=by,
            on=world.today,
            agency=world.person("panel-member").memberships.get().agency,
            proof=Proof("paper", "In the file.", papers[Marking.LEGAL], happened=True),
            decided_by=world.person("panel-chair"),
        )
    return world


@pytest.mark.parametrize("share", range(SHARES))
def test_no_page_tells_the_title_of_a_paper_to_somebody_who_may_not_open_it(
    planted, signed_in, share
):
    leaked, looked = [], 0
    for number, row in enumerate(ROWS[share::SHARES]):
        address = reverse(row.name, kwargs=kwargs(row, planted))
        review = planted.review_at(Stage.PANEL, row.kind)
        readers = [each for each in row.by if each in (*matrix.READERS, *matrix.BESIDE)]
        for persona in readers if WHOLE else readers[number % len(readers) :][:2]:
            user = planted.user(persona)
            with transaction.atomic():
                body = b"".join(signed_in(user).get(address)).decode(errors="replace")
                transaction.set_rollback(True)
            for marking, title in CANARIES.items():
                if not user.has_perm(NEEDS[marking], review):
                    looked += 1
                    if title in body:
                        leaked.append(f"{row.name} tells {persona} of a {marking} paper")
    assert looked >= 20
    assert not leaked, "\n".join(leaked)
