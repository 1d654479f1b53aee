"""Nobody changes the ledger, and if somebody did it would show."""

import os
import random
from io import StringIO

import psycopg2
import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction

from audit.chain import Head, chain_committed, head, problems
from audit.ledger import record
from audit.models import Entry, Link

INSERT = (
    "INSERT INTO audit_entry (act, at, verb, capacity, target, details)"
    " VALUES (gen_random_uuid(), '2026-03-02 09:00+00', 'tests.painted', '', '', '{}') RETURNING id"
)


def paint(times):
    return [
        record("tests.painted", by=n, review=1, details={"colour": "red", "coats": n})
        for n in range(times)
    ]


@pytest.fixture
def chained(db, register):
    paint(20)
    assert chain_committed() == 20


@pytest.fixture
def insider(chained):
    """The owner of the database, with the triggers off, until the test is rolled back."""
    with connection.cursor() as cursor:
        for table in ("audit_entry", "audit_link"):
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        yield cursor


@pytest.mark.django_db
@pytest.mark.parametrize("table", ["audit_entry", "audit_link"])
@pytest.mark.parametrize("statement", ["UPDATE {} SET {}={}", "DELETE FROM {}"])
@pytest.mark.parametrize("as_replica", [False, True])
def test_the_owner_can_neither_change_nor_delete(chained, table, statement, as_replica):
    column = "verb" if table == "audit_entry" else "text"
    with connection.cursor() as cursor:
        if as_replica:
            cursor.execute("SET LOCAL session_replication_role = replica")
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
            cursor.execute(statement.format(table, column, column))


@pytest.mark.django_db
@pytest.mark.parametrize("table", ["audit_entry", "audit_link"])
def test_the_owner_cannot_empty_a_table(chained, table):
    with connection.cursor() as cursor:
        cursor.execute(f"ALTER TABLE {table} ENABLE ALWAYS TRIGGER {table}_never_emptied")
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
            cursor.execute(f"TRUNCATE {table}")


@pytest.mark.django_db
def test_an_untouched_ledger_is_whole(chained):
    assert list(problems([head()])) == []
    assert chain_committed() == 0


@pytest.mark.django_db
def test_a_later_column_changes_no_old_hash(chained):
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE audit_entry ADD COLUMN later integer DEFAULT 3")
    assert list(problems()) == []


@pytest.mark.parametrize(
    "column, value",
    [
        ("verb", "'tests.looked'"),
        ("by_id", "99"),
        ("details", "'{}'"),
        ("at", "at - interval '1s'"),
    ],
)
def test_an_edited_entry_is_found(insider, column, value):
    insider.execute(f"UPDATE audit_entry SET {column} = {value} WHERE by_id = 7")
    (found,) = problems()
    assert "was changed: " + column in found


def test_a_deleted_entry_is_found(insider):
    insider.execute("DELETE FROM audit_entry WHERE by_id = 7")
    assert "was deleted" in next(problems())


def test_an_entry_deleted_with_its_link_is_found(insider):
    insider.execute("DELETE FROM audit_entry WHERE by_id = 7")
    insider.execute("DELETE FROM audit_link WHERE seq = 8")
    assert "missing" in next(problems())


def test_swapped_links_are_found(insider):
    insider.execute("UPDATE audit_link SET seq = seq + 1000 WHERE seq IN (5, 6)")
    insider.execute("UPDATE audit_link SET seq = 1011 - seq WHERE seq > 1000")
    assert list(problems())


def test_a_rewritten_text_is_found(insider):
    insider.execute("UPDATE audit_link SET text = replace(text, 'red', 'blue') WHERE seq = 4")
    assert any("hash of its text" in found for found in problems())


def test_a_cut_off_end_is_found_only_against_the_anchor(insider):
    anchor = head()
    insider.execute("DELETE FROM audit_entry WHERE by_id >= 15")
    insider.execute("DELETE FROM audit_link WHERE seq > 15")
    assert list(problems()) == []
    assert "cut off" in next(problems([anchor]))


def test_a_chain_made_anew_is_found_against_the_anchor(insider):
    anchor = head()
    insider.execute("UPDATE audit_entry SET by_id = 99 WHERE by_id = 7")
    insider.execute("DELETE FROM audit_link")
    chain_committed(whole=True)
    assert list(problems()) == []
    assert "not the one" in next(problems([anchor]))


def test_any_of_a_hundred_random_edits_is_found(insider):
    dice = random.Random(33)
    for _ in range(100):
        row = dice.randrange(20)
        tampering = dice.choice(
            [
                f"UPDATE audit_entry SET review_id = 5 WHERE by_id = {row}",
                f"DELETE FROM audit_entry WHERE by_id = {row}",
                f"UPDATE audit_link SET entry_id = entry_id + 1000 WHERE seq = {row + 1}",
                f"DELETE FROM audit_link WHERE seq = {row % 19 + 1}",
            ]
        )
        with transaction.atomic():
            insider.execute(tampering)
            assert list(problems()), tampering
            transaction.set_rollback(True)
    assert list(problems()) == []


