"""Who may have the notice to Welsh Government made, and fetch it."""

import pytest
from django.urls import reverse

from audit.models import Entry
from common import pdf
from common.deeds import NotNow
from common.models import PaperRequest
from common.papers import tasks
from reviews.decision.notices import matters
from reviews.decision.papers import KIND, WORD, context, filename, subject_of
from reviews.decision.services import decide, send_notice
from reviews.models import Recommendation
from reviews.people.services import declare_interest
from tests.reviews.decision.notice.papers_of import (
    OUTCOME,
    OUTLINE,
    RECOMMENDED,
    TODAY,
    address,
    ask_for,
    made,
)


def test_a_recommendation_is_told_before_there_is_an_outcome(recommended):
    assert matters(recommended) == [RECOMMENDED]


def test_what_is_put_to_the_board_is_no_outcome_yet(recommended, board_chair):
    row = decide(recommended, by=board_chair, on=TODAY, reply="disagree", reasons="Not met.")
    assert matters(row) == [RECOMMENDED]


def test_the_notice_of_the_recommendation_says_nothing_of_the_decision(refused, coordinator):
    said = "\n".join(
        context(subject_of(refused, RECOMMENDED, is_welsh=False, by=coordinator))["form"].text()
    )
    assert OUTLINE in said
    assert "The inquest covers it." not in said and "of two minds" not in said


def test_the_file_name_is_neutral(refused, coordinator):
    subject = subject_of(refused, OUTCOME, is_welsh=True, by=coordinator)
    assert filename(subject) == "BE-1-2026-notice-cy"


def test_the_room_leads_to_it_those_who_may_make_it(
    recommended, coordinator, subgroup_chair, client
):
    room = reverse("reviews:decision", args=[recommended.slug])
    client.force_login(coordinator)
    assert address(recommended) in client.get(room).content.decode()
    client.force_login(subgroup_chair)
    assert address(recommended) not in client.get(room).content.decode()


def test_both_languages_and_formats_are_asked_for_at_once_and_only_once(
    recommended, coordinator, client
):
    client.force_login(coordinator)
    for _again in range(2):
        assert ask_for(client, recommended, "recommendation").url == address(recommended)
    found = PaperRequest.objects.values_list("kind", "language")
    assert sorted(found) == [(kind, code) for kind in (KIND, WORD) for code in ("cy", "en-gb")]
    waiting = client.get(address(recommended))
    assert waiting.headers["Refresh"]


def test_what_is_not_there_yet_is_not_made(recommended, coordinator, client):
    client.force_login(coordinator)
    ask_for(client, recommended, "outcome")
    ask_for(client, recommended, "nonsense")
    assert not PaperRequest.objects.exists()


def test_the_paper_comes_as_a_download_and_the_reading_is_recorded(
    recommended, coordinator, client, monkeypatch
):
    monkeypatch.setattr("common.papers.making.render_pdf", lambda *args: b"%PDF-made")
    client.force_login(coordinator)
    ask_for(client, recommended, "recommendation")
    row = made("en-gb")
    assert reverse("paper_file", args=[row.pk]) in client.get(address(recommended)).content.decode()
    answer = client.get(reverse("paper_file", args=[row.pk]))
    assert answer.headers["Content-Disposition"] == (
        'attachment; filename="BE-1-2026-notice-en.pdf"'
    )
    entry = Entry.objects.filter(verb="reviews.read").latest("pk")
    assert (entry.details, entry.review_id) == ({"page": "notice-pdf"}, recommended.pk)


@pytest.mark.parametrize("who", ["outsider", "other_board_coordinator", "superuser"])
def test_a_stranger_gets_404(recommended, client, request, who):
    client.force_login(request.getfixturevalue(who))
    assert client.get(address(recommended)).status_code == 404
    assert ask_for(client, recommended, "recommendation").status_code == 404


def test_who_only_reads_the_case_is_refused(recommended, client, subgroup_chair):
    client.force_login(subgroup_chair)
    assert client.get(address(recommended)).status_code == 403
    assert ask_for(client, recommended, "recommendation").status_code == 403
    assert not PaperRequest.objects.exists()


def test_who_has_since_been_kept_out_loses_the_paper(recommended, client, coordinator, monkeypatch):
    monkeypatch.setattr("common.papers.making.render_pdf", lambda *args: b"%PDF-made")
    client.force_login(coordinator)
    ask_for(client, recommended, "recommendation")
    row = made("cy")
    declare_interest(recommended, by=coordinator, on=TODAY, grade="out", what="Named.")
    assert client.get(reverse("paper_file", args=[row.pk])).status_code == 404


def test_a_machine_without_pango_says_so_on_the_page(recommended, coordinator, client, monkeypatch):
    def refuse(*args):
        raise pdf.Unavailable

    monkeypatch.setattr("common.papers.making.render_pdf", refuse)
    client.force_login(coordinator)
    ask_for(client, recommended, "recommendation")
    tasks.sweep()
    assert b"the Pango library is not installed" in client.get(address(recommended)).content


def test_a_notice_without_its_rationale_is_not_made_but_its_sending_can_be_recorded(
    recommended, coordinator, client
):
    Recommendation.objects.filter(pk=recommended.pk).update(rationale="  ")
    client.force_login(coordinator)
    ask_for(client, recommended, "recommendation")
    assert not PaperRequest.objects.exists()
    assert b"gives no rationale" in client.get(address(recommended)).content
    words = {"by": coordinator, "on": TODAY, "about": "recommendation"}
    with pytest.raises(NotNow):
        send_notice(recommended, **words)
    assert send_notice(recommended, **words, reason="It went out on paper in 2019.").pk
