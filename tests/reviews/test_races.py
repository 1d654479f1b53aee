"""Two people, one case, the same moment: one winner, and the loser is told who was quicker."""

import threading

import pytest
from django.db import connection
from django.urls import reverse

from audit.models import Entry
from common.models import OutboxMessage
from reviews.models import (
    Decision,
    KindChange,
    Notice,
    Recommendation,
    RecommendationDraft,
    Review,
    StageChange,
    Subject,
)
from reviews.referral.services import log_referral
from tests.forms import open_form, typed

AT_ONCE = 20


def together(posts):
    """Send every post at the same moment, each from a browser of its own; their answers."""
    gate, answers = threading.Barrier(len(posts)), [None] * len(posts)

    def send(number, client, url, data):
        try:
            gate.wait(timeout=20)
            answers[number] = client.post(url, data)
        finally:
            connection.close()

    threads = [
        threading.Thread(target=send, args=(number, *post)) for number, post in enumerate(posts)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers


@pytest.fixture
def decide_page(own_clone):
    review = own_clone.review_at("decision")
    return review, reverse("reviews:decide", args=[review.slug])


def test_two_chairs_decide_at_the_same_moment(own_clone, decide_page, signed_in):
    review, url = decide_page
    first, second = (
        signed_in(own_clone.user("board-chair")),
        signed_in(own_clone.user("vice-chair")),
    )
    yes = typed(open_form(first, url), reply="agree", reason="Old.")
    no = {"reply": "amend", "course": "no_review", "amendments": "Not met.", "reason": "Old."}
    no = typed(open_form(second, url), **no)
    answers = together([(first, url, yes), (second, url, no)])
    assert sorted(answer.status_code for answer in answers) == [302, 409]
    winner, loser = sorted(answers, key=lambda answer: answer.status_code)
    assert Decision.objects.filter(review=review).count() == 1
    assert StageChange.objects.filter(review=review, from_stage="decision").count() == 1
    verbs = ("reviews.commissioned", "reviews.decided_no_review")
    assert Entry.objects.filter(review_id=review.pk, verb__in=verbs).count() == 1
    made = Decision.objects.get(review=review)
    told = loser.content.decode()
    assert made.decided_by.name in told
    assert review.get_absolute_url() in winner.url
    if answers[1] is loser:
        assert "Not met." in told, "what was typed is given back"


def test_a_form_opened_before_somebody_else_decided_is_given_back(
    own_clone, decide_page, signed_in
):
    review, url = decide_page
    early, late = (signed_in(own_clone.user(role)) for role in ("board-chair", "vice-chair"))
    opened = open_form(late, url)
    first = typed(open_form(early, url), reply="agree", reason="Old.")
    assert early.post(url, first).status_code == 302
    answer = late.post(url, typed(opened, reply="agree", reason="Thought through."))
    assert answer.status_code == 409
    told = answer.content.decode()
    assert own_clone.person("board-chair").name in told
    assert "Thought through." in told and "I agree" in told
    assert Decision.objects.filter(review=review).count() == 1


def test_two_chairs_change_the_type_at_the_same_moment(own_clone, signed_in):
    """It is changed once: the second would have changed it back."""
    review = own_clone.review_at("panel")
    url = reverse("reviews:change_kind", args=[review.slug])
    posts = []
    for role in ("board-chair", "vice-chair"):
        client = signed_in(own_clone.user(role))
        posts.append((client, url, typed(open_form(client, url), reasons=f"By {role}.")))
    answers = together(posts)
    assert sorted(answer.status_code for answer in answers) == [302, 409]
    assert KindChange.objects.filter(review=review).count() == 1
    assert Review.objects.get(pk=review.pk).kind == "extended"


def test_one_notice_recorded_by_two_at_the_same_moment_counts_once(own_clone, signed_in):
    review = own_clone.review_at("panel")
    url = reverse("reviews:send_notice", args=[review.slug])
    posts = []
    for role in ("board-chair", "coordinator"):
        client = signed_in(own_clone.user(role))
        posts.append((client, url, typed(open_form(client, url), about="outcome")))
    answers = together(posts)
    assert sorted(answer.status_code for answer in answers) == [200, 302]
    assert Notice.objects.filter(review=review, about="outcome").count() == 1
    (loser,) = (answer for answer in answers if answer.status_code == 200)
    assert "already been recorded as sent" in loser.content.decode()


def test_the_same_form_sent_twenty_times_at_once_counts_once(own_clone, signed_in):
    review = own_clone.review_at("panel")
    url = reverse("reviews:add_child", args=[review.slug])
    user = own_clone.user("coordinator")
    data = typed(open_form(signed_in(user), url), pseudonym="Child B")
    clients = [signed_in(user) for _ in range(AT_ONCE)]
    answers = together([(client, url, data) for client in clients])
    assert {answer.status_code for answer in answers} == {302}
    assert len({answer.url for answer in answers}) == 1
    assert Subject.objects.filter(review=review, pseudonym="Child B").count() == 1
    done = Entry.objects.filter(review_id=review.pk, verb="reviews.child_added")
    assert done.count() == 2  # the world's own, and this one


def test_a_referral_sent_twice_is_one_case(own_clone, signed_in):
    client = signed_in(own_clone.user("coordinator"))
    url = reverse("reviews:log")
    data = typed(
        open_form(client, url), board=own_clone.board, source="telephone", sentence="A call."
    )
    before, mails = Review.objects.count(), OutboxMessage.objects.count()
    first, second = client.post(url, data), client.post(url, data)
    assert first.status_code == 302
    assert first.url == second.url
    assert Review.objects.count() == before + 1
    assert OutboxMessage.objects.count() - mails <= 4


def test_two_referrals_at_the_same_moment_get_two_numbers(own_clone, signed_in):
    posts = []
    url = reverse("reviews:log")
    for role in ("coordinator", "subgroup-chair", "board-chair"):
        client = signed_in(own_clone.user(role))
        form = open_form(client, url)
        words = {"board": own_clone.board, "source": "telephone", "sentence": "A call."}
        posts.append((client, url, typed(form, **words)))
    assert {answer.status_code for answer in together(posts)} == {302}
    numbers = Review.objects.filter(year=2026).values_list("number", flat=True)
    assert sorted(numbers) == [1, 2, 3]


def test_two_make_the_recommendation_at_the_same_moment(own_clone, signed_in):
    """The chair signs while the co-ordinator records it for the chair: it is made once."""
    review = own_clone.review_at("recommendation")
    write = reverse("reviews:recommend", args=[review.slug])
    check = reverse("reviews:check_recommendation", args=[review.slug])
    chair = signed_in(own_clone.user("subgroup-chair"))
    office = signed_in(own_clone.user("coordinator"))
    words = {"outline": "Hurt.", "course": "forum", "vote": "unanimous", "rationale": "Not met."}
    draft = typed(open_form(office, write), media="none_known", **words)
    assert office.post(write, draft).status_code == 302
    signed = typed(open_form(chair, check), reason="No agency had a part.")
    recorded = typed(
        open_form(office, check),
        reason="Signed on paper.",
        decided_by=own_clone.person("subgroup-chair"),
    )
    answers = together([(chair, check, signed), (office, check, recorded)])
    assert sorted(answer.status_code for answer in answers) == [302, 409]
    assert Recommendation.objects.filter(review=review).count() == 1
    assert StageChange.objects.filter(review=review, to_stage="decision").count() == 1


def test_two_save_the_draft_at_the_same_moment(own_clone, signed_in):
    review = own_clone.review_at("recommendation")
    url = reverse("reviews:recommend", args=[review.slug])
    posts = []
    for role, outline in (("subgroup-chair", "His."), ("coordinator", "Hers.")):
        client = signed_in(own_clone.user(role))
        posts.append((client, url, typed(open_form(client, url), outline=outline)))
    answers = together(posts)
    assert sorted(answer.status_code for answer in answers) == [302, 409]
    (loser,) = (answer for answer in answers if answer.status_code == 409)
    told = loser.content.decode()
    assert "His." in told and "Hers." in told
    assert RecommendationDraft.objects.get(review=review).version == 1


def test_two_join_two_cases_to_each_other_at_the_same_moment(own_clone, signed_in):
    """Each would end in the other: one goes on, and nobody waits for the other for ever."""
    by, day = own_clone.user("coordinator"), own_clone.today
    one, other = (
        log_referral(own_clone.board, by=by, on=day, source="telephone", sentence=f"A call, {n}.")
        for n in ("one", "two")
    )
    posts = []
    for role, here, there in (("coordinator", one, other), ("board-chair", other, one)):
        client = signed_in(own_clone.user(role))
        url = reverse("reviews:join_case", args=[here.slug])
        page = client.get(url)
        if page.status_code != 200:
            client = signed_in(by)
        posts.append((client, url, typed(open_form(client, url), to=there, reasons="The same.")))
    answers = together(posts)
    assert None not in answers
    assert all(answer.status_code < 500 for answer in answers)
    assert sum(answer.status_code == 302 for answer in answers) == 1
    ended = Review.objects.filter(pk__in=[one.pk, other.pk], stage="joined")
    assert ended.count() == 1
