"""Two people have one page open: the slower is shown what the other saved, and loses no word."""

import pytest
from django.urls import reverse

from boards.models import Person
from reviews.journey import Stage
from reviews.models import Review, Subject, SubjectName
from tests.browser_forms import form_of, tree_of

LANGUAGES = ("en-gb", "cy")


@pytest.fixture(params=LANGUAGES)
def client(request, world, signed_in, settings):
    found = signed_in(world.user("coordinator"))
    found.cookies[settings.LANGUAGE_COOKIE_NAME] = request.param
    return found


def names_page(world):
    review = world.review_at(Stage.PANEL)
    child = Subject.objects.filter(review=review).first()
    SubjectName.objects.update_or_create(
        subject=child, defaults={"full_name": "Efa Morgan", "other_names": "Eva"}
    )
    return child, reverse("reviews:record_names", args=[review.slug, child.uuid])


def test_names_saved_from_an_older_page_are_answered_with_both(world, client):
    child, address = names_page(world)
    older = form_of(client.get(address))
    newer = form_of(client.get(address)).fill(contact="A refuge, by telephone only.")
    assert newer.send(client, address).status_code == 302
    answer = older.fill(other_names="Efa Pugh").send(client, address)
    assert answer.status_code == 409
    page = tree_of(answer)
    assert "A refuge, by telephone only." in page.text_content()
    again = form_of(answer)
    assert again.data["other_names"] == "Efa Pugh"
    kept = SubjectName.objects.get(subject=child)
    assert (kept.contact, kept.other_names) == ("A refuge, by telephone only.", "Eva")


def test_what_was_made_of_both_is_saved(world, client):
    child, address = names_page(world)
    older = form_of(client.get(address))
    form_of(client.get(address)).fill(contact="A refuge.").send(client, address)
    answer = older.fill(other_names="Efa Pugh").send(client, address)
    again = form_of(answer).fill(contact="A refuge.")
    assert again.send(client, address).status_code == 302
    kept = SubjectName.objects.get(subject=child)
    assert (kept.contact, kept.other_names) == ("A refuge.", "Efa Pugh")


def test_the_details_of_a_person_are_not_wiped_by_an_older_page(world, client):
    person = Person.objects.get(user=world.user("panel-member"))
    address = reverse("change_person", args=["be", person.uuid])
    older = form_of(client.get(address))
    form_of(client.get(address)).fill(title="Head of Nursing").send(client, address)
    answer = older.fill(name="Another Name").send(client, address)
    assert answer.status_code == 409
    assert "Head of Nursing" in answer.content.decode()
    person.refresh_from_db()
    assert person.title == "Head of Nursing"
    assert person.name != "Another Name"


def test_a_target_set_meanwhile_is_shown_beside_the_one_typed(world, client):
    address = reverse("set_target", args=["be", "chair_decides"])

    def set_to(page, value):
        shown = page.fill(value=value).send(client, address)
        return form_of(shown).send(client, address) if shown.status_code == 200 else shown

    older = form_of(client.get(address))
    assert set_to(form_of(client.get(address)), "7").status_code == 302
    answer = set_to(older, "9")
    assert answer.status_code == 409
    assert "7" in tree_of(answer).text_content()


def test_the_same_form_sent_twice_leads_to_the_first_ones_result(world, client):
    _child, address = names_page(world)
    form = form_of(client.get(address)).fill(contact="A refuge.")
    first, second = form.send(client, address), form.send(client, address)
    assert (first.status_code, second.status_code) == (302, 302)
    assert first.url == second.url


def test_other_words_from_a_page_that_was_sent_are_not_dropped(world, client):
    """Gone back to, changed and sent again: what is stored now is shown beside the new words."""
    child, address = names_page(world)
    form = form_of(client.get(address)).fill(contact="A refuge.")
    assert form.send(client, address).status_code == 302
    answer = form.fill(contact="Another refuge.").send(client, address)
    assert answer.status_code == 409
    page = tree_of(answer).text_content()
    assert "A refuge." in page
    assert form_of(answer).data["contact"] == "Another refuge."
    assert form_of(answer).send(client, address).status_code == 302
    assert SubjectName.objects.get(subject=child).contact == "Another refuge."


def test_a_page_left_open_over_midnight_is_still_taken(world, client, settings, signed_in):
    """A form proposes today: that the day has passed is nobody's change."""
    review = world.review_at(Stage.PANEL)
    address = reverse("reviews:plan_meeting", args=[review.slug])
    day = world.today.replace(month=4)
    form = form_of(client.get(address)).fill(planned_on=day, begins="14:00")
    form.plausible(world.today)
    settings.DEMO_TODAY = world.today.replace(day=world.today.day + 1)
    later = signed_in(world.user("coordinator"))
    assert form.send(later, address).status_code == 302


def test_logging_the_same_again_asks_before_it_opens_a_second_case(world, client):
    address = reverse("reviews:log")

    def log():
        form = form_of(client.get(address)).fill(sentence="A call from the hospital at night.")
        return form.send(client, address)

    assert log().status_code == 302
    count = Review.objects.count()
    answer = log()
    assert answer.status_code == 200
    assert Review.objects.count() == count
    again = form_of(answer).fill(is_new="on")
    assert again.send(client, address).status_code == 302
    assert Review.objects.count() == count + 1