@pytest.mark.django_db(transaction=True)
def test_an_entry_that_commits_late_is_linked_in_a_later_pass(register):
    late, early = connection.copy(), connection.copy()
    try:
        late.set_autocommit(False)
        with late.cursor() as cursor:
            cursor.execute(INSERT)
            (late_id,) = cursor.fetchone()
        with early.cursor() as cursor:
            cursor.execute(INSERT)
            (early_id,) = cursor.fetchone()
        assert late_id < early_id
        assert chain_committed() == 1
        late.commit()
        assert chain_committed() == 1
    finally:
        late.close()
        early.close()
    links = list(Link.objects.order_by("seq").values_list("seq", "entry_id"))
    assert links == [(1, early_id), (2, late_id)]
    assert list(problems()) == []


@pytest.mark.django_db(transaction=True)
def test_a_second_worker_leaves_the_chain_to_the_first(register):
    paint(3)
    first = connection.copy()
    try:
        first.set_autocommit(False)
        with first.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(7203114)")
        assert chain_committed() == 0
        first.rollback()
        assert chain_committed() == 3
    finally:
        first.close()


@pytest.mark.django_db
def test_only_the_whole_pass_looks_very_far_back(register, monkeypatch):
    monkeypatch.setattr("audit.chain.LOOK_BACK", 5)
    entries = paint(10)
    Link.objects.create(seq=1, entry_id=entries[-1].pk, text="{}", prev="0" * 64, hash="1" * 64)
    assert chain_committed() == 4
    assert chain_committed(whole=True) == 5


@pytest.mark.django_db
def test_the_command_writes_its_head_and_finds_the_cut(insider, tmp_path):
    anchor, out = tmp_path / "heads", StringIO()
    call_command("verify_ledger", anchor=anchor, write=True, stdout=out)
    assert str(head()) in out.getvalue()
    assert anchor.read_text() == f"{head()}\n"
    insider.execute("DELETE FROM audit_link WHERE seq > 15")
    with pytest.raises(CommandError, match="tampered"):
        call_command("verify_ledger", anchor=anchor, stdout=out, stderr=StringIO())
    assert Head(20, anchor.read_text().split()[1]) != head()


@pytest.fixture
def application(transactional_db, register):
    """A connection as a second role that was granted what the command grants."""
    role, password = f"cprs_test_{os.getpid()}", "only-for-this-test"
    paint(1)
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE ROLE {role} LOGIN PASSWORD %s", [password])
    for _ in range(2):  # twice: it changes nothing the second time
        call_command("grant_application_role", role=role, stdout=StringIO())
    params = connection.get_connection_params()
    opened = psycopg2.connect(
        dbname=params["dbname"],
        user=role,
        password=password,
        host=params.get("host") or None,
        port=params.get("port") or None,
    )
    opened.autocommit = True
    yield opened.cursor()
    opened.close()
    with connection.cursor() as cursor:
        cursor.execute(f"GRANT {role} TO CURRENT_USER")  # only its members may drop what is its
        cursor.execute(f"DROP OWNED BY {role}")
        cursor.execute(f"DROP ROLE {role}")


def test_the_applications_role_reads_and_adds_but_cannot_change_the_ledger(application):
    application.execute(INSERT)
    application.execute("SELECT count(*) FROM audit_entry")
    assert application.fetchone() == (2,)
    application.execute("SET search_path TO public")
    for statement in (
        "UPDATE audit_entry SET verb = 'x.y'",
        "DELETE FROM audit_entry",
        "TRUNCATE audit_entry",
        "DELETE FROM audit_link",
        "ALTER TABLE audit_entry DISABLE TRIGGER ALL",
        "DROP TABLE audit_link",
        "SET session_replication_role = replica",
        "CREATE TABLE mine (id int)",
    ):
        with pytest.raises(psycopg2.errors.InsufficientPrivilege):
            application.execute(statement)
    assert Entry.objects.count() == 2


def test_the_applications_role_may_use_the_other_tables(application):
    application.execute("INSERT INTO auth_group (name) VALUES ('x')")
    application.execute("DELETE FROM auth_group")


@pytest.mark.django_db
def test_granting_to_the_owner_itself_is_refused():
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user")
        (owner,) = cursor.fetchone()
    with pytest.raises(CommandError, match="CPRS_AS_OWNER"):
        call_command("grant_application_role", role=owner)
