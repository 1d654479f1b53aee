"""References are found however they are written."""

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from reviews.models import Review
from reviews.references import Reference, ReferenceConverter, parse

prefixes = st.sampled_from(["BE", "DC", "CYSUR"])
numbers = st.integers(1, 9999)
years = st.integers(2000, 2099)
references = st.builds(Reference, prefixes, numbers, years)


@given(references)
def test_what_is_shown_and_what_stands_in_an_address_lead_back(reference):
    assert parse(str(reference)) == parse(reference.slug) == reference
    assert ReferenceConverter().to_python(reference.slug) == reference
    assert ReferenceConverter().to_url(reference) == reference.slug


@given(
    references,
    st.sampled_from(["", " ", "-", "_", "/"]),
    st.sampled_from([" ", "-", "/", "_", " / "]),
    st.booleans(),
    st.sampled_from([str.upper, str.lower, str.title]),
)
def test_every_way_of_writing_it_is_understood(reference, first, second, zeros, case):
    number = f"{reference.number:04}" if zeros else str(reference.number)
    written = f"  {case(reference.prefix)}{first}{number}{second}{reference.year} "
    assert parse(written) == reference
    assert parse(f"{number}{second}{reference.year}") == reference._replace(prefix="")


@given(st.text(max_size=30))
def test_nothing_that_is_typed_breaks_it(written):
    found = parse(written)
    assert found is None or parse(str(found)) == found


@pytest.mark.parametrize(
    "written",
    ["", "BE", "3", "2024", "BE 2024", "BE 3/24", "BE 12345/2024", "B3 3/2024", "BE 3/2024; DROP"],
)
def test_what_is_no_reference_is_none(written):
    assert parse(written) is None


def test_another_way_of_writing_an_address_leads_to_the_true_one(world, signed_in):
    review = world.review_at("decision")
    client = signed_in(world.user("coordinator"))
    true = reverse("reviews:history", args=[review.slug])
    for variant in (review.slug.upper(), review.slug.replace("-", "_"), f"BE{review.number}-2024"):
        answer = client.get(true.replace(review.slug, variant))
        assert (answer.status_code, answer.headers.get("Location")) == (302, true), variant


def test_a_stranger_is_not_told_of_a_case_by_a_redirect(world, signed_in):
    review = world.review_at("decision")
    address = review.get_absolute_url().replace(review.slug, review.slug.upper())
    assert signed_in(world.user("outsider")).get(address).status_code == 404


@pytest.mark.parametrize("form", ["{n}-{y}", "0{n}/{y}", "be {n} {y}", "BE-{n}-{y}", " {n} / {y} "])
def test_the_list_finds_a_review_however_it_is_written(world, signed_in, form):
    review = world.review_at("no_review")
    sought = form.format(n=review.number, y=review.year)
    answer = signed_in(world.user("coordinator")).get(reverse("reviews:list"), {"q": sought})
    assert answer.headers.get("Location") == review.get_absolute_url()


def test_the_list_finds_nothing_that_is_not_ones_own(world, signed_in):
    review = world.review_at("decision")
    answer = signed_in(world.user("coordinator", "dc")).get(
        reverse("reviews:list"), {"q": str(review)}
    )
    assert answer.status_code == 200
    assert review.get_absolute_url().encode() not in answer.content


def test_two_referrals_of_a_board_never_share_a_number(world):
    pairs = list(Review.objects.filter(board=world.board).values_list("year", "number"))
    assert len(set(pairs)) == len(pairs)
    assert sorted(number for _year, number in pairs) == list(range(1, len(pairs) + 1))
