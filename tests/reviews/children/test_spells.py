"""Times on the register and looked after: apart from each other, corrected with why, never lost."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from audit.models import Entry
from common.deeds import NotNow, Overtaken, Refused
from reviews.models import Spell
from reviews.spells.services import correct_spell, record_spell, withdraw_spell
from tests.forms import fill, open_form, typed

D = dt.date.fromisoformat


@pytest.fixture
def review(world):
    return world.review_at("recommendation")


@pytest.fixture
def child(review):
    return review.subjects.get()


@pytest.fixture
def put(world, review, child):
    def record(first, last=None, kind="looked_after", **facts):
        return record_spell(
            review,
            by=world.user("coordinator"),
            on=world.today,
            child=child,
            kind=kind,
            from_on=D(first),
            until_on=D(last) if last else None,
            **{"basis": "care"} | facts,
        )

    return record


def test_times_of_one_kind_do_not_overlap_and_may_follow_on_the_same_day(put, child):
    put("2023-01-01", "2023-03-01")
    put("2023-03-01", "2023-06-01", basis="section_76")
    for first, last in (("2023-02-01", "2023-02-02"), ("2022-01-01", None), ("2023-05-31", None)):
        with pytest.raises(NotNow) as refused:
            put(first, last)
        assert refused.value.obstacles[0].code == "spell_overlaps"
    put("2023-02-01", "2023-02-10", "register", categories=["neglect"], basis="")
    assert child.spells.count() == 4


def test_the_database_keeps_times_apart_too(put, child, world):
    put("2023-01-01", "2023-03-01")
    twin = {"kind": "looked_after", "basis": "care", "recorded_by": world.user("coordinator")}
    with pytest.raises(IntegrityError, match="looked_after_apart"), transaction.atomic():
        Spell.objects.create(subject=child, from_on=D("2023-02-01"), **twin)
    with pytest.raises(IntegrityError, match="until_after_from"), transaction.atomic():
        Spell.objects.create(
            subject=child, from_on=D("2020-02-01"), until_on=D("2020-01-01"), **twin
        )


@pytest.mark.parametrize(
    "facts", [{"basis": ""}, {"kind": "register"}, {"kind": "register", "categories": []}]
)
def test_a_time_has_its_category_or_its_basis(put, facts):
    with pytest.raises(NotNow):
        put("2023-01-01", **facts)


def test_a_correction_keeps_what_stood_and_a_second_one_is_told(put, world, review):
    first = put("2023-01-01")
    words = {"by": world.user("coordinator"), "on": world.today, "spell": first, "version": 1}
    corrected = correct_spell(
        review,
        **words,
        from_on=D("2023-02-01"),
        basis="care",
        corrected_why="The letter says February.",
    )
    first.refresh_from_db()
    assert first.withdrawn_why == "The letter says February."
    assert (corrected.from_on, corrected.version) == (D("2023-02-01"), 2)
    with pytest.raises(Overtaken):
        correct_spell(review, **words, from_on=D("2023-03-01"), basis="care", corrected_why="No.")
    with pytest.raises(Overtaken):
        withdraw_spell(review, **words, withdrawn_why="Not his.")
    assert list(review.subjects.get().spells.filter(withdrawn_at=None, kind="looked_after")) == [
        corrected
    ]


def test_others_do_not_record_times(world, review, child):
    for role in ("subgroup-chair", "board-chair", "auditor"):
        with pytest.raises(Refused):
            record_spell(
                review,
                by=world.user(role),
                on=world.today,
                child=child,
                kind="looked_after",
                from_on=D("2023-01-01"),
                basis="care",
            )


def test_through_the_pages_it_is_added_corrected_and_withdrawn(world, review, child, signed_in):
    client = signed_in(world.user("coordinator"))
    add = reverse("reviews:add_spell", args=[review.slug])
    posted = {"kind": "looked_after", "basis": "care", "from_on": D("2023-05-04")}
    assert fill(client, add, **posted).status_code == 302
    spell = child.spells.get(kind="looked_after")
    page = client.get(reverse("reviews:children", args=[review.slug])).text
    assert "4 May 2023" in page
    correct = reverse("reviews:correct_spell", args=[review.slug, spell.uuid])
    sent = typed(open_form(client, correct), until_on=D("2023-06-01"), corrected_why="It ended.")
    assert client.post(correct, sent).status_code == 302
    late = client.post(correct, sent | {"key": ""})
    assert late.status_code == 409
    assert "It ended." in late.text
    spell = child.spells.get(kind="looked_after", withdrawn_at=None)
    withdraw = reverse("reviews:withdraw_spell", args=[review.slug, spell.uuid])
    assert fill(client, withdraw, withdrawn_why="Another child's.").status_code == 302
    assert not child.spells.filter(kind="looked_after", withdrawn_at=None).exists()
    assert "Another child" in client.get(reverse("reviews:children", args=[review.slug])).text
    told = set(Entry.objects.filter(review_id=review.pk).values_list("verb", flat=True))
    assert {"reviews.spell_corrected", "reviews.spell_withdrawn"} <= told


@pytest.mark.parametrize(
    "facts, wrong",
    [
        ({"until_on": D("2023-05-03")}, "until_on"),
        ({"from_on": D("2199-01-01")}, "from_on"),
        ({"basis": "nonsense"}, "basis"),
        ({"child": 99999999}, "child"),
        ({"child": "\x00"}, "child"),
        ({"kind": ""}, "kind"),
        ({"kind": "register"}, "categories"),
    ],
)
def test_bad_input_is_said_and_given_back(world, review, signed_in, facts, wrong):
    client = signed_in(world.user("coordinator"))
    add = reverse("reviews:add_spell", args=[review.slug])
    before = Spell.objects.count()
    good = {"kind": "looked_after", "basis": "care", "from_on": D("2023-05-04")}
    answer = fill(client, add, **good | facts)
    assert answer.status_code == 200
    assert set(answer.context["form"].errors) == {wrong}
    assert Spell.objects.count() == before
