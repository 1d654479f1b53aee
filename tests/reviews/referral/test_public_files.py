"""Files and other children on the public page, and what becomes of them."""

import datetime as dt

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from common import clock
from common.models import StoredFile
from reviews.models import Marking, PublicFile, PublicState, Relative, RelativeName, SubjectName
from reviews.models.choices import Kin
from reviews.referral.incoming.services import accept, accept_into
from reviews.referral.public import files
from reviews.referral.public.services import LIFETIME, forget_the_unsent, send
from tests.forms import fill
from tests.reviews.referral.test_public import ANSWERS, begin, opened, put

PDF = b"%PDF-1.7\ntrailer\n<<>>\n%%EOF\n"
OTHERS = {
    "other_children_number": "3",
    "other_1_name": "Gwen Gyfrinachol",
    "other_1_born_on_day": "1",
    "other_1_born_on_month": "2",
    "other_1_born_on_year": "2020",
    "other_1_kin": "half_sibling",
    "other_2_name": "Ianto Gyfrinachol",
    "other_2_age": "9",
    "other_2_harmed": "on",
}


@pytest.fixture
def writer(world, signed_in, settings, tmp_path):
    """A professional with the form open."""
    settings.MEDIA_ROOT = tmp_path / "files"
    client = signed_in()
    begin(client, world.board)
    client.address = opened(client)
    return client


def pdf(name="Gwen Gyfrinachol.pdf", content=PDF):
    return SimpleUploadedFile(name, content)


def post(client, **words):
    return put(client, client.address, **(ANSWERS | words))


def sent(world, writer, **words):
    post(writer, add="1", upload=pdf(), upload_title="Letter")
    post(writer, send="1", **words)
    return PublicFile.objects.get().referral


def test_a_file_is_kept_shown_and_taken_out_again_and_what_was_typed_with_it(writer):
    answer = post(writer, add="1", upload=pdf(), upload_title="Letter about Gwen")
    assert answer.url == writer.address + "#files"
    page = writer.get(writer.address).content.decode()
    assert "Letter about Gwen" in page and ANSWERS["circumstances"] in page
    assert "Gyfrinachol.pdf" not in page
    added = PublicFile.objects.get()
    assert post(writer, remove=str(added.uuid), circumstances="Later.").status_code == 302
    assert "Later." in writer.get(writer.address).content.decode()
    assert not PublicFile.objects.exists() and not StoredFile.objects.exists()


def test_a_file_that_is_not_taken_loses_nothing_and_holds_up_the_sending(writer):
    answer = post(writer, send="1", upload=pdf(content=b"MZ program"))
    assert answer.status_code == 200 and answer.context["paper"].errors["upload"]
    assert ANSWERS["circumstances"] in answer.content.decode()
    assert not PublicFile.objects.exists()


def test_a_good_file_is_kept_though_an_answer_is_amiss(writer):
    answer = post(writer, send="1", sentence="", upload=pdf(), upload_title="Letter")
    assert answer.status_code == 200 and "sentence" in answer.context["form"].errors
    assert PublicFile.objects.get().title == "Letter"
    assert "Letter" in answer.content.decode()


def test_there_is_an_end_to_the_files(writer, monkeypatch, settings):
    monkeypatch.setattr(files, "MOST", 1)
    post(writer, add="1", upload=pdf())
    answer = post(writer, add="1", upload=pdf())
    assert answer.context["paper"].errors["upload"] == [str(files.TOO_MANY)]
    monkeypatch.setattr(files, "MOST", 5)
    settings.UPLOAD_MAX_BYTES = len(PDF) - len(PDF) // 4
    too_much = post(writer, add="1", upload=pdf(content=b"%PDF-1.7%%EOF"))
    assert too_much.status_code == 302, "together not yet too large"
    last = post(writer, add="1", upload=pdf(content=b"%PDF-1.7%%EOF"))
    assert last.context["paper"].errors["upload"] == [str(files.TOO_MUCH)]


