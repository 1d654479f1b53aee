"""The family by pseudonym, who lived where, and names that stand apart and are searched blind."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from audit.models import Entry
from boards.models import Person
from common.deeds import NotNow, Overtaken
from reviews.capacities import Grade
from reviews.children.services import add_child, record_facts
from reviews.models import NameKey, Relative, RelativeKey, RelativeName, Review, Spell
from reviews.names.services import record_names
from reviews.people.services import set_interest
from reviews.relatives.services import record_relative, withdraw_relative
from tests.forms import fill, open_form, typed
from tests.walking import CHILD, MOTHER

FATHER = "Brychan Dirgel-Enwog"  # another name to be seen nowhere


@pytest.fixture
def review(world):
    return world.review_at("panel")


@pytest.fixture
def words(world):
    return {"by": world.user("coordinator"), "on": world.today}


@pytest.fixture
def father(world, review, words):
    child = review.subjects.get()
    row = record_relative(
        review,
        **words,
        pseudonym="Father of Child A",
        kin="father",
        children=[child],
        has_responsibility="yes",
        lived_with="no",
        homes=["2"],
    )
    record_names(
        review,
        **words,
        of=row,
        facts={"full_name": FATHER, "born_on": "4 5 1991", "contact": "Lôn Gudd 7"},
    )
    return row


def page_of(client, review, name="children"):
    return client.get(reverse(f"reviews:{name}", args=[review.slug])).text


def test_who_lived_where_is_a_table_of_pseudonyms(world, review, father, words, signed_in):
    child = review.subjects.get()
    record_facts(review, **words, child=child, facts={"homes": ["1", "2"], "sex": "female"})
    page = signed_in(world.user("coordinator")).get(reverse("reviews:children", args=[review.slug]))
    homes = [
        (str(home.label), [str(c) for c in home.children], [str(r) for r in home.relatives])
        for home in page.context["households"]
    ]
    assert homes == [
        ("Home 1", ["Child A"], ["Mother of Child A"]),
        ("Home 2", ["Child A"], ["Father of Child A"]),
    ]
    assert "Parental responsibility" in page.text


def test_a_fathers_name_is_seen_only_where_names_are_shown_and_that_is_recorded(
    world, review, father, signed_in
):
    client = signed_in(world.user("coordinator"))
    places = ("children", "overview", "history", "criteria", "decision", "people")
    for name in places:
        page = page_of(client, review, name)
        assert FATHER not in page, name
        assert "Gudd" not in page, name
    family = client.get(reverse("panels:family", args=[review.slug])).text
    assert FATHER not in family
    with connection.cursor() as cursor:
        cursor.execute("SELECT full_name, contact, born_on FROM reviews_relativename")
        assert not [row for row in cursor.fetchall() if "Dirgel" in str(row) or "1991" in str(row)]
    looks = Entry.objects.filter(verb="reviews.names_read", review_id=review.pk)
    before = looks.count()
    assert FATHER in page_of(client, review, "names")
    form = reverse("reviews:record_names", args=[review.slug, father.uuid])
    assert FATHER in client.get(form).text
    assert looks.count() == before + 2
    assert not [e for e in Entry.objects.all() if "Dirgel" in str(e.details)]


def test_whoever_may_not_see_names_meets_neither_page_nor_form(world, review, father, signed_in):
    form = reverse("reviews:record_names", args=[review.slug, father.uuid])
    for role in ("panel-member", "auditor"):
        client = signed_in(world.user(role))
        assert client.get(form).status_code == 404
        assert client.get(reverse("reviews:names", args=[review.slug])).status_code == 404
        assert client.get(reverse("reviews:search_names")).status_code == 403


@pytest.mark.parametrize("typed_name", [FATHER, "dirgel enwog brychan", "BRYCHAN ENWOG"])
def test_a_relative_is_found_by_name_and_the_look_is_recorded(
    world, review, father, signed_in, typed_name
):
    client = signed_in(world.user("coordinator"))
    address = reverse("reviews:search_names")
    found = client.post(address, {"name": typed_name})
    assert [(hit.review, str(hit.person)) for hit in found.context["hits"]] == [
        (review, "Father of Child A")
    ]
    entry = Entry.objects.filter(verb="reviews.names_searched", review_id=review.pk).get()
    assert entry.details == {"found": 1}
    assert "Father of Child A" in found.text
    assert typed_name not in found.text.replace(f'value="{typed_name}"', "")


def test_a_search_finds_only_in_cases_whose_names_one_may_see(world, review, father, signed_in):
    address = reverse("reviews:search_names")

    def hits(role, board="be", **facts):
        client = signed_in(world.user(role, board))
        return client.post(address, facts).context["hits"]

    assert len(hits("reviewer", name=FATHER)) == 1
    assert hits("coordinator", "dc", name=FATHER) == []
    assert hits("excluded", name=FATHER) == []  # an interest keeps them out of every case
    set_interest(
        Review.objects.get(pk=review.pk),
        by=world.user("coordinator"),
        on=world.today,
        person=Person.objects.get(email="subgroup-chair@be.test"),
        grade=Grade.OUT,
        what="Knows them.",
    )
    assert hits("subgroup-chair", name=FATHER) == []
    assert len(hits("coordinator", born_on="04/05/1991")) == 1
    assert hits("coordinator", name="Brychan Arall") == []


def test_a_child_is_found_on_every_case_it_stands_in(world, signed_in):
    client = signed_in(world.user("coordinator"))
    hits = client.post(reverse("reviews:search_names"), {"name": CHILD}).context["hits"]
    assert len(hits) > 5
    assert {str(hit.person) for hit in hits} == {"Child A"}


@pytest.mark.parametrize("sent", [{}, {"name": "\x00"}, {"name": "x" * 500}, {"name": "---"}])
def test_a_search_for_nothing_finds_nothing(world, signed_in, sent):
    answer = signed_in(world.user("coordinator")).post(reverse("reviews:search_names"), sent)
    assert answer.status_code == 200
    assert not answer.context.get("hits")


def test_a_name_that_is_corrected_is_found_by_the_new_one_alone(
    world, review, father, words, signed_in
):
    record_names(review, **words, of=father, facts={"full_name": "Emrys Newydd"})
    client = signed_in(world.user("coordinator"))
    address = reverse("reviews:search_names")
    assert client.post(address, {"name": FATHER}).context["hits"] == []
    assert len(client.post(address, {"name": "Emrys Newydd"}).context["hits"]) == 1
    assert RelativeName.objects.get(relative=father).contact == ""
    assert RelativeKey.objects.filter(name__relative=father).count() == 2
    assert NameKey.objects.exists()


def test_a_pseudonym_is_of_one_person_and_holds_no_name(world, review, father, words, signed_in):
    with pytest.raises(NotNow):
        record_relative(review, **words, pseudonym="father of child a", kin="father")
    with pytest.raises(NotNow):
        record_relative(review, **words, pseudonym="Child A", kin="sibling")
    client = signed_in(world.user("coordinator"))
    add = reverse("reviews:add_child", args=[review.slug])
    answer = fill(client, add, pseudonym="Nia B", full_name="Nia Bevan")
    assert "pseudonym" in answer.context["form"].errors
    form = reverse("reviews:record_names", args=[review.slug, father.uuid])
    assert fill(client, form, full_name="Tad Father").status_code == 302, "what he is, not his name"


def test_an_entry_is_changed_once_and_withdrawn_with_why(world, review, father, words, signed_in):
    client = signed_in(world.user("coordinator"))
    change = reverse("reviews:relative", args=[review.slug, father.uuid])
    sent = typed(open_form(client, change), note="Aged 33.", homes=["1"])
    assert client.post(change, sent).status_code == 302
    late = client.post(change, sent | {"key": "", "note": "Aged 34."})
    assert (late.status_code, "Aged 33." in late.text, "Aged 34." in late.text) == (409, True, True)
    father.refresh_from_db()
    with pytest.raises(Overtaken):
        withdraw_relative(review, **words, relative=father, withdrawn_why="No.", version=1)
    withdraw_relative(review, **words, relative=father, withdrawn_why="Not he.", version=2)
    assert client.get(change).status_code == 404
    assert "Father of Child A" not in page_of(client, review)
    assert client.post(reverse("reviews:search_names"), {"name": FATHER}).context["hits"] == []


def test_the_facts_of_a_child_are_written_and_shown_and_the_slower_is_told(
    world, review, signed_in
):
    client, child = signed_in(world.user("coordinator")), review.subjects.get()
    address = reverse("reviews:record_facts", args=[review.slug, child.uuid])
    facts = {
        "born_month": 3,
        "born_year": 2023,
        "age_at_event": 9,
        "age_unit": "months",
        "legal_status": "no_order",
        "authority": "gwynedd",
        "disability": "yes",
        "disability_what": "Hearing.",
    }
    sent = typed(open_form(client, address), **facts)
    assert client.post(address, sent).status_code == 302
    page = page_of(client, review)
    for word in ("March 2023", "Months: 9", "No order", "Gwynedd", "Hearing."):
        assert word in page, word
    late = client.post(address, sent | {"key": "", "disability_what": "Sight."})
    assert (late.status_code, "Sight." in late.text) == (409, True)


@pytest.mark.parametrize(
    "facts, wrong",
    [
        ({"born_month": 3}, "born_year"),
        ({"born_year": 1066}, "born_year"),
        ({"born_year": "\x00"}, "born_year"),
        ({"age_at_event": 4}, "age_unit"),
        ({"age_unit": "years"}, "age_at_event"),
        ({"age_at_event": -1, "age_unit": "years"}, "age_at_event"),
        ({"homes": ["9"]}, "homes"),
        ({"disability_what": "x" * 5000}, "disability_what"),
        ({"sex": "nonsense"}, "sex"),
    ],
)
def test_impossible_facts_are_said(world, review, signed_in, facts, wrong):
    client, child = signed_in(world.user("coordinator")), review.subjects.get()
    address = reverse("reviews:record_facts", args=[review.slug, child.uuid])
    answer = fill(client, address, **facts)
    assert answer.status_code == 200
    assert wrong in answer.context["form"].errors


def test_the_page_asks_no_more_for_a_large_family(world, review, words, signed_in):
    client = signed_in(world.user("coordinator"))
    pages = [reverse(f"reviews:{name}", args=[review.slug]) for name in ("children", "criteria")]

    def asked(page):
        client.get(page)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(page).status_code == 200
        return len(queries)

    few = [asked(page) for page in pages]
    for letter in "BCDEF":
        child = add_child(review, **words, pseudonym=f"Child {letter}", full_name=MOTHER)
        record_relative(
            review, **words, pseudonym=f"Sibling {letter}", kin="sibling", children=[child]
        )
    assert [asked(page) for page in pages] == few
    assert Relative.objects.filter(review=review).count() == 6


def test_a_case_without_a_child_asks_for_one_before_the_gate(world, signed_in):
    review = world.review_at("recommendation")
    client = signed_in(world.user("coordinator"))
    asked = reverse("reviews:add_child", args=[review.slug])
    assert asked not in [todo.url for todo in client.get("/").context["desk"].mine]
    for row in (RelativeKey, NameKey):
        row.objects.all().delete()
    Spell.objects.filter(subject__review=review).delete()
    for child in review.subjects.all():
        child.identity.delete()
        child.delete()
    assert asked in [todo.url for todo in client.get("/").context["desk"].mine]
