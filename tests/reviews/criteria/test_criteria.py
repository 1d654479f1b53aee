"""What the criteria suggest for a case, what is chosen beside it, and the next look."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction
from django.test import override_settings
from django.urls import reverse

from common.deeds import NotNow
from desk.turns import desk_of
from reviews.criteria.services import answer_criteria
from reviews.criteria.suggestion import suggested
from reviews.models import CriteriaAnswer, CriteriaCheck, Recommendation, Review
from reviews.recommendation.services import recommend
from reviews.spells.services import record_spell
from tests.forms import fill, open_form, typed

D = dt.date.fromisoformat
EVENT = D("2023-12-20")


@pytest.fixture
def review(world):
    return world.review_at("recommendation")


def fresh(review) -> Review:
    return Review.objects.select_related("board", "timetable").get(pk=review.pk)


@pytest.fixture
def answer(world, review):
    def put(**facts):
        known = {"abuse": "suspected", "happened": "died", "event_on": EVENT}
        standing = CriteriaCheck.objects.filter(review=review).first()
        return answer_criteria(
            fresh(review),
            by=world.user("subgroup-chair"),
            on=world.today,
            version=standing.version if standing else 0,
            **known | facts,
        )

    return put


@pytest.fixture
def registered(world, review):
    return record_spell(
        review,
        by=world.user("coordinator"),
        on=world.today,
        child=review.subjects.get(),
        kind="register",
        from_on=D("2023-11-01"),
        until_on=D("2023-12-01"),
        categories=["neglect", "physical"],
    )


def propose(world, review, course, **facts):
    return recommend(
        fresh(review),
        by=world.user("subgroup-chair"),
        on=review.stage_since + dt.timedelta(weeks=1),
        course=course,
        vote="unanimous",
        outline="Child A was hurt.",
        rationale="As above.",
        period_from_on=D("2023-01-01"),
        period_until_on=D("2023-12-31"),
        period_why="The year before.",
        **facts,
    )


def test_nothing_is_suggested_before_the_criteria_are_answered(review):
    assert suggested(review) is None


def test_a_time_in_the_window_suggests_extended_with_its_paragraph(review, answer, registered):
    answer()
    suggestion = suggested(fresh(review))
    assert suggestion.course == "extended"
    assert any("4(3)(b)" in paragraph for paragraph in suggestion.paragraphs)
    assert suggestion.agrees_with("extended")
    assert not suggestion.agrees_with("forum")


def test_a_forum_and_no_review_are_alike_to_criteria_that_are_not_met(review, answer):
    answer(abuse="neither")
    suggestion = suggested(fresh(review))
    assert [suggestion.agrees_with(c) for c in ("forum", "no_review", "another_leads")] == [
        True
    ] * 3
    assert not suggestion.agrees_with("concise")


def test_another_choice_says_why_and_both_are_kept(world, review, answer, registered):
    answer()
    with pytest.raises(NotNow) as refused:
        propose(world, review, "concise")
    assert refused.value.obstacles[0].code == "differs_from_criteria"
    assert not Recommendation.objects.filter(review=review).exists()
    propose(world, review, "concise", criteria_why="On the register in error.")
    kept = CriteriaAnswer.objects.get(review=review)
    assert (kept.suggested, kept.chosen, kept.differs) == ("extended", "concise", True)
    assert kept.why == "On the register in error."


def test_the_same_choice_is_kept_and_asks_nothing(world, review, answer):
    answer()
    propose(world, review, "concise")
    kept = CriteriaAnswer.objects.get(review=review)
    assert (kept.suggested, kept.differs, kept.why) == ("concise", False, "")


def test_a_difference_without_a_word_is_refused_by_the_database(world, review):
    with pytest.raises(IntegrityError, match="answer_says_why"), transaction.atomic():
        CriteriaAnswer.objects.create(
            review=review,
            suggested="extended",
            chosen="concise",
            differs=True,
            on=world.today,
            recorded_by=world.user("coordinator"),
        )


def test_the_form_of_the_recommendation_asks_why(world, review, answer, registered, signed_in):
    answer()
    client = signed_in(world.user("subgroup-chair"))
    address = reverse("reviews:recommend", args=[review.slug])
    facts = {
        "course": "concise",
        "vote": "unanimous",
        "outline": "Child A was hurt.",
        "rationale": "As above.",
        "period_from_on": D("2023-01-01"),
        "period_until_on": D("2023-12-31"),
        "period_why": "The year before.",
    }
    check = reverse("reviews:check_recommendation", args=[review.slug])
    assert fill(client, address, **facts).status_code == 302
    assert client.get(check).context["form"] is None, "it cannot be made without saying why"
    assert fill(client, address, **facts, criteria_why="An error.").status_code == 302
    on = review.stage_since + dt.timedelta(weeks=1)
    assert fill(client, check, on=on, reason="The rest is not known.").status_code == 302
    page = client.get(reverse("reviews:criteria", args=[review.slug])).text
    assert "An error." in page


def test_permanence_not_yet_known_comes_to_the_desk_on_the_day_of_the_next_look(
    world, review, answer
):
    with pytest.raises(NotNow):
        answer(happened="impairment", permanence="not_yet_known")
    look = world.today + dt.timedelta(days=10)
    answer(
        happened="impairment",
        permanence="not_yet_known",
        look_again_on=look,
        identified_on=D("2024-01-02"),
    )
    address = reverse("reviews:answer_criteria", args=[review.slug])
    chair = world.user("subgroup-chair")

    def on_the_desk(day):
        return [t for t in desk_of(chair, day).mine if t.url == address]

    assert on_the_desk(look - dt.timedelta(days=1)) == []
    assert [todo.due_on for todo in on_the_desk(look)] == [look]
    with override_settings(DEMO_TODAY=look.isoformat()):
        answer(happened="impairment", permanence="permanent", identified_on=D("2024-01-02"))
    assert on_the_desk(look) == []


def test_a_historic_review_is_flagged_with_why(world, review, answer, signed_in):
    with pytest.raises(NotNow):
        answer(is_historic=True)
    answer(is_historic=True, historic_why="Abuse in the nineties.")
    page = signed_in(world.user("coordinator")).get(reverse("reviews:criteria", args=[review.slug]))
    assert "Abuse in the nineties." in page.text


@pytest.mark.parametrize("role", ["coordinator", "subgroup-chair", "auditor"])
def test_the_page_draws_the_window_and_says_the_same_as_a_table(
    world, review, answer, registered, signed_in, role
):
    answer()
    page = signed_in(world.user(role)).get(reverse("reviews:criteria", args=[review.slug]))
    drawing = page.context["drawing"]
    bars = [bar for line in drawing.lines for bar in line.bars]
    assert sum(bar.touches for bar in bars) == 1
    assert all(bar.x >= 0 and bar.x + bar.width <= drawing.width for bar in bars)
    assert "<svg" in page.text
    assert "style=" not in page.text.split("<svg")[1].split("</svg>")[0]
    assert "An extended review" in page.text
    assert "20 June 2023" in page.text  # the first day of the window
    assert "regulation 4(3)(b)" in page.text
    assert "Single Unified Safeguarding Review" in page.text  # today is after 1 October 2024


@pytest.mark.parametrize(
    "facts, wrong",
    [
        ({"happened": "impairment", "permanence": "not_yet_known"}, "look_again_on"),
        ({"is_historic": True}, "historic_why"),
        ({"event_on": D("2199-01-01")}, "event_on"),
        ({"abuse": "nonsense"}, "abuse"),
        ({"historic_why": "\x00"}, "historic_why"),
        (
            {
                "happened": "impairment",
                "event_on": D("2024-01-02"),
                "identified_on": D("2024-01-01"),
            },
            "identified_on",
        ),
    ],
)
def test_bad_answers_are_said(world, review, signed_in, facts, wrong):
    client = signed_in(world.user("coordinator"))
    address = reverse("reviews:answer_criteria", args=[review.slug])
    answered = fill(client, address, **facts)
    assert answered.status_code == 200
    assert wrong in answered.context["form"].errors
    assert not CriteriaCheck.objects.filter(review=review).exists()


def test_two_who_answer_at_once_are_told_of_each_other(world, review, signed_in):
    client = signed_in(world.user("coordinator"))
    address = reverse("reviews:answer_criteria", args=[review.slug])
    sent = typed(open_form(client, address), abuse="known", is_historic="on", historic_why="Old.")
    assert client.post(address, sent).status_code == 302
    late = client.post(address, sent | {"key": "", "historic_why": "Other."})
    assert (late.status_code, "Old." in late.text, "Other." in late.text) == (409, True, True)


def test_a_childs_own_day_is_recorded_and_counted(world, review, answer, signed_in):
    answer()
    child = review.subjects.get()
    client = signed_in(world.user("coordinator"))
    url = reverse("reviews:record_facts", args=[review.slug, child.uuid])
    ahead = world.today + dt.timedelta(days=1)
    assert "event_on" in fill(client, url, event_on=ahead).context["form"].errors
    before = suggested(fresh(review))
    assert before and before.course == "concise", "the time on the register ended long before"
    assert fill(client, url, event_on=D("2022-01-10")).status_code == 302
    own = suggested(fresh(review))
    assert own and own.course == "extended"
    page = client.get(reverse("reviews:criteria", args=[review.slug])).content.decode()
    assert "Harmed on another day" in page
    room = client.get(reverse("reviews:children", args=[review.slug])).content.decode()
    assert "10 January 2022" in room
