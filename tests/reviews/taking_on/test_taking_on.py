"""A review that began outside the system is taken on at any stage, with its true days."""

import datetime as dt
import time

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from audit.models import Entry
from common.deeds import Refused
from common.forms import DateField
from deadlines.models import BoardTarget, Deadline, Reached, Reminder
from guidance.milestones import Milestone
from panels.timelines.services import release_timelines
from reviews.capacities import Capacity
from reviews.children.matching import matches
from reviews.children.services import add_child
from reviews.correcting.services import correct_day
from reviews.decision.services import decide, send_notice
from reviews.deeds import CLOSE
from reviews.door import ask, door
from reviews.journey import COMMISSIONED, ENDS, Stage
from reviews.models import OlderReference, Reply, Review, StageChange
from reviews.permissions import May
from reviews.taking_on.forms import milestone_field
from reviews.taking_on.milestones import ASKED, lies_before
from reviews.taking_on.services import take_on
from reviews.timing.stages import stages_of
from reviews.timing.standing import whole_of
from reviews.urls import urlpatterns
from tests.forms import open_form, typed
from tests.laws.whole import some
from tests.walking import CHILD

BEGAN = dt.date(2025, 4, 1)
DAY = dt.timedelta(days=1)
URL = "/reviews/take-on/"
PDF = b"%PDF-1.4\n%%EOF\n"


def days_to(stage: str) -> dict[Milestone, dt.date]:
    asked = [each for each in ASKED if lies_before(each, stage)]
    return {each: BEGAN + 7 * number * DAY for number, each in enumerate(asked)}


def taken(world, stage: str, **more) -> Review:
    words: dict[str, object] = {
        "kind": "concise" if stage in COMMISSIONED else "",
        "course": "concise",
    }
    if stage in ENDS:
        words["since"] = dt.date(2026, 1, 5)
    words |= {"days": days_to(stage), "older": ["CPR/07"], "children": ["Child A"]} | more
    made = take_on(world.board, by=world.user("coordinator"), on=world.today, stage=stage, **words)
    return Review.objects.select_related("board", "timetable").get(pk=made.pk)


def post(client, **facts):
    form = open_form(client, URL)
    data = typed(form, stage="report", kind="concise", **facts)
    for name, field in form.fields.items():
        if isinstance(field, DateField) and name not in facts:
            data = {k: v for k, v in data.items() if not k.startswith(f"{name}_")}
    return client.post(URL, data)


@pytest.mark.parametrize("stage", list(Stage))
def test_it_is_taken_on_at_every_stage(world, signed_in, stage):
    review = taken(world, stage)
    assert review.stage == stage
    change = StageChange.objects.get(review=review)
    assert (change.move, change.to_stage) == ("take_on", stage)
    assert Entry.objects.filter(review_id=review.pk, verb="reviews.taken_on").count() == 1
    assert signed_in(world.user("coordinator")).get(review.get_absolute_url()).status_code == 200


FEW = [Stage.DECISION, Stage.REPORT]


@pytest.mark.parametrize("stage", some(FEW, *(stage for stage in Stage if stage not in FEW)))
def test_every_page_of_a_review_that_was_taken_on_opens(world, signed_in, stage):
    review = taken(world, stage)
    client = signed_in(world.user("coordinator"))
    tried = 0
    # What speaks of a row as well is opened from the page that lists it.
    whole = [path for path in urlpatterns if str(path.pattern).count("<") == 1]
    names = [f"reviews:{path.name}" for path in whole if "<ref:ref>" in str(path.pattern)]
    names += [f"{room}:room" for room in ("learning_events", "reports", "action_plans")]
    names += ["panels:panel", "panels:timelines", "panels:family", "publication:room"]
    for name in names:
        answer = client.get(reverse(name, args=[review.slug]))
        assert answer.status_code in (200, 302, 403), (name, answer.status_code)
        tried += 1
    assert tried > 15
    assert client.get("/").status_code == 200


