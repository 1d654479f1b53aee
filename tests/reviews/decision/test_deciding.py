"""The Chair's answer: amendments by field, a no either way, and what the page asks for."""

import datetime as dt

import pytest
from django.urls import reverse

from audit.models import Entry
from common.deeds import NotNow, Refused
from common.models import OutboxMessage
from reviews.decision.amending import as_decided, changes
from reviews.decision.services import decide, record_discussion
from reviews.models import Amendment, Decision, Recommendation, Review
from reviews.permissions import May
from reviews.standing import persons_entitled
from tests.forms import fill, open_form, typed

OLD = "It commenced before the change."


@pytest.fixture
def undecided(world):
    review = world.review_at("decision")
    Recommendation.objects.filter(pk=review.pk).update(questions="Was the father known?\nBy whom?")
    return review


def url(review):
    return reverse("reviews:decide", args=[review.slug])


def test_what_is_amended_is_kept_beside_what_was_recommended(world, undecided, signed_in):
    answer = fill(
        signed_in(world.user("board-chair")),
        url(undecided),
        reply="amend",
        course="extended",
        amendments="The register was overlooked.",
        period_from_on=dt.date(2022, 7, 1),
        questions="Was the father known?\nBy whom?\nWho saw her alone?",
        signed_title="Independent Chair",
        signed_telephone="01000 1",
        present_to_board_on=dt.date(2026, 4, 1),
        reason=OLD,
    )
    assert answer.status_code == 302
    decision = Decision.objects.get(review=undecided)
    rows = {row.field: (row.old, row.new) for row in decision.amendments.all()}
    assert set(rows) == {"course", "period_from_on", "questions"}, "what was left is no amendment"
    assert rows["period_from_on"] == ("2023-01-01", "2022-07-01")
    paper = Recommendation.objects.get(pk=undecided.pk)
    assert paper.period_from_on == dt.date(2023, 1, 1), "the recommendation stays as signed"
    holds = as_decided(undecided, paper)
    assert (holds["period_from_on"], holds["period_until_on"]) == ("2022-07-01", "2023-12-31")
    assert (decision.signed_title, decision.present_to_board_on) == (
        "Independent Chair",
        dt.date(2026, 4, 1),
    )
    assert Review.objects.get(pk=undecided.pk).kind == "extended"


def test_an_amendment_reads_as_a_change(world, undecided, signed_in):
    client = signed_in(world.user("board-chair"))
    fill(
        client,
        url(undecided),
        reply="amend",
        course="concise",
        amendments="Ask one more.",
        questions="Was the father known?\nBy whom exactly?",
        period_until_on=dt.date(2023, 12, 1),
        reason=OLD,
    )
    told = client.get(reverse("reviews:decision", args=[undecided.slug])).content.decode()
    assert "31 December 2023" in told and "1 December 2023" in told
    assert "exactly?" in told and "<del>" in told and "<ins>" in told
    rows = list(Amendment.objects.filter(decision__review=undecided, field="period_until_on"))
    assert [(run.change, run.text) for run in changes(rows)[0].runs] == [
        ("del", "31 December 2023"),
        ("ins", "1 December 2023"),
    ]


def test_agreeing_forgets_what_was_typed_under_amend(world, undecided, signed_in):
    words = {"reply": "agree", "questions": "Something else?", "reason": OLD}
    assert fill(signed_in(world.user("board-chair")), url(undecided), **words).status_code == 302
    assert not Amendment.objects.filter(decision__review=undecided).exists()


def test_a_field_that_was_not_sent_was_not_emptied(world, undecided, signed_in):
    client = signed_in(world.user("board-chair"))
    data = typed(open_form(client, url(undecided)), reply="amend", course="concise", reason=OLD)
    for name in ("questions", "period_why"):
        data.pop(name)
    assert client.post(url(undecided), data | {"amendments": "In words."}).status_code == 302
    assert not Amendment.objects.filter(decision__review=undecided).exists()


def test_a_no_says_what_is_proposed_instead_and_why(world, undecided, signed_in):
    client = signed_in(world.user("board-chair"))
    answer = fill(client, url(undecided), reply="disagree")
    assert set(answer.context["form"].errors) >= {"reasons", "proposed_course", "proposed_action"}
    words = {"proposed_course": "no_review", "reasons": "Not met.", "proposed_action": "An audit."}
    assert fill(client, url(undecided), reply="disagree", **words).status_code == 302
    decision = Decision.objects.get(review=undecided)
    assert (decision.course, decision.proposed_course) == ("", "no_review")
    told = client.get(reverse("reviews:decision", args=[undecided.slug])).content.decode()
    assert "An audit." in told


