"""Names as people bear and write them: what gives one away, and what finds another."""

import pytest
from django.urls import reverse

from reviews.children.forms import holds_name
from reviews.children.matching import parts_of, words_in
from reviews.journey import Stage
from reviews.models import Subject, SubjectName
from tests.browser_forms import form_of


@pytest.mark.parametrize(
    ("pseudonym", "name"),
    [
        ("Child A", "Efa A Morgan-Pugh"),
        ("Baby B", "Baby Boy B Pugh"),
        ("Twin 1", "Twin Jones"),
        ("Sibling 1", "Child Jones"),
    ],
)
def test_a_letter_and_what_anybody_is_called_give_no_name_away(pseudonym, name):
    assert not holds_name(pseudonym, name)


@pytest.mark.parametrize("pseudonym", ["Efa", "Child Efa", "child MORGAN", "Êfa 1", "Morgan-Pugh"])
def test_a_part_of_the_name_does(pseudonym):
    assert holds_name(pseudonym, "Efa A Morgan-Pugh")


ALIKE = [
    ("O Neil", "O'Neil", "ONeil", "O\u2019Neil", "o neil", "O-Neil"),
    ("Mc Donald", "McDonald", "mc donald"),
    ("d arcy", "d'Arcy", "D\u2019Arcy", "Darcy"),
    ("Mary-Anne", "Maryanne", "MaryAnne"),
]


@pytest.mark.parametrize("spellings", ALIKE)
def test_however_a_name_is_spaced_it_is_found(spellings):
    for one in spellings:
        for other in spellings:
            assert parts_of(one) & parts_of(other), (one, other)
            assert len(parts_of(one) & parts_of(other)) >= words_in(one) or words_in(one) == 1


def test_a_double_name_is_one_word():
    assert words_in("Mary-Anne Ap Rhys") == 2
    assert words_in("O Neil") == 1


@pytest.mark.parametrize("language", ["en-gb", "cy"])
def test_a_child_with_an_initial_can_be_saved_and_is_found_by_an_earlier_name(
    world, signed_in, language
):
    review = world.review_at(Stage.PANEL)
    child = Subject.objects.filter(review=review).first()
    client = signed_in(world.user("coordinator"))
    client.cookies.load({"language": language})
    address = reverse("reviews:record_names", args=[review.slug, child.uuid])
    form = form_of(client.get(address))
    form.fill(full_name="Efa A Morgan-Pugh", other_names="Eva Sinclair, known as Tesni Vaughan")
    assert form.send(client, address).status_code == 302
    assert SubjectName.objects.get(subject=child).full_name == "Efa A Morgan-Pugh"
    search = reverse("reviews:search_names")
    for name in ("Eva Sinclair", "Tesni Vaughan", "Morganpugh", "Efa Morgan"):
        page = client.post(search, {"name": name}).content.decode()
        assert review.slug in page, name