def test_the_clocks_follow_from_the_real_days_alone(world):
    review = taken(world, Stage.REPORT)
    forwarded = days_to(Stage.REPORT)[Milestone.FORWARDED]
    clock = Deadline.objects.get(timetable=review.timetable, limit="review_complete")
    assert clock.due_on == dt.date(forwarded.year, forwarded.month + 6, forwarded.day)
    days = days_to(Stage.REPORT)
    del days[Milestone.FORWARDED]
    unknown = taken(world, Stage.REPORT, days=days)
    assert not Deadline.objects.filter(timetable=unknown.timetable).exists()
    assert str(Milestone.FORWARDED) in unknown.taken_on.unknown


def test_what_is_not_known_is_said_and_never_invented(world, signed_in):
    review = taken(world, Stage.LEARNING, days={})
    assert not Reached.objects.filter(timetable=review.timetable).exists()
    client = signed_in(world.user("coordinator"))
    page = client.get(review.get_absolute_url()).content.decode()
    assert "We cannot work out the six months" in page
    assert "before this system" in page
    assert "CPR/07" in page
    rows = stages_of(review, whole_of(review, world.today), ())
    assert {row.stage for row in rows if row.is_unrecorded} == {
        Stage.REFERRAL,
        Stage.RECOMMENDATION,
        Stage.DECISION,
        Stage.PANEL,
        Stage.TIMELINES,
    }


def test_what_ended_on_a_day_nobody_gave_is_neither_late_nor_reminded_of(world, signed_in):
    begun = BEGAN - 700 * DAY
    BoardTarget.objects.create(
        board=world.board, key="chair_decides", value=2, unit="weeks", from_on=begun
    )
    days = {Milestone.FORWARDED: begun, Milestone.RECOMMENDED: begun + 30 * DAY}
    review = taken(world, Stage.FOLLOW_THROUGH, days=days)
    assert not review.timetable.deadlines.exists()
    assert not Reminder.objects.owed().filter(timetable=review.timetable).exists()
    whole = whole_of(review, world.today)
    assert whole.is_unknown and not whole.is_unmet and not whole.wants_cause
    page = signed_in(world.user("coordinator")).get(reverse("reviews:dates", args=[review.slug]))
    assert "a day that they need was not given" in page.content.decode()
    accepted = begun + 300 * DAY
    correct(world, review, accepted)  # the day was found
    assert review.timetable.deadlines.get(limit="review_complete").met_on == accepted
    correct(world, review, None)  # and was another review's
    assert not review.timetable.deadlines.filter(limit="review_complete").exists()


def correct(world, review, day):
    words = {"by": world.user("coordinator"), "on": world.today, "why": "The minutes."}
    correct_day(review, milestone="report_accepted", new_on=day, **words)


def test_at_the_panel_its_first_meeting_may_still_be_to_come(world):
    review = taken(world, Stage.PANEL, days={Milestone.FORWARDED: BEGAN})
    assert str(Milestone.PANEL_FIRST_MET) not in review.timetable.passed
    assert str(Milestone.DECIDED) in review.timetable.passed
    assert whole_of(review, world.today).clock


def test_no_earlier_guard_is_asked_again(world):
    review = taken(world, Stage.TIMELINES)
    release_timelines(
        review,
        by=world.user("coordinator"),
        on=world.today,
        decided_by=chair_of(world, review),
        reason="They came on paper.",
    )
    assert Review.objects.get(pk=review.pk).stage == Stage.LEARNING
    later = taken(world, Stage.FOLLOW_THROUGH)
    codes = {each.code for each in door.obstacles(later, CLOSE, world.today)}
    assert "not_published" in codes, "what can be answered now is asked"
    assert not {code for code in codes if code.startswith("notice_due")}


def chair_of(world, review):
    review.appointments.create(
        person=world.person("panel-chair"), capacity=Capacity.PANEL_CHAIR, from_on=BEGAN
    )
    return world.person("panel-chair")


