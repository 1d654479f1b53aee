"""The recommendation over several sittings: nothing typed is lost, and both texts are seen."""

import datetime as dt

import pytest
from django.urls import reverse

from audit.models import Entry
from reviews.models import Departure, InvolvedAgency, Recommendation, RecommendationDraft
from reviews.recommendation.boxes import SECTIONS
from reviews.recommendation.forms import BOXES
from tests.forms import open_form, typed
from tests.reviews.recommendation.conftest import ENOUGH


def test_three_sittings_and_two_people_make_one_recommendation(
    review, url, check_url, coordinator_at, chair, whole, draft_it, sign
):
    first = {name: whole[name] for name in ("outline", "legal_status", "sitting_on")}
    assert draft_it(coordinator_at, **first).url == url
    second = {name: value for name, value in whole.items() if name not in first}
    assert draft_it(coordinator_at, **second).url == url
    again = open_form(chair, url)
    assert again["outline"].value() == whole["outline"]
    assert again["agencies"].value() == whole["agencies"]
    assert "Another agency" in chair.get(url).content.decode()
    assert draft_it(chair, then="check", chair_why="No part in it.").url == check_url
    page = chair.get(check_url).content.decode()
    for shown in ("Who was told?", "Ann Other, Team manager", "£4,500.00", "A coroner"):
        assert shown in page, shown
    assert "September 2024" in page and "1 September" not in page
    assert sign(chair, signed_title="Chair", signed_telephone="01234").status_code == 302
    paper = Recommendation.objects.get(review=review)
    for name in BOXES:
        assert getattr(paper, name) not in (None, "") or name in (
            *("is_urgent", "dissent", "other_process", "chairing_other", "reviewer_details"),
        ), name
    assert paper.period_band == "6-12"
    assert (paper.signed_title, paper.signed_telephone) == ("Chair", "01234")
    assert str(paper.report_expected_on) == "2024-09-01"
    named = InvolvedAgency.objects.filter(review=review)
    assert [row.contact_name for row in named] == ["Ann Other", ""]
    assert [str(row) for row in named][1] == "A coroner"
    there = {str(row): row.was_present for row in paper.meeting.attendances.all()}
    assert there == {
        "BE Subgroup Chair": True,
        "BE Subgroup Member": False,
        "Named nurse, Gorse Coast": True,
        "Head of safeguarding": True,
    }
    assert not Departure.objects.filter(review=review, deed="reviews.recommended").exists()
    # Once made it is read as a document, by who may read the case.
    read = chair.get(reverse("reviews:subgroup", args=[review.slug])).content.decode()
    assert "The twelve months before." in read and "<textarea" not in read


def test_what_cannot_be_read_is_kept_as_typed_and_marked(review, url, coordinator_at):
    data = typed(open_form(coordinator_at, url), outline="Kept words.", rationale="a\x00b")
    data |= {"first_panel_on_day": "31", "first_panel_on_month": "2", "first_panel_on_year": "2024"}
    data |= {"reviewer_cost": "a lot", "course": "bogus", "chairing_agency": "999999"}
    answer = coordinator_at.post(url, data)
    assert answer.status_code == 200
    form = answer.context["form"]
    wrong = {"rationale", "first_panel_on", "reviewer_cost", "course", "chairing_agency"}
    assert set(form.errors) == wrong
    told = answer.content.decode()
    assert "Kept words." in told and "a lot" in told
    draft = RecommendationDraft.objects.get(review=review)
    assert draft.answers["outline"] == "Kept words."
    assert draft.answers["first_panel_on"] == ["31", "2", "2024"]
    assert "rationale" not in draft.answers and "course" not in draft.answers
    assert "unreadable" in draft.lacking
    # The page that came back saves on top of what it saved itself.
    mended = data | {"version": form["version"].value(), "key": form["key"].value()}
    mended |= {"rationale": "ab", "course": "no_review", "first_panel_on_day": "28"}
    mended |= {"reviewer_cost": "1200", "chairing_agency": ""}
    assert coordinator_at.post(url, mended).status_code == 302
    draft.refresh_from_db()
    assert draft.lacking == ["vote"] and draft.version == 2


def test_two_people_drafting_see_both_texts(review, url, coordinator_at, chair, draft_it):
    early = open_form(chair, url)
    draft_it(coordinator_at, outline="Hers.", course="extended", vote="unanimous")
    answer = chair.post(url, typed(early, outline="His.", vote="unanimous", course="concise"))
    assert answer.status_code == 409
    told = answer.content.decode()
    assert "Hers." in told and "His." in told and "An extended review" in told
    assert [pair.field.name for pair in answer.context["pairs"]] == ["outline", "course"]
    assert RecommendationDraft.objects.get(review=review).answers["outline"] == "Hers."
    form = answer.context["form"]
    again = typed(form, outline="Hers and his.")
    assert chair.post(url, again).status_code == 302
    assert RecommendationDraft.objects.get(review=review).answers["outline"] == "Hers and his."


