"""A referral from the public page after the board has asked for more information."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from common.models import OutboxMessage
from desk.turns import desk_of
from reviews.journey import Stage
from reviews.models import PublicFile, PublicReferral, PublicState
from reviews.referral.incoming.services import ask_for_more
from tests.browser_forms import form_of, forms_of
from tests.reviews.referral.test_public import ANSWERS, SECRET, begin, opened, put, waiting

PDF = b"%PDF-1.7\ntrailer\n<<>>\n%%EOF\n"


def returned(world) -> PublicReferral:
    row = waiting(world)
    return ask_for_more(row, by=world.user("coordinator"), on=world.today, wanted=["when"])


def answer(client, row, page, **words):
    """Open a page of the referral from its own page, fill in what it prints, and send it."""
    address = reverse(f"reviews:{page}", args=[row.uuid])
    own = client.get(reverse("reviews:incoming_referral", args=[row.uuid])).content.decode()
    assert address in own, "what the door accepts, the page offers"
    form = form_of(client.get(address))
    return form.fill(**words).send(client, address)


ACTS = [
    ("accept_referral", {}, PublicState.ACCEPTED),
    ("accept_into", {"to": Stage.PANEL}, PublicState.ACCEPTED),
    ("return_referral", {"wanted": ["child", "when"]}, PublicState.RETURNED),
]


@pytest.mark.parametrize(("page", "words", "state"), ACTS)
def test_the_board_may_act_though_the_referrer_has_not_answered(
    world, signed_in, page, words, state
):
    row = returned(world)
    if "to" in words:
        words = {"to": world.review_at(words["to"])}
    client = signed_in(world.user("coordinator"))
    assert answer(client, row, page, **words).status_code == 302
    row.refresh_from_db()
    assert row.state == state


def test_asked_again_the_referrer_has_a_new_link(world, signed_in):
    row = returned(world)
    first = row.token_hash
    answer(signed_in(world.user("coordinator")), row, "return_referral", wanted=["child"])
    row.refresh_from_db()
    assert row.token_hash != first and row.wanted == ["child"]
    assert OutboxMessage.objects.filter(kind="reviews.refer_returned").count() == 2


def test_a_look_at_a_page_of_one_that_is_answered_leads_to_what_became_of_it(world, signed_in):
    row = waiting(world)
    client = signed_in(world.user("coordinator"))
    answer(client, row, "accept_referral")
    for page in ("accept_referral", "accept_into", "return_referral"):
        shown = client.get(reverse(f"reviews:{page}", args=[row.uuid]), follow=True)
        assert shown.status_code == 200
        row.refresh_from_db()
        assert str(row.review.reference) in shown.content.decode().replace("\u00a0", " ")


def test_what_the_referrer_has_saved_and_not_sent_is_not_the_boards(
    world, signed_in, settings, tmp_path
):
    settings.MEDIA_ROOT = tmp_path / "files"
    writer = signed_in()
    begin(writer, world.board)
    address = opened(writer)
    first = SimpleUploadedFile("a.pdf", PDF)
    put(writer, address, **ANSWERS, add="1", upload=first, upload_title="Llythyr")
    put(writer, address, **ANSWERS, send="1")
    row = PublicReferral.objects.get()
    ask_for_more(row, by=world.user("coordinator"), on=world.today, wanted=["when"])
    address = opened(writer, "reviews.refer_returned")
    letter = PublicFile.objects.get()
    put(writer, address, **ANSWERS | {"sentence": "Half a thought."}, remove=str(letter.uuid))
    assert "Llythyr" not in writer.get(address).content.decode()
    client = signed_in(world.user("coordinator"))
    page = client.get(reverse("reviews:incoming_referral", args=[row.uuid])).content.decode()
    assert ANSWERS["sentence"] in page and "Half a thought." not in page
    assert "Llythyr" in page, "the file that the board has read is still there"
    assert answer(client, row, "accept_referral").status_code == 302
    row.refresh_from_db()
    assert row.review.referral.sentence == ANSWERS["sentence"]
    assert row.review.documents.get().file == letter.file


def test_sent_again_without_a_file_it_is_gone(world, signed_in, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "files"
    writer = signed_in()
    begin(writer, world.board)
    address = opened(writer)
    first = SimpleUploadedFile("a.pdf", PDF)
    put(writer, address, **ANSWERS, add="1", upload=first)
    put(writer, address, **ANSWERS, send="1")
    row = PublicReferral.objects.get()
    ask_for_more(row, by=world.user("coordinator"), on=world.today, wanted=["when"])
    address = opened(writer, "reviews.refer_returned")
    put(writer, address, **ANSWERS, remove=str(PublicFile.objects.get().uuid))
    assert PublicFile.objects.exists()
    put(writer, address, **ANSWERS, send="1")
    assert not PublicFile.objects.exists()


def test_sent_again_meanwhile_is_said_before_the_older_words_become_a_case(world, signed_in):
    writer = signed_in()
    row = returned(world)
    client = signed_in(world.user("coordinator"))
    address = reverse("reviews:accept_referral", args=[row.uuid])
    form = form_of(client.get(address))
    again = opened(writer, "reviews.refer_returned")
    put(writer, again, **ANSWERS | {"circumstances": "He was at school."}, send="1")
    late = form.fill(sentence="Read over.").send(client, address)
    assert late.status_code == 409
    assert "Read over." in late.content.decode(), "no word is lost"
    row.refresh_from_db()
    assert (row.state, row.review) == (PublicState.SENT, None)


def test_one_that_waits_for_its_referrer_stays_a_task_on_the_boards_desk(world, signed_in):
    row = returned(world)
    client = signed_in(world.user("coordinator"))
    assert row.receipt in client.get(reverse("desk:desk")).content.decode()
    mine = {each.reference: each for each in desk_of(world.user("coordinator"), world.today).mine}
    assert "waiting for more information" in mine[row.receipt].label
    theirs = desk_of(world.user("coordinator", "dc"), world.today).mine
    assert row.receipt not in [each.reference for each in theirs]
    answer(client, row, "accept_referral")
    assert row.receipt not in client.get(reverse("desk:desk")).content.decode()


def refused(world, client) -> PublicReferral:
    row = waiting(world)
    words = {
        "refusal": "another_board",
        "note": "The child lives in another county. Write to them.",
    }
    assert answer(client, row, "refuse_referral", **words).status_code == 302
    return row


def test_a_refusal_is_made_by_two_people_and_the_referrer_is_told_why(world, signed_in):
    first, second = signed_in(world.user("coordinator")), signed_in(world.user("board-chair"))
    row = refused(world, first)
    row.refresh_from_db()
    assert row.state == PublicState.SENT and row.proposed_by == world.user("coordinator")
    assert not OutboxMessage.objects.filter(kind="reviews.refer_set_aside").exists()
    own = first.get(reverse("reviews:incoming_referral", args=[row.uuid])).content.decode()
    alone = reverse("reviews:agree_refusal", args=[row.uuid])
    assert alone not in own and "other than you" in own
    forced = first.post(alone, {"acts": row.acts})
    assert "You proposed this yourself" in forced.content.decode()
    row.refresh_from_db()
    assert row.state == PublicState.SENT, "one person alone refuses nothing"
    mine = {each.reference: each for each in desk_of(world.user("board-chair"), world.today).mine}
    assert "whether you agree" in mine[row.receipt].label
    address = reverse("reviews:agree_refusal", args=[row.uuid])
    page = second.get(reverse("reviews:incoming_referral", args=[row.uuid])).content.decode()
    assert address in page and "The child lives in another county." in page
    assert forms_of(second.get(address))[0].send(second, address).status_code == 302
    row.refresh_from_db()
    assert (row.state, row.settled_by) == (PublicState.SET_ASIDE, world.user("board-chair"))
    mail = OutboxMessage.objects.get(kind="reviews.refer_set_aside")
    assert "It is for the board of another area." in mail.text
    assert "lives in another county" not in mail.text, "no fact of a case in a mail"
    writer = signed_in()
    told = writer.get(opened(writer, "reviews.refer_set_aside")).content.decode()
    assert "The child lives in another county." in told


def test_the_second_person_may_keep_it_and_the_board_may_still_do_anything_else(world, signed_in):
    first, second = signed_in(world.user("coordinator")), signed_in(world.user("board-chair"))
    row = refused(world, first)
    address = reverse("reviews:keep_public_referral", args=[row.uuid])
    assert forms_of(second.get(address))[0].send(second, address).status_code == 302
    row.refresh_from_db()
    assert (row.refusal, row.note, row.proposed_by) == ("", "", None)
    again = refused(world, first)
    assert answer(second, again, "accept_referral").status_code == 302
    again.refresh_from_db()
    assert (again.state, again.refusal) == (PublicState.ACCEPTED, "")


def test_what_the_referrer_sends_meanwhile_ends_the_proposal(world, signed_in):
    row, client, writer = returned(world), signed_in(world.user("coordinator")), signed_in()
    words = {"refusal": "too_little", "note": "Nobody answered."}
    assert answer(client, row, "refuse_referral", **words).status_code == 302
    put(writer, opened(writer, "reviews.refer_returned"), **ANSWERS, send="1")
    row.refresh_from_db()
    assert (row.state, row.refusal, row.proposed_by) == (PublicState.SENT, "", None)


def test_the_referrer_has_a_copy_of_what_was_sent_and_nobody_else(world, signed_in):
    writer = signed_in()
    begin(writer, world.board)
    address = opened(writer)
    row = PublicReferral.objects.get()
    copy = reverse("refer:copy", args=[row.uuid])
    assert writer.get(copy).status_code == 404, "nothing was sent yet"
    done = put(writer, address, **ANSWERS, send="1")
    assert "opens a copy" in writer.get(done.url).content.decode()
    mail = OutboxMessage.objects.get(kind="reviews.refer_received")
    assert "opens a copy" in mail.text and SECRET not in mail.text
    assert writer.get(copy).status_code == 404, "it was closed on this computer"
    status = writer.get(opened(writer)).content.decode()
    assert copy in status and SECRET not in status
    page = writer.get(copy)
    for written in (SECRET, ANSWERS["circumstances"], ANSWERS["referrer"], "4 March 2022"):
        assert written in page.content.decode()
    assert forms_of(page)[0].send(writer, copy).status_code == 302
    assert writer.get(copy).status_code == 404
    assert signed_in().get(copy).status_code == 404


def test_what_is_typed_after_the_board_has_accepted_it_is_given_back(world, signed_in):
    row, client, writer = returned(world), signed_in(world.user("coordinator")), signed_in()
    address = opened(writer, "reviews.refer_returned")
    form = form_of(writer.get(address)).fill(circumstances="Typed for an hour.")
    answer(client, row, "accept_referral")
    late = writer.post(address, dict(form.data.lists()) | {"send": "1"})
    assert late.status_code == 409 and "Typed for an hour." in late.content.decode()
