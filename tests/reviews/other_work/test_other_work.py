"""The board's other work in the one list: who sees it, who keeps it, and when a forum is done."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from audit.models import Entry
from common.deeds import NotNow, Refused, WrongDate
from reviews.journey import Stage
from reviews.models import ForumPurpose, ForumSource, OtherWork, WorkKind, WorkStage
from reviews.other_work.reading import work_visible_to
from reviews.other_work.services import add_work, change_work, keep_forum
from tests.forms import fill, open_form, typed

LIST = reverse("reviews:list")


def add(world, **more):
    words = {
        "by": world.user("coordinator"),
        "on": world.today,
        "kind": WorkKind.FORUM,
        "reference": "MAPF 7",
        "stage": WorkStage.PLANNED,
        "began_on": world.today,
    }
    return add_work(world.board, **words | more)


def change(world, work, **more):
    words = {"by": world.user("coordinator"), "on": world.today, "version": work.version}
    return change_work(work, **words | more)


def test_one_list_holds_reviews_and_other_work_and_filters_by_kind(world, signed_in):
    add(world)
    add(world, kind=WorkKind.ADULT, reference="APR 2", next_on=dt.date(2020, 1, 1))
    client = signed_in(world.user("coordinator"))
    page = client.get(LIST)
    assert page.context["rows"][0].work.reference == "APR 2"  # the longest overdue stands first
    assert any(hasattr(row, "review") for row in page.context["rows"])
    only = client.get(LIST + "?stage=work-forum")
    works = [row.work for row in only.context["rows"] if hasattr(row, "work")]
    assert [work.reference for work in works] == ["MAPF 7"]  # beside the cases decided to be one
    assert "Adult practice review: 1" in only.content.decode()


def test_the_list_of_other_work_is_the_boards_own(world, signed_in):
    work = add(world)
    for who, board in (("coordinator", "dc"), ("outsider", "be"), ("panel-member", "be")):
        user = world.user(who, board)
        assert not work_visible_to(user).exists(), who
        client = signed_in(user)
        assert client.get(work.get_absolute_url()).status_code == 404, who
        assert "MAPF 7" not in client.get(LIST).content.decode(), who
    assert work in work_visible_to(world.user("auditor"))


def test_whoever_reads_it_only_does_not_change_it(world):
    work = add(world)
    with pytest.raises(Refused):
        change_work(
            work,
            by=world.user("auditor"),
            on=world.today,
            version=1,
            stage=WorkStage.UNDER_WAY,
        )


def test_a_forum_is_complete_once_its_record_says_what_came_of_it(world):
    work = add(world)
    with pytest.raises(NotNow):
        change(world, work, stage=WorkStage.COMPLETE)
    facts = {
        "source": ForumSource.AUDIT,
        "purpose": ForumPurpose.CASE,
        "topic": "Neglect",
        "held_on": world.today,
        "attendance": "Health 2, police 1",
        "learning": "Ask about fathers.",
        "dissemination": "A bulletin in March.",
        "evaluation": "Useful.",
    }
    keep_forum(work, by=world.user("coordinator"), on=world.today, facts=facts)
    done = change(world, work, stage=WorkStage.COMPLETE)
    assert (done.stage, done.ended_on, done.is_running) == ("complete", world.today, False)


def test_two_who_change_it_at_once_do_not_overwrite_each_other(world):
    work = add(world)
    change(world, work, stage=WorkStage.UNDER_WAY)
    with pytest.raises(NotNow):
        change(world, work, stage=WorkStage.NOT_HELD)
    assert OtherWork.objects.get(pk=work.pk).stage == WorkStage.UNDER_WAY


def test_its_last_day_is_not_before_its_first(world):
    work = add(world)
    with pytest.raises(WrongDate):
        early = world.today - dt.timedelta(days=2)
        change(world, work, stage=WorkStage.NOT_HELD, ended_on=early)


def test_a_forum_decided_on_a_case_is_started_from_it_and_links_back(world, signed_in):
    review = world.review_at(Stage.FORUM)
    client = signed_in(world.user("coordinator"))
    url = client.get(review.get_absolute_url()).context["work_url"]
    assert open_form(client, url)["review"].value() == review.pk
    answer = fill(client, url, reference="MAPF 8", stage="planned")
    work = OtherWork.objects.get(reference="MAPF 8")
    assert answer.url == work.get_absolute_url()
    assert str(review.reference) in client.get(answer.url).content.decode().replace("\xa0", " ")
    assert "MAPF 8" in client.get(review.get_absolute_url()).content.decode().replace("\xa0", " ")


def test_facilitators_come_from_different_disciplines(world, signed_in):
    work = add(world)
    client = signed_in(world.user("coordinator"))
    url = reverse("reviews:keep_forum", args=[work.uuid])
    facts = {"source": "audit", "purpose": "case", "topic": "Kept words"}
    same = {"first_discipline": "Health", "second_discipline": "health"}
    page = client.post(url, facts | same)
    assert page.status_code == 200
    assert "different disciplines" in page.content.decode()
    assert "Kept words" in page.content.decode()


@pytest.mark.parametrize(
    "wrong",
    [
        {"reference": "x\x00y"},
        {"reference": "R" * 61},
        {"kind": "nonsense"},
        {"lead": "999999"},
        {"review": "999999"},
        {"began_on_day": "31", "began_on_month": "2", "began_on_year": "2026"},
    ],
)
def test_bad_input_is_answered_with_what_was_typed(world, signed_in, wrong):
    client = signed_in(world.user("coordinator"))
    url = reverse("reviews:add_work", args=["be"])
    given = typed(open_form(client, url), kind="adult", reference="APR 9", note="Kept words")
    answer = client.post(url, given | wrong)
    assert answer.status_code == 200
    assert "Kept words" in answer.content.decode()
    assert not OtherWork.objects.exists()


def test_every_look_is_written_down_and_the_history_is_told(world, signed_in):
    work = add(world)
    page = signed_in(world.user("auditor")).get(work.get_absolute_url())
    assert Entry.objects.filter(verb="reviews.work_read", target_id=work.pk).count() == 1
    assert "Other work was put on the list" in page.content.decode()


def test_the_list_asks_no_more_for_more_of_it(world, signed_in):
    client = signed_in(world.user("coordinator"))
    add(world)

    def asked():
        client.get(LIST)
        with CaptureQueriesContext(connection) as queries:
            client.get(LIST)
        return len(queries)

    few = asked()
    for number in range(12):
        add(world, reference=f"S {number}", kind=WorkKind.SUSR)
    assert asked() <= few
