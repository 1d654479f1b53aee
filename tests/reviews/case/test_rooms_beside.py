"""The rooms beside a case, and the questions that every deed's form asks."""

from django.urls import reverse

from reviews.journey import Stage
from reviews.rooms import Part, as_shown


def test_the_rooms_stand_in_parts_and_each_part_once(world, signed_in):
    parts = [room.part for room in as_shown()]
    assert parts == sorted(parts, key=list(Part).index)
    review = world.review_at(Stage.PANEL)
    page = signed_in(world.user("coordinator")).get(review.get_absolute_url())
    named = [link.part for link in page.context["rooms"]]
    assert set(named) == {part.label for part in Part}
    content = page.content.decode()
    assert content.count('class="rooms__part"') == 2 * (len(Part) - 1)  # beside, and folded


def test_a_wrong_answer_brings_no_question_that_nobody_asked(world, signed_in):
    review = world.review_at(Stage.PANEL)
    client = signed_in(world.user("coordinator"))
    url = reverse("reviews:record_meeting", args=[review.slug])
    first = client.get(url).context["form"]
    again = client.post(url, {"reason": "", "key": str(first["key"].value())}).context["form"]
    asked = [field.name for field in again.standing_fields()]
    assert "reason" not in asked
    assert asked[-1] == "is_past"


def test_a_title_names_no_child(world, signed_in):
    review = world.review_at(Stage.PANEL)
    child = review.subjects.get()
    client = signed_in(world.user("coordinator"))
    page = client.get(reverse("reviews:record_facts", args=[review.slug, child.uuid]))
    title = page.content.decode().split("<title>")[1].split("</title>")[0]
    assert child.pseudonym not in title
    assert child.pseudonym in page.content.decode()


def test_what_waits_on_others_leads_no_reader_to_a_closed_door(world, signed_in):
    for role in ("board-chair", "subgroup-chair", "panel-chair", "coordinator"):
        client = signed_in(world.user(role))
        for todo in client.get(reverse("desk:desk")).context["desk"].waiting:
            assert client.get(todo.url).status_code == 200, (role, todo.url)
