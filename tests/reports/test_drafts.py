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
from tests.reports.conftest import WRITTEN, save, texts


def test_each_saving_is_the_next_version_and_the_earlier_ones_stay(drafted, role):
    save(drafted, role("reviewer"), 1, learning_en="We learned more.")
    said = Draft.objects.filter(report=drafted.pk).values_list("version", "learning_en")
    assert list(said) == [(2, "We learned more."), (1, "We learned to listen.")]
    entry = Entry.objects.filter(verb="reports.draft_saved").order_by("pk").last()
    assert (entry.details, entry.capacity) == ({"version": 2}, "reviewer")


def test_who_is_second_is_told_and_nothing_is_saved(drafted, role):
    with pytest.raises(Overtaken) as overtaken:
        save(drafted, role("reviewer"), 0, learning_en="Mine.")
    assert overtaken.value.subject.learning_en == "We learned to listen."
    assert Draft.objects.filter(report=drafted.pk).count() == 1


@pytest.mark.parametrize("somebody", ["panel-chair", "coordinator", "panel-member", "outsider"])
def test_only_reviewers_write(drafted, somebody, role):
    with pytest.raises(Refused):
        save_draft(
            drafted,
            by=role(somebody),
            on=WRITTEN,
            version=1,
            texts=texts(learning_en="Not mine to write."),
        )


def test_nothing_is_written_before_a_review_is_commissioned(drafted, role):
    Review.objects.filter(pk=drafted.pk).update(stage="decision")
    with pytest.raises(NotNow):
        save(drafted, role("reviewer"), 1, learning_en="Early.")


def test_a_saved_draft_cannot_be_changed_or_deleted(drafted):
    for statement in ("UPDATE reports_draft SET learning_en = 'x'", "DELETE FROM reports_draft"):
        with (
            pytest.raises(ProgrammingError, match="Append-only"),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(statement)


def test_a_draft_says_something(drafted, role):
    with pytest.raises(IntegrityError, match="says_something"), transaction.atomic():
        save(drafted, role("reviewer"), 1)


def test_a_version_is_given_once(drafted, role):
    again = Draft(
        report_id=drafted.pk,
        version=1,
        outline_en="x",
        written_on=dt.date(2026, 2, 1),
        saved_by=role("reviewer"),
    )
    with pytest.raises(IntegrityError, match="version_once"), transaction.atomic():
        again.save()
