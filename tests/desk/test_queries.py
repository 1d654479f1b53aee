"""How much the two pages that everybody opens ask of the database: a ceiling only lowered."""

from reviews.journey import Stage


def test_the_desk_and_a_case_ask_no_more_than_they_did(
    world, signed_in, django_assert_max_num_queries
):
    client = signed_in(world.user("coordinator"))
    case = world.review_at(Stage.REPORT).get_absolute_url()
    for page, ceiling in (("/", 79), (case, 102)):
        client.get(page)
        with django_assert_max_num_queries(ceiling):
            assert client.get(page).status_code == 200
