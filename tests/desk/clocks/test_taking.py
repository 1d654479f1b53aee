"""The running deadlines as files and as a paper."""

import csv
import io

import pytest
from django.urls import reverse
from django.utils import translation
from openpyxl import load_workbook

from audit.models import Entry
from boards.models import Board
from common.models import PaperRequest
from common.papers.making import make_waiting
from common.pdf import available
from deadlines.models import Deadline
from desk.clocks.asked import Asked
from desk.clocks.columns import COLUMNS
from desk.clocks.files import as_csv, as_xlsx, neutral
from desk.clocks.running import chosen, clocks_of, running_of
from reviews.capacities import Grade
from reviews.journey import RUNNING
from reviews.models import Interest, Review

CSV, XLSX = reverse("desk:clocks_csv"), reverse("desk:clocks_xlsx")


def open_deadlines():
    ours = Review.objects.filter(stage__in=RUNNING).values("timetable")
    return Deadline.objects.filter(met_on=None, timetable__in=ours)


def sheet_of(content):
    return load_workbook(io.BytesIO(content)).worksheets[0]


def test_the_files_hold_what_the_list_shows(world, signed_in):
    client = signed_in(world.user("coordinator"))
    text = client.get(CSV).content.decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text)))
    sheet = sheet_of(client.get(XLSX).content)
    assert len(rows) == sheet.max_row == open_deadlines().count() + 1
    assert rows[0] == [cell.value for cell in sheet[1]] == [str(each.label) for each in COLUMNS]
    assert rows[1][0].startswith("BE ") and sheet["A2"].value == rows[1][0]
    assert sheet["G2"].is_date and sheet["G2"].value.date().isoformat() == rows[1][6]
    late = client.get(CSV, {"when": "soon"}).content.decode("utf-8-sig")
    assert len(list(csv.reader(io.StringIO(late)))) < len(rows)


def test_nothing_in_a_file_is_taken_for_a_formula(world):
    for text in ("=1+1", "+cmd", "-2", "@SUM(A1)", "\t=1", " =1", "\uff1d1", "\xa0=1", "|x"):
        assert neutral(text) == f"'{text}"
    assert neutral("BE 3/2024") == "BE 3/2024"
    user = world.user("coordinator")
    Board.objects.filter(pk=world.board.pk).update(name_en="=1+1")
    clocks = clocks_of(chosen(running_of(user), Asked(), world.today)[:1], user, world.today)
    sheet = sheet_of(as_xlsx(clocks, "Deadlines"))
    assert "f" not in {cell.data_type for row in sheet for cell in row}
    assert sheet["B2"].value == "'=1+1"
    assert ",'=1+1," in as_csv(clocks).decode()


def test_it_is_written_down_who_took_what(world, signed_in):
    signed_in(world.user("auditor")).get(CSV)
    entry = Entry.objects.get(verb="desk.deadlines_taken")
    assert (entry.by_id, entry.board_id) == (world.user("auditor").pk, world.board.pk)
    assert entry.details == {"taken": "csv", "count": open_deadlines().count()}


def test_whoever_reads_no_case_takes_headings_only(world, signed_in):
    client = signed_in(world.user("board-member"))
    assert client.get(CSV).content.decode().count("\r\n") == 1
    assert sheet_of(client.get(XLSX).content).max_row == 1
    assert not Entry.objects.filter(verb="desk.deadlines_taken").exists()


@pytest.mark.skipif(not available, reason="no Pango here")
@pytest.mark.parametrize("language", ["en-gb", "cy"])
def test_the_worker_makes_a_paper_of_what_is_narrowed(world, signed_in, language):
    client = signed_in(world.user("subgroup-chair"))
    asked = f"{reverse('desk:clocks_paper')}?when=late&order=stage"
    progress = client.post(asked, {"language": language}).url
    row = PaperRequest.objects.get(kind="desk.deadlines")
    assert row.language == language and all(isinstance(v, int) for v in row.subject.values())
    assert make_waiting() == 1
    with translation.override("en-gb"):
        assert client.get(progress).status_code == 200
    paper = client.get(reverse("paper_file", args=[row.pk]))
    assert b"".join(paper.streaming_content).startswith(b"%PDF")
    assert Entry.objects.filter(verb="desk.deadlines_taken", details__taken="paper").count() == 1


def test_a_paper_is_closed_once_other_cases_are_open_to_its_asker(world, signed_in):
    user = world.user("reviewer")
    client = signed_in(user)
    client.post(reverse("desk:clocks_paper"), {"language": "en-gb"})
    row = PaperRequest.objects.get(kind="desk.deadlines")
    address = reverse("paper", args=[row.pk])
    assert client.get(address).status_code == 200
    Interest.objects.create(
        review=running_of(user)[0],
        person=user.person,
        grade=Grade.OUT,
        reason="Took part",
        declared_on=world.today,
        set_by=world.user("coordinator"),
    )
    assert client.get(address).status_code == 404
