"""A canary in every closed class: nobody reads it on any page, in any mail, in the ledger, who may
not. Bodies are searched, of every address, for everybody who is let in there.
"""

import pytest
from django.db import transaction
from django.urls import reverse

from audit.models import Entry
from common.models import OutboxMessage
from deadlines.models import Reached
from guidance.milestones import Milestone
from panels.models import AgencyReturn
from reviews.models import (
    Interest,
    LegalAdvice,
    PublicReferral,
    Referral,
    RelativeName,
    Review,
    SubjectName,
)
from reviews.permissions import May
from reviews.referral.public.services import send, start
from tests.laws import matrix
from tests.laws.spoken_of import kwargs
from tests.laws.whole import WHOLE

NAME, KIN, REFUGE = "Canary-Of-A-Child", "Canary-Of-A-Mother", "Canary-Of-A-Refuge"
LEGAL, INTEREST = "Canary of the advice", "Canary of an interest"
OTHERS, SENT = "Canary of the other board", "Canary-On-The-Public-Page"
RETURN = "Canary of the return of"
# Only these are for names; whoever opens one is entitled to them (tests/laws/matrix.py).
OF_NAMES = {"reviews:names", "reviews:record_names"}
OF_REFERRALS = ("reviews:incoming", "reviews:accept", "reviews:return", "reviews:set_aside")
ROWS = [row for row in matrix.rows() if row.get == 200]
SHARES = 2


@pytest.fixture
def planted(stage):
    world = stage
    SubjectName.objects.update(full_name=NAME, contact=REFUGE)
    RelativeName.objects.update(full_name=KIN, contact=REFUGE)
    for row in AgencyReturn.objects.exclude(analysis="").select_related("agency"):
        AgencyReturn.objects.filter(pk=row.pk).update(analysis=f"{RETURN} {row.agency.code}.")
    Referral.objects.filter(review__board=world.other_board).update(sentence=OTHERS)
    LegalAdvice.objects.update(question=LEGAL)
    PublicReferral.objects.all().delete()
    send(
        start(world.board, email="nurse@health.test", language="cy"),
        {"sentence": "A call.", "child_name": SENT},
    )
    declarer = world.user("panel-member")
    for review in Review.objects.filter(board=world.board):
        Interest.objects.get_or_create(
            review=review,
            person=declarer.person,
            lifted_at=None,
            defaults={
                "grade": "involved",
                "reason": INTEREST,
                "declared_on": world.today,
                "set_by": declarer,
            },
        )
    Interest.objects.update(reason=INTEREST)
    return world


def leaks(row, user, body, world):
    review = world.review_at(row.at, row.kind) if row.at else None

    def may(right):
        return review is not None and user.has_perm(right, review)

    closed = {
        NAME: row.name not in OF_NAMES,
        KIN: row.name not in OF_NAMES,
        REFUGE: row.name not in OF_NAMES,
        LEGAL: not may(May.LEGAL_ADVICE),
        INTEREST: not may(May.SET_INTERESTS) and user != world.user("panel-member"),
        OTHERS: user.person.email.endswith("@be.test"),
        SENT: not row.name.startswith(OF_REFERRALS),
    }
    yield from (canary for canary, is_closed in closed.items() if is_closed and canary in body)
    own = set(user.person.memberships.values_list("agency__code", flat=True))
    # Until release, an agency's own people and who reads all; after it, whoever reads the case.
    if RETURN in body and not may(May.VIEW_ALL_RETURNS) and not is_released(review):
        for code in AgencyReturn.objects.values_list("agency__code", flat=True).distinct():
            if code not in own and f"{RETURN} {code}." in body:
                yield f"the return of {code}"


def is_released(review):
    return (
        review is not None
        and Reached.objects.filter(
            timetable=review.timetable_id, milestone=Milestone.TIMELINES_RELEASED
        ).exists()
    )


@pytest.mark.parametrize("share", range(SHARES))
def test_no_page_shows_anybody_what_is_closed_to_them(planted, signed_in, share):
    found, looked = [], 0
    for number, row in enumerate(ROWS[share::SHARES]):
        address = reverse(row.name, kwargs=kwargs(row, planted))
        readers = [each for each in row.by if each in (*matrix.READERS, *matrix.BESIDE)]
        chosen = readers if WHOLE else readers[number % max(len(readers), 1) :][:1]
        for persona in chosen:
            user = planted.user(persona)
            with transaction.atomic():
                answer = signed_in(user).get(address)
                body = b"".join(answer).decode(errors="replace")
                transaction.set_rollback(True)
            looked += 1
            found += [
                f"{row.name} shows {persona} {each}" for each in leaks(row, user, body, planted)
            ]
    assert looked > 80
    assert not found, "\n".join(found)


def test_no_mail_and_no_entry_of_the_ledger_holds_one(planted, signed_in):
    canaries = (NAME, KIN, REFUGE, LEGAL, INTEREST, OTHERS, SENT, RETURN)
    for message in OutboxMessage.objects.all():
        text = " ".join([message.subject, message.text, message.html, message.key])
        assert not [each for each in canaries if each in text], message.kind
    for details in Entry.objects.values_list("details", flat=True):
        assert not [each for each in canaries if each in str(details)]


@pytest.mark.parametrize("language", ["en-gb", "cy"])
@pytest.mark.parametrize("role", ["panel-member", "reviewer"])
def test_a_member_of_the_panel_sees_their_own_readings_alone(world, signed_in, role, language):
    review = world.review_at("panel")
    signed_in(world.user("coordinator")).get(review.get_absolute_url())
    client = signed_in(world.user(role))
    client.cookies.load({"language": language})
    client.get(review.get_absolute_url())
    for show in ("readings", "everything"):
        page = client.get(f"{reverse('reviews:history', args=[review.slug])}?show={show}")
        lines = [line for day in page.context["days"] for line in day.lines if line.reading]
        assert lines
        assert {line.entry.by_id for line in lines} == {world.user(role).pk}
    chair = signed_in(world.user("panel-chair"))
    page = chair.get(f"{reverse('reviews:history', args=[review.slug])}?show=readings")
    by = {line.entry.by_id for day in page.context["days"] for line in day.lines}
    assert world.user("coordinator").pk in by
