"""Every operation can be recorded as something that has already happened, from its own page.

The form is read from the rendered page, the box is ticked, everything it asks is answered with
something plausible, and it is sent as a browser sends it. What comes of it is an acceptance or a
sentence, and never a fault; and where a person would be told no, it is not for the lack of
something that a record of the past is excused from.
"""

import datetime as dt

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.urls import get_resolver, resolve, reverse

from reviews.pages import DeedPage
from tests.browser_forms import forms_of
from tests.laws import matrix
from tests.laws.spoken_of import kwargs

PAST = "is_past"
ROWS = [row for row in matrix.rows() if row.get == 200 and row.post in (200, 409)]
SHARES = 3
DAY = dt.date(2026, 3, 2)  # today: what the world holds of these is of today too
# What a plausible answer is where the first choice, or the day itself, cannot be meant.
LATER = ("due_on", "next_on", "next_look_on", "plan_until_on")
ANSWERS: dict[str, object] = {
    "begins": "14:00",
    "new_begins": "14:00",
    "address": "https://board.example.wales/report",
    "start_on": dt.date(2024, 2, 27),
}
OF: dict[str, dict[str, object]] = {
    "reviews:appoint": {"capacity": "panel_member"},
    "reviews:extend_plan": {"until_on": dt.date(2026, 9, 1)},
    "reviews:hold_meeting": {"apologies": [""]},
    "reviews:record_meeting": {"apologies": [""]},
}
PDF = b"%PDF-1.7\ntrailer\n<<>>\n%%EOF\n"
# Nothing of these is open to be recorded in the world as it stands; each says so in a sentence.
SAYS_NO = {"reports:sign"}
assert get_resolver().url_patterns


def is_operation(address: str) -> bool:
    view = getattr(resolve(address).func, "view_class", None)
    return isinstance(view, type) and issubclass(view, DeedPage)


def answered(form, name: str) -> None:
    """Tick that it has happened, say how it is known, and answer the rest."""
    facts: dict[str, object] = {
        "on": DAY,
        PAST: [PAST],
        "known_how": "meeting",
        "known_where": "Minute 4, in the board's file.",
        "reason": "It was done on paper before.",
    }
    facts |= {field: dt.date(2026, 4, 1) for field in LATER}
    facts |= ANSWERS | OF.get(name, {})
    for field, value in facts.items():
        if field in form.names or f"{field}_day" in form.names:
            form.fill(**{field: value})
    form.plausible(DAY, but=[field for field, value in facts.items() if value == [""]])


@pytest.mark.parametrize("share", range(SHARES))
def test_every_operation_is_accepted_or_answered_when_it_has_happened(world, signed_in, share):
    accepted, told, broken = [], [], []
    for row in ROWS[share::SHARES]:
        address = reverse(row.name, kwargs=kwargs(row, world))
        if not is_operation(address):
            continue
        persona = row.by[0] if row.by[0] in matrix.READERS else row.by[-1]
        client = signed_in(world.user(persona))
        with transaction.atomic():
            page = client.get(address)
            form = next((each for each in forms_of(page) if PAST in each.names), None)
            if form is not None:
                answered(form, row.name)
                try:
                    with transaction.atomic():
                        paper = SimpleUploadedFile("minutes.pdf", PDF)
                        answer = form.send(client, address, files={"upload": paper})
                        transaction.set_rollback(True)
                except Exception as fault:  # the law names every operation that breaks
                    broken.append(f"{row.name}: {fault!r}")
                else:
                    if answer.status_code == 302:
                        accepted.append(row.name)
                    elif answer.status_code == 200:
                        errors = answer.context["form"].errors
                        if row.name not in SAYS_NO:
                            told.append(f"{row.name}: {errors.as_json()}")
                    else:
                        broken.append(f"{row.name}: {answer.status_code}")
            transaction.set_rollback(True)
    assert not broken, "\n".join(broken)
    assert not told, "\n".join(told)
    assert len(accepted) > 15