def test_a_form_that_saves_itself_goes_on_with_the_next_version(review, url, coordinator_at):
    data = typed(open_form(coordinator_at, url), outline="One.")
    saved = coordinator_at.post(url, data, headers={"X-Saves-Itself": "yes"}).json()
    assert saved["version"] == 1
    data |= {"version": saved["version"], "key": saved["key"], "outline": "Two."}
    assert coordinator_at.post(url, data).status_code == 302
    assert RecommendationDraft.objects.get(review=review).answers["outline"] == "Two."
    late = typed(open_form(coordinator_at, url), outline="Old.") | {"version": 1}
    assert coordinator_at.post(url, late, headers={"X-Saves-Itself": "yes"}).status_code == 409


@pytest.mark.parametrize(
    ("left_out", "says"),
    [
        ("outline", "The outline of the case is not written yet."),
        ("course", "What is recommended is not chosen yet."),
        ("vote", "How it was decided is not chosen yet."),
        ("rationale", "The rationale is not written yet."),
        ("period_from_on", "The period to review is not given yet."),
        ("period_why", "There is no explanation of why this period was chosen."),
    ],
)
def test_it_is_not_made_without_what_is_needed(review, check_url, chair, draft_it, left_out, says):
    draft_it(chair, **{name: value for name, value in ENOUGH.items() if name != left_out})
    page = chair.get(check_url)
    assert page.context["form"] is None
    assert says in page.content.decode()


def test_a_majority_needs_its_explanation_and_media_their_issues(
    review, check_url, chair, draft_it
):
    draft_it(chair, **ENOUGH | {"vote": "majority", "media": "likely"})
    codes = {each.code for each in chair.get(check_url).context["answer"].obstacles}
    assert codes == {"dissent", "media_issues"}


def test_what_stays_open_asks_why_and_keeps_the_answer(review, check_url, chair, draft_it, sign):
    long_ago = {"period_from_on": dt.date(2021, 1, 1)}
    draft_it(chair, **ENOUGH | long_ago)
    open_still = {each.code for each in chair.get(check_url).context["answer"].warnings}
    assert open_still == {"agencies", "panel_chair", "independence", "media", "period_long"}
    assert sign(chair).status_code == 200, "no reason, no recommendation"
    assert sign(chair, reason="The panel chair is sought.").status_code == 302
    kept = Departure.objects.get(review=review, deed="reviews.recommended")
    assert set(kept.missing) == open_still
    assert Recommendation.objects.get(review=review).period_band == "24+"


def test_none_known_is_an_answer_about_media(review, check_url, chair, draft_it):
    draft_it(chair, **ENOUGH | {"media": "none_known"})
    codes = {each.code for each in chair.get(check_url).context["answer"].warnings}
    assert "media" not in codes


def test_the_same_form_serves_no_review_without_a_period(review, chair, draft_it, sign):
    draft_it(chair, outline="O.", course="no_review", vote="unanimous", rationale="R.",
             media="none_known")  # fmt: skip
    assert sign(chair, reason="No agency had a part.").status_code == 302
    assert Recommendation.objects.get(review=review).course == "no_review"


def test_the_coordinator_records_it_for_the_chair(review, world, coordinator_at, draft_it, sign):
    draft_it(coordinator_at, **ENOUGH)
    words = {"decided_by": world.person("subgroup-chair"), "reason": "By telephone; see minutes."}
    assert sign(coordinator_at, **words | {"decided_by": ""}).status_code == 200
    assert sign(coordinator_at, **words).status_code == 302
    paper = Recommendation.objects.get(review=review)
    assert paper.recommended_by == world.person("subgroup-chair")
    assert paper.recorded_by == world.user("coordinator")
    entry = Entry.objects.get(review_id=review.pk, verb="reviews.recommended")
    assert entry.decided_by_id == world.person("subgroup-chair").pk


def test_what_is_signed_is_what_was_checked(review, check_url, chair, coordinator_at, draft_it):
    draft_it(chair, **ENOUGH | {"media": "none_known"})
    seen = typed(open_form(chair, check_url), on=dt.date(2024, 2, 5), reason="Open.")
    draft_it(coordinator_at, outline="Changed meanwhile.")
    answer = chair.post(check_url, seen)
    assert answer.status_code == 409
    assert "Changed meanwhile." in answer.content.decode()
    assert not Recommendation.objects.filter(review=review).exists()


def test_a_reader_of_the_case_does_not_read_the_draft(
    review, url, world, signed_in, chair, draft_it
):
    draft_it(chair, outline="Not yet for the Chair.")
    reader = signed_in(world.user("board-chair"))
    room = reader.get(reverse("reviews:subgroup", args=[review.slug])).content.decode()
    assert "Not yet for the Chair." not in room
    assert reader.get(url).status_code == 403


def test_every_question_stands_in_one_section_of_the_page(review, url, chair):
    form = open_form(chair, url)
    shown = [field.name for part in form.parts() for field in part.fields]
    standing = [field.name for field in form.standing_fields()]
    assert sorted(shown) == sorted(standing)
    named = [name for section in SECTIONS for name in section.names]
    assert len(named) == len(set(named))


def test_without_a_draft_there_is_nothing_to_sign(check_url, chair):
    assert chair.get(check_url).context["form"] is None


def test_what_is_missing_leads_to_its_place_in_the_form(url, chair, draft_it):
    draft_it(chair, outline="O.")
    page = chair.get(url).content.decode()
    for each in ("recommendation", "decision", "rationale", "agencies", "media"):
        assert f'href="#box-{each}"' in page and f'id="box-{each}"' in page