def test_the_chair_agrees_with_what_was_recommended_on_paper(world):
    review = taken(world, Stage.DECISION)
    made = decide(
        review,
        by=world.user("board-chair"),
        on=world.today,
        reply=Reply.AGREE,
        reason="It began before.",
    )
    assert (made.stage, made.kind) == (Stage.PANEL, "concise")
    with_notice = Review.objects.select_related("board", "timetable").get(pk=made.pk)
    send_notice(with_notice, by=world.user("coordinator"), on=world.today, about="outcome")


def test_people_are_appointed_as_they_stand_and_see_the_case(world):
    review = taken(
        world,
        Stage.PANEL,
        panel_chair=world.person("panel-chair"),
        reviewers=[world.person("reviewer")],
    )
    assert world.user("panel-chair").has_perm(May.VIEW, review)
    assert not world.user("reviewer-two").has_perm(May.VIEW, review)
    held = {row.capacity for row in review.appointments.all()}
    assert held == {Capacity.PANEL_CHAIR, Capacity.REVIEWER}
    assert ask(review, CLOSE, world.user("reviewer")).refusal is not None


@pytest.mark.parametrize("role", ["subgroup-chair", "auditor", "outsider", "root"])
def test_only_coordinator_and_chair_take_on(world, signed_in, role):
    assert signed_in(world.user(role)).get(URL).status_code == 403
    if role != "root":
        with pytest.raises(Refused):
            take_on(
                world.board,
                by=world.user(role),
                on=world.today,
                stage="panel",
                kind="concise",
                days={},
            )


def test_it_is_found_by_its_old_reference(world, signed_in):
    review = taken(world, Stage.REPORT, older=["GW-CPR 2023/114 (paper)"])
    client = signed_in(world.user("coordinator"))
    answer = client.get("/reviews/", {"q": "cpr 2023/114"})
    assert answer.status_code == 302
    assert answer.url == review.get_absolute_url()
    for nobody in ("\x00", "nothing of the kind", "‮"):
        assert client.get("/reviews/", {"q": nobody}).status_code == 200
    stranger = signed_in(world.user("coordinator", "dc"))
    assert stranger.get("/reviews/", {"q": "cpr 2023/114"}).status_code == 200


def test_one_page_takes_it_on(world, signed_in):
    client = signed_in(world.user("coordinator"))
    facts = {milestone_field(each): day for each, day in days_to(Stage.REPORT).items()}
    began = time.monotonic()
    answer = post(
        client,
        **facts,
        older="CPR 7\nSG/22/3",
        children="Child A\nChild B",
        outline="A baby was hurt.",
        panel_chair=world.person("panel-chair"),
        reviewer=world.person("reviewer"),
    )
    assert time.monotonic() - began < 30
    assert answer.status_code == 302, answer.context["form"].errors
    review = OlderReference.objects.get(written="SG/22/3").review
    assert review.subjects.count() == 2
    assert review.year == 2025
    assert review.stage == Stage.REPORT
    assert review.stage_since == days_to(Stage.REPORT)[Milestone.EVENT_HELD]
    add_child(review, by=world.user("coordinator"), on=world.today, pseudonym="Child C")


