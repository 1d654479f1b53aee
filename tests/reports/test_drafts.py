"""Drafts are kept version by version; nobody's words are lost."""

import datetime as dt

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.utils import ProgrammingError

from audit.ledger import Entry
from common.deeds import NotNow, Overtaken, Refused
from reports.models import Draft
from reports.services import save_draft
from reviews.models import Review
from tests.reports.conftest import WRITTEN, texts


def test_each_saving_is_the_next_version_and_the_earlier_ones_stay(drafted, reviewer):
    save_draft(
        drafted, by=reviewer, on=WRITTEN, version=1, texts=texts(learning_en="We learned more.")
    )
    said = Draft.objects.filter(report=drafted.pk).values_list("version", "learning_en")
    assert list(said) == [(2, "We learned more."), (1, "We learned to listen.")]
    entry = Entry.objects.filter(verb="reports.draft_saved").order_by("pk").last()
    assert (entry.details, entry.capacity) == ({"version": 2}, "reviewer")


def test_who_is_second_is_told_and_nothing_is_saved(drafted, reviewer):
    with pytest.raises(Overtaken) as overtaken:
        save_draft(drafted, by=reviewer, on=WRITTEN, version=0, texts=texts(learning_en="Mine."))
    assert overtaken.value.subject.learning_en == "We learned to listen."
    assert Draft.objects.count() == 1


@pytest.mark.parametrize("somebody", ["panel_chair", "coordinator", "panel_member", "outsider"])
def test_only_reviewers_write(drafted, somebody, request):
    with pytest.raises(Refused):
        save_draft(
            drafted,
            by=request.getfixturevalue(somebody),
            on=WRITTEN,
            version=1,
            texts=texts(learning_en="Not mine to write."),
        )


def test_nothing_is_written_before_a_review_is_commissioned(drafted, reviewer):
    Review.objects.filter(pk=drafted.pk).update(stage="decision")
    with pytest.raises(NotNow):
        save_draft(drafted, by=reviewer, on=WRITTEN, version=1, texts=texts(learning_en="Early."))


def test_a_saved_draft_cannot_be_changed_or_deleted(drafted):
    for statement in ("UPDATE reports_draft SET learning_en = 'x'", "DELETE FROM reports_draft"):
        with (
            pytest.raises(ProgrammingError, match="Append-only"),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(statement)


def test_a_draft_says_something(drafted, reviewer):
    with pytest.raises(IntegrityError, match="says_something"), transaction.atomic():
        save_draft(drafted, by=reviewer, on=WRITTEN, version=1, texts=texts())


def test_a_version_is_given_once(drafted, reviewer):
    again = Draft(
        report_id=drafted.pk,
        version=1,
        outline_en="x",
        written_on=dt.date(2026, 2, 1),
        saved_by=reviewer,
    )
    with pytest.raises(IntegrityError, match="version_once"), transaction.atomic():
        again.save()
