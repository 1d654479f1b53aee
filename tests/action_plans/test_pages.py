"""The pages of the plan and of its actions, as the people who use them meet them."""

import datetime as dt

import pytest

from action_plans.action.services import change_action, complete
from action_plans.models import Action, Plan, Status
from audit.ledger import Entry
from tests.action_plans.conftest import ACCEPTED, DONE, FINAL, PLANNED, TEXT, fresh
from tests.pages import answered, day, filled

STRANGERS = ("outsider", "board-member", "agency-author", "excluded")
OF_THE_PLAN = ("", "outline/", "add/", "finalise/", "approve/", "send/")
OF_AN_ACTION = ("", "progress/", "complete/", "verify/", "carry-over/", "change/")


def plan(review):
    return f"/reviews/{review.slug}/plan/"


def strangers(role):
    return [*(role(who) for who in STRANGERS), role("coordinator", "dc"), role("root")]


@pytest.mark.parametrize("path", OF_THE_PLAN)
def test_the_plan_is_not_there_for_a_stranger(final, role, signed_in, path):
    for stranger in (*strangers(role), role("action-owner")):
        client = signed_in(stranger)
        assert client.get(plan(final) + path).status_code == 404


@pytest.mark.parametrize("path", OF_AN_ACTION)
def test_an_action_is_not_there_for_a_stranger(action, role, signed_in, path):
    for stranger in strangers(role):
        client = signed_in(stranger)
        assert client.get(f"/actions/{action.uuid}/{path}").status_code == 404
        assert client.post(f"/actions/{action.uuid}/{path}").status_code in (404, 405)


def test_a_plan_is_written_finalised_approved_and_sent_over_the_pages(
    followed, role, signed_in, facts
):
    client = signed_in(role("panel-member"))
    url = plan(followed) + "add/"
    told = {name: getattr(value, "pk", value) for name, value in facts.items() if name != "due_on"}
    sent = answered(client, url, **told, **day(facts["due_on"], "due_on"), **day(ACCEPTED))
    assert client.post(url, sent).status_code == 302
    assert Action.objects.filter(plan=followed.pk).count() == 2
    for who, path in (("panel-chair", "finalise/"), ("board-chair", "approve/")):
        client = signed_in(role(who))
        url = plan(followed) + path
        assert client.post(url, answered(client, url, **day(FINAL))).status_code == 302
    client = signed_in(role("coordinator"))
    url = plan(followed) + "send/"
    assert client.post(url, answered(client, url, **day(FINAL))).status_code == 302
    row = Plan.objects.get(pk=followed.pk)
    assert (row.finalised_on, row.approved_on, row.sent_on) == (FINAL, FINAL, FINAL)
    page = client.get(plan(followed)).content.decode()
    assert TEXT in page and "BE Action Owner" in page


def test_an_empty_plan_says_what_will_appear(review, role, signed_in):
    page = signed_in(role("coordinator")).get(plan(review))
    assert "will appear here" in page.content.decode()


def test_the_outline_written_twice_at_once_shows_both(planned, role, signed_in):
    client = signed_in(role("panel-chair"))
    url = plan(planned) + "outline/"
    sent = answered(client, url, outline="What I typed.", **day(PLANNED))
    other = signed_in(role("coordinator"))
    assert (
        other.post(
            url, answered(other, url, outline="What they saved.", **day(PLANNED))
        ).status_code
        == 302
    )
    loser = client.post(url, sent)
    assert loser.status_code == 409
    page = loser.content.decode()
    assert "What I typed." in page and "What they saved." in page
    again = filled(loser.context["form"]) | day(PLANNED)
    assert client.post(url, again).status_code == 302
    assert Plan.objects.get(pk=planned.pk).outline == "What I typed."


# --- The owner


def test_an_owner_sees_their_action_and_nothing_of_the_case(action, role, signed_in):
    client = signed_in(role("action-owner"))
    page = client.get(f"/actions/{action.uuid}/").content.decode()
    review = action.plan.review
    assert TEXT in page and str(review.reference).replace(" ", "\u00a0") in page
    assert "Child A" not in page and f"/reviews/{review.slug}/" not in page
    assert client.get(f"/reviews/{review.slug}/").status_code == 404
    assert TEXT in client.get("/actions/").content.decode()
    assert Entry.objects.filter(verb="reviews.read", by_id=role("action-owner").pk).exists()


def test_an_owner_does_not_see_anothers_action(final, action, role, signed_in):
    Action.objects.filter(pk=action.pk).update(owner=role("outsider").person)
    assert signed_in(role("action-owner")).get(f"/actions/{action.uuid}/").status_code == 404


def test_an_owner_records_progress_and_completes_with_evidence(action, role, signed_in):
    client = signed_in(role("action-owner"))
    here = f"/actions/{action.uuid}/"
    assert {o.kind.code for o in client.get(here).context["offers"]} == {
        "action_plans.progress_recorded",
        "action_plans.completed",
    }
    url = here + "progress/"
    sent = answered(client, url, note="Half are trained.", **day(DONE))
    assert client.post(url, sent)["Location"] == here
    url = here + "complete/"
    empty = client.post(url, answered(client, url, **day(DONE)))
    assert "evidence" in empty.context["form"].errors
    sent = answered(client, url, evidence="The list.", **day(DONE))
    assert client.post(url, sent).status_code == 302
    assert fresh(action).status == Status.COMPLETED
    page = client.get(here).content.decode()
    assert "Half are trained." in page and "The list." in page
    assert client.get(here + "verify/").status_code == 403


def test_the_desk_shows_an_owner_what_is_theirs(action, role, signed_in):
    page = signed_in(role("action-owner")).get("/").content.decode()
    assert f"/actions/{action.uuid}/" in page


def test_a_verification_on_paper_does_not_offer_the_owner(action, role, signed_in):
    complete(action, by=role("action-owner"), on=DONE, evidence="The list.")
    Action.objects.filter(pk=action.pk).update(owner=role("subgroup-member").person)
    client = signed_in(role("coordinator"))
    form = client.get(f"/actions/{action.uuid}/verify/").context["form"]
    names = {person.name for person in form.fields["decided_by"].queryset}
    assert names == {"BE Subgroup Chair"}


def test_the_panel_changes_an_action_with_a_reason(action, role, signed_in):
    client = signed_in(role("panel-chair"))
    url = f"/actions/{action.uuid}/change/"
    due = day(dt.date(2026, 7, 1), "due_on")
    sent = answered(client, url, text="Train and audit.", **due, **day(DONE))
    assert "why" in client.post(url, sent).context["form"].errors
    assert client.post(url, sent | {"why": "Made clearer."}).status_code == 302
    assert fresh(action).text == "Train and audit."


def test_an_action_changed_twice_at_once_shows_both(action, role, signed_in, facts):
    client = signed_in(role("panel-chair"))
    url = f"/actions/{action.uuid}/change/"
    due = day(facts["due_on"], "due_on")
    sent = answered(client, url, text="What I typed.", why="Clearer.", **due, **day(DONE))
    change_action(
        action,
        by=role("coordinator"),
        on=DONE,
        version=1,
        facts=facts | {"text": "What they saved."},
        why="Clearer.",
    )
    loser = client.post(url, sent)
    assert loser.status_code == 409
    page = loser.content.decode()
    assert "What I typed." in page and "What they saved." in page
