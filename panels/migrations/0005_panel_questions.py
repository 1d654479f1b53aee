"""The questions of each version of the terms, until now one text, become numbered rows."""

from typing import Any

from django.db import migrations

CORE = ("history", "plan_right", "plan_done", "working", "duties", "obstacles")


def into_rows(apps: Any, schema_editor: Any) -> None:
    terms, question, wording = (
        apps.get_model("panels", name)
        for name in ("TermsOfReference", "TermsQuestion", "TermsWording")
    )
    for version in terms.objects.order_by("review", "version"):
        lines = [line.strip() for line in version.questions.splitlines() if line.strip()]
        for number, line in enumerate(lines, 1):
            row, _made = question.objects.get_or_create(
                review_id=version.review_id, asks="case", number=number
            )
            wording.objects.create(terms=version, question=row, written=line)
        for number, code in enumerate(CORE if version.has_core_questions else (), 1):
            row, _made = question.objects.get_or_create(
                review_id=version.review_id, asks="core", number=number
            )
            wording.objects.create(terms=version, question=row, core=code)


def into_text(apps: Any, schema_editor: Any) -> None:
    terms, question, wording = (
        apps.get_model("panels", name)
        for name in ("TermsOfReference", "TermsQuestion", "TermsWording")
    )
    for version in terms.objects.all():
        rows = wording.objects.filter(terms=version).order_by("question__number")
        lines = [row.written for row in rows if row.question.asks == "case"]
        version.questions = "\n".join(lines) or "-"
        version.has_core_questions = any(row.core for row in rows)
        version.save()
    wording.objects.all().delete()
    question.objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [("panels", "0004_panel")]
    operations = [migrations.RunPython(into_rows, into_text)]