def test_nobody_but_those_who_log_for_the_board_fetches_a_file(world, writer, signed_in):
    row = sent(world, writer)
    url = reverse("reviews:incoming_file", args=[row.uuid, row.files.get().uuid])
    answer = signed_in(world.user("coordinator")).get(url)
    assert b"".join(answer.streaming_content) == PDF
    assert "Gwen" not in answer.headers["Content-Disposition"]
    assert writer.get(url).status_code == 302, "to the page for signing in"
    for role, board in (("coordinator", "dc"), ("panel-chair", "be"), ("outsider", "be")):
        assert signed_in(world.user(role, board)).get(url).status_code == 404


def test_accepted_its_files_are_papers_that_name_and_its_children_stand_by_pseudonym(
    world, writer, signed_in
):
    row = sent(world, writer, **OTHERS)
    url = reverse("reviews:accept_referral", args=[row.uuid])
    answer = fill(signed_in(world.user("coordinator")), url, title_1="Letter of the school")
    assert answer.status_code == 302, answer.context["form"].errors
    row.refresh_from_db()
    paper = row.review.documents.get()
    assert (paper.title, paper.marking) == ("Letter of the school", Marking.NAMES)
    assert paper.file == row.files.get().file
    harmed = row.review.subjects.get(pseudonym="Child B")
    assert (harmed.age_at_event, harmed.age_unit) == (9, "years")
    assert SubjectName.objects.get(subject=harmed).full_name == "Ianto Gyfrinachol"
    other = Relative.objects.get(review=row.review)
    assert (other.kin, other.pseudonym) == (Kin.HALF_SIBLING, "Sibling 1")
    name = RelativeName.objects.get(relative=other)
    assert (name.full_name, name.born_on) == ("Gwen Gyfrinachol", "2020-02-01")


def test_joined_to_a_case_its_files_are_papers_there(world, writer):
    row, case = sent(world, writer, **OTHERS), world.review_at("panel")
    by = world.user("coordinator")
    accept_into(row, by=by, on=world.today, to=case, sentence="Again.")
    assert case.documents.get().file == row.files.get().file
    assert not Relative.objects.filter(review=case, kin=Kin.HALF_SIBLING).exists()


def test_the_next_child_is_asked_about_once_one_is_named(writer):
    assert "other_2_name" not in writer.get(writer.address).context["form"].fields
    answer = post(writer, more="1", other_1_name="Gwen Gyfrinachol")
    assert answer.url.endswith("#id_other_2_name")
    assert "other_2_name" in writer.get(writer.address).context["form"].fields


@pytest.mark.parametrize(
    "bad",
    [
        {"other_1_age": "nine"},
        {"other_1_age": "9" * 5000},
        {"other_1_born_on_day": "40"},
        {"other_1_kin": "uncle"},
        {"other_1_name": "a\x00b"},
        {"other_children_number": "-1"},
        {"remove": "x\x00"},
        {"upload_title": "a\x00b", "upload": "none"},
    ],
)
def test_bad_input_about_them_is_said_and_never_breaks_the_page(world, writer, bad):
    answer = post(writer, send="1", **bad)
    assert answer.status_code in (200, 302)
    writer.get(opened(writer))
    assert writer.get(writer.address).status_code == 200


def test_what_no_form_would_take_is_left_out_of_the_case(world, writer):
    row = sent(world, writer)
    row.state = PublicState.RETURNED
    row.save()
    send(row, ANSWERS | {"other_1_age": "9" * 5000, "other_1_kin": "uncle"})
    row.refresh_from_db()
    review = accept(row, by=world.user("coordinator"), on=world.today, sentence="It was.")
    assert Relative.objects.get(review=review).kin == Kin.OTHER_CHILD


def test_files_of_what_was_never_sent_go_with_it(writer, settings):
    post(writer, save="1", upload=pdf())
    assert PublicFile.objects.exists()
    settings.DEMO_TODAY = (clock.today() + LIFETIME + dt.timedelta(days=1)).isoformat()
    assert forget_the_unsent() == 1
    assert not PublicFile.objects.exists() and not StoredFile.objects.exists()