def test_the_chair_may_want_a_review_where_the_sub_group_saw_none(world, undecided):
    """Either way: no review recommended, a review in the end; its period is asked for."""
    Recommendation.objects.filter(pk=undecided.pk).update(
        course="no_review", period_from_on=None, period_until_on=None, period_why=""
    )
    chair = world.user("board-chair")
    on = dt.date(2024, 9, 1)  # before a review is a SUSR, so that this is the only warning
    row = decide(
        undecided,
        by=chair,
        on=on,
        reply="disagree",
        reasons="Neglect is clear.",
        proposed_course="concise",
        proposed_action="A concise review.",
    )
    row = record_discussion(
        row, by=world.user("coordinator"), on=on, views="Agreed.", dissent="Police abstained."
    )
    final = {"by": chair, "on": on, "reply": "final", "course": "concise", "reasons": "Clear."}
    with pytest.raises(NotNow, match="does not give the period"):
        decide(row, **final)
    period = {
        "period_from_on": dt.date(2024, 1, 1),
        "period_until_on": dt.date(2024, 12, 31),
        "period_why": "Her last year.",
    }
    assert decide(row, **final, amended=period, reason=OLD).kind == "concise"
    assert as_decided(row, row.recommendation)["period_why"] == "Her last year."


def test_a_final_no_asks_for_the_conflicting_views(world, signed_in):
    review = world.review_at("board_discussion")
    record_discussion(
        review, by=world.user("coordinator"), on=dt.date(2026, 2, 1), views="Of two minds."
    )
    client = signed_in(world.user("board-chair"))
    words = {"course": "no_review", "reasons": "Not met."}
    answer = fill(client, url(review), **words)
    assert set(answer.context["form"].errors) == {"conflicting_views"}
    assert fill(client, url(review), **words, conflicting_views="None.").status_code == 302


def test_who_recommended_cannot_decide_even_by_another_hand(world, undecided):
    with pytest.raises(Refused):
        decide(
            undecided,
            by=world.user("coordinator"),
            on=dt.date(2026, 2, 20),
            reply="agree",
            decided_by=world.person("subgroup-chair"),
        )


def test_the_sub_group_hears_of_the_answer_without_a_fact_of_the_case(world, undecided):
    before = set(OutboxMessage.objects.values_list("pk", flat=True))
    words = {"reply": "disagree", "reasons": "A secret reason.", "on": dt.date(2026, 2, 20)}
    decide(undecided, by=world.user("board-chair"), **words)
    sent = OutboxMessage.objects.exclude(pk__in=before).filter(kind="reviews.decided")
    people = persons_entitled(undecided, May.RECOMMEND)
    assert {person.email for person in people} <= {each.to for each in sent}
    entry = Entry.objects.filter(review_id=undecided.pk).latest("pk")
    assert "secret" not in str(entry.details)


BAD = {
    "period_until_on": (dt.date(2020, 1, 1), "period_until_on"),
    "course": ("a coin", "course"),
    "reply": ("perhaps", "reply"),
    "questions": ("q" * 10001, "questions"),
    "chair_who": ("Elin\x00", "chair_who"),
    "signed_telephone": ("0" * 41, "signed_telephone"),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_answers_come_back_with_a_sentence_and_all_that_was_typed(
    world, undecided, signed_in, name
):
    bad, wrong = BAD[name]
    facts = {"reply": "amend", "course": "concise", "amendments": "Kept words.", "reason": OLD}
    client = signed_in(world.user("board-chair"))
    answer = fill(client, url(undecided), **(facts | {name: bad}))
    assert answer.status_code == 200
    assert wrong in answer.context["form"].errors
    assert "Kept words." in answer.content.decode()
    assert not Decision.objects.filter(review=undecided).exists()


def test_the_paper_stands_beside_the_form(world, undecided, signed_in):
    told = signed_in(world.user("board-chair")).get(url(undecided)).content.decode()
    assert told.index('class="beside__paper"') < told.index("Child A was hurt.")
    assert told.index("Child A was hurt.") < told.index('class="beside__form"')


def test_amending_a_recommended_review_away_is_steered_to_the_board(world, undecided, signed_in):
    client = signed_in(world.user("board-chair"))
    facts = {"reply": "amend", "course": "no_review", "amendments": "I see none."}
    answer = fill(client, url(undecided), **facts)
    assert answer.status_code == 200
    text = answer.content.decode()
    assert "the Board must discuss it first" in text
    assert "I see none." in text
    again = typed(answer.context["form"], **facts, reason="The sub-group has come round to it.")
    assert client.post(url(undecided), again).status_code == 302
    assert Review.objects.get(pk=undecided.pk).stage == "no_review"
