import pytest
from django.template import Context, Template

from common import views


def chosen(rf, place, language="cy"):
    return views.choose_language(rf.post("/language/", {"language": language, "next": place}))


def test_the_switch_comes_back_to_the_same_place_with_its_query(rf):
    response = chosen(rf, "/reviews/?late=1&page=2")
    assert response.url == "/reviews/?late=1&page=2"
    assert response.cookies["language"].value == "cy"
    assert response.cookies["language"]["httponly"] and not response.cookies["language"]["max-age"]


@pytest.mark.parametrize(
    "place",
    ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)", ""],
)
def test_the_switch_never_leaves_the_house(rf, place):
    assert chosen(rf, place).url == "/"


def test_a_language_we_do_not_have_is_not_kept(rf):
    assert "language" not in chosen(rf, "/", language="fr").cookies


def test_the_switch_is_no_link(rf):
    assert views.choose_language(rf.get("/language/")).status_code == 405


def test_the_button_offers_the_other_language(rf):
    request = rf.get("/reviews/", {"q": "3/2024"})
    html = Template("{% language_switch %}").render(Context({"request": request, "welsh": False}))
    assert 'value="/reviews/?q=3%2F2024"' in html and 'lang="cy">Cymraeg' in html
    html = Template("{% language_switch %}").render(Context({"request": request, "welsh": True}))
    assert 'lang="en">English' in html