def test_the_same_form_twice_is_one_review(world, signed_in):
    client = signed_in(world.user("coordinator"))
    data = typed(open_form(client, URL), stage="referral", since=BEGAN)
    before = Review.objects.count()
    first, second = client.post(URL, data), client.post(URL, data)
    assert (first.status_code, second.status_code) == (302, 302)
    assert first.url == second.url
    assert Review.objects.count() == before + 1


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"stage": "panel", "kind": ""}, "which kind of review"),
        ({"stage": "decision", "kind": ""}, "what the sub-group recommended"),
        ({"stage": "closed"}, "the date on which the review ended"),
        ({"stage": "panel", "day_event_held": BEGAN}, "comes after the stage"),
        ({"since": dt.date(2030, 1, 1)}, "in the future"),
        (
            {"day_referred": BEGAN, "day_forwarded": BEGAN - DAY},
            "not in the usual order",
        ),
        ({"older": "x" * 61}, "A line is too long"),
        ({"children": "x" * 41}, "A line is too long"),
        ({"outline": "\x00"}, "hidden control characters"),
        ({"stage": "elsewhere"}, "Select a valid choice"),
        ({"reviewer": "99999999"}, "Select a valid choice"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_typed_is_lost(world, signed_in, facts, said):
    client = signed_in(world.user("coordinator"))
    before = Review.objects.count()
    words = {"stage": "report", "kind": "concise", "outline": "Kept as typed."} | facts
    answer = client.post(URL, typed(open_form(client, URL), **words))
    assert answer.status_code == 200
    page = answer.content.decode()
    assert said in page
    assert "Kept as typed." in page or "outline" in facts
    assert Review.objects.count() == before


def test_days_the_wrong_way_round_are_kept_once_they_are_said_to_be_right(world, signed_in):
    client = signed_in(world.user("coordinator"))
    words: dict[str, object] = {"stage": "report", "kind": "concise"}
    words |= {"day_referred": BEGAN, "day_forwarded": BEGAN - DAY}
    data = typed(open_form(client, URL), **words)
    assert client.post(URL, data).status_code == 200
    assert client.post(URL, data | {"as_they_are": "on"}).status_code == 302


def test_one_person_is_never_chair_and_reviewer(world, signed_in):
    client = signed_in(world.user("coordinator"))
    both = world.person("reviewer")
    answer = post(client, panel_chair=both, reviewer=both)
    assert "never the same person" in answer.content.decode()


# --- papers and names


@pytest.fixture
def files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    settings.UPLOAD_MAX_BYTES = 1024 * 1024


def test_a_few_papers_and_the_names_come_with_it(world, signed_in, files):
    client = signed_in(world.user("coordinator"))
    answer = post(
        client,
        children="Child A\nChild B",
        names=f"-\n{CHILD}",
        paper_1=SimpleUploadedFile("minutes.pdf", PDF),
        paper_1_is="minutes",
    )
    assert answer.status_code == 302, answer.context["form"].errors
    review = Review.objects.latest("pk")
    paper = review.documents.get()
    assert (paper.kind, paper.marking) == ("minutes", "names")
    first, second = review.subjects.order_by("pk")
    assert not hasattr(first, "identity")
    assert second.identity.full_name == CHILD
    assert matches(CHILD, None, among=[review.pk])
    told = Entry.objects.filter(review_id=review.pk, verb="reviews.names_recorded")
    assert told.count() == 1
    assert CHILD not in str([entry.details for entry in told])


@pytest.mark.parametrize("content", [b"", b"<html>", PDF + b" " * 2_000_000])
def test_a_paper_that_is_refused_loses_nothing_typed(world, signed_in, files, content):
    before = Review.objects.count()
    answer = post(
        signed_in(world.user("coordinator")),
        outline="What it is about.",
        children="Child A",
        names=CHILD,
        paper_2=SimpleUploadedFile("a.pdf", content),
    )
    assert answer.status_code == 200
    assert "paper_2" in answer.context["form"].errors
    text = answer.content.decode()
    assert "What it is about." in text
    assert CHILD in text
    assert Review.objects.count() == before


@pytest.mark.parametrize("names", [f"{CHILD}\nA Second", "x" * 121, "\x00"])
def test_names_that_fit_no_child_are_said(world, signed_in, names):
    answer = post(signed_in(world.user("coordinator")), children="Child A", names=names)
    assert answer.status_code == 200
    assert "names" in answer.context["form"].errors


def test_who_does_not_keep_the_children_names_none(world, signed_in):
    client = signed_in(world.user("board-chair"))
    assert "names" not in open_form(client, URL).fields
    with pytest.raises(Refused):
        take_on(
            world.board,
            by=world.user("board-chair"),
            on=world.today,
            stage="panel",
            kind="concise",
            days={},
            children=["Child A"],
            names=[CHILD],
        )
