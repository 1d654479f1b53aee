"""An older page never wipes a newer record.

Two people have the same page open. The first sends it; then the second does, from the page as it
was. Whatever the second one's page does, what the first one wrote is not written over without a
word: it is answered 409 with both, or it adds instead of replacing, or it is refused.
"""

import json
import re
from functools import partial
from uuid import uuid4

import pytest
from django.db import connection, transaction
from django.urls import reverse

from tests.browser_forms import forms_of
from tests.laws import matrix
from tests.laws.spoken_of import kwargs
from tests.laws.test_already_happened import ANSWERS, DAY, LATER, OF

ROWS = [row for row in matrix.rows() if row.get == 200 and row.post in (200, 409)]
SHARES = 4
# What keeps its own account of what happened: nothing a person wrote is lost with these.
BOOKS = re.compile(
    r"^(audit_|common_|django_|deadlines_|sessions|boards_usersession|boards_user$|otp_|axes_"
    r"|reviews_review$|reviews_confirmation|desk_)"
)
# Marks of the system, and a number that is counted anew each time.
MARKS = re.compile(r"(_at|^version|^act|_by_id|^until_on|^withdrawn_why|^invited)$")
WRITES = re.compile(r'^(?:INSERT INTO|UPDATE) "([a-z_]+)"')


def fill(form, words: str, row) -> None:
    """Answer as somebody would, with words of their own."""
    facts = {"reason": "It was so.", **{name: DAY.replace(month=4) for name in LATER}}
    facts |= ANSWERS | OF.get(row.name, {})
    for name, value in facts.items():
        if name in form.names or f"{name}_day" in form.names:
            form.fill(**{name: value})
    for each in form.controls:
        name, kind = each.get("name"), each.get("type") or each.tag
        if kind not in ("text", "textarea") or each.get("inputmode") or name in facts:
            continue
        if name.rpartition("_")[2] in ("day", "month", "year", "url"):
            continue
        if each.tag == "textarea":
            each.value = words
        else:
            each.set("value", words)
    if "key" in form.names:
        form.fill(key=uuid4())
    form.plausible(DAY, but=[name for name, value in facts.items() if value == [""]])


def tables_written(run):
    found = set()

    def note(execute, sql, params, many, context):
        if match := WRITES.match(sql):
            found.add(match[1])
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        answer = run()
    return answer, {each for each in found if is_written(each)}


def is_written(table):
    return not BOOKS.match(table)


def rows_of(tables):
    found = {}
    with connection.cursor() as cursor:
        for table in tables:
            cursor.execute(f'SELECT to_jsonb(t) FROM "{table}" t')
            for (row,) in cursor.fetchall():
                row = json.loads(row) if isinstance(row, str) else row
                if "id" in row:
                    found[table, row["id"]] = row
    return found


def wiped(before, first, second):
    """What the first wrote and the second changed without being told."""
    for key, then in first.items():
        now = second.get(key)
        was = before.get(key, {})
        if now is None:
            if key not in before:
                yield f"{key[0]} is gone"
            continue
        for column, value in then.items():
            is_first = was.get(column) != value and value not in ("", None, [], {}, False)
            if is_first and now[column] != value and not MARKS.search(column):
                yield f"{key[0]}.{column}: {value!r} became {now[column]!r}"


@pytest.mark.parametrize("share", range(SHARES))
def test_an_older_page_does_not_wipe_a_newer_record(world, signed_in, share):
    faults, accepted, told = [], 0, 0
    asked = [(row, reverse(row.name, kwargs=kwargs(row, world))) for row in ROWS[share::SHARES]]
    before = rows_of(each for each in connection.introspection.table_names() if is_written(each))
    for row, address in asked:
        persona = row.by[0] if row.by[0] in matrix.READERS else row.by[-1]
        client = signed_in(world.user(persona))
        with transaction.atomic():
            page = client.get(address)
            forms = [
                form
                for _each in range(2)
                for form in [each for each in forms_of(page) if len(each.names) > 1][:1]
            ]
            if forms:
                for form, words in zip(forms, ("First", "Second"), strict=True):
                    fill(form, words, row)
                answer, tables = tables_written(partial(forms[0].send, client, address))
                if answer.status_code == 302 and tables:
                    accepted += 1
                    first = rows_of(tables)
                    answer = forms[1].send(client, address)
                    if answer.status_code == 302:
                        faults += [
                            f"{row.name}: {each}" for each in wiped(before, first, rows_of(tables))
                        ]
                    told += answer.status_code == 409
            transaction.set_rollback(True)
    assert not faults, "\n".join(faults)
    assert accepted > 20
    assert told > 5
